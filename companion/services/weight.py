"""Body weight: entry with a check for slips, and its course against the reference."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.entries import Weighed
from companion.domain.frozen import frozen
from companion.domain.limits import WeightLimits
from companion.domain.weight import (
    Mark,
    Slip,
    Unit,
    Weighing,
    WeightState,
    course,
    from_kg,
    marks,
    slip,
    to_kg,
)
from companion.errors import Refused

if TYPE_CHECKING:
    from companion.services.companion import Companion

FURTHER = (180, 360, 720, 1440)  # days in which an older weight is looked for before all of them are read


@frozen
class WeightLogged:
    """A weight was written down, and how the course stood on its day; None where that is not known.

    `newest`: no later weight is known, so that what the course means is worth saying now.
    """

    entry: Weighed
    state: WeightState | None
    newest: bool = True


@frozen
class WeightCourse:
    """The weights of the last days, oldest first; the newest alone, however old, where there are none.

    `marks` are the reference and what lies below it. `limits_by` decided limits of their own.
    """

    weighed: tuple[Weighed, ...]
    state: WeightState | None
    reference_kg: float | None
    marks: tuple[Mark, ...]
    limits: WeightLimits
    limits_by: str | None = None

    def only(self, weighed: tuple[Weighed, ...]) -> "WeightCourse":
        """The same with these weights."""
        return replace(self, weighed=weighed)


class Weight:
    """Writes weights and reads their course."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def log(
        self,
        amount: float,
        *,
        unit: Unit | None = None,
        tare: float | None = None,
        confirmed: bool = False,
        at: datetime | None = None,
        note: str | None = None,
    ) -> WeightLogged:
        """Write a weight in the given unit, the tare in the same unit taken off. A likely slip is refused."""
        signed = self.weighed(amount, unit=unit, tare=tare, confirmed=confirmed, at=at, note=note)
        entry = self._companion.keep(signed)
        on, last = self._companion.day_of(entry), self.latest()
        newest = last is None or self._companion.day_of(last) <= on
        return WeightLogged(entry=entry, state=self.state(on), newest=newest)

    def weighed(
        self,
        amount: float,
        *,
        unit: Unit | None = None,
        tare: float | None = None,
        confirmed: bool = False,
        at: datetime | None = None,
        note: str | None = None,
    ) -> Weighed:
        """A weight, checked and signed, not written yet; raises as `log` does."""
        self._companion.actor.require("log")
        kg, tare_kg = self._kilograms(amount, unit, tare)
        self._companion.within("weight_kg", kg)
        doubt = self.slip(amount, unit=unit, tare=tare, at=at)
        if doubt and not confirmed:
            raise Refused("weight_slip", slip=doubt, unit=unit or self._companion.settings.weight_unit)
        return self._companion.sign(Weighed, kg=round(kg, 2), tare_kg=tare_kg, at=at, note=note)

    def slip(
        self,
        amount: float,
        *,
        unit: Unit | None = None,
        tare: float | None = None,
        at: datetime | None = None,
    ) -> Slip | None:
        """What looks wrong about this weight beside the last ones, None if nothing does.

        Raises Refused where too little is left without the tare: no yes could keep that.
        """
        kg, _ = self._kilograms(amount, unit, tare)
        if tare and kg < self._companion.content.bounds("weight_kg")[0]:
            self._companion.within("weight_kg", kg)
        on = (at or self._companion.clock()).date()
        height_cm = self._companion.people.person().height_cm
        return slip(kg, on, self._weighings(on), self._limits(), height_cm)

    def hold(self, entry: Weighed, *, kg: float, at: datetime | None = None, **_: object) -> None:
        """Hold a correction to the rule for slips, beside the other weights or, without any, the one before.

        Raises Refused for a likely slip.
        """
        on = (at or entry.at).date()
        found = self._newest(self._limits().course_days, on)
        beside = [one for one in found if one.id != entry.id] or [entry]
        weighings = [Weighing(min(self._companion.day_of(one), on), one.kg) for one in beside]
        if doubt := slip(kg, on, weighings, self._limits(), self._companion.people.person().height_cm):
            raise Refused("weight_slip", slip=doubt, unit=self._companion.settings.weight_unit)

    def latest(self) -> Weighed | None:
        """The newest weight, however old."""
        recent = self._newest(self._limits().course_days)
        return recent[-1] if recent else None

    def tare(self, unit: Unit) -> float | None:
        """What was taken off last time in these months, in this unit: a chair weighs the same every week."""
        tares = [entry.tare_kg for entry in self._newest(self._limits().course_days) if entry.tare_kg]
        return round(from_kg(tares[-1], unit), 1) if tares else None

    def course(self, days: int) -> WeightCourse:
        """The weights of the last days beside the reference, and the state."""
        limits, reference = self._limits(), self._companion.people.person().reference_weight_kg
        return WeightCourse(
            weighed=tuple(sorted(self._newest(days), key=lambda entry: entry.at)),
            state=self.state(),
            reference_kg=reference,
            marks=marks(reference, limits),
            limits=limits,
            limits_by=self._companion.limits_by("weight"),
        )

    def heaviest(self) -> float | None:
        """The highest weight of the last months: estimates stand on it, so no floor falls with a loss."""
        return max((weighing.kg for weighing in self._weighings()), default=None)

    def state(self, on: date | None = None) -> WeightState | None:
        """How the weight stood against the reference on a day, today by default; None without a weight."""
        person, on = self._companion.people.person(), on or self._companion.today_date()
        return course(self._weighings(on), person.reference_weight_kg, person.height_cm, on, self._limits())

    def states(self, since: date) -> list[WeightState]:
        """How the weight stood on each day that somebody was weighed from a date on, oldest first."""
        person, limits = self._companion.people.person(), self._limits()
        back, day = timedelta(days=limits.course_days), self._companion.day_of
        entries = self._companion.diary.of(Weighed, since=since - back - timedelta(days=1))
        found = [(entry.at.date(), Weighing(day(entry), entry.kg)) for entry in entries]
        states = (
            course(
                [one for at, one in found if at >= on - back and one.date <= on],
                person.reference_weight_kg, person.height_cm, on, limits,
            )
            for on in sorted({one.date for at, one in found if at >= since})
        )  # fmt: skip
        return [state for state in states if state is not None]

    def _weighings(self, on: date | None = None) -> list[Weighing]:
        """The weights that make the course of a day, today by default."""
        found = self._newest(self._limits().course_days, on)
        return [Weighing(self._companion.day_of(entry), entry.kg) for entry in found]

    def _limits(self) -> WeightLimits:
        return self._companion.limits(WeightLimits, "weight")

    def _newest(self, days: int, on: date | None = None) -> list[Weighed]:
        """The weights of the days up to one, today by default; else the newest before it, however old."""
        on = on or self._companion.today_date()
        if found := self._until(on, on - timedelta(days=days)):
            return found
        older = (self._until(on, on - timedelta(days=back)) for back in FURTHER)
        return (next(filter(None, older), None) or self._until(on))[-1:]

    def _until(self, on: date, since: date | None = None) -> list[Weighed]:
        """The weights up to a day, by time; a day runs into the next date."""
        found = self._companion.diary.of(Weighed, since=since, until=on + timedelta(days=1))
        return [entry for entry in found if self._companion.day_of(entry) <= on]

    def _kilograms(self, amount: float, unit: Unit | None, tare: float | None) -> tuple[float, float | None]:
        unit = unit or self._companion.settings.weight_unit
        tare_kg = None if tare is None else to_kg(tare, unit)
        return to_kg(amount, unit) - (tare_kg or 0), tare_kg
