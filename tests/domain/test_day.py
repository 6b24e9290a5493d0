"""Days and their slots: when each begins, and what was typed as a time of day."""

from datetime import date, datetime, time, timedelta, timezone

import pytest

from companion.domain.day import SLOTS, day_of, latest_at, slot_at


@pytest.mark.parametrize(
    ("hour", "minute", "slot"),
    [
        (6, 0, "breakfast"),
        (9, 59, "breakfast"),
        (10, 0, "morning"),
        (12, 0, "lunch"),
        (14, 29, "lunch"),
        (14, 30, "afternoon"),
        (17, 30, "supper"),
        (20, 0, "evening"),
        (22, 30, "night"),
        (23, 59, "night"),
        (0, 0, "night"),
        (5, 59, "night"),
    ],
)
def test_the_slot_of_a_time(hour, minute, slot):
    assert slot_at(time(hour, minute)) == slot


def test_every_hour_has_a_slot_and_every_slot_an_hour():
    assert {slot_at(time(hour)) for hour in range(24)} == set(SLOTS)


def test_slots_of_ones_own_in_any_order():
    own = {"late": "13:00", "early": "06:00"}
    assert [slot_at(time(hour), own) for hour in (5, 6, 12, 13)] == ["late", "early", "early", "late"]


@pytest.mark.parametrize(
    ("hour", "starts", "day"),
    [(3, 4, date(2026, 11, 21)), (4, 4, date(2026, 11, 22)), (0, 0, date(2026, 11, 22))],
)
def test_a_day_begins_at_its_hour(hour, starts, day):
    assert day_of(datetime(2026, 11, 22, hour, tzinfo=timezone(timedelta(hours=9))), starts) == day


def test_a_time_may_be_written_without_its_nought():
    assert slot_at(time(6, 30), {"late": "17:30", "early": "6:05"}) == "early"


@pytest.mark.parametrize(
    ("now", "clock", "day", "hour"),
    [
        ("2026-04-14T16:05", "12:30", 14, 12),
        ("2026-04-15T00:40", "23:30", 14, 23),  # shortly after midnight the day before still runs
        ("2026-04-14T16:05", "23:30", 14, 23),  # still to come, and left so
        ("2026-04-15T05:00", "23:30", 15, 23),  # the day before is over
    ],
)
def test_a_time_of_day_is_of_the_day_that_runs(now, clock, day, hour):
    found = latest_at(time.fromisoformat(clock), datetime.fromisoformat(now), 4, timedelta(minutes=5))

    assert (found.day, found.hour) == (day, hour)
