from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from companion.domain.entries import Part
from companion.domain.sessions import Finished, Pace, Phase
from companion.domain.sessions_run import SessionRun

START = datetime(2026, 11, 22, 9, tzinfo=UTC)


def part(step, **given):
    usual = {
        "exercise": f"ex{step}",
        "mode": "active",
        "position": "sitting",
        "reps": 2,
        "move_s": 4,
        "hold_s": 3,
    }
    return Part(**{**usual, "step": step, "rest_s": 20, "ready_s": 5, **given})


def after(seconds):
    return START + timedelta(seconds=seconds)


def session(*steps, **pace):
    return SessionRun.start(
        steps or (part(1), part(2), part(3), part(4)), START, Pace(check_in=False, **pace)
    )


def shown(run, seconds):
    view = run.at(after(seconds))
    return view.phase, view.index, view.seconds_left


def done(run):
    return [(finished.part, finished.outcome) for finished in run.outcomes]


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


def test_skip_leaves_out_all_of_the_exercise():
    run = session(part(1, side="left"), part(1, side="right"), part(2)).skip(after(6))
    assert done(run) == [(0, "skipped"), (1, "skipped")]
    assert shown(run, 6) == (Phase.REST, 2, 20)


def test_skipping_before_it_began_does_not_rest_twice():
    run = session(between_s=10).skip(after(2))
    assert shown(run, 2) == (Phase.REST, 1, 10)


def test_skip_in_a_rest_is_about_the_coming_one_and_the_rest_goes_on():
    run = session().skip(after(24))
    assert done(run) == [(0, "done"), (1, "skipped")]
    assert shown(run, 24) == (Phase.REST, 2, 15)


def test_skipping_the_last_one_ends_it_and_can_be_taken_back():
    run = session(part(1)).skip(after(6))
    assert shown(run, 6) == (Phase.DONE, 1, None)
    assert shown(run.unskip(after(8)), 8) == (Phase.READY, 0, 5)


@pytest.mark.parametrize("at", [2, 6, 10, 24])
def test_unskip_takes_a_skip_back(at):
    run = session().tick(after(at))
    back = run.skip(after(at)).unskip(after(at))
    assert (back.outcomes, back.index) == (run.outcomes, run.index)


def test_unskip_goes_back_to_an_earlier_one_then_on():
    run = session().skip(after(2)).tick(after(10)).go_on(after(10)).go_on(after(11)).go_on(after(12))
    assert done(run) == [(0, "skipped"), (1, "done")]
    run = run.unskip(after(14))
    assert shown(run, 14) == (Phase.READY, 0, 5)
    run = run.go_on(after(15)).go_on(after(16))
    assert (done(run), run.index) == ([(1, "done"), (0, "done")], 2)


def test_with_nothing_skipped_unskip_does_nothing():
    run = session().tick(after(6))
    assert run.unskip(after(6)) == run
    assert not run.at(after(6)).can_unskip


def test_unskip_in_a_rest_does_not_cut_it_short():
    run = session().skip(after(24)).unskip(after(25))
    assert shown(run, 25) == (Phase.REST, 1, 14)


def test_more_rest_lengthens_this_rest():
    run = session().more_rest(after(20), 15)
    view = run.at(after(20))
    assert (view.seconds_left, view.seconds_total, view.extended_s, view.reason) == (34, 35, 15, "asked")
    assert run.at(after(39 + 15)).phase is Phase.READY


def test_more_rest_while_moving_is_for_the_coming_rest_only():
    run = session().more_rest(after(7), 15)
    assert run.at(after(19)).seconds_total == 35
    assert run.at(after(39 + 15 + 19)).seconds_total == 20


def test_more_rest_lengthens_getting_ready():
    assert session().more_rest(after(1), 15).at(after(1)).seconds_left == 19


def test_stretched_rests_stay_longer_and_say_why():
    run = session().stretch_rest(after(20), 2, "tired")
    view = run.at(after(20))
    assert (view.seconds_left, view.extended_s, view.reason) == (39, 20, "tired")
    assert run.at(after(59 + 19)).seconds_total == 40


def test_a_rest_is_never_stretched_twice_or_back():
    run = session().stretch_rest(after(1), 2, "tired")
    assert run.stretch_rest(after(2), 2, "again").at(after(19)).seconds_total == 40
    assert run.stretch_rest(after(2), 1, "fresh").at(after(19)).seconds_total == 40


ALL = ("active", "active_assisted", "passive")
MODES = {"ex1": ALL, "ex2": ("active", "passive"), "ex3": ("active",)}


def test_easier_goes_one_mode_down_where_the_exercise_allows_it():
    run = session(modes=MODES)
    assert [run.mode_of(n) for n in range(3)] == ["active"] * 3
    run = run.easier(after(1))
    assert [run.mode_of(n) for n in range(4)] == ["active_assisted", "passive", "active", "active"]
    run = run.easier(after(1))
    assert (run.mode_of(0), run.can_ease) == ("passive", False)
    assert run.easier(after(1)).harder(after(1)).mode_of(0) == "active_assisted"


def test_a_finished_part_keeps_the_mode_it_was_done_in():
    run = session(modes=MODES).tick(after(20)).easier(after(20))
    assert run.outcomes == (Finished(0, "done", "active"),)
    assert run.at(after(20)).part.mode == "passive"
    assert run.tick(after(39 + 19)).outcomes[1].mode == "passive"


def test_leaving_exercises_out_skips_what_is_still_to_come():
    run = session().tick(after(20)).leave_out(after(20), {"ex1", "ex3"})
    assert done(run) == [(0, "done"), (2, "skipped")]
    assert shown(run, 20) == (Phase.REST, 1, 19)


def test_leaving_out_the_one_under_way_rests_before_the_next():
    run = session().leave_out(after(7), {"ex1"})
    assert (done(run), shown(run, 7)) == ([(0, "skipped")], (Phase.REST, 1, 20))


def test_taking_back_a_later_one_does_not_disturb_the_one_under_way():
    run = session().leave_out(after(7), {"ex3"}).unskip(after(8))
    assert (done(run), shown(run, 8)) == ([], (Phase.MOVE, 0, 1))


def test_stop_keeps_what_was_done_and_stays_stopped():
    run = session().tick(after(50)).stop(after(50))
    assert done(run) == [(0, "done")]
    assert run.go_on(after(60)).skip(after(61)).unskip(after(62)).at(after(500)).phase is Phase.STOPPED


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


# Any course of commands

SECONDS = st.floats(0, 90).map(lambda seconds: round(seconds, 1))
COMMANDS = {
    "tick": lambda run, now: run.tick(now),
    "go_on": lambda run, now: run.go_on(now),
    "pause": lambda run, now: run.pause(now),
    "resume": lambda run, now: run.resume(now),
    "skip": lambda run, now: run.skip(now),
    "unskip": lambda run, now: run.unskip(now),
    "more_rest": lambda run, now: run.more_rest(now, 15),
    "stretch": lambda run, now: run.stretch_rest(now, 2, "tired"),
    "easier": lambda run, now: run.easier(now),
    "leave_out": lambda run, now: run.leave_out(now, {"ex2"}),
    "asked": lambda run, now: run.asked(now),
}
COURSES = st.lists(st.tuples(SECONDS, st.sampled_from(sorted(COMMANDS))), max_size=25)
PACES = st.builds(
    Pace,
    wait_for_go=st.booleans(),
    manual=st.booleans(),
    check_in=st.booleans(),
    between_s=st.sampled_from([0, 10]),
    modes=st.just(MODES),
)
DOSES = st.fixed_dictionaries(
    {
        "move_s": st.sampled_from([0, 0.1, 4]),
        "hold_s": st.sampled_from([0, 3, 0.7]),
        "rest_s": st.sampled_from([0, 20]),
    }
)
PARTS = st.lists(DOSES, max_size=5).map(
    lambda doses: tuple(part(n // 2 + 1, **dose) for n, dose in enumerate(doses))
)


def states(parts, pace, course):
    """The run after each command, with its moment."""
    now, run = START, SessionRun.start(parts, START, pace)
    for seconds, command in course:
        now += timedelta(seconds=seconds)
        run = COMMANDS[command](run, now)
        yield command, now, run


@given(PARTS, PACES, COURSES)
def test_no_part_is_reported_twice(parts, pace, course):
    for _, now, run in states(parts, pace, course):
        reported = [finished.part for finished in run.outcomes]
        assert len(set(reported)) == len(reported)
        assert run.index not in reported
        assert (run.at(now).phase is Phase.DONE) == (len(reported) == len(parts))


def performed(run):
    return [finished for finished in run.outcomes if finished.outcome == "done"]


@given(PARTS, PACES, COURSES)
def test_what_was_reported_stays_unless_a_skip_is_taken_back(parts, pace, course):
    earlier = SessionRun.start(parts, START, pace)
    for command, _, run in states(parts, pace, course):
        assert performed(run)[: len(performed(earlier))] == performed(earlier)
        assert command == "unskip" or run.outcomes[: len(earlier.outcomes)] == earlier.outcomes
        earlier = run


@given(
    PARTS, PACES, st.lists(st.tuples(SECONDS, st.sampled_from(["tick", "go_on", "pause", "asked", "skip"])))
)
def test_parts_are_finished_in_their_order(parts, pace, course):
    for _, _, run in states(parts, pace, course):
        assert [finished.part for finished in run.outcomes] == list(range(len(run.outcomes)))


@given(PARTS, PACES, COURSES, st.lists(SECONDS, max_size=8))
def test_ticks_in_between_change_nothing(parts, pace, course, ticks):
    run, now = SessionRun.start(parts, START, pace), START
    for _, moment, after_it in states(parts, pace, course):
        run, now = after_it, moment
    looked, at = run, now
    for seconds in ticks:
        at += timedelta(seconds=seconds)
        looked = looked.tick(at)
    assume(at - now <= timedelta(seconds=pace.longest_gap_s))
    assert looked.tick(at) == run.tick(at)
    assert looked.at(at) == run.at(at)


@given(
    PARTS,
    PACES,
    COURSES,
    st.sampled_from(["pause", "more_rest", "stretch", "easier", "unskip", "skip", "tick"]),
)
def test_a_rest_ends_only_by_its_clock_or_by_going_on(parts, pace, course, command):
    for _, now, run in states(parts, pace, course):
        before = run.at(now)
        if before.phase is Phase.REST:
            later = COMMANDS[command](run, now).at(now)
            ended_by_the_last_skip = later.phase is Phase.DONE
            assert ended_by_the_last_skip or later.under is Phase.REST
            assert ended_by_the_last_skip or later.seconds_left >= before.seconds_left


@given(PARTS, PACES, COURSES, SECONDS)
def test_pausing_takes_no_time_anywhere(parts, pace, course, seconds):
    for _, now, run in states(parts, pace, course):
        later = now + timedelta(seconds=seconds)
        if run.paused_at is None:
            there = run.pause(now).resume(later)
            assert (there.at(later).phase, there.at(later).seconds_left) == (
                run.at(now).phase,
                run.at(now).seconds_left,
            )


@given(PARTS, PACES, COURSES)
def test_unskip_is_the_inverse_of_skip(parts, pace, course):
    for _, now, run in states(parts, pace, course):
        if run.at(now).phase in (Phase.DONE, Phase.STOPPED):
            continue
        back = run.skip(now).unskip(now)
        same_step = {
            f.part for f in run.outcomes if f.outcome == "skipped" and run.parts[f.part].step == run.part.step
        }
        assert {f.part for f in back.outcomes} == {f.part for f in run.outcomes} - same_step
        assert back.index == min({run.index, *same_step})


@given(PARTS, PACES, COURSES)
def test_seconds_shown_are_never_below_nothing_or_above_their_total(parts, pace, course):
    for _, now, run in states(parts, pace, course):
        view = run.at(now)
        assert view.seconds_left is None or 0 <= view.seconds_left <= view.seconds_total
        assert view.time_left_s >= 0
