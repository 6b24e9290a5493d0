"""What a hard session or morning does to the next ones, and until when."""

import pytest
from services.settling import answer, mornings_of, next_morning, session


def test_while_sessions_are_softer_every_morning_is_asked(companion, clock):
    mornings_of(companion, clock, 3)
    session(companion, clock, last=60)
    answer(companion, 5)
    next_morning(clock)
    answer(companion, 3)
    next_morning(clock)
    assert companion.sessions_after.due().session is None
    assert answer(companion, 3).softer is None
    next_morning(clock)
    assert companion.sessions_after.due() is None


# The next session


def softened(companion, clock, rule):
    session(companion, clock, last={"W6": 60, "W7": 120}[rule])
    return answer(companion, 5).softer


@pytest.mark.parametrize(("rule", "share"), [("W6", 0.75), ("W7", 0.5)])
def test_the_next_session_is_cut_to_its_share_and_then_rests_longer(companion, clock, rule, share):
    whole = list(companion.sessions.parts(companion.sessions.programme("hands_wrists")))
    softened(companion, clock, rule)
    choice = companion.sessions.choices(3).choice("hands_wrists")
    running = companion.sessions.start("hands_wrists")
    parts = running.started.parts
    assert running.view().time_left_s / 60 == pytest.approx(choice.minutes)
    assert [part.exercise for part in parts] == [part.exercise for part in whole[: len(parts)]]
    assert parts[0].rest_s > whole[0].rest_s
    assert (running.started.softened, running.started.whole) == (share, False)
    clock.go(minutes=1)
    companion.plan.set("limits", "after.rest_factor=1", decided_by="Dr Lee", confirmed=True)
    cut = companion.sessions.choices(3).choice("hands_wrists")
    assert cut.minutes <= share * choice.whole_minutes
    assert len(companion.sessions.start("hands_wrists").started.parts) == len(parts)  # rests cost no exercise


def test_somebody_may_decide_to_do_all_of_it(companion, clock):
    softened(companion, clock, "W7")
    whole = list(companion.sessions.parts(companion.sessions.programme("hands_wrists")))
    started = companion.sessions.start("hands_wrists", whole=True).started
    assert list(started.parts) == whole
    assert (started.softened, started.whole) == (0.5, True)


@pytest.mark.parametrize(("rule", "bands"), [("W6", True), ("W7", False)])
def test_after_two_hours_there_are_no_bands(companion, clock, rule, bands):
    companion.plan.clear("resistance", decided_by="Dr Lee")
    softened(companion, clock, rule)
    categories = companion.content.exercises
    programmes = companion.content.programmes.values()
    softer = companion.sessions_after.in_force()
    kinds = {
        categories[part.exercise].category
        for p in programmes
        for part in companion.sessions.planned(p, softer)
    }
    assert ("resistance" in kinds) is bands


def test_a_bad_morning_puts_the_gentle_ones_first_and_leaves_them_whole(companion, clock):
    mornings_of(companion, clock, 4)
    session(companion, clock)
    next_morning(clock)
    answer(companion, 6)
    choices = companion.sessions.choices(3)
    assert choices.tired
    assert choices.offered[0].programme.gentle
    assert choices.offered[0].whole_minutes is None
    next_morning(clock)
    choices = companion.sessions.choices(3)
    assert not choices.tired
    assert choices.softer.share == 0.5


def test_weaker_in_the_morning_softens_as_well(companion, clock):
    session(companion, clock)
    next_morning(clock)
    done = answer(companion, 3, "weaker")
    assert (done.offer.rule, done.softer.gentle) == ("W8", True)


def test_undo_of_the_answer_makes_the_session_whole_again(companion, clock):
    softened(companion, clock, "W6")
    companion.history.undo()
    assert companion.sessions_after.in_force() is None


def test_twice_in_a_week_is_said_on_the_day_of_the_second(companion, clock):
    assert softened(companion, clock, "W6")
    assert companion.sessions_after.tell() == ()
    clock.go(days=3)
    session(companion, clock, last=60)
    assert len(answer(companion, 5).tell) == 2
    assert "tell_therapist" in {remark.code for remark in companion.today.view().due}
    next_morning(clock)
    assert companion.sessions_after.tell() == ()


def test_eight_days_apart_is_not_twice_in_a_week(companion, clock):
    softened(companion, clock, "W6")
    clock.go(days=8)
    session(companion, clock, last=60)
    assert answer(companion, 5).tell == ()
