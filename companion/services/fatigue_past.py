"""Tiredness over weeks and years: one rating a day, and the times in which the watch spoke."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from companion.domain import trends
from companion.domain.fatigue_watch import Level, WatchState, looks_from
from companion.domain.frozen import frozen
from companion.domain.limits import WatchLimits
from companion.domain.trends import Alert, DayValue, Spread
from companion.services.fatigue import counted

if TYPE_CHECKING:
    from companion.domain.entries import Rated
    from companion.services.companion import Companion
    from companion.services.fatigue import FatigueState

A_DAY = timedelta(days=1)


@frozen
class RatedDay:
    """The one rating of a day; `level` is what the watch said on that day, whatever it said later.

    On the day of a helper's view it is what was said on the newest rating before. `risen`: whether the
    reason of an alert counts the rating; of the one of now as a DayMark of the tiredness room has it.
    """

    date: date
    rating: int
    helper_view: bool
    level: Level
    risen: bool = False


@frozen
class Tiredness:
    """Ratings by day, the times in which the watch spoke, the usual as it is now; `scale` is its ends.

    What speaks now is always the last of `alerts`, even where its last rating lies before these days.
    """

    days: tuple[RatedDay, ...]
    alerts: tuple[Alert, ...]
    state: "FatigueState"
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
        risen = self._risen(first, alerts, state.watch)
        days = tuple(
            _rated(on, one, told, alerts, risen=on in risen)
            for on, one in sorted(daily.items())
            if on <= last
        )
        spread = trends.spread([DayValue(day.date, day.rating) for day in days if not day.helper_view])
        low, high = content.bounds("rating")
        return Tiredness(days, alerts, state, spread, (int(low), int(high)))

    def _risen(self, first: date, alerts: Sequence[Alert], now: WatchState) -> set[date]:
        """The days whose own ratings the reason of an alert counts, up to its end."""
        if not alerts:
            return set()
        own, risen = self._companion.fatigue.own(first), set[date]()
        for one in alerts:
            goes_on = one is alerts[-1] and now.level != "none"
            days = counted(own, now.reason if goes_on else one.reason)
            risen |= {day for day in days if goes_on or day <= one.last}
        return risen

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


def _rated(
    on: date, rated: "Rated", told: dict[date, WatchState], alerts: tuple[Alert, ...], *, risen: bool
) -> RatedDay:
    level: Level = "none"
    if any(one.first <= on <= one.last for one in alerts):
        level = next(told[day].level for day in reversed(told) if day <= on)
    return RatedDay(on, rated.rating, rated.helper_view, level, risen)
