"""Around a session, through the services: what is due, and what an answer says."""

import pytest
from services.settling import answer, befores, mornings_of, next_morning, session

from companion.domain.sessions import Check, Phase
from companion.services.sessions_after import Answer
from companion.services.sessions_before import Before
from companion.wording import sessions_after as words

# The fourteen worked cases of research/clinical_exercise.md 4.4


@pytest.mark.parametrize(
    ("start", "now", "programme", "check", "rule", "ends"),
    [
        (3, 4, "hands_wrists", None, "W2", False),
        (3, 5, "hands_wrists", None, "W3", False),  # choice offered
        (3, 5, "early_mobility_band", None, "W3", True),  # band ends
        (6, 7, "hands_wrists", None, "W2", False),  # not W3, below 8
        (5, 8, "hands_wrists", None, "W4", True),
        (2, 2, "hands_wrists", Check(effort=5), "W3", False),
    ],
)
def test_4_4_in_the_middle(companion, start, now, programme, check, rule, ends):
    companion.plan.clear("resistance", decided_by="Dr Lee")
    companion.fatigue.log(start, when="before")
    running = companion.sessions.start(programme)
    bands = programme == "early_mobility_band"
    while bands and companion.content.exercises[running.view().part.exercise].category != "resistance":
        running.skip()
    offer = running.offer(now, check)
    assert (offer.rule, offer.stop_now) == (rule, ends)


@pytest.mark.parametrize(
    ("rating", "usual", "felt", "rule"),
    [(7, 7, None, "W1"), (5, 3, None, "W1"), (4, 4, "weaker", "W1b")],
)
def test_4_4_before(companion, clock, rating, usual, felt, rule):
    befores(companion, clock, usual)
    choices = companion.sessions.choices(rating, felt=felt)
    assert choices.offer.rule == rule
    kinds = {
        companion.content.exercises[item.exercise].category
        for choice in choices.offered
        for item in choice.programme.items
    }
    assert not kinds & {"resistance", "aerobic"}


def test_4_4_breathless_at_rest_is_written_down_and_no_session_is_suggested(companion):
    companion.sessions_before.keep(Before(3, "unwell"))
    assert [felt.what for felt in companion.diary.entries("felt")] == ["unwell"]
    assert companion.today.next().choices is None
    assert companion.sessions_before.felt() is None  # it is asked again, whenever


@pytest.mark.parametrize(("now", "rule", "share"), [(4, None, None), (5, "W6", 0.75)])
def test_4_4_an_hour_after(companion, clock, now, rule, share):
    session(companion, clock, 3, last=60)
    done = answer(companion, now)
    assert done.offer.rule == rule
    assert (done.softer.share if done.softer else None) == share


@pytest.mark.parametrize(("now", "rule"), [(None, None), (6, "W8")])
def test_4_4_the_next_morning(companion, clock, now, rule):
    mornings_of(companion, clock, 4)
    session(companion, clock, 3)
    next_morning(clock)
    done = answer(companion, now)
    assert done.offer.rule == rule
    assert done.offer.code == ("gentle_day" if rule else "unknown")
    assert (done.softer is not None) == bool(rule)


# What is due


def test_each_mark_is_asked_once_it_has_passed(companion, clock):
    session(companion, clock)
    assert companion.sessions_after.due() is None
    clock.go(minutes=30)
    assert companion.sessions_after.due().minutes == 30
    answer(companion, 5)
    assert companion.sessions_after.due() is None
    clock.go(minutes=30)
    assert companion.sessions_after.due().minutes == 60
    answer(companion, 4)
    clock.go(hours=2)
    assert companion.sessions_after.due() is None  # settled


def test_no_answer_is_not_asked_again_for_the_same_mark_and_counts_for_nothing(companion, clock):
    session(companion, clock, last=60)
    done = answer(companion, None)
    assert (done.offer.code, done.softer) == ("unknown", None)
    assert companion.sessions_after.due() is None
    clock.go(hours=1)
    assert companion.sessions_after.due().minutes == 120


def test_a_rating_logged_as_later_answers_what_is_due(companion, clock):
    session(companion, clock, last=60)
    companion.fatigue.log(5, when="later")
    assert companion.sessions_after.due() is None
    assert companion.sessions_after.in_force().offer.rule == "W6"


def test_a_helpers_view_is_asked_for_but_not_judged(companion, clock):
    session(companion, clock, last=60)
    question = companion.sessions_after.due()
    done = companion.sessions_after.log(Answer(question, 9, helper_view=True))
    assert (done.offer.code, done.softer) == ("unknown", None)
    assert companion.sessions_after.due() is None


def test_a_helpers_view_of_the_morning_leaves_the_persons_question_open(companion, clock):
    mornings_of(companion, clock, 3)
    session(companion, clock)
    next_morning(clock)
    question = companion.sessions_after.due()
    companion.sessions_after.log(Answer(question, 7, "nothing", helper_view=True))
    assert companion.sessions_after.due() == question
    assert companion.sessions_after.in_force() is None
    assert answer(companion, 7).offer.rule == "W8"


def test_a_helpers_view_leaves_the_rating_of_the_day_due(companion, clock):
    next_morning(clock)
    companion.fatigue.log(3, helper_view=True)
    assert "rating" in {remark.code for remark in companion.today.view().due}
    companion.fatigue.log(3)
    assert "rating" not in {remark.code for remark in companion.today.view().due}


def test_after_a_session_that_began_with_a_helpers_view_a_helpers_view_is_compared(companion, clock):
    companion.sessions_before.keep(Before(3, "nothing", helper_view=True))
    running = companion.sessions.start("hands_wrists", helper_view=True)
    while not running.ended:
        running.answered() if running.view().phase is Phase.ASK else running.go_on()
    clock.go(minutes=60)
    question = companion.sessions_after.due()
    assert companion.sessions_after.offer(Answer(question, 6)).code == "unknown"
    assert companion.sessions_after.log(Answer(question, 6, helper_view=True)).offer.rule == "W6"
    assert companion.sessions_after.in_force().offer.rule == "W6"


@pytest.mark.parametrize(("rating", "code", "good"), [(6, "unknown", 0), (9, "gentle_day", 0)])
def test_a_morning_without_a_usual_is_never_a_good_one(companion, clock, rating, code, good):
    session(companion, clock, last=120)
    answer(companion, 5)
    next_morning(clock)
    done = answer(companion, rating, "nothing")
    assert (done.offer.code, done.softer.good) == (code, good)


def test_a_morning_of_nine_without_a_usual_says_which_number_counts(companion, clock):
    session(companion, clock)
    next_morning(clock)
    done = answer(companion, 9, "nothing")
    assert words.why(done.offer, "") == (
        "The morning after a session was 9; your usual one is not known yet, and from 7 on a morning is a "
        "hard one."
    )


def test_a_second_rating_of_the_morning_does_not_take_a_hard_one_back(companion, clock):
    mornings_of(companion, clock, 3)
    session(companion, clock)
    next_morning(clock)
    companion.fatigue.log(7)
    clock.go(hours=2)
    companion.fatigue.log(3)
    assert companion.sessions_after.in_force().offer.rating == 7


def test_the_morning_after_is_asked_until_a_morning_is_answered(companion, clock):
    session(companion, clock)
    next_morning(clock)
    assert companion.sessions_after.due().when == "morning"
    companion.fatigue.log(3)
    assert companion.sessions_after.due() is None


def test_without_a_session_nothing_is_due(companion, clock):
    companion.sessions.rest()
    clock.go(hours=2)
    assert companion.sessions_after.due() is None
    next_morning(clock)
    assert companion.sessions_after.due() is None


def test_a_session_in_which_nothing_was_done_asks_nothing(companion, clock):
    companion.fatigue.log(3, when="before")
    companion.sessions.start("hands_wrists").stop()
    clock.go(hours=1)
    assert companion.sessions_after.due() is None


def test_what_is_due_stands_in_the_day(companion, clock):
    session(companion, clock, last=60)
    assert "after_session" in {remark.code for remark in companion.today.view().due}
    next_morning(clock)
    codes = [remark.code for remark in companion.today.view().due]
    assert "after_session" in codes
    assert "rating" not in codes  # one answer serves both
