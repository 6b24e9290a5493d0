"""What kinds of exercise need of the clock: own pace, rest as long as the work, questions after a bout."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.entries import Part
from companion.domain.sessions import Pace, Phase
from companion.domain.sessions_run import SessionRun

NOW = datetime(2026, 4, 14, 12, tzinfo=UTC)


def part(exercise="pedal", step=1, **facts):
    given = {
        "exercise": exercise, "step": step, "mode": "active", "position": "sitting", "reps": 1, "move_s": 180,
        "hold_s": 0, "rest_s": 30,
    }  # fmt: skip
    return Part(**(given | facts))


def bouts(sets):
    return tuple(part(set=n, sets=sets) for n in range(1, sets + 1))


def later(seconds):
    return NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize(("share", "rest"), [(1, 180), (2, 360), (0, 30)])
def test_the_rest_after_work_is_at_least_as_long_as_the_work(share, rest):
    pace = Pace(check_in=False, rest_shares={"pedal": share})
    view = SessionRun.start(bouts(2), NOW, pace).at(later(5 + 180))
    assert (view.phase, view.seconds_total) == (Phase.REST, rest)


def test_breath_follows_no_clock():
    run = SessionRun.start((part("breathe", reps=6, move_s=7), part(step=2)), NOW, Pace(own_pace={"breathe"}))
    view = run.at(later(500))
    assert (view.phase, view.index, view.seconds_left) == (Phase.MOVE, 0, None)


def test_getting_up_begins_only_once_everything_is_in_place():
    run = SessionRun.start((part("stand"), part(step=2)), NOW, Pace(wait_for_go=False, set_up={"stand"}))
    assert run.at(later(500)).phase is Phase.READY
    assert run.go_on(later(500)).at(later(501)).phase is Phase.MOVE


def test_a_check_in_stands_after_each_bout_and_is_brief_but_for_the_one_halfway():
    run, briefs = SessionRun.start(bouts(4), NOW, Pace(asks_after={"pedal"})), []
    at = NOW
    while run.at(at).phase is not Phase.DONE:
        if run.at(at).phase is Phase.ASK:
            briefs.append(run.tick(at).brief)
            run = run.asked(at)
        else:
            run = run.go_on(at)
        at += timedelta(seconds=1)
    assert briefs == [True, False, True]


def test_nothing_is_asked_between_two_sides_or_after_what_was_skipped():
    sides = (part(side="right"), part(side="left"), part(step=2), part(step=3), part(step=4), part(step=5))
    pace = Pace(asks_after={"pedal"})
    assert SessionRun.start(sides, NOW, pace).at(later(5 + 180)).phase is Phase.REST
    assert SessionRun.start(sides, NOW, pace).skip(NOW).at(NOW).phase is Phase.READY
