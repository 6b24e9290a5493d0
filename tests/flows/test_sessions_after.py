"""What is asked before a session, after it and the morning after, and what is said about the next one."""

from datetime import timedelta

import pytest

from companion.domain.sessions import Phase
from companion.flows import fatigue, history, sessions, sessions_running
from companion.flows.sessions_after import ask_after


@pytest.fixture
def done(companion, clock, talk):
    """A session that began at 3 and was done to its end."""
    return lambda: _done(companion, talk)


def _done(companion, talk):
    return to_the_end(
        talk(sessions.start_session(companion, programme="hands_wrists"), [3, "nothing"]).session
    )


def to_the_end(running):
    while not running.ended:
        running.answered() if running.view().phase is Phase.ASK else running.go_on()
    return running


def next_morning(clock):
    clock.now = (clock.now + timedelta(days=1)).replace(hour=8, minute=0)


def kept(companion, *kinds):
    return [
        (entry.when, getattr(entry, "rating", None) if entry.kind == "fatigue" else entry.what)
        for entry in companion.diary.entries(*(kinds or ("fatigue", "felt")))
    ]


def test_nothing_different_goes_on(companion, talk):
    told = talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"])
    assert told.asked[1].default == "nothing"
    assert told.session is not None
    assert kept(companion) == [("before", 3), ("before", "nothing")]


def test_weaker_than_usual_offers_the_gentle_ones(companion, talk):
    told = talk(sessions.start_session(companion, programme="morning_full_body"), [3, "weaker", "rest"])
    assert told.texts[0].startswith("Weaker than usual today.")
    assert kept(companion, "felt") == [("before", "weaker")]


def test_a_warning_sign_starts_nothing_and_leads_to_the_warning_signs(companion, talk):
    told = talk(sessions.start_session(companion), [3, "unwell"])
    assert told.session is None
    assert [(say.level, say.text[:19]) for say in told.said] == [("signs", "Please do not start")]
    assert kept(companion) == [("before", 3), ("before", "unwell")]


def test_no_answer_and_nothing_different_still_begins(companion, talk):
    told = talk(sessions.start_session(companion, programme="energy_mini"), [None, "nothing"])
    assert told.session.started.start_rating is None


def test_an_hour_after_it_says_the_numbers_and_what_follows(companion, clock, talk, done):
    done()
    clock.go(hours=1)
    told = talk(ask_after(companion), [5])
    assert told.asked[0].title.startswith("Hands and wrists ended at 16:15.")
    said = (
        "Saved: tiredness 5 of 10. An hour after a session on 14 April you were at 5; you began at 3. "
        "Sessions are cut by a quarter and with longer rests, until 2 good mornings. "
        "You can choose all of it."
    )
    assert told.texts == [said]
    assert told.said[0].level == "notice"


def test_half_an_hour_after_it_asks_again_at_an_hour(companion, clock, talk, done):
    done()
    clock.go(minutes=30)
    assert "Rest for now." in talk(ask_after(companion), [5]).texts[0]


def test_settled_says_only_that_it_is_saved(companion, clock, talk, done):
    done()
    clock.go(hours=1)
    assert talk(ask_after(companion), [4]).texts == ["Saved: tiredness 4 of 10."]


def test_nothing_due_says_so(companion, talk):
    assert talk(ask_after(companion)).result is None


def test_the_morning_after_asks_for_weaker_or_sore(companion, clock, talk, done):
    done()
    next_morning(clock)
    told = talk(ask_after(companion), [3, "sore"])
    assert told.ids == ["fatigue", "felt"]
    assert "weaker or newly sore" in told.texts[0]
    assert kept(companion)[-2:] == [("morning", 3), ("morning", "sore")]


def test_a_helper_is_asked_whose_view_the_answer_is(companion, clock, talk, done):
    done()
    clock.go(hours=1)
    companion.by = "Maria"
    assert talk(ask_after(companion), [9, True]).ids == ["fatigue", "helper_view"]
    assert companion.sessions_after.in_force() is None


def test_what_is_due_is_asked_before_a_new_session_and_counts_for_it(companion, clock, talk, done):
    done()
    clock.go(hours=1)
    told = talk(sessions.start_session(companion, programme="hands_wrists"), [5, 3, "nothing", False])
    assert told.ids == ["fatigue", "fatigue", "different", "whole"]
    whole = told.asked[3]
    assert "you were at 5; you began at 3. This one is" in whole.title
    assert ", not " in whole.title
    assert whole.default is False
    assert told.session.started.softened == 0.75


def test_nothing_is_written_down_before_the_last_answer(companion, clock, talk, done):
    done()
    clock.go(hours=1)
    before = kept(companion)
    flow = sessions.start_session(companion, programme="hands_wrists")
    next(flow)
    for answer in (5, 3, "nothing"):
        flow.send(answer)
    assert kept(companion) == before


def test_all_of_it_is_the_persons_choice(companion, clock, talk, done):
    first = done()
    clock.go(hours=1)
    told = talk(sessions.start_session(companion, programme="hands_wrists"), [5, 3, "nothing", True])
    assert told.session.started.whole
    assert told.session.started.parts == first.started.parts


def test_one_rating_answers_the_morning_and_the_start(companion, clock, talk, done):
    done()
    next_morning(clock)
    told = talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"])
    assert "sore" in {option.value for option in told.asked[1].options}
    assert kept(companion)[-4:] == [
        ("morning", 3), ("morning", "nothing"), ("before", 3), ("before", "nothing"),
    ]  # fmt: skip
    assert companion.sessions_after.due() is None


def test_a_plain_rating_of_the_morning_says_what_it_leads_to(companion, clock, talk, done):
    for ago in range(6, 0, -1):
        companion.fatigue.log(4, when="morning", at=clock.now - timedelta(days=ago, hours=8))
    done()
    next_morning(clock)
    told = talk(fatigue.log_fatigue(companion, rating=6))
    assert any("your usual morning is 4.0" in text for text in told.texts)


def test_undo_takes_back_the_whole_answer(companion, clock, talk, done):
    done()
    next_morning(clock)
    before = kept(companion)
    talk(ask_after(companion), [3, "sore"])
    talk(history.undo(companion))
    assert kept(companion) == before


def test_a_rating_of_the_command_line_keeps_what_the_question_keeps(companion, clock, talk, done):
    done()
    clock.go(hours=1)
    talk(fatigue.log_fatigue(companion, rating=5, when="later"))
    logged = companion.diary.entries("fatigue")[-1]
    talk(history.undo(companion))
    talk(ask_after(companion), [5])
    asked = companion.diary.entries("fatigue")[-1]
    assert asked.model_dump(exclude={"id"}) == logged.model_dump(exclude={"id"})


def test_a_morning_that_makes_the_watch_rise_says_so_beside_what_it_leads_to(companion, clock, talk, done):
    for _ in range(14):
        next_morning(clock)
        companion.fatigue.log(3, when="morning")
    for rating in (7, 7):
        clock.now = clock.now.replace(hour=16)
        to_the_end(
            talk(sessions.start_session(companion, programme="energy_mini", rating=3), ["nothing"]).session
        )
        next_morning(clock)
        told = talk(ask_after(companion), [rating, "nothing"])
    assert [say.level for say in told.said] == ["notice", "notice"]
    assert told.texts[1].startswith("Notice: more tired than usual. Since 29 April your last")


def test_a_bad_morning_without_a_session_the_day_before_blames_none(companion, clock, talk, done):
    for _ in range(6):
        next_morning(clock)
        companion.fatigue.log(3, when="morning")
    done()
    for answers in ([6, "nothing"], [6]):
        next_morning(clock)
        told = talk(ask_after(companion), answers)
    assert "The morning after a session" not in told.texts[0]
    assert told.texts[0].startswith("Saved: tiredness 6 of 10. 0 good mornings of 2.")


def test_a_rating_asked_for_on_the_morning_after_asks_for_weaker_or_sore(companion, clock, talk, done):
    running = done()
    next_morning(clock)
    told = talk(fatigue.log_fatigue(companion), [3, "sore"])
    assert told.ids == ["fatigue", "felt"]
    assert companion.diary.entries("felt")[-1].session == running.id
    assert companion.sessions_after.in_force().offer.rule == "W8"
    assert talk(fatigue.log_fatigue(companion), [3]).ids == ["fatigue"]


def test_undo_takes_back_a_rating_with_what_was_asked_beside_it(companion, clock, talk, done):
    done()
    next_morning(clock)
    before = kept(companion)
    talk(fatigue.log_fatigue(companion), [3, "sore"])
    talk(history.undo(companion))
    assert kept(companion) == before


def test_a_rating_in_one_line_asks_nothing_more(companion, clock, talk, done):
    done()
    next_morning(clock)
    assert talk(fatigue.log_fatigue(companion, rating=3)).ids == []


def test_a_helper_is_asked_once_whose_view_a_session_begins_with(companion, talk):
    companion.fatigue.log(5)
    companion.by = "Maria"
    told = talk(sessions.start_session(companion, programme="energy_mini"), [True, 6, "nothing"])
    assert told.ids == ["helper_view", "fatigue", "different"]
    assert told.asked[1].default is None  # the person's own rating is no start for a helper's view
    running = told.session
    assert (running.started.start_rating, running.started.helper_view) == (6, True)
    talk(sessions_running.check_in(companion, running), [7, None])
    talk(sessions_running.end_session(to_the_end(running) and companion, running), [6])
    rated = companion.diary.entries("fatigue")
    assert [(one.when, one.helper_view) for one in rated] == [
        ("day", False), ("before", True), ("during", True), ("after", True),
    ]  # fmt: skip


def test_what_the_person_told_the_helper_is_the_persons_own(companion, talk):
    companion.by = "Maria"
    told = talk(sessions.start_session(companion, programme="energy_mini"), [False, 6, "nothing"])
    assert not told.session.started.helper_view
    assert companion.fatigue.own_today().rating == 6


def test_one_answer_says_whose_view_what_is_due_is_as_well(companion, clock, talk, done):
    done()
    clock.go(hours=1)
    companion.by = "Maria"
    told = talk(sessions.start_session(companion, programme="energy_mini"), [True, 9, 3, "nothing"])
    assert told.ids == ["helper_view", "fatigue", "fatigue", "different"]
    assert companion.sessions_after.in_force() is None


def test_a_helpers_view_is_not_the_row_that_ones_own_rating_begins_on(companion, talk):
    companion.fatigue.log(9, helper_view=True)
    told = talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"])
    assert told.asked[0].default is None


def test_a_fall_of_today_is_asked_about_and_the_person_decides(companion, talk):
    companion.sessions_notes.note("fall")
    told = talk(sessions.start_session(companion, programme="energy_mini"), [3, "unwell"])
    assert (told.asked[1].default, told.session) == ("unwell", None)
    told = talk(sessions.start_session(companion, programme="energy_mini"), ["nothing"])
    assert told.asked[0].default == "unwell"
    assert told.session is not None


def test_what_was_done_on_the_day_of_a_fall_can_be_written_down(companion, talk):
    companion.sessions_notes.note("fall")
    told = talk(sessions.log_session(companion), ["energy_mini", 5])
    assert told.result.ended.outcome == "finished"


def test_a_start_rating_that_answers_the_morning_makes_the_watch_speak_too(companion, clock, talk, done):
    for _ in range(14):
        next_morning(clock)
        companion.fatigue.log(3, when="morning")
    for _ in range(2):
        clock.now = clock.now.replace(hour=16)
        to_the_end(
            talk(sessions.start_session(companion, programme="energy_mini", rating=3), ["nothing"]).session
        )
        next_morning(clock)
        told = talk(sessions.start_session(companion, rating=7), ["nothing", "rest"])
    assert [text[:29] for text in told.texts].count("Notice: more tired than usual") == 1
