"""Which of the things eaten before may be brought up again, under the plan and the wishes of now."""

from functools import cache
from typing import TYPE_CHECKING

from companion.domain.entries import Drunk, FoodEaten, MealEaten, Taken, TubeFed
from companion.domain.meals import drink_steps

if TYPE_CHECKING:
    from companion.services.companion import Companion

LEVELS = ("food-level", "drink-level")


class Fitting:
    """Recipes and own foods with a texture as the picker has them; the rest where it was eaten since.

    Nobody knows the texture of a table food, a quick entry or a drink without a level: that it was eaten
    since nothing looser than now was decided is all that speaks for it.
    """

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        meals, plan = companion.meals, companion.plan
        self._levels = levels = meals.levels()
        decided = levels.food is not None or levels.drink is not None
        self._picked = {offer.meal.id for offer in meals.allowed(levels)} if decided else set[str]()
        self._textured = companion.recipes.meals() if decided else {}
        self._since = [since for key in LEVELS if (since := plan.held_since(key))]
        self._wishes, self._wished = companion.people.wishes(), companion.people.wished_since()
        self._drink_food = cache(companion.intake.drink_food)  # the same few drinks, day after day

    def __call__(self, entry: Taken) -> bool:
        """Whether the same may be brought up again; what goes through a tube always."""
        if isinstance(entry, TubeFed):
            return True
        if isinstance(entry, MealEaten):
            return entry.meal in self._picked
        if isinstance(entry, FoodEaten) and entry.food in self._textured:
            return entry.food in self._picked
        return self._allowed(entry) and self._welcome(entry)

    def _allowed(self, entry: Taken) -> bool:
        """Whether the levels let it through: by its own where it has one, else by when it was eaten."""
        levels = self._levels
        if isinstance(entry, Drunk) and entry.level and levels.drink:
            return bool(drink_steps([entry.level], levels.food, levels.drink, thicker_ok=levels.thicker_ok))
        return all(entry.at >= since for since in self._since)

    def _welcome(self, entry: Taken) -> bool:
        """Whether the person eats it; of a name alone, whether it was eaten since they said what they do not.

        Of a food of the great table nobody knows what is in it, so that it goes with no wish.
        """
        if self._wished is None:
            return True
        if isinstance(entry, FoodEaten):
            food = self._companion.recipes.foods().get(entry.food)
            return food is not None and self._wishes.welcome(food)
        food = self._drink_food(entry.name) if isinstance(entry, Drunk) else None
        return self._wishes.welcome(food) if food else entry.at >= self._wished
