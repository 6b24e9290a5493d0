"""What to eat next, from what the plan allows, and ways to bring more energy into a dish."""

from datetime import timedelta
from typing import TYPE_CHECKING

from companion.domain.day import SLOTS, begins
from companion.domain.entries import MealEaten
from companion.domain.fortify import Hint, hints
from companion.domain.intake import left, to_come
from companion.domain.limits import NextLimits, SessionLimits
from companion.domain.meals import Meal, MealOffer, Serving, allowed
from companion.domain.meals_next import Candidate, Need, Suggestion, behind, rank

if TYPE_CHECKING:
    from datetime import date

    from companion.services.companion import Companion

LATE = "evening"  # from this part of the day on the biggest meals are over
FEW = 5


class MealsNext:
    """Ranks what is allowed by what the day still needs."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def next(
        self, slot: str | None = None, n: int = FEW, *, kind: str | None = None
    ) -> tuple[Suggestion, ...]:
        """The best few for a part of the day, the one it is by default. Raises Malformed without a level."""
        companion = self._companion
        slot = companion.intake.slot(slot, companion.clock())
        need = self.need(slot)
        lately = self.lately() | {entry.meal for entry in companion.day_plan.pending()}
        return tuple(rank(self.candidates(slot, kind=kind), need, lately, self._limits)[:n])

    def candidates(self, slot: str | None = None, *, kind: str | None = None) -> list[Candidate]:
        """Everything that may be suggested, with what a serving holds."""
        meals = self._companion.meals
        return [
            Candidate(offer, meals.nutrients(offer.meal), _grams(offer))
            for offer in meals.allowed(slot=slot, kind=kind)
        ]

    def need(self, slot: str) -> Need:
        """What today still needs, seen from a part of the day."""
        companion = self._companion
        slots, today = list(companion.settings.slots), companion.intake.day()
        now = companion.intake.slot(None, companion.clock())
        coming = to_come(today.day, slots, slot)
        target, protein, fluid = today.targets.energy.kcal, today.targets.protein, today.targets.fluid
        taken, shares = today.day.taken, self.shares()
        over = sum(shares[name] for name in slots[: slots.index(now)])
        return Need(
            kcal=None if target is None else left(target, taken.kcal or 0),
            protein_g=None if protein is None else protein.aim_g - (taken.protein_g or 0),
            fluid_ml=None if fluid is None else fluid.ml - (taken.fluid_ml or 0),
            slots=max(len(coming), 1),
            late=self.late(slot),
            tired=self.tired(),
            behind=behind(taken.kcal, target, over, self._limits),
        )

    def shares(self) -> dict[str, float]:
        """The share of each part of the day in a day's energy; those of one usual part divide its share."""
        meals, usual = self._companion.meals, dict(zip(SLOTS, self._limits.shares, strict=True))
        named = {slot: meals.standard(slot) for slot in self._companion.settings.slots}
        same = list(named.values())
        raw = {slot: usual[standard] / same.count(standard) for slot, standard in named.items()}
        whole = sum(raw.values())
        return {slot: share / whole for slot, share in raw.items()}

    def late(self, slot: str) -> bool:
        """Whether a part of the day belongs to the evening."""
        settings, today = self._companion.settings, self._companion.today_date()
        evening = settings.slots.get(LATE, SLOTS[LATE])
        times = (begins(today, at, settings.day_start, None) for at in (settings.slots[slot], evening))
        starts, dusk = times
        return starts >= dusk

    def tired(self) -> bool:
        """Whether the person's newest rating of today is high, or the fatigue watch speaks."""
        fatigue = self._companion.fatigue
        if fatigue.state().watch.level != "none":
            return True
        own = fatigue.own_today()
        return (
            own is not None and own.rating >= self._companion.limits(SessionLimits, "session").before_rating
        )

    def lately(self, before: "date | None" = None) -> frozenset[str]:
        """The meals eaten lately: today and the days before it, or only the days before a day."""
        companion = self._companion
        last = before - timedelta(days=1) if before else companion.today_date()
        days = self._limits.lately_days - (2 if before else 1)
        taken = companion.taken(last - timedelta(days=max(days, 0)), last)
        return frozenset(entry.meal for entry in taken if isinstance(entry, MealEaten))

    def fortify(self, offer: MealOffer) -> tuple[Hint, ...]:
        """Ways to bring more energy into a dish, its own first; only what level and person allow."""
        foods, wishes = self._companion.recipes.foods(), self._companion.people.wishes()
        return tuple(hints(offer, self._companion.content.fortify.values(), foods, wishes.welcome))

    def more_energy(self, meal: Meal) -> tuple[Hint, ...]:
        """The same for any meal: as it is on offer, else what its own recipe names."""
        plan = self._companion.meals.levels()
        found = allowed([meal], plan.food, plan.drink, thicker_ok=plan.thicker_ok)
        return self.fortify(found[0] if found else MealOffer(meal, "", 0))

    @property
    def _limits(self) -> NextLimits:
        return self._companion.limits(NextLimits, "next")


def _grams(offer: MealOffer) -> float | None:
    """Grams of a serving; None where a serving is counted and not weighed."""
    meal = offer.meal
    if any(isinstance(part, Serving) for part in meal.ingredients):
        return None
    return sum(part.grams for part in meal.ingredients) / meal.servings or None
