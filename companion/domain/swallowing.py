"""Coughing at meals and long meals: when several in a week are worth telling the swallowing therapist."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.day import day_of
from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.domain.entries import MealEaten
    from companion.domain.limits import MealLimits

# How far back the diary is read, so that once a week stays once a week: a window, which decides nothing.
WEEKS = 4


@frozen
class Swallowing:
    """The last days of one day: meals with coughing and long ones, and the limits they are held against.

    `raised` is the day on which it was last worth saying; None where it was not.
    """

    coughs: int
    long: int
    limits: "MealLimits"
    raised: date | None = None

    @property
    def coughing(self) -> bool:
        """Whether so many meals came with coughing that it is worth telling."""
        return self.coughs >= self.limits.cough_meals

    @property
    def slow(self) -> bool:
        """Whether so many meals took so long that it is worth telling."""
        return self.long >= self.limits.long_meals

    def stands(self, on: date) -> bool:
        """Whether it is among what is due: on the day it was raised and for a little after."""
        if self.raised is None or not (self.coughing or self.slow):
            return False
        return (on - self.raised).days < self.limits.stands_days


class Ate(NamedTuple):
    """What a meal tells of swallowing."""

    at: datetime
    coughs: int | None
    minutes: int | None


def coughed(meal: "MealEaten | Ate") -> bool:
    """Whether coughing was counted at it; not counted is not known."""
    return bool(meal.coughs)


def took_long(meal: "MealEaten | Ate", limits: "MealLimits") -> bool:
    """Whether it took longer than the limit, wherever that matters; the limit itself is not too long."""
    return meal.minutes is not None and meal.minutes > limits.long_minutes


def swallowing(
    meals: "Sequence[MealEaten | Ate]",
    today: date,
    limits: "MealLimits",
    day_start: int,
    told: datetime | None = None,
) -> Swallowing:
    """Judge the last days. Meals from before the therapist was told no longer count.

    It is raised once in so many days at most, and again only by another such meal.
    """
    worth = [
        (day_of(meal.at, day_start), coughed(meal), took_long(meal, limits))
        for meal in meals
        if told is None or meal.at > told
    ]
    raised: date | None = None
    for on in sorted({on for on, cough, long in worth if (cough or long) and on <= today}):
        now = _count(worth, on, limits)
        if (now.coughing or now.slow) and (raised is None or (on - raised).days >= limits.window_days):
            raised = on
    here = _count(worth, today, limits)
    return Swallowing(here.coughs, here.long, limits, raised)


def _count(worth: Sequence[tuple[date, bool, bool]], on: date, limits: "MealLimits") -> Swallowing:
    first = on - timedelta(days=limits.window_days - 1)
    near = [(cough, long) for day, cough, long in worth if first <= day <= on]
    return Swallowing(sum(c for c, _ in near), sum(n for _, n in near), limits)
