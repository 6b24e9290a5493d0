"""What days come to over weeks and years: means, lowest days, alerts. A missing day is missing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from companion.domain.fatigue_watch import (
    LEVELS,
    DayRating,
    Level,
    Watch,
    WatchReason,
    WatchState,
    looks_from,
)
from companion.domain.frozen import frozen
from companion.domain.nutrients import NAMES

if TYPE_CHECKING:
    from companion.domain.intake import Day
    from companion.domain.limits import WatchLimits

WEEK = 7


@frozen
class DayValue:
    """A value of one day."""

    date: date
    value: float


@frozen
class Spread:
    """The mean of some days, how many they are, and the lowest and highest of them; the first of equals."""

    days: int
    mean: float
    low: DayValue
    high: DayValue


@frozen
class Alert:
    """A time in which the fatigue watch spoke: told on `first`, last in force on the rating of `last`.

    `level` is the gravest it reached, `reason` the one of the greatest rise that was told with it.
    """

    level: Level
    first: date
    last: date
    reason: WatchReason


@frozen
class Change:
    """The mean of what something changed by, and of how many pairs."""

    count: int
    mean: float


def known(days: Iterable["Day"], name: str) -> list[DayValue]:
    """One figure (kcal, protein_g, fluid_ml and so on) of each day that is over and on which it is known."""
    if name not in NAMES:
        raise ValueError(name)
    figures = ((day.date, getattr(day.total, name)) for day in days if day.over)
    return [DayValue(on, value) for on, value in figures if value is not None]


def spread(values: Sequence[DayValue]) -> Spread | None:
    """Mean, lowest and highest; None without a value."""
    if not values:
        return None
    mean = sum(one.value for one in values) / len(values)
    low, high = min(values, key=lambda one: one.value), max(values, key=lambda one: one.value)
    return Spread(len(values), mean, low, high)


def change(pairs: Iterable[tuple[float | None, float | None]]) -> Change | None:
    """The mean change from the first to the second of each pair that is known whole; None without one."""
    changes = [then - first for first, then in pairs if first is not None and then is not None]
    return Change(len(changes), sum(changes) / len(changes)) if changes else None


def rolling(values: Sequence[DayValue], least: int, days: int = WEEK) -> list[DayValue]:
    """The mean of the known days among the `days` up to each known one; none where fewer than `least` are.

    `values` are by date, oldest first.
    """
    dates, means = [one.date for one in values], list[DayValue]()
    for on in dates:
        first = bisect_left(dates, on - timedelta(days=days - 1))
        among = [one.value for one in values[first : bisect_right(dates, on)]]
        if len(among) >= least:
            means.append(DayValue(on, sum(among) / len(among)))
    return means


def reached(values: Iterable[DayValue], floors: Mapping[date, float]) -> tuple[int, int]:
    """On how many days the floor of that day was reached, of how many that had a floor."""
    judged = [round(one.value - floors[one.date], 6) >= 0 for one in values if one.date in floors]
    return sum(judged), len(judged)


def steps(decided: Iterable[DayValue], first: date, last: date, before: float | None) -> dict[date, float]:
    """The value in force on each day of a time: that of the newest decision until then, else `before`."""
    changes, value = sorted(decided, key=lambda one: one.date), before
    found: dict[date, float] = {}
    for number in range((last - first).days + 1):
        on = first + timedelta(days=number)
        while changes and changes[0].date <= on:
            value = changes.pop(0).value
        if value is not None:
            found[on] = value
    return found


def told(ratings: Sequence[DayRating], first: date, limits: "WatchLimits") -> dict[date, WatchState]:
    """What the watch says on each day with a rating, from the month of the first on.

    `ratings` are by date, oldest first, and reach back to `looks_from(first)` at least. Every month has the
    beginning of its own days, so the last state is that of Today.
    """
    dates, found = [one.date for one in ratings], dict[date, WatchState]()
    for month in sorted({on.replace(day=1) for on in dates if on >= first.replace(day=1)}):
        watch = Watch(limits)
        for rating in ratings[bisect_left(dates, looks_from(month, limits)) :]:
            if rating.date.replace(day=1) > month:
                break
            state = watch.add(rating)
            if rating.date >= month:
                found[rating.date] = state
    return found


def alerts(states: Mapping[date, WatchState]) -> list[Alert]:
    """Every time in which the watch spoke, oldest first, of what it said on each day by date."""
    found, open_ = list[Alert](), False
    for on, state in states.items():
        if state.level == "none" or state.reason is None:
            open_ = False
            continue
        if not open_:
            found.append(Alert(state.level, on, on, state.reason))
            open_ = True
            continue
        before = found[-1]
        gravest = LEVELS.index(before.level), before.reason.rise
        graver = (LEVELS.index(state.level), state.reason.rise) > gravest
        level, reason = (state.level, state.reason) if graver else (before.level, before.reason)
        found[-1] = Alert(level, before.first, on, reason)
    return found
