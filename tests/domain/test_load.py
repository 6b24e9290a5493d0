"""Load, weight and food: rules W14 and W15 (clinical_exercise.md 4.2), by the numbers of the content."""

from datetime import UTC, date, datetime, timedelta

import pytest

from companion.domain.limits import LoadLimits
from companion.domain.load import bands_again, little_eaten, loss_since, more_minutes

TODAY = date(2026, 4, 14)
NOW = datetime(2026, 4, 14, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def limits(library):
    return library.limits(LoadLimits, "load")


@pytest.mark.parametrize(("hours", "waits"), [(None, False), (1, True), (47, True), (48, False), (72, False)])
def test_bands_come_again_after_48_hours(limits, hours, waits):
    last = None if hours is None else NOW - timedelta(hours=hours)
    again = bands_again(last, NOW, limits)
    assert (again is not None) == waits
    assert again is None or again == last + timedelta(hours=48)


@pytest.mark.parametrize(
    ("before", "now", "percent"),
    [
        (50, 55, None),  # 10 % is not more than 10 %
        (50, 56, 12),
        (50, 40, None),
        (29, 60, None),  # too short a week to measure by
        (0, 60, None),
    ],
)
def test_more_than_a_tenth_more_minutes_than_the_week_before_is_found(limits, before, now, percent):
    weeks = [(TODAY - timedelta(days=13), before), (TODAY - timedelta(days=6), now / 2), (TODAY, now / 2)]
    found = more_minutes(weeks, TODAY, limits)
    assert (found and found.percent) == (percent and pytest.approx(percent))


def test_older_weeks_do_not_count(limits):
    assert more_minutes([(TODAY - timedelta(days=14), 100), (TODAY, 300)], TODAY, limits) is None


@pytest.mark.parametrize(
    ("levels", "since"),
    [
        (["none", "note"], None),
        (["none", "amber"], 1),
        (["amber", "amber", "red", "red"], 2),  # graver than what the team agreed to
        (["amber", "none", "amber", "amber"], 2),
        (["red", "red", "amber"], 0),
        ([], None),
    ],
)
def test_a_loss_counts_since_it_was_as_grave_as_now(levels, since):
    course = [(TODAY + timedelta(days=n), level) for n, level in enumerate(levels)]
    assert loss_since(course) == (None if since is None else TODAY + timedelta(days=since))


@pytest.mark.parametrize(
    ("kcal", "days", "target", "little"),
    [
        (1499, 4, 2000, True),
        (1500, 4, 2000, False),
        (1000, 3, 2000, False),  # too few days are known
        (1000, 7, None, False),
    ],
)
def test_under_three_quarters_of_the_target_on_known_days_is_little(limits, kcal, days, target, little):
    eaten = {TODAY - timedelta(days=n): kcal for n in range(1, days + 1)} | {TODAY: 9000}
    found = little_eaten(eaten, target, TODAY, limits)
    assert (found is not None) == little
    assert found is None or (found.kcal, found.days) == (kcal, days)
