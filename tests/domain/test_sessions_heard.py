"""When a session speaks by itself: marks of a rest, moments of a movement, and what is newest."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entries import Part
from companion.domain.sessions import Pace, Phase
from companion.domain.sessions_heard import Due, due, marks, moments, still, wait
from companion.domain.sessions_run import SessionRun

BEGIN = datetime(2026, 4, 14, 16, 15, tzinfo=UTC)
PACE = Pace(wait_for_go=True, check_in=False)
PART = {"exercise": "elbow_bend", "mode": "active", "position": "sitting"}


def part(step=1, *, reps=3, move=4.0, hold=0.0, rest=60.0):
    return Part(**PART, step=step, reps=reps, move_s=move, hold_s=hold, rest_s=rest)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (60, (30, 10)), (30, (10,)), (35, (30, 10)), (15, (10,)), (12, ()), (120, (30, 10)),
        (180, (120, 60, 10)), (125, (120, 60, 10)), (600, (540, 480, 420, 360, 300, 240, 180, 120, 60, 10)),
    ],
)  # fmt: skip
def test_the_seconds_at_which_a_rest_speaks(total, expected):
    assert marks(total) == expected


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ((3, 3, 20), {(2, "move"): "let_go", (3, "move"): "let_go"}),  # hold would follow the start too soon
        ((2, 6, 20), {(1, "hold"): "hold", (2, "move"): "let_go", (2, "hold"): "hold"}),
        ((3, 5, 1), {(2, "move"): "times", (3, "move"): "times"}),  # too short a hold to let go of
        ((8, 2, 0), {}),
        ((1, 180, 0), {}),
    ],
)
def test_a_movement_is_counted_no_more_often_than_every_five_seconds(shape, expected):
    reps, move, hold = shape
    assert moments(part(reps=reps, move=move, hold=hold)) == expected


def test_a_counted_rest_speaks_three_times_and_who_was_away_hears_only_the_end():
    run = SessionRun.start((part(1), part(2)), BEGIN, PACE).go_on(BEGIN)
    run = run.go_on(BEGIN)
    before, said = run.at(BEGIN), []
    for second in range(1, 80):
        now = run.at(BEGIN + timedelta(seconds=second))
        said.append(due(before, now))
        before = now
    assert [found for found in said if found] == [Due("left", 30), Due("left", 10), Due("rest_over")]
    assert due(run.at(BEGIN), run.at(BEGIN + timedelta(seconds=400))) == Due("rest_over")


def test_a_movement_and_its_rest_that_both_passed_are_one_saying():
    run = SessionRun.start((part(1), part(2)), BEGIN, PACE).go_on(BEGIN)
    moving = run.at(BEGIN)
    assert due(moving, run.at(BEGIN + timedelta(seconds=20))) == Due("done")
    assert due(moving, run.at(BEGIN + timedelta(seconds=100))) == Due("rest_over")


def test_the_last_movement_ends_the_session():
    run = SessionRun.start((part(1),), BEGIN, PACE).go_on(BEGIN)
    over = run.at(BEGIN + timedelta(seconds=20))
    assert due(run.at(BEGIN), over) == Due("session_over")
    assert due(over, over) is None


def test_nothing_is_due_while_it_is_paused():
    run = SessionRun.start((part(1), part(2)), BEGIN, PACE).go_on(BEGIN).go_on(BEGIN)
    held = run.pause(BEGIN + timedelta(seconds=5))
    later = held.at(BEGIN + timedelta(seconds=300))
    assert due(held.at(BEGIN + timedelta(seconds=5)), later) is None
    assert wait(later) is None


@given(st.lists(st.floats(0.1, 40), min_size=1, max_size=40))
def test_a_rest_looked_at_whenever_never_says_anything_twice(gaps):
    run = SessionRun.start((part(1), part(2)), BEGIN, PACE).go_on(BEGIN).go_on(BEGIN)
    at, before, said = BEGIN, run.at(BEGIN), []
    for gap in gaps:
        at += timedelta(seconds=gap)
        now = run.at(at)
        said.append(due(before, now))
        before = now
    heard = [found for found in said if found]
    assert len(heard) == len(set(heard))
    assert [f.number for f in heard] == sorted((f.number for f in heard), reverse=True)


@given(st.floats(0, 59.9))
def test_waiting_as_long_as_told_brings_something_to_say(passed):
    run = SessionRun.start((part(1), part(2)), BEGIN, PACE).go_on(BEGIN).go_on(BEGIN)
    at = BEGIN + timedelta(seconds=passed)
    view = run.at(at)
    assert due(view, run.at(at + timedelta(seconds=wait(view) or 0))) is not None


def test_a_still_countdown_shows_only_what_is_also_said():
    run = SessionRun.start((part(1), part(2)), BEGIN, PACE).go_on(BEGIN).go_on(BEGIN)
    shown = [still(run.at(BEGIN + timedelta(seconds=s))).seconds_left for s in range(60)]
    assert sorted(set(shown), reverse=True) == [60, 30, 10]
    assert shown.index(30) == 30
    assert shown.index(10) == 50
    waiting = replace(run.at(BEGIN), seconds_left=None, seconds_total=None, under=Phase.READY)
    assert still(waiting) == waiting
