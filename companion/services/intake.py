"""What was eaten and drunk: foods, quick entries, drinks, copies; the sums of a day against its targets."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from companion.domain.day import begins, slot_at
from companion.domain.entries import Drunk, FoodEaten, QuickEaten, Taken
from companion.domain.frozen import frozen
from companion.domain.intake import Day, Spared, by_day, early, spared, sum_day
from companion.domain.limits import ProteinLimits
from companion.domain.text import clean
from companion.domain.textures import DrinkLevel, drink_level, thickness
from companion.errors import Malformed, Refused, Unknown
from companion.services.intake_twins import KEPT, Beside, settled
from companion.services.remarks import Remark

if TYPE_CHECKING:
    from companion.domain.foods import Food
    from companion.services.companion import Companion
    from companion.services.energy import Targets

T = TypeVar("T", bound=Taken)
WATER = "water"
NOON = "12:00"
# The fact of each kind that says how much.
AMOUNTS = {"meal": "eaten", "food": "grams", "quick": "kcal", "drink": "ml", "tube": "ml"}


@frozen
class DayIntake:
    """One day: the sums, the targets and whether protein is spared."""

    day: Day
    targets: "Targets"
    spared: Spared

    @property
    def share(self) -> float:
        """How much of the energy target was eaten, 1 for all of it; 0 without a target."""
        target = self.targets.energy.kcal
        return (self.day.total.kcal or 0) / target if target else 0.0


@frozen
class Logged:
    """Entries were written down, about the day `on`, in the place of those `replaced`; today as it is now."""

    entries: tuple[Taken, ...]
    on: date
    today: DayIntake
    remarks: tuple[Remark, ...] = ()
    replaced: tuple[Taken, ...] = ()

    @property
    def entry(self) -> Taken:
        """The entry, or the last of several."""
        return self.entries[-1]


class Intake:
    """Writes what was taken, and sums a day."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def day(self, on: date | None = None, targets: "Targets | None" = None) -> DayIntake:
        """The sums of a day, today by default; `targets` where they are known already."""
        today = self._companion.today_date()
        chosen = on or today
        day = sum_day(chosen, self._companion.taken(chosen, chosen), over=chosen < today)
        targets = targets or self._companion.energy.targets()
        limits = self._companion.limits(ProteinLimits, "protein")
        verdict = spared(day.total.kcal, day.protein_g, targets.energy.kcal, targets.protein, limits)
        if chosen == today and early(day, targets.energy.kcal, limits, last=self._last_slot()):
            verdict = replace(verdict, ok=None, advice=None)
        return DayIntake(day=day, targets=targets, spared=verdict)

    def days(self, first: date, last: date) -> dict[date, Day]:
        """Those of these days, both included, that have an entry; each is added up once in one look."""
        companion = self._companion
        day_start, today = companion.settings.day_start, companion.today_date()
        known = companion.diary.found(("days added up", day_start, today), dict[date, Day])
        return by_day(companion.taken(first, last), day_start, today, known)

    def _last_slot(self) -> bool:
        """Whether the last part of the day has begun."""
        settings, now = self._companion.settings, self._companion.clock()
        *_, starts = settings.slots.values()
        return begins(self._companion.today_date(), starts, settings.day_start, now.tzinfo) <= now

    def log_food(
        self,
        id: str,
        *,
        grams: float | None = None,
        servings: float | None = None,
        slot: str | None = None,
        at: datetime | None = None,
        note: str | None = None,
        beside: Beside = KEPT,
    ) -> Logged:
        """Write a food: grams of one from the table, or servings of one's own food kept per serving."""
        self._companion.actor.require("log")
        if self._companion.foods.per_serving(id):
            facts = {"servings": self._companion.within("servings", 1.0 if servings is None else servings)}
        else:
            if grams is None:
                raise Malformed("no_grams", name=id)
            facts = {"grams": self._companion.within("grams", grams)}
        food = self._companion.foods.find(id)
        logged = self.write(
            FoodEaten,
            food=food.id,
            name=food.name,
            slot=slot,
            at=at,
            note=note,
            beside=beside,
            **asdict(food.per_100g),
            **facts,
        )
        return replace(logged, remarks=(*logged.remarks, *self._companion.meals.outside_own(food.id)))

    def quick(
        self,
        name: str,
        *,
        kcal: float,
        protein_g: float | None = None,
        slot: str | None = None,
        at: datetime | None = None,
        note: str | None = None,
        beside: Beside = KEPT,
    ) -> Logged:
        """Write a name and its energy, without a search."""
        self._companion.actor.require("log")
        self._companion.within("kcal", kcal)
        if protein_g is not None:
            self._companion.within("protein_g", protein_g)
        facts = {"name": self._name(name), "kcal": kcal, "protein_g": protein_g, "note": note}
        return self.write(QuickEaten, slot=slot, at=at, beside=beside, **facts)

    def drink(
        self,
        ml: float,
        *,
        what: str | None = None,
        level: str | None = None,
        slot: str | None = None,
        at: datetime | None = None,
        note: str | None = None,
        beside: Beside = KEPT,
    ) -> Logged:
        """Write a drink in millilitres: water, a food's id, or any name (its energy is then not known)."""
        self._companion.actor.require("log")
        self._companion.within("ml", ml)
        figures, known = self._drink_figures(what), drink_level(level)
        facts = {"ml": ml, "level": known, "note": note, **figures}
        logged = self.write(Drunk, slot=slot, at=at, beside=beside, **facts)
        return replace(logged, remarks=(*logged.remarks, *self.thinner(known)))

    @staticmethod
    def amount_key(entry: Taken) -> str:
        """The fact that says how much of it was taken."""
        key = AMOUNTS[entry.kind]
        return "servings" if isinstance(entry, FoodEaten) and entry.grams is None else key

    def moment(self, on: date, slot: str | None = None) -> datetime | None:
        """When something written for a day is about: None, which is now, for today; else as its slot begins.

        Raises Refused for a day to come.
        """
        companion = self._companion
        if on == companion.today_date():
            return None
        starts = companion.settings.slots.get(slot or "", NOON)
        return companion.past(begins(on, starts, companion.settings.day_start, companion.clock().tzinfo))

    def write(
        self, model: type[T], *, slot: str | None, at: datetime | None, beside: Beside = KEPT, **facts: Any
    ) -> Logged:
        """Write one thing taken: the slot is the one of its time unless named. Remarks never stop it.

        `beside` says what becomes of a twin; raises Refused where it is held.
        """
        self._companion.actor.require("log")
        about = at or self._companion.clock()
        signed = self._companion.sign(model, at=at, slot=self.slot(slot, about), **facts)
        return self._put((signed,), self._companion.day_of(signed), beside)

    def _put(self, signed: Sequence[Taken], day: date, beside: Beside) -> Logged:
        """Write entries of a day, and what makes room for them, as one act."""
        companion = self._companion
        before = companion.taken(day, day)
        targets = companion.energy.targets()  # damage elsewhere is met before anything is saved
        twice = settled(companion, signed, before, beside)
        written = companion.write(*twice.removals, *signed)
        entries = tuple(entry for entry in written if isinstance(entry, Taken))
        unwelcome = (remark for entry in entries for remark in companion.meals.unwelcome(entry))
        remarks = (*twice.remarks, *unwelcome)
        return Logged(entries, day, self.day(targets=targets), remarks, twice.replaced)

    def slot(self, named: str | None, about: datetime) -> str:
        """A slot by name, else the one that runs at this time; raises Unknown."""
        slots = self._companion.settings.slots
        if named is None:
            return slot_at(about.time(), slots)
        if named not in slots:
            raise Unknown("unknown_slot", value=named, known=list(slots))
        return named

    def thinner(self, level: DrinkLevel | None) -> list[Remark]:
        """A drink thinner than decided was drunk, so it is kept; but it is said once."""
        decided = drink_level(self._companion.plan.in_force().value("drink-level"))
        if level is None or decided is None or thickness(decided, level) >= 0:
            return []
        return [Remark("thinner", {"level": level, "decided": decided})]

    def drink_food(self, name: str) -> "Food | None":
        """The food of the kitchen behind a drink that people call so; None for any other name."""
        return self._companion.content.foods.get(self._known_drink(name))

    def _drink_figures(self, what: str | None) -> dict[str, Any]:
        id = self._known_drink(what or WATER)
        if id in self._companion.content.foods:
            food = self._companion.content.foods[id]
            per_ml = food.g_per_ml or 1.0
            figures = {key: None if v is None else v * per_ml for key, v in asdict(food.per_100g).items()}
            return {"name": food.name, **figures}
        return {"name": self._name(id), "fluid_ml": 100.0}

    def _known_drink(self, typed: str) -> str:
        """The id of the drink that people call so, such as milk; else what was typed."""
        foods = self._companion.content.foods
        called = clean(typed).casefold()
        names = (id for id, food in foods.items() if food.g_per_ml and called in _names(food))
        return typed if typed in foods else next(names, typed)

    @staticmethod
    def _name(text: str) -> str:
        name = clean(text)
        if not name:
            raise Refused("empty_text", what="name")
        return name


def _names(food: "Food") -> set[str]:
    return {food.name.casefold(), *(alias.casefold() for alias in food.aliases)}
