"""Body weight: entry with a check for slips, and its course against the reference."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.entries import Weighed
from companion.domain.limits import WeightLimits
from companion.domain.weight import Slip, Unit, Weighing, WeightState, course, slip, to_kg
from companion.errors import Refused

if TYPE_CHECKING:
    from companion.services.companion import Companion

COURSE_DAYS = 100  # three months and the days around a month's end; see diary.md, "today"


@dataclass(frozen=True, slots=True)
class WeightLogged:
    """A weight was written down, and how the course stands now."""

    entry: Weighed
    state: WeightState


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
        self._companion.actor.require("log")
        kg, tare_kg = self._kilograms(amount, unit, tare)
        self._companion.within("weight_kg", kg)
        doubt = self.slip(amount, unit=unit, tare=tare, at=at)
        if doubt and not confirmed:
            raise Refused("weight_slip", slip=doubt)
        entry = self._companion.keep(
            self._companion.sign(Weighed, kg=round(kg, 2), tare_kg=tare_kg, at=at, note=note)
        )
        state = self.state(self._companion.day_of(entry))
        assert state is not None
        return WeightLogged(entry=entry, state=state)

    def slip(
        self,
        amount: float,
        *,
        unit: Unit | None = None,
        tare: float | None = None,
        at: datetime | None = None,
    ) -> Slip | None:
        """What looks wrong about this weight beside the last ones, None if nothing does."""
        kg, _ = self._kilograms(amount, unit, tare)
        limits = self._companion.limits(WeightLimits, "weight")
        on = (at or self._companion.clock()).date()
        return slip(kg, on, self._weighings(), limits)

    def latest(self) -> Weighed | None:
        """The newest weight, however old."""
        recent = self._entries(COURSE_DAYS) or self._entries(None)
        return recent[-1] if recent else None

    def heaviest(self) -> float | None:
        """The highest weight of the last months: estimates stand on it, so no floor falls with a loss."""
        return max((weighing.kg for weighing in self._weighings()), default=None)

    def state(self, on: date | None = None) -> WeightState | None:
        """How the weight stood against the reference on a day, today by default; None without a weight."""
        person = self._companion.people.person()
        return course(
            self._weighings(),
            person.reference_weight_kg,
            person.height_cm,
            on or self._companion.today_date(),
            self._companion.limits(WeightLimits, "weight"),
        )

    def _weighings(self) -> list[Weighing]:
        found = self._entries(COURSE_DAYS) or self._entries(None)[-1:]
        return [Weighing(self._companion.day_of(entry), entry.kg) for entry in found]

    def _entries(self, days: int | None) -> list[Weighed]:
        since = None if days is None else self._companion.today_date() - timedelta(days=days)
        return self._companion.diary.of(Weighed, since=since)

    def _kilograms(self, amount: float, unit: Unit | None, tare: float | None) -> tuple[float, float | None]:
        unit = unit or self._companion.settings.weight_unit
        tare_kg = None if tare is None else to_kg(tare, unit)
        return to_kg(amount, unit) - (tare_kg or 0), tare_kg
