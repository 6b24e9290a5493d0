"""How things went over weeks and years: eaten, drunk, weight, tiredness, sessions, meals."""

from collections.abc import Callable
from dataclasses import field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from companion.domain import trends
from companion.domain.energy import protein_target
from companion.domain.entries import Entry, MealEaten
from companion.domain.frozen import frozen
from companion.domain.intake import Day, whole
from companion.domain.limits import MealLimits, ProteinLimits
from companion.domain.trends import DayValue, Spread
from companion.services.fatigue_past import FatiguePast, Tiredness
from companion.services.sessions_past import SessionPast, SessionsPast

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.services.energy import Targets
    from companion.services.weight import WeightCourse

A_DAY = timedelta(days=1)


@frozen
class Eaten:
    """One figure by day: the days that are over and have an entry, oldest first, and what they come to.

    `floors` is what was to be reached on each day, as it was decided then; empty where there is no such
    target. `reached` of `judged` days came to it. `unknown`: days with an entry that lacks this figure.
    `enough` is the spread of those days alone on which enough was written down to judge them. `aims`: the
    amount that was decided for each day, where that asks for more than the floor; `aimed` days came to it.
    """

    name: str  # "kcal", "protein_g" or "fluid_ml"
    days: tuple[DayValue, ...]
    means: tuple[DayValue, ...]
    spread: Spread | None
    floors: dict[date, float]
    reached: int
    judged: int
    unknown: int
    enough: Spread | None = None
    aims: dict[date, float] = field(default_factory=dict)
    aimed: int = 0


@frozen
class Meals:
    """How meals went: minutes of those that were timed, and the days on which somebody coughed.

    `long` were longer than `long_minutes`. `coughs` counts coughs, `coughed` the meals with any, `asked`
    the meals in which coughs were written down, none included. `coughing`: whether each of `timed` had any.
    """

    count: int
    minutes: Spread | None
    timed: tuple[DayValue, ...]
    long: int
    long_minutes: float
    asked: int
    coughed: int
    coughs: int
    helped: int
    coughing: tuple[bool, ...] = ()


class Trends:
    """Looks back from today over so many days, or over everything."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def over(self, days: int | None) -> "Span":
        """The last `days` days up to today, both included; everything there is with None."""
        companion = self._companion
        companion.actor.require("see")
        last = companion.today_date()
        if days is None:
            first = min(companion.diary.binder.begins(companion.settings.day_start) or last, last)
        else:
            first = last - timedelta(days=days - 1)
        return Span(companion, first, last)


class Span:
    """The days from `first` to `last`. Each part is read when it is first asked for, and then kept."""

    def __init__(self, companion: "Companion", first: date, last: date) -> None:
        self._companion = companion
        self.first = first
        self.last = last

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.last - self.first).days + 1

    def read(self) -> "Span":
        """Read every part now; may run in a thread of its own."""
        for name, part in vars(type(self)).items():
            if isinstance(part, cached_property):
                getattr(self, name)
        return self

    @cached_property
    def began(self) -> date:
        """The first of its days on which the diary was there: days before that are not missing."""
        return max(self.first, min(self._begins or self.last, self.last))

    @cached_property
    def _begins(self) -> date | None:
        return self._companion.diary.binder.begins(self._companion.settings.day_start)

    @property
    def is_all(self) -> bool:
        """Whether nothing was written down before it."""
        return (self._begins or self.first) >= self.first

    @property
    def over(self) -> int:
        """How many of its days are past, from the first day of the diary on."""
        return (self.last - self.began).days

    @cached_property
    def eaten_days(self) -> tuple[Day, ...]:
        """The days with an entry of food or drink, oldest first; the last may still run."""
        return tuple(self._companion.intake.days(self.first, self.last).values())

    @cached_property
    def enough(self) -> frozenset[date]:
        """Those of them on which enough was written down to judge the day."""
        limits = self._companion.limits(ProteinLimits, "protein")
        return frozenset(day.date for day in self.eaten_days if whole(day, limits))

    def day_of(self, entry: Entry) -> date:
        """The day an entry belongs to; the hours after midnight belong to the day before."""
        return self._companion.day_of(entry)

    @cached_property
    def energy(self) -> Eaten:
        """Energy in kcal against the target of each day."""
        return self._figure("kcal", self._floors("energy", self._targets.energy.kcal))

    @cached_property
    def protein(self) -> Eaten:
        """Protein in grams against the lower end of the range, as on Today: a decision widens that range."""
        limits, kg = self._companion.limits(ProteinLimits, "protein"), self._companion.weight.heaviest()

        def least(decided: float) -> float:
            target = protein_target(decided, kg, limits)
            return target.low_g if target else decided

        target = self._targets.protein
        figure = self._figure("protein_g", self._floors("protein", target.low_g if target else None, least))
        aims = {on: g for on, g in self._aims("protein").items() if g > figure.floors.get(on, g)}
        return replace(figure, aims=aims, aimed=trends.reached(figure.days, aims)[0])

    @cached_property
    def fluid(self) -> Eaten:
        """Fluid in millilitres against the target of each day."""
        target = self._targets.fluid
        return self._figure("fluid_ml", self._floors("fluid", target.ml if target else None))

    @cached_property
    def weight(self) -> "WeightCourse":
        """The weights, the reference, and the weights that mean something."""
        course = self._companion.weight.course((self._companion.today_date() - self.first).days)
        inside = tuple(
            one for one in course.weighed if self.first <= self._companion.day_of(one) <= self.last
        )
        return course.only(inside)

    @cached_property
    def tiredness(self) -> Tiredness:
        """Ratings by day with what the watch said then."""
        return FatiguePast(self._companion).between(self.first, self.last, self._begins or self.last)

    @cached_property
    def sessions(self) -> tuple[SessionPast, ...]:
        """What became of every session, rests by choice included, oldest first."""
        return SessionsPast(self._companion).between(self.first, self.last)

    @cached_property
    def meals(self) -> Meals:
        """How long meals took, and coughing."""
        limits = self._companion.limits(MealLimits, "meal")
        eaten = [(day.date, one) for day in self.eaten_days for one in day.entries]
        meals = [(on, one) for on, one in eaten if isinstance(one, MealEaten)]
        timed = tuple(DayValue(on, float(one.minutes)) for on, one in meals if one.minutes is not None)
        coughs = [one.coughs for _, one in meals if one.coughs is not None]
        return Meals(
            count=len(meals),
            minutes=trends.spread(timed),
            timed=timed,
            long=sum(one.value > limits.long_minutes for one in timed),
            long_minutes=limits.long_minutes,
            asked=len(coughs),
            coughed=sum(1 for count in coughs if count),
            coughs=sum(coughs),
            helped=sum(one.helped is True for _, one in meals),
            coughing=tuple(bool(one.coughs) for _, one in meals if one.minutes is not None),
        )

    def _figure(self, name: str, floors: dict[date, float]) -> Eaten:
        limits = self._companion.limits(ProteinLimits, "protein")
        days = trends.known(self.eaten_days, name)
        enough = [day for day in days if day.date in self.enough]
        reached, judged = trends.reached(days, floors)
        return Eaten(
            name=name,
            days=tuple(days),
            means=tuple(trends.rolling(enough, limits.week_least)),
            spread=trends.spread(days),
            floors=floors,
            reached=reached,
            judged=judged,
            unknown=sum(lacks(day, name) for day in self.eaten_days if day.over),
            enough=trends.spread(enough),
        )

    @cached_property
    def _targets(self) -> "Targets":
        return self._companion.energy.targets()

    def _floors(
        self, key: str, now: float | None, least: Callable[[float], float] = float
    ) -> dict[date, float]:
        """What was to be reached on each day: as decided until then; without any decision what holds now.

        `least` tells what a decision asks for at least.
        """
        companion = self._companion
        decided = [
            DayValue(companion.day_of(one), least(float(one.value)))
            for one in companion.plan.decisions(key)
            if isinstance(one.value, int | float)
        ]
        return trends.steps(decided, self.first, self.last, None if decided else now)

    def _aims(self, key: str) -> dict[date, float]:
        """The amount that was decided for each day; none once that was taken back."""
        day_of, taken_back = self._companion.day_of, 0.0
        decided = [
            DayValue(day_of(one), float(one.value) if isinstance(one.value, int | float) else taken_back)
            for one in self._companion.plan.decisions(key)
        ]
        return {
            on: value for on, value in trends.steps(decided, self.first, self.last, None).items() if value
        }


def lacks(day: Day, name: str) -> bool:
    """Whether an entry of the day does not say this figure, so that its sum may be too low."""
    unknown = {"kcal": day.unknown_kcal, "protein_g": day.unknown_protein, "fluid_ml": day.unknown_fluid}
    return unknown[name] > 0
