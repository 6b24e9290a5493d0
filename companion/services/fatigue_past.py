"""Tiredness over weeks and years: one rating a day, and the times in which the watch spoke."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from companion.domain import trends
from companion.domain.entries import Rated
from companion.domain.fatigue_watch import Level, WatchState, looks_from
from companion.domain.limits import WatchLimits
from companion.domain.trends import Alert, DayValue, Spread
from companion.services.fatigue import FatigueState

if TYPE_CHECKING:
    from companion.services.companion import Companion

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RatedDay:
    """The one rating of a day; `level` is what the watch said on that day, whatever it said later.

    On the day of a helper's view it is what was said on the newest rating before. A DayMark of the
    tiredness room asks something else: whether the reason of now counts the rating.
    """

    date: date
    rating: int
    helper_view: bool
    level: Level


@dataclass(frozen=True, slots=True)
class Tiredness:
    """Ratings by day, the times in which the watch spoke, the usual as it is now; `scale` is its ends.

    What speaks now is always the last of `alerts`, even where its last rating lies before these days.
    """

    days: tuple[RatedDay, ...]
    alerts: tuple[Alert, ...]
    state: FatigueState
    spread: Spread | None
    scale: tuple[int, int]

    @property
    def band(self) -> tuple[int, int] | None:
        """The ratings that are usual now; None while they are being learned."""
        return self.state.watch.band(*self.scale)


class FatiguePast:
    """Reads ratings that are past, with what the watch said of each as it came."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def between(self, first: date, last: date, begins: date) -> Tiredness:
        """The ratings of these days, and the alerts in them; `begins` is the first day of the diary."""
        fatigue, content = self._companion.fatigue, self._companion.content
        state = fatigue.state()
        speaks = state.watch.level != "none"
        told = self._told(first, begins, speaks=speaks)
        since = min(first, max(told)) if speaks else first
        alerts = tuple(one for one in trends.alerts(told) if since <= one.last)
        daily = fatigue.daily((self._companion.today_date() - first).days + 1)
        days = tuple(_rated(on, one, told, alerts) for on, one in sorted(daily.items()) if on <= last)
        spread = trends.spread([DayValue(day.date, day.rating) for day in days if not day.helper_view])
        low, high = content.bounds("rating")
        return Tiredness(days, alerts, state, spread, (int(low), int(high)))

    def _told(self, first: date, begins: date, *, speaks: bool) -> dict[date, WatchState]:
        """What the watch said on each day; from before the alert on in which these days begin.

        `speaks`: it speaks now, so that its newest word is among them however old that is.
        """
        limits, month = self._companion.limits(WatchLimits, "watch"), first.replace(day=1)
        while True:
            told = trends.told(self._companion.fatigue.own(looks_from(month, limits)), month, limits)
            opens = next(iter(told.values()), None)
            enough = opens.level == "none" if opens else not speaks
            if enough or month <= begins:
                return told
            month = (month - A_DAY).replace(day=1)


def _rated(on: date, rated: Rated, told: dict[date, WatchState], alerts: tuple[Alert, ...]) -> RatedDay:
    level: Level = "none"
    if any(one.first <= on <= one.last for one in alerts):
        level = next(told[day].level for day in reversed(told) if day <= on)
    return RatedDay(on, rated.rating, rated.helper_view, level)
