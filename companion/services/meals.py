"""The picker, which keeps to the prescribed texture, and meals eaten."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.day import SLOTS, clock_time, slot_at
from companion.domain.entries import MealEaten
from companion.domain.meals import Meal, MealOffer, allowed, nutrients, search
from companion.domain.nutrients import Nutrients
from companion.domain.textures import DrinkLevel, FoodLevel, drink_level, food_level
from companion.errors import Malformed, Unknown
from companion.services.intake import Logged, Remark

if TYPE_CHECKING:
    from companion.services.companion import Companion


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels that a list keeps to; None is not decided, and then nothing of that kind is suggested."""

    food: FoodLevel | None
    drink: DrinkLevel | None
    thicker_ok: bool = False


class Meals:
    """Suggests meals and drinks of the prescribed texture, never another; writes what was eaten."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def levels(self, *, food: str | None = None, drink: str | None = None) -> Levels:
        """The plan's levels, or the ones given; raises Refused for a level that does not exist."""
        if food is not None or drink is not None:
            return Levels(food=food_level(food), drink=drink_level(drink))
        plan = self._companion.plan.in_force()
        return Levels(
            food=food_level(plan.value("food-level")),
            drink=drink_level(plan.value("drink-level")),
            thicker_ok=plan.value("thicker-ok") is True,
        )

    def allowed(
        self,
        levels: Levels | None = None,
        *,
        kind: str | None = None,
        slot: str | None = None,
        tag: str | None = None,
        text: str = "",
    ) -> list[MealOffer]:
        """What may be suggested, the prescribed level first. Raises Malformed where no level was decided."""
        within = levels or self.levels()
        if within.food is None and within.drink is None:
            raise Malformed("no_level")
        if slot is not None:
            slot = self._standard(slot)
        offers = self._within(self._companion.content.meals.values(), within)
        found = {meal.id for meal in search([offer.meal for offer in offers], text)}
        return [
            offer
            for offer in offers
            if offer.meal.id in found
            and (kind is None or offer.meal.kind == kind)
            and (slot is None or slot in offer.meal.slots)
            and (tag is None or tag in offer.meal.tags)
        ]

    def _standard(self, slot: str) -> str:
        """The slot by the name that recipes know it by: of a renamed or added one, by its time."""
        named = self._companion.intake.slot(slot, self._companion.clock())
        if named in SLOTS:
            return named
        return slot_at(clock_time(self._companion.settings.slots[named]), SLOTS)

    def find(self, id: str) -> Meal:
        """A meal by its id, allowed or not; raises Unknown."""
        meals = self._companion.content.meals
        if id not in meals:
            raise Unknown("unknown_meal", value=id, known=list(meals))
        return meals[id]

    def nutrients(self, meal: Meal) -> Nutrients:
        """Per serving, computed from the ingredients."""
        return nutrients(meal, self._companion.content.foods)

    def log(
        self,
        id: str,
        eaten: float = 1.0,
        *,
        slot: str | None = None,
        at: datetime | None = None,
        minutes: int | None = None,
        coughs: int | None = None,
        note: str | None = None,
    ) -> Logged:
        """Write what was really eaten of a meal, as a share of a serving from 0 to 3."""
        meal = self.find(id)
        self._companion.within("eaten", eaten)
        for what, count in (("minutes", minutes), ("coughs", coughs)):
            if count is not None:
                self._companion.within(what, count)
        logged = self._companion.intake.write(
            MealEaten,
            meal=meal.id,
            name=meal.name,
            eaten=eaten,
            minutes=minutes,
            coughs=coughs,
            slot=slot,
            at=at,
            note=note,
            **asdict(self.nutrients(meal)),
        )
        return replace(logged, remarks=(*logged.remarks, *self.outside(meal.id)))

    def outside(self, id: str) -> list[Remark]:
        """It was eaten, so it is kept; but when the plan would not suggest it, that is said once."""
        meal = self._companion.content.meals.get(id)
        levels = self.levels()
        if meal is None:
            return []
        if not (levels.food if meal.kind == "food" else levels.drink):
            return []
        if self._within([meal], levels):
            return []
        facts = {
            "meal": meal.name,
            "kind": meal.kind,
            "aims": meal.iddsi,
            "food": levels.food,
            "drink": levels.drink,
        }
        return [Remark("outside_level", facts)]

    @staticmethod
    def _within(meals: Iterable[Meal], levels: Levels) -> list[MealOffer]:
        return allowed(meals, levels.food, levels.drink, thicker_ok=levels.thicker_ok)
