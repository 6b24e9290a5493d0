"""On which days things are planned, and when to knock."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.reminders import (
    Knocks,
    days_a_week,
    first_again,
    first_on,
    is_due,
    to_quarter,
    weekdays,
)

TUESDAY = date(2026, 4, 14)
NOW = datetime.fromisoformat("2026-04-14T09:00")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, ()),
        (1, (0,)),
        (2, (0, 3)),
        (3, (0, 2, 4)),
        (4, (0, 1, 3, 5)),
        (5, (0, 1, 2, 4, 5)),
        (6, (0, 1, 2, 3, 4, 5)),
        (7, (0, 1, 2, 3, 4, 5, 6)),
    ],
)
def test_days_are_spread_over_the_week(days, expected):
    assert weekdays(days) == expected


def test_up_to_three_days_are_never_two_running_over_the_end_of_the_week_too():
    for days in (2, 3):
        found = weekdays(days)
        gaps = [(after - before) % 7 for before, after in zip(found, (*found[1:], found[0]), strict=True)]
        assert min(gaps) >= 2


def test_what_is_meant_for_fewer_days_decides_for_the_whole_session():
    """Early mobility with a band: seven exercises for every day and two for three days a week."""
    assert days_a_week([7, 7, 7, 7, 7, 3, 3, 7, 7]) == 3
    assert days_a_week([]) == 0


def test_the_first_day_is_today_where_today_is_one_of_them():
    assert first_on((1, 4), TUESDAY) == TUESDAY
    assert first_on((0, 3), TUESDAY) == date(2026, 4, 16)
    assert first_on((0,), TUESDAY) == date(2026, 4, 20)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (None, TUESDAY),
        (TUESDAY, date(2026, 4, 28)),
        (date(2026, 4, 13), date(2026, 4, 27)),
        (date(2026, 3, 31), TUESDAY),
        (date(2026, 3, 30), date(2026, 4, 27)),
    ],
)
def test_weighing_comes_again_on_the_weekday_of_the_last_one(last, expected):
    assert first_again(last, 14, TUESDAY) == expected


@given(st.integers(0, 4000), st.integers(1, 60))
def test_the_next_time_is_never_gone_by_and_whole_rounds_away(ago, every):
    last = TUESDAY - timedelta(days=ago)
    found = first_again(last, every, TUESDAY)
    assert found >= TUESDAY
    assert found > last
    assert (found - last).days % every == 0
    assert found - timedelta(days=every) < TUESDAY or found - timedelta(days=every) == last


@pytest.mark.parametrize(("ago", "due"), [(13, False), (14, True), (15, True)])
def test_a_weight_is_due_once_the_last_is_so_old(ago, due):
    assert is_due(TUESDAY - timedelta(days=ago), 14, TUESDAY) is due
    assert is_due(None, 14, TUESDAY)


def test_times_are_quarters_of_an_hour():
    assert [to_quarter(time(7, minute)) for minute in (0, 14, 38, 59)] == [
        time(7), time(7), time(7, 30), time(7, 45),
    ]  # fmt: skip


def test_it_knocks_once_a_thing_and_at_most_once_an_hour():
    knocks = Knocks()
    told = [
        knocks.due(things, NOW + timedelta(minutes=minutes))
        for minutes, things in [
            (0, ["weight"]),  # it stood there at the start
            (1, ["weight"]),
            (2, ["weight", "session"]),
            (3, ["weight", "session"]),
            (30, ["after"]),  # too soon after the last one
            (62, ["after"]),
            (200, ["after", "session"]),
        ]
    ]
    assert told == [False, False, True, False, False, True, False]


def test_a_clock_that_was_set_back_keeps_nobody_from_being_told():
    knocks = Knocks()
    assert [knocks.due(things, at) for things, at in [((), NOW), (["a"], NOW)]] == [False, True]
    assert knocks.due(["b"], NOW - timedelta(days=1))
