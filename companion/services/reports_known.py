"""What the content calls what was eaten and drunk; names that it does not know are somebody's own words."""

from functools import cached_property
from typing import TYPE_CHECKING

from companion.domain.entries import Drunk, FoodEaten, MealEaten, Taken, TubeFed
from companion.services.intake import WATER
from companion.services.tube import FEED

if TYPE_CHECKING:
    from companion.services.companion import Companion


class Known:
    """The names of foods of the tables, recipes and drinks of the content."""

    def __init__(self, companion: "Companion") -> None:
        self._content = companion.content

    def taken(self, entry: Taken) -> str | None:
        """The content's name of something taken; None where it has none."""
        if isinstance(entry, FoodEaten):
            return self._kitchen.get(entry.food) or self._table.get(entry.food)
        if isinstance(entry, MealEaten):
            meal = self._content.meals.get(entry.meal)
            return meal.name if meal else None
        if isinstance(entry, Drunk):
            return entry.name if entry.name in self._drinks else None
        return entry.name if isinstance(entry, TubeFed) and entry.name == FEED else None

    @cached_property
    def _kitchen(self) -> dict[str, str]:
        return {food.id: food.name for food in self._content.foods.values()}

    @cached_property
    def _drinks(self) -> set[str]:
        return {WATER, *self._kitchen.values()}

    @cached_property
    def _table(self) -> dict[str, str]:
        """Those of the large table, which takes a moment to read."""
        by_ndb = {food.ndb: food.name for food in self._content.foods.values() if food.ndb}
        return {**{food.id: food.name for food in self._content.usda()}, **by_ndb}
