"""The fatigue watch: tells when daily ratings rise above the person's own usual.

Three questions are asked of every new rating. Do the newest ratings lie above the usual (a one-sided
CUSUM of deviations in units of the person's own spread, each capped)? Do the mornings after exercise lie
above such mornings before (the same sum over those alone)? Do the last weeks climb steadily
(Mann-Kendall)? Each has a lower limit for a notice and a higher one for a warning, and each also asks for
a rise that a person would feel. An alert begins with a notice, may grow to a warning, and ends some days
after it began, unless the rise goes on.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import floor, sqrt
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.domain.limits import WatchLimits

Level = Literal["none", "notice", "warning"]
LEVELS: tuple[Level, ...] = get_args(Level)  # rising
NOTICE, WARNING = 0, 1  # the tiers: each has its limits, its sums and its alarm
ReasonKind = Literal["ratings", "mornings_after_exercise", "climb"]


# How far beyond the usual's days ratings are read, so that the sums have built up.
BUILDS_UP = timedelta(days=35)


class DayRating(NamedTuple):
    """The one rating of a day, 0 to 10, and whether the day before held an exercise session."""

    date: date
    rating: int
    after_session: bool = False


@frozen
class WatchReason:
    """Why: since when, how many ratings, their average now, and the usual (or where a climb began).

    `spread` is that of one rating around the usual when the rise was noticed; a climb has none.
    """

    kind: ReasonKind
    since: date
    count: int
    now: float
    usual: float
    spread: float | None = None

    @property
    def rise(self) -> float:
        """How many points the average lies above the usual."""
        return self.now - self.usual


@frozen
class WatchState:
    """What the watch says after the newest rating.

    `usual`, and the `spread` of one rating around it, are None while they are still being learned.
    """

    level: Level
    learning: bool
    ratings_so_far: int
    needed: int
    usual: float | None = None
    reason: WatchReason | None = None
    spread: float | None = None

    def graver_than(self, other: "WatchState") -> bool:
        """Whether its level is above that of another."""
        return LEVELS.index(self.level) > LEVELS.index(other.level)

    @property
    def said(self) -> tuple[float, float] | None:
        """The usual and the spread that are told: those behind the reason, so that no two numbers are."""
        if self.reason is not None and self.reason.spread is not None:
            return self.reason.usual, self.reason.spread
        return None if self.usual is None or self.spread is None else (self.usual, self.spread)

    def band(self, lowest: int, highest: int) -> tuple[int, int] | None:
        """The ratings of a scale that are usual: a spread below the usual to one above, in whole ratings."""
        if self.said is None:
            return None
        usual, spread = self.said
        low, high = (floor(usual + side * spread + 0.5) for side in (-1, 1))
        return max(lowest, low), min(highest, high)


class _Run:
    """A sum of excesses that never falls below nothing, with the ratings since it last was nothing."""

    def __init__(self, kind: ReasonKind) -> None:
        self.kind = kind
        self.total = 0.0
        self.sums = [0.0, 0.0]  # one per tier: an alarm restarts its own, but not the run
        self.days: list[DayRating] = []

    def add(self, day: DayRating, excess: float) -> None:
        if self.total <= 0:
            self.days = []
        self.days.append(day)
        self.total = max(0.0, self.total + excess)
        self.sums = [max(0.0, total + excess) for total in self.sums]

    def reason(self, usual: float, spread: float) -> WatchReason:
        now = sum(day.rating for day in self.days) / len(self.days)
        return WatchReason(self.kind, self.days[0].date, len(self.days), now, usual, spread)

    def told_now(self, before: WatchReason, least_rise: float) -> WatchReason:
        """The same reason with the newest ratings in it, as long as its run goes on and would be felt."""
        if (before.kind, before.since) != (self.kind, self.days[0].date) or before.spread is None:
            return before
        fresh = self.reason(before.usual, before.spread)
        return fresh if fresh.rise >= least_rise else before


class _Sum:
    """Whole numbers, and the sum of any of them that follow each other."""

    def __init__(self) -> None:
        self._up_to = [0]

    def add(self, number: int) -> None:
        self._up_to.append(self._up_to[-1] + number)

    def of(self, first: int, last: int) -> int:
        return self._up_to[last] - self._up_to[first]


class Watch:
    """Takes one rating a day and says after each what it thinks; replaying years costs milliseconds."""

    def __init__(self, limits: "WatchLimits") -> None:
        self.limits = limits
        self._begin()

    def _begin(self) -> None:
        limits = self.limits
        self._days: list[DayRating] = []
        self._dates: list[date] = []
        self._ratings: list[int] = []
        self._sum, self._mornings_sum, self._mornings_many = _Sum(), _Sum(), _Sum()
        self._own, self._mornings = _Run("ratings"), _Run("mornings_after_exercise")
        self._tiers = (
            (limits.notice_sum, limits.climb_notice_z),
            (limits.warning_sum, limits.climb_warning_z),
        )
        self._alarms: list[tuple[date, WatchReason] | None] = [None, None]
        self._so_far = 0  # ratings that make the usual
        self._learned: tuple[float, float] | None = None  # the usual and the spread

    @property
    def state(self) -> WatchState:
        """What is so after the newest day."""
        level, reason = self._in_force(self._dates[-1]) if self._dates else ("none", None)
        needed, (usual, spread) = self.limits.least_ratings, self._learned or (None, None)
        return WatchState(level, usual is None, min(self._so_far, needed), needed, usual, reason, spread)

    def add(self, day: DayRating) -> WatchState:
        """Say what is so with this day; a second rating of a day replaces it, a late one takes its place."""
        self.take(day)
        return self.state

    def take(self, day: DayRating) -> None:
        """The same without a word, for whoever goes on with the next day."""
        if self._dates and day.date <= self._dates[-1]:
            days = {earlier.date: earlier for earlier in self._days} | {day.date: day}
            self._begin()
            for each in sorted(days.values()):
                self.take(each)
            return
        self._keep(day)
        first, last = self._known(day.date)
        self._so_far, self._learned = last - first, None
        if self._so_far >= self.limits.least_ratings:
            usual = self._sum.of(first, last) / self._so_far
            spread = self._spread(self._ratings[first:last], usual)
            self._learned = usual, spread
            self._judge(day, usual, self._usual_mornings(first, last, usual), spread)

    def _keep(self, day: DayRating) -> None:
        self._days.append(day)
        self._dates.append(day.date)
        self._ratings.append(day.rating)
        self._sum.add(day.rating)
        self._mornings_sum.add(day.rating * day.after_session)
        self._mornings_many.add(day.after_session)

    def _known(self, on: date) -> tuple[int, int]:
        """Find where what makes the usual begins and ends; no newest days, lest a rise hide itself."""
        first = bisect_left(self._dates, on - timedelta(days=self.limits.usual_days))
        last = bisect_right(self._dates, on - timedelta(days=self.limits.lag_days))
        return first, max(first, last)

    def _spread(self, ratings: Sequence[int], usual: float) -> float:
        """How far one rating strays, drawn towards what is common until the person's own is known."""
        prior = self.limits.prior_ratings
        square = {rating: (rating - usual) ** 2 for rating in set(ratings)}  # there are few different ones
        squares = sum(map(square.__getitem__, ratings)) + prior * self.limits.prior_spread**2
        return sqrt(squares / (len(ratings) - 1 + prior) * (1 + 1 / len(ratings)))

    def _usual_mornings(self, first: int, last: int, usual: float) -> float:
        """The usual after exercise: like with like, drawn towards that of all days while these are few."""
        total, many, weight = (
            self._mornings_sum.of(first, last), self._mornings_many.of(first, last), self.limits.least_ratings
        )  # fmt: skip
        return (total + weight * usual) / (many + weight)

    def _judge(self, day: DayRating, usual: float, mornings: float, spread: float) -> None:
        """Add the day up and raise whatever alarm is due and not already up."""
        runs = [(self._own, usual)]
        if day.after_session:
            runs.append((self._mornings, mornings))
        for run, base in runs:
            run.add(day, min(self.limits.cap, (day.rating - base) / spread) - self.limits.allowance)
            self._tell_now(run)
        climbed, z = self._climb(day.date)
        reasons: list[WatchReason] = []
        for tier in (WARNING, NOTICE):  # what is due as a warning is due as a notice too
            sum_limit, z_limit = self._tiers[tier]
            reasons += [run.reason(base, spread) for run, base in runs if run.sums[tier] >= sum_limit]
            if climbed and z >= z_limit:
                reasons.append(climbed)
            if not reasons:
                continue
            reasons = [reason for reason in reasons if reason.rise >= self.limits.least_rise]
            if reasons and not self._is_up(tier, day.date):
                self._alarms[tier] = day.date, self._plainest(reasons)
                self._own.sums[tier] = self._mornings.sums[tier] = 0.0

    def _tell_now(self, run: _Run) -> None:
        """An alarm that is up counts on, so that the last ratings it tells of are the last ones."""
        least = self.limits.least_rise
        self._alarms = [alarm and (alarm[0], run.told_now(alarm[1], least)) for alarm in self._alarms]

    @staticmethod
    def _plainest(reasons: Sequence[WatchReason]) -> WatchReason:
        """Ratings against the usual are easier to follow than a climb; of two such, the greater rise."""
        return max(reasons, key=lambda reason: (reason.kind != "climb", reason.rise))

    def _climb(self, on: date) -> tuple[WatchReason | None, float]:
        """Find the rise from the first to the last third of the last weeks, and Mann-Kendall's Z for it."""
        first = bisect_right(self._dates, on - timedelta(days=self.limits.climb_days))
        ratings = self._ratings[first:]
        n, third = len(ratings), len(ratings) // 3
        if n < self.limits.climb_least:
            return None, 0.0
        was, now = sum(ratings[:third]) / third, sum(ratings[-third:]) / third
        if now - was < self.limits.least_rise:
            return None, 0.0
        reason = WatchReason("climb", self._dates[first], n, now, was)
        ups = sum((b > a) - (b < a) for i, a in enumerate(ratings) for b in ratings[i + 1 :])
        return reason, (ups - 1) / sqrt(n * (n - 1) * (2 * n + 5) / 18)

    def _is_up(self, tier: int, on: date) -> bool:
        alarm = self._alarms[tier]
        return alarm is not None and (on - alarm[0]).days < self.limits.hold_days

    def _in_force(self, on: date) -> tuple[Level, WatchReason | None]:
        """Find the highest tier whose alarm is still up; a warning never outlasts its notice."""
        up: tuple[Level, WatchReason | None] = ("none", None)
        for tier in (NOTICE, WARNING):
            alarm = self._alarms[tier]
            if alarm is None or not self._is_up(tier, on):
                break
            up = LEVELS[tier + 1], alarm[1]
        return up


def looks_from(on: date, limits: "WatchLimits") -> date:
    """The first day whose rating has a part in what the watch says on a day.

    Where a watch begins can decide what it says: its sums and its alarms go on from what lies before. All
    days of a month have one beginning, so that whoever asks about a day hears the same, however many other
    days they look at.
    """
    return on.replace(day=1) - timedelta(days=limits.usual_days) - BUILDS_UP


def watch(ratings: Iterable[DayRating], limits: "WatchLimits") -> WatchState:
    """Judge all these ratings, in any order; of several on one day the last counts."""
    by_date = {day.date: day for day in ratings}
    keeper = Watch(limits)
    for day in sorted(by_date.values()):
        keeper.take(day)
    return keeper.state
