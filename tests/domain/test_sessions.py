"""The way through a session: what comes when, what waits, and what goes on by itself."""

import pytest
from domain.parts import START, after, done, part, session, shown

from companion.domain.sessions import Finished, Phase
from companion.domain.sessions_run import SessionRun

# 5 s ready, 2 × (4 s move + 3 s hold), 20 s rest: a part takes 39 s


@pytest.mark.parametrize(
    ("seconds", "phase", "index", "rep", "left", "total"),
    [
        (0, Phase.READY, 0, 0, 5, 5),
        (4.2, Phase.READY, 0, 0, 1, 5),
        (5, Phase.MOVE, 0, 1, 4, 4),
        (9, Phase.HOLD, 0, 1, 3, 3),
        (12, Phase.MOVE, 0, 2, 4, 4),
        (16, Phase.HOLD, 0, 2, 3, 3),
        (19, Phase.REST, 1, 0, 20, 20),
        (39, Phase.READY, 1, 0, 5, 5),
        (44, Phase.MOVE, 1, 1, 4, 4),
    ],
)
def test_the_way_through_a_part(seconds, phase, index, rep, left, total):
    view = session().at(after(seconds))
    assert (view.phase, view.index, view.rep, view.seconds_left, view.seconds_total) == (
        phase,
        index,
        rep,
        left,
        total,
    )


def test_it_ends_after_the_last_part_without_another_rest():
    run = session(part(1), part(2)).tick(after(39 + 19))
    assert (run.at(after(58)).phase, run.at(after(58)).part, run.at(after(58)).time_left_s) == (
        Phase.DONE,
        None,
        0,
    )
    assert done(run) == [(0, "done"), (1, "done")]


def test_a_session_of_nothing_is_over_at_once():
    assert SessionRun.start((), START).at(START).phase is Phase.DONE


def test_what_comes_next_is_told():
    run = session()
    moving, resting = run.at(after(6)), run.at(after(20))
    assert (moving.part.step, moving.next.step) == (1, 2)
    assert (resting.part.step, resting.next.step) == (2, 2)
    assert session(part(1)).at(after(6)).next is None


def test_the_time_left_counts_down_to_the_end():
    run = session(part(1), part(2))
    assert [run.at(after(s)).time_left_s for s in (0, 6, 19, 25, 39, 50, 58)] == [58, 52, 39, 33, 19, 8, 0]


def test_changing_the_exercise_takes_its_time():
    two_sides = (part(1, side="left", rest_s=3), part(1, side="right", rest_s=3), part(2))
    run = session(*two_sides, between_s=10)
    assert run.at(after(19)).seconds_total == 3
    assert run.at(after(22 + 19)).seconds_total == 10


def test_a_rest_is_at_least_the_least():
    assert session(part(1, rest_s=0), part(2), least_rest_s=8).at(after(19)).seconds_total == 8


def test_waiting_for_go_nothing_begins_by_itself():
    run = session(wait_for_go=True)
    assert shown(run, 3000) == (Phase.READY, 0, None)
    run = run.tick(after(300)).go_on(after(300))
    assert shown(run, 300) == (Phase.MOVE, 0, 4)
    assert shown(run, 300 + 14 + 20 + 100) == (Phase.READY, 1, None)


def test_done_by_hand_the_movement_waits():
    run = session(manual=True)
    assert shown(run, 500) == (Phase.MOVE, 0, None)
    run = run.tick(after(500)).go_on(after(500))
    assert (done(run), shown(run, 500)) == ([(0, "done")], (Phase.REST, 1, 20))


def test_a_stretch_keeps_its_clock_when_movements_are_done_by_hand():
    run = session(part(1, move_s=0, hold_s=30, reps=1), part(2), manual=True)
    assert shown(run, 6) == (Phase.HOLD, 0, 29)


def test_a_part_without_a_time_of_its_own_waits():
    assert shown(session(part(1, move_s=0, hold_s=0)), 200) == (Phase.MOVE, 0, None)


def test_go_on_starts_finishes_and_ends_the_rest():
    run = session().go_on(after(1))
    assert shown(run, 1) == (Phase.MOVE, 0, 4)
    run = run.go_on(after(3))
    assert (done(run), shown(run, 3)) == ([(0, "done")], (Phase.REST, 1, 20))
    run = run.go_on(after(4))
    assert shown(run, 4) == (Phase.READY, 1, 5)


def test_the_check_in_comes_once_in_the_middle_and_waits():
    run = SessionRun.start((part(1), part(2), part(3), part(4)), START)
    assert run.at(after(19)).phase is Phase.REST
    run = run.tick(after(58))
    assert (run.at(after(58)).phase, run.at(after(500)).phase) == (Phase.ASK, Phase.ASK)
    assert run.go_on(after(59)).at(after(59)).phase is Phase.ASK
    run = run.asked(after(100))
    assert shown(run, 100) == (Phase.REST, 2, 20)  # the rest begins with the answer, in full
    assert done(run.tick(after(300))) == [(n, "done") for n in range(4)]


def test_three_parts_are_asked_after_the_second():
    run = SessionRun.start((part(1), part(2), part(3)), START)
    assert [run.at(after(s)).phase for s in (19, 58)] == [Phase.REST, Phase.ASK]


def test_one_part_has_no_middle():
    assert SessionRun.start((part(1),), START).at(after(19)).phase is Phase.DONE


@pytest.mark.parametrize("at", [2, 7, 10, 25])
def test_a_pause_takes_no_time(at):
    run = session().pause(after(at))
    before, paused = session().at(after(at)), run.at(after(at + 300))
    assert (paused.phase, paused.under, paused.seconds_left) == (
        Phase.PAUSED,
        before.phase,
        before.seconds_left,
    )
    resumed = run.resume(after(at + 300))
    assert shown(resumed, at + 301) == shown(session(), at + 1)


def test_go_on_ends_a_pause():
    assert shown(session().pause(after(7)).go_on(after(100)), 100) == shown(session(), 7)


def test_a_broken_session_goes_on_with_the_first_open_part():
    outcomes = (Finished(0, "done", "active"), Finished(1, "skipped", "active"))
    run = SessionRun.resume_from((part(1), part(2), part(3)), outcomes, START, check_in_done=True)
    assert shown(run, 0) == (Phase.READY, 2, 5)
    assert (run.outcomes, run.at(START).parts_done) == (outcomes, 2)
    assert run.at(after(19)).phase is Phase.DONE


@pytest.mark.parametrize(
    ("seen", "phase", "index", "left"),
    [
        (7, Phase.MOVE, 0, 2),  # nobody did the rest of it
        (10, Phase.HOLD, 0, 2),
        (2, Phase.READY, 0, 3),
        (20, Phase.READY, 1, 5),  # a rest needs nobody: it ran out
    ],
)
def test_a_long_gap_pauses_what_nobody_did(seen, phase, index, left):
    run = session().tick(after(seen)).tick(after(seen + 601))
    view = run.at(after(seen + 700))
    assert (view.phase, view.under, view.index, view.seconds_left) == (Phase.PAUSED, phase, index, left)
    assert shown(run.resume(after(seen + 700)), seen + 700) == (phase, index, left)


def test_a_rest_longer_than_the_gap_just_goes_on():
    run = session(part(1, rest_s=2000), part(2)).tick(after(19)).tick(after(1019))
    assert shown(run, 1019) == (Phase.REST, 1, 1000)


def test_a_clock_set_back_takes_and_gives_no_time():
    run = session().tick(after(7)).tick(after(-3600))
    assert shown(run, -3600) == shown(session(), 7)
    assert shown(run, -3598) == (Phase.HOLD, 0, 3)
