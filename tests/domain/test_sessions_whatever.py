"""What holds in any session, whatever is pressed and however time passes."""

from datetime import timedelta

from domain.parts import MODES, START, part
from hypothesis import assume, given
from hypothesis import strategies as st

from companion.domain.sessions import Pace, Phase
from companion.domain.sessions_run import SessionRun

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
