"""The picker, which keeps to the prescribed texture, and meals eaten."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.allergens import UNKNOWN
from companion.domain.day import SLOTS, clock_time, slot_at
from companion.domain.entries import Drunk, FoodEaten, MealEaten, Taken
from companion.domain.foods import Food
from companion.domain.frozen import frozen
from companion.domain.meals import Meal, MealOffer, Picked, allowed, nutrients, picked, search, tests_at
from companion.domain.textures import DrinkLevel, FoodLevel, drink_level, food_level
from companion.errors import Malformed, Unknown
from companion.services.intake_twins import KEPT, Beside
from companion.services.remarks import Remark

if TYPE_CHECKING:
    from companion.domain.nutrients import Nutrients
    from companion.services.companion import Companion
    from companion.services.intake import Logged


@frozen
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
        """What may be suggested, the prescribed level first. Raises Malformed where no level was decided.

        Foods and recipes of one's own are among them; nothing that the person does not eat is.
        """
        return list(self.picked(levels, kind=kind, slot=slot, tag=tag, text=text).offers)

    def picked(
        self,
        levels: Levels | None = None,
        *,
        kind: str | None = None,
        slot: str | None = None,
        tag: str | None = None,
        text: str = "",
    ) -> Picked:
        """What `allowed` lists, and what it hides since the person does not eat it."""
        within = levels or self.levels()
        if within.food is None and within.drink is None:
            raise Malformed("no_level")
        if slot is not None:
            slot = self.standard(slot)
        offers = self._within(self.known().values(), within)
        found = {meal.id for meal in search([offer.meal for offer in offers], text)}
        listed = [
            offer
            for offer in offers
            if offer.meal.id in found
            and (kind is None or offer.meal.kind == kind)
            and (slot is None or slot in offer.meal.slots)
            and (tag is None or tag in offer.meal.tags)
        ]
        return picked(listed, self._companion.people.wishes(), self._companion.recipes.foods())

    def known(self) -> Mapping[str, Meal]:
        """Every meal by its id: those of the content, then one's own."""
        return {**self._companion.content.meals, **self._companion.recipes.meals()}

    def against(self, meal: Meal) -> tuple[str, ...]:
        """Why the person does not eat a meal: allergens, diets, or "unknown"; nothing where it is welcome."""
        return self._companion.people.wishes().against(meal, self._companion.recipes.foods())

    def avoided(self, taken: Taken | Food) -> tuple[str, ...]:
        """What is known to be in something that the person does not eat, and diets it breaks; else ()."""
        wishes = self._companion.people.wishes()
        if not wishes:
            return ()
        recipes = self._companion.recipes
        match taken:
            case MealEaten():
                meal = self._named(taken.meal)
                return tuple(why for why in (self.against(meal) if meal else ()) if why != UNKNOWN)
            case FoodEaten():
                found = recipes.foods().get(taken.food)
            case Drunk():
                named = (food for food in recipes.foods().values() if food.name == taken.name)
                found = next(named, None)
            case Food():
                found = taken
            case _:
                return ()
        return wishes.in_food(found) if found is not None else ()

    def unwelcome(self, entry: Taken) -> list[Remark]:
        """It was eaten, so it is kept; but what is in it that the person does not eat is said."""
        reasons = self.avoided(entry)
        return [Remark("avoided", {"reasons": reasons})] if reasons else []

    def names(self, meal: Meal) -> dict[str, str]:
        """The names of the foods in a meal and of those that may be added, by id."""
        foods = self._companion.recipes.foods()
        return {part.food: foods[part.food].name for part in (*meal.ingredients, *meal.fortify)}

    def standard(self, slot: str) -> str:
        """The slot by the name that recipes know it by: of a renamed or added one, by its time."""
        named = self._companion.intake.slot(slot, self._companion.clock())
        if named in SLOTS:
            return named
        return slot_at(clock_time(self._companion.settings.slots[named]), SLOTS)

    def find(self, id: str) -> Meal:
        """A meal by its id, allowed or not; raises Unknown."""
        if (found := self._named(id)) is None:
            raise Unknown("unknown_meal", value=id, known=list(self.known()))
        return found

    def nutrients(self, meal: Meal) -> "Nutrients":
        """Per serving, computed from the ingredients."""
        return nutrients(meal, self._companion.recipes.foods())

    def tests(self, meal: Meal, level: str | None = None) -> tuple[str, ...]:
        """The tests of its texture, in words: of the level it is made to, or of each that it aims at."""
        content = self._companion.content
        found = tuple(content.tests[test].text for test in tests_at(meal, level, content.levels))
        return found or ((content.text("level.untested").text,) if meal.iddsi else ())

    def log(
        self,
        id: str,
        eaten: float = 1.0,
        *,
        slot: str | None = None,
        at: datetime | None = None,
        minutes: int | None = None,
        coughs: int | None = None,
        helped: bool | None = None,
        note: str | None = None,
        beside: Beside = KEPT,
    ) -> "Logged":
        """Write what was really eaten of a meal, as a share of a serving from 0 to 3."""
        self._companion.actor.require("log")
        meal = self.find(id)
        self._companion.within("eaten", eaten)
        for what, count in (("minutes", minutes), ("coughs", coughs)):
            if count is not None:
                self._companion.within(what, count)
        before = self._companion.swallowing.state() if coughs or minutes else None
        logged = self._companion.intake.write(
            MealEaten,
            meal=meal.id,
            name=meal.name,
            eaten=eaten,
            minutes=minutes,
            coughs=coughs,
            helped=helped,
            slot=slot,
            at=at,
            note=note,
            beside=beside,
            **asdict(self.nutrients(meal)),
        )
        raised = self._companion.swallowing.raised_by(before) if before else []
        return replace(logged, remarks=(*logged.remarks, *self.outside(meal.id), *raised))

    def outside_own(self, food: str) -> list[Remark]:
        """The same of a food of one's own, where somebody gave it a texture."""
        return self.outside(food) if food in self._companion.recipes.meals() else []

    def outside(self, id: str) -> list[Remark]:
        """It was eaten, so it is kept; but when the plan would not suggest it, that is said once."""
        meal, levels = self._named(id), self.levels()
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

    def _named(self, id: str) -> Meal | None:
        """A meal by its id, one's own first; no other recipe is read."""
        return self._companion.recipes.meals().get(id) or self._companion.content.meals.get(id)

    @staticmethod
    def _within(meals: Iterable[Meal], levels: Levels) -> list[MealOffer]:
        return allowed(meals, levels.food, levels.drink, thicker_ok=levels.thicker_ok)
