"""Slow drift of tiredness, from month to month: told in a summary, never an alarm.

The watch compares with the person's own last weeks, so a usual that rises slowly takes it along. Here the
newest month is compared with the one before it and with one further back, by their means.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.domain.fatigue_watch import DayRating
    from companion.domain.limits import DriftLimits

Direction = Literal["higher", "lower", "same"]


@frozen
class Month:
    """The days from `first` to `last`, both included: how many have a rating, and their mean."""

    first: date
    last: date
    count: int
    mean: float

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@frozen
class Drift:
    """The newest month, the one before it, and one further back where that has ratings enough."""

    now: Month
    before: Month
    back: Month | None
    direction: Direction


def drift(ratings: Iterable["DayRating"], today: date, limits: "DriftLimits") -> Drift | None:
    """Compare the months that end today; None while either of the two newest has too few ratings."""
    days = list(ratings)
    now = _month(days, today, limits)
    before = _month(days, today - timedelta(days=limits.month_days), limits)
    back = _month(days, today - timedelta(days=limits.back_days - limits.month_days), limits)
    if now is None or before is None:
        return None
    rises = [(now.mean - before.mean, limits.least_change)]
    rises += [(now.mean - back.mean, limits.least_change_back)] if back else []
    return Drift(now, before, back, _direction(rises))


def _month(days: Iterable["DayRating"], last: date, limits: "DriftLimits") -> Month | None:
    first = last - timedelta(days=limits.month_days - 1)
    ratings = [day.rating for day in days if first <= day.date <= last]
    if len(ratings) < limits.month_least:
        return None
    return Month(first, last, len(ratings), sum(ratings) / len(ratings))


def _direction(rises: Iterable[tuple[float, float]]) -> Direction:
    """The first comparison that differs by enough decides: the month before comes before an older one."""
    for rise, least in rises:
        if abs(rise) >= least:
            return "higher" if rise > 0 else "lower"
    return "same"
