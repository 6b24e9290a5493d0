"""Fatigue ratings, the person's usual, the fatigue watch, slow drift, and reasons that somebody noted."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.entries import Explained, Rated, When
from companion.domain.fatigue import Offer, before, usual_at
from companion.domain.fatigue_drift import Drift, drift
from companion.domain.fatigue_watch import DayRating, Level, WatchReason, WatchState, looks_from, watch
from companion.domain.frozen import frozen
from companion.domain.limits import DriftLimits, SessionLimits, WatchLimits
from companion.domain.text import clean
from companion.errors import Refused
from companion.services.sessions_done import days_done

if TYPE_CHECKING:
    from companion.services.companion import Companion

A_DAY = timedelta(days=1)
DAILY: tuple[When, ...] = ("morning", "day")  # only these are compared from day to day; morning counts first


@frozen
class Explanation:
    """A reason that was noted about a day, a known one or in own words; `by` is None for one's own."""

    date: date
    reason: str
    by: str | None = None


@frozen
class FatigueLogged:
    """A rating was written down, and the watch's level now; `rose` where this rating made it higher."""

    entry: Rated
    watch: WatchState
    rose: bool
    explained: tuple[Explanation, ...] = ()

    @property
    def asks_why(self) -> bool:
        """Whether this is the time to ask for a reason: once a rise, and only while none is noted."""
        return self.rose and not self.explained


@frozen
class FatigueState:
    """The watch, and the newest rating: the person's own where there is one.

    `explained` is what was noted since the rise began. It is told beside the watch and changes nothing in it.
    `stale`: the newest rating is one of yesterday.
    """

    watch: WatchState
    latest: Rated | None
    explained: tuple[Explanation, ...] = ()
    stale: bool = False


@frozen
class DayMark:
    """The one rating of a day; `level` is the watch's, where its reason counts the rating, else "none"."""

    date: date
    rating: int
    helper_view: bool
    level: Level


@frozen
class FatigueCourse:
    """The last days, oldest first: `first` to `last`, of which those with a rating have a mark.

    `scale` is the lowest and the highest rating. `limits_by` and `drift_by` decided limits of their own;
    None where those of the content are in force. `drift` is None while there are too few ratings for it.
    """

    first: date
    last: date
    days: tuple[DayMark, ...]
    state: FatigueState
    scale: tuple[int, int]
    limits: WatchLimits
    drift_limits: DriftLimits
    limits_by: str | None = None
    drift_by: str | None = None
    drift: Drift | None = None
    explained: tuple[Explanation, ...] = ()

    @property
    def band(self) -> tuple[int, int] | None:
        """The ratings that are usual; None while they are being learned."""
        return self.state.watch.band(*self.scale)


class Fatigue:
    """Writes ratings; reads the usual and the watch."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def log(
        self,
        rating: int,
        *,
        when: When | None = None,
        helper_view: bool = False,
        session: str | None = None,
        at: datetime | None = None,
        note: str | None = None,
    ) -> FatigueLogged:
        """Write a rating of the scale. Without `when` it is this morning's before noon, else the day's."""
        self._companion.actor.require("log")
        self._companion.within("rating", rating)
        about = when or self.when_now(at)
        before = self.state().watch  # damage in an older month is met before anything is saved
        signed = self._companion.sign(
            Rated, rating=rating, when=about, helper_view=helper_view, session=session, at=at, note=note
        )
        entry, now = self._companion.keep(signed), self.state()
        rose = now.watch.graver_than(before)
        return FatigueLogged(entry, now.watch, rose, now.explained)

    def explain(self, reason: str, *, at: datetime | None = None, note: str | None = None) -> Explained:
        """Note a reason for the tiredness of a day, this one by default; the watch stays as it is."""
        self._companion.actor.require("log")
        if not (kept := clean(reason)):
            raise Refused("empty_text", what="reason")
        return self._companion.keep(self._companion.sign(Explained, reason=kept, at=at, note=note))

    def when_now(self, at: datetime | None = None) -> When:
        """What a rating at this time is about, if nobody says: the morning until noon, then the day."""
        return "morning" if (at or self._companion.clock()).hour < 12 else "day"

    def state(self) -> FatigueState:
        """The level, the usual and the reason; the newest rating of the last days."""
        return self._companion.diary.found("fatigue", self._state_now)

    def _state_now(self) -> FatigueState:
        ratings = self._ratings(since := self._since())
        return self._state(ratings, self._own(self._daily(ratings), since), since)

    def course(self, days: int) -> FatigueCourse:
        """The last days with their ratings, and the state, read in one go."""
        last = self._companion.today_date()
        first = last - timedelta(days=days - 1)
        since = min(first, self._since(), self._drift_since())
        ratings = self._ratings(since)
        daily = self._daily(ratings)
        own = self._own(daily, since)
        state = self._state(ratings, own, self._since())
        counted_now = counted(own, state.watch.reason)
        marks = tuple(
            DayMark(day, rated.rating, rated.helper_view, state.watch.level if day in counted_now else "none")
            for day, rated in sorted(daily.items())
            if first <= day <= last
        )
        low, high = self._companion.content.bounds("rating")
        drifting = self._companion.limits(DriftLimits, "drift")
        return FatigueCourse(
            first,
            last,
            marks,
            state,
            scale=(int(low), int(high)),
            limits=self._companion.limits(WatchLimits, "watch"),
            drift_limits=drifting,
            limits_by=self._companion.limits_by("watch"),
            drift_by=self._companion.limits_by("drift"),
            drift=drift(own, last, drifting),
            explained=self._explained(first),
        )

    def drift(self) -> Drift | None:
        """The newest month beside those before; None while there are too few of the person's own ratings."""
        own = self.own(self._drift_since())
        limits = self._companion.limits(DriftLimits, "drift")
        return drift(own, self._companion.today_date(), limits)

    def drift_due(self) -> Drift | None:
        """A slow rise on the first days of a calendar month, so that it is told once a month."""
        first_days = self._companion.limits(DriftLimits, "drift").told_days
        found = self.drift() if self._companion.today_date().day <= first_days else None
        return found if found and found.direction == "higher" else None

    def _drift_since(self) -> date:
        back = self._companion.limits(DriftLimits, "drift").back_days
        return self._companion.today_date() - timedelta(days=back - 1)

    def _explained(self, first: date) -> tuple[Explanation, ...]:
        """What was noted about the days from the first to today, oldest first."""
        actor, today = self._companion.actor, self._companion.today_date()
        found = []
        for entry in self._companion.diary.of(Explained, since=first):
            day = self._companion.day_of(entry)
            own = entry.role == actor.role and (actor.role == "owner" or entry.by == actor.name)
            if first <= day <= today:
                found.append(Explanation(day, entry.reason, by=None if own else entry.by))
        return tuple(sorted(found, key=lambda noted: noted.date))

    def _state(self, ratings: list[Rated], days: Sequence[DayRating], since: date) -> FatigueState:
        today = self._companion.today_date()
        recent = [r for r in ratings if self._companion.day_of(r) >= today - timedelta(days=1)]
        own = [rated for rated in recent if not rated.helper_view]
        newest = (own or recent)[-1:]
        watched = watch((d for d in days if d.date >= since), self._companion.limits(WatchLimits, "watch"))
        explained = self._explained(watched.reason.since) if watched.reason else ()
        stale = any(self._companion.day_of(rated) < today for rated in newest)
        return FatigueState(watched, newest[0] if newest else None, explained, stale)

    def own_today(self) -> Rated | None:
        """The person's newest rating of today, whatever it is about."""
        today = self._companion.today_date()
        own = [rated for rated in self._ratings(today) if not rated.helper_view]
        mine = [rated for rated in own if self._companion.day_of(rated) == today]
        return mine[-1] if mine else None

    def daily(self, days: int) -> dict[date, Rated]:
        """One rating a day: the morning's, else the day's; a helper's view where the person gave none."""
        first = self._companion.today_date() - timedelta(days=days - 1)
        daily = self._daily(self._ratings(first))
        return {day: rated for day, rated in daily.items() if day >= first}

    def usual(self, when: When) -> float | None:
        """The usual rating for this time of day; None while there are too few."""
        limits = self._companion.limits(SessionLimits, "session")
        return usual_at(self._ratings(self._since()), when, self._companion.clock(), limits)

    def before(
        self,
        rating: int | None,
        when: When = "before",
        *,
        weaker: bool = False,
        unwell: bool = False,
        helper_view: bool = False,
    ) -> Offer:
        """What to offer before a session after this rating, compared with the usual of its kind.

        A helper's view has no usual to be compared with.
        """
        limits = self._companion.limits(SessionLimits, "session")
        usual = None if helper_view else self.usual(when)
        return before(rating, usual, limits, weaker=weaker, unwell=unwell)

    def own(self, since: date) -> list[DayRating]:
        """The person's own ratings from a day on, one a day, oldest first: what the watch looks at."""
        return self._own(self._daily(self._ratings(since)), since)

    def _own(self, daily: Mapping[date, Rated], since: date) -> list[DayRating]:
        exercised = days_done(self._companion, since - A_DAY)
        return [
            DayRating(day, rated.rating, after_session=day - A_DAY in exercised)
            for day, rated in sorted(daily.items())
            if day >= since and not rated.helper_view
        ]

    def _daily(self, ratings: list[Rated]) -> dict[date, Rated]:
        """One rating a day; own ones come first, so a helper's is there only where the person gave none."""
        chosen: dict[date, Rated] = {}
        for rated in ratings:
            day = self._companion.day_of(rated)
            if rated.when in DAILY and (day not in chosen or _rank(rated) >= _rank(chosen[day])):
                chosen[day] = rated
        return chosen

    def _since(self) -> date:
        """Where the watch begins: for the month of the person's newest rating, as when it was given."""
        limits, today = self._companion.limits(WatchLimits, "watch"), self._companion.today_date()
        month, oldest = today.replace(day=1), looks_from(today, limits)
        while month > oldest:
            daily = self._daily(self._ratings(month))
            if any(day >= month and not rated.helper_view for day, rated in daily.items()):
                return looks_from(month, limits)
            month = (month - A_DAY).replace(day=1)
        return oldest

    def _ratings(self, since: date) -> list[Rated]:
        return self._companion.diary.of(Rated, since=since)


def counted(days: Sequence[DayRating], reason: WatchReason | None) -> set[date]:
    """The days whose ratings a reason counts; of mornings after exercise only those."""
    if reason is None:
        return set()
    mornings = reason.kind == "mornings_after_exercise"
    return {day.date for day in days if day.date >= reason.since and (day.after_session or not mornings)}


def _rank(rated: Rated) -> tuple[bool, bool]:
    """Which rating stands for its day: own, then morning, then the newest."""
    return not rated.helper_view, rated.when == "morning"
