"""The hours and mornings after a session: what is due, what softens the next one, until when."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entries import Part
from companion.domain.fatigue_after import (
    Morning,
    PastSession,
    due,
    judged,
    longer_rests,
    shortened,
    slow_to_settle,
    softer,
    without,
)
from companion.domain.limits import AfterLimits

NOON = datetime(2026, 4, 14, 12, tzinfo=UTC)
DAY = date(2026, 4, 14)
LIMITS = AfterLimits(
    first_minutes=30, second_minutes=60, third_minutes=120, still_up=2, settled_within=1, shorter=0.75,
    much_shorter=0.5, morning_rise=2, good_mornings=2, rest_factor=1.5, tell_times=2, tell_days=7,
)  # fmt: skip


def past(start=3, *answers, on=DAY, id="s"):
    """A session that ended at noon; answers are minutes and rating."""
    ended = datetime.combine(on, NOON.timetz())
    given = tuple((ended + timedelta(minutes=minutes), rating) for minutes, rating in answers)
    return PastSession(id, "Hands", on, ended, start, given)


def usual(_):
    return 4.0


@pytest.mark.parametrize(
    ("session", "minutes", "asked"),
    [  # care.md, "Around a session": 30 min, 1 h, 2 h after
        (past(), 29, None),
        (past(), 30, 30),
        (past(), 59, 30),
        (past(), 60, 60),
        (past(), 120, 120),
        (past(), 400, 120),  # asked when the program is next open
        (past(None), 60, None),  # a start that is not known
        (past(3, (30, 5)), 45, None),
        (past(3, (30, 5)), 60, 60),  # still 2 up: asked again at 60
        (past(3, (30, 4)), 120, None),  # settled: nobody is asked again
        (past(3, (60, 5)), 120, 120),
        (past(3, (120, 6)), 300, None),
        (past(3, (60, None)), 90, None),  # asked and not answered: not again for the same mark
        (past(3, (60, None)), 120, 120),
        (past(3, (5, 3)), 60, 60),  # an answer before the first mark is none
    ],
)
def test_what_is_due(session, minutes, asked):
    assert due(session, NOON + timedelta(minutes=minutes), LIMITS) == asked


@pytest.mark.parametrize(
    ("answers", "rule"),
    [  # clinical_exercise.md 4.2 W5 to W7
        ([(30, 5)], "W5"),
        ([(30, 5), (60, 5)], "W6"),
        ([(60, 5), (120, 4)], "W6"),
        ([(60, 5), (120, 5)], "W7"),
        ([(60, 4)], None),
        ([(60, None)], None),
        ([], None),
    ],
)
def test_the_gravest_answer_counts(answers, rule):
    offer = judged(past(3, *answers), LIMITS)
    assert (offer.rule if offer else None) == rule


def held(sessions, mornings, days):
    """What holds some days after the first session; mornings by days after it."""
    told = {DAY + timedelta(days=n): m if isinstance(m, Morning) else Morning(m) for n, m in mornings.items()}
    return softer(sessions, told, usual, DAY + timedelta(days=days), LIMITS, 7)


HARD = past(3, (60, 5))
HARDER = past(3, (120, 5))


@pytest.mark.parametrize(
    ("sessions", "mornings", "days", "share", "good"),
    [
        ([past(3, (60, 4))], {}, 0, None, 0),
        ([past(3, (30, 6))], {}, 0, None, 0),  # half an hour only asks again
        ([HARD], {}, 0, 0.75, 0),
        ([HARDER], {}, 0, 0.5, 0),
        ([HARD], {1: 4}, 1, 0.75, 1),
        ([HARD], {1: 4, 2: 5}, 2, None, 0),  # two good mornings
        ([HARD], {1: 4}, 9, 0.75, 1),  # days without an answer are unknown, never fine
        ([HARD], {1: Morning(None)}, 1, 0.75, 0),
        ([HARD], {1: 6}, 1, 0.5, 0),  # W8
        ([HARD], {1: 6, 2: 4, 3: 4}, 3, None, 0),
        ([HARD], {1: 4, 2: 6, 3: 4}, 3, 0.75, 1),  # a bad morning in between begins anew
        ([past(3)], {1: 6}, 1, 0.5, 0),
        ([past(3)], {1: Morning(4, weaker=True)}, 1, 0.5, 0),
        ([past(3)], {1: Morning(None, sore=True)}, 1, 0.5, 0),
        ([past(3)], {2: 9}, 2, None, 0),  # not the morning after
        ([HARDER, past(3, (60, 5), on=DAY + timedelta(days=1))], {1: 4}, 1, 0.5, 0),  # the graver one stays
    ],
)
def test_what_holds(sessions, mornings, days, share, good):
    found = held(sessions, mornings, days)
    assert (found.share if found else None, found.good if found else 0) == (share, good)


def test_only_the_bad_morning_itself_is_gentle():
    assert held([past(3)], {1: 6}, 1).gentle
    assert not held([past(3)], {1: 6}, 2).gentle


@pytest.mark.parametrize(("session", "bands"), [(HARD, True), (HARDER, False)])
def test_two_hours_leave_out_bands_and_aerobic(session, bands):
    assert held([session], {}, 0).no_load is not bands


def test_each_slow_session_and_bad_morning_is_counted_once():
    sessions = [past(3, (60, 5), (120, 5)), past(3, (30, 5), on=DAY + timedelta(days=3), id="t")]
    mornings = {DAY + timedelta(days=1): Morning(6), DAY + timedelta(days=2): Morning(9)}
    found = slow_to_settle(sessions, mornings, usual, LIMITS, 7)
    assert [(on - DAY, offer.rule) for on, offer in found] == [
        (timedelta(0), "W7"),
        (timedelta(days=1), "W8"),
    ]


mornings = st.dictionaries(st.integers(0, 20), st.integers(0, 10) | st.none(), max_size=12)
answers = st.lists(st.tuples(st.sampled_from([30, 60, 120]), st.integers(0, 10) | st.none()))
sessions = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 8), answers), max_size=6)


@given(mornings, sessions)
def test_what_is_not_answered_changes_nothing(mornings, sessions):
    told = [
        past(start, *answers, on=DAY + timedelta(days=on), id=str(n))
        for n, (on, start, answers) in enumerate(sorted(sessions, key=lambda s: s[0]))
    ]
    known = [
        past(
            one.start, *((one.minutes(at), r) for at, r in one.answers if r is not None), on=one.on, id=one.id
        )
        for one in told
    ]
    answered = {day: rating for day, rating in mornings.items() if rating is not None}
    assert held(told, mornings, 21) == held(known, answered, 21)


def parts(exercises):
    """Parts of (sets, rest) each."""
    return tuple(
        Part(
            exercise=f"e{step}", step=step, set=n, sets=sets, mode="active", position="sitting", reps=4,
            move_s=5, hold_s=0, rest_s=rest,
        )
        for step, (sets, rest) in enumerate(exercises, 1)
        for n in range(1, sets + 1)
    )  # fmt: skip


def seconds(some):
    return sum(part.reps * part.move_s + part.rest_s for part in some)


programmes = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 60)), min_size=1, max_size=8).map(parts)


@given(programmes, st.floats(0.1, 1))
def test_what_is_left_is_a_session_of_at_most_its_share(whole, share):
    most = share * seconds(whole)
    left = shortened(longer_rests(whole, 1.5), most, seconds)
    assert left
    assert seconds(left) <= most or len(left) == 1
    steps = list(dict.fromkeys(p.step for p in left))
    assert steps == list(range(1, len(steps) + 1))
    assert [p.step for p in left] == sorted(p.step for p in left)
    assert all(p.set <= p.sets for p in left)
    assert all(p.sets == len([q for q in left if q.step == p.step]) for p in left)


def test_sets_go_where_there_are_most_of_them_before_exercises_do():
    whole = parts([(1, 10), (6, 10), (2, 10)])
    left = shortened(whole, 5 / 9 * seconds(whole), seconds)
    assert [p.exercise for p in left] == ["e1", "e2", "e2", "e3", "e3"]


def test_exercises_go_from_the_end_once_each_has_one_set():
    whole = parts([(1, 10), (2, 10), (1, 10)])
    assert [p.exercise for p in shortened(whole, 2 / 4 * seconds(whole), seconds)] == ["e1", "e2"]
    assert [p.exercise for p in shortened(whole, 1 / 9 * seconds(whole), seconds)] == ["e1"]


@given(programmes, st.sets(st.sampled_from(["e1", "e2", "e3"])))
def test_steps_are_counted_anew_without_some(whole, out):
    left = without(whole, out)
    assert not out & {p.exercise for p in left}
    assert sorted({p.step for p in left}) == list(range(1, len({p.exercise for p in left}) + 1))
