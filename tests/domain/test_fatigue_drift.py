"""Slow drift: months of 28 days compared by their means. Numbers: thresholds/drift.toml."""

from datetime import date, timedelta

import pytest

from companion.domain.fatigue_drift import drift
from companion.domain.fatigue_watch import DayRating
from companion.domain.limits import DriftLimits

TODAY = date(2026, 4, 14)


@pytest.fixture
def limits():
    return DriftLimits(
        month_days=28, month_least=10, back_days=84, least_change=0.5, least_change_back=1.0, told_days=7
    )


def month(rating, back, count=28):
    """The newest `count` days of a month that ended `back` days ago, each with this rating."""
    return [DayRating(TODAY - timedelta(days=back + n), rating) for n in range(count)]


def test_the_newest_days_are_compared_with_those_before_and_twelve_weeks_back(limits):
    found = drift([*month(4, 0), *month(3, 28), *month(2, 56)], TODAY, limits)
    assert (found.now.mean, found.before.mean, found.back.mean) == (4, 3, 2)
    assert (found.now.first, found.now.last) == (TODAY - timedelta(days=27), TODAY)
    assert found.back.first == TODAY - timedelta(days=83)


@pytest.mark.parametrize(
    ("now", "before", "known"),
    [(28, 28, True), (10, 10, True), (9, 28, False), (28, 9, False), (0, 0, False)],
)
def test_each_month_needs_ten_ratings(limits, now, before, known):
    found = drift([*month(4, 0, now), *month(3, 28, before)], TODAY, limits)
    assert (found is not None) == known


def test_an_older_month_with_too_few_ratings_is_left_out(limits):
    assert drift([*month(4, 0), *month(3, 28), *month(2, 56, 9)], TODAY, limits).back is None


@pytest.mark.parametrize(
    ("now", "before", "back", "direction"),
    [
        ([4], [3], None, "higher"),
        ([3], [4], None, "lower"),
        ([3, 4], [3], None, "higher"),  # 0.5, the limit itself
        ([3, 3, 3, 4], [3], None, "same"),  # 0.25
        ([4, 4, 4, 3], [3, 4], [2, 3], "higher"),  # 0.25 from the month before, 1.25 from the older one
        ([3], [3], [2, 2, 2, 3], "same"),  # 0.75 from the older one
        ([4], [3], [6], "higher"),  # the month before decides
        ([2], [2], [3], "lower"),
    ],
)
def test_a_change_is_told_from_half_a_point_or_one_over_twelve_weeks(limits, now, before, back, direction):
    ratings = [
        DayRating(TODAY - timedelta(days=first + n), values[n % len(values)])
        for first, values in ((0, now), (28, before), (56, back))
        for n in range(28)
        if values
    ]
    assert drift(ratings, TODAY, limits).direction == direction


def test_days_to_come_and_older_ones_do_not_count(limits):
    around = [DayRating(TODAY + timedelta(days=1), 10), DayRating(TODAY - timedelta(days=84), 10)]
    months = [*month(3, 0), *month(3, 28), *month(3, 56)]
    assert drift([*months, *around], TODAY, limits) == drift(months, TODAY, limits)
