"""When things are planned: on which days, from which day on; and when to knock about what is due."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

WEEK = 7
QUARTER = 15  # minutes: nobody plans for 07:38
PAUSE = timedelta(hours=1)  # at least, between two knocks


def days_a_week(doses: Iterable[int]) -> int:
    """On how many days a session is done whose exercises are meant for so many days each; 0 without any.

    The fewest count: what is meant for three days a week is not done on seven because of what is beside it.
    """
    return min(doses, default=0)


def weekdays(days: int) -> tuple[int, ...]:
    """So many days of a week as evenly as can be, 0 is Monday: three are Monday, Wednesday and Friday."""
    return tuple(n * WEEK // days for n in range(days))


def first_on(days: tuple[int, ...], today: date) -> date:
    """The first of these days of the week, today or after."""
    return next(day for ahead in range(WEEK) if (day := today + timedelta(days=ahead)).weekday() in days)


def first_again(last: date | None, every: int, today: date) -> date:
    """The next day that is a multiple of so many days after the last one; today where there was none.

    One that has gone by is not made up for: it keeps the day of the week.
    """
    if last is None or last > today:
        return today
    gone = (today - last).days
    rounds = max(1, -(-gone // every))
    return last + timedelta(days=rounds * every)


def is_due(last: date | None, every: int, today: date) -> bool:
    """Whether the last time is so many days ago, or there was none."""
    return last is None or (today - last).days >= every


def at_night(at: time, morning: time) -> bool:
    """Whether a time is before the first part of a day begins: nobody is asked for anything then."""
    return at < morning


def to_quarter(at: time) -> time:
    """The quarter of an hour that a time is in."""
    return time(at.hour, at.minute // QUARTER * QUARTER)


@dataclass(slots=True)
class Knocks:
    """Decides when to knock: once a thing, at most once an hour, and not for what was due at the start."""

    _known: set[str] = field(default_factory=set)
    _last: datetime | None = None
    _begun: bool = False

    def due(self, things: Iterable[str], now: datetime) -> bool:
        """Whether to knock now for these things that are due; what has to wait is not forgotten."""
        fresh = set(things) - self._known
        if not self._begun:
            self._begun = True
            self._known |= fresh
            return False
        if not fresh or (self._last is not None and timedelta() <= now - self._last < PAUSE):
            return False
        self._known |= fresh
        self._last = now
        return True
