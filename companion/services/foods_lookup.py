"""What somebody may want to write down: what is eaten often, or what fits the words that were typed."""

from typing import TYPE_CHECKING

from companion.domain.entries import FoodEaten
from companion.domain.frozen import frozen
from companion.domain.intake_usual import Usual, sameness

if TYPE_CHECKING:
    from companion.domain.foods import Food
    from companion.domain.foods_search import FoodIndex, Named
    from companion.services.companion import Companion

OFTEN, KNOWN = 20, 200  # of the usual things: how many are offered, how many are looked through
AGAIN = 5  # of them, how many are put before the foods for typed words
FOUND = 20  # foods offered for typed words
ALIKE = 8  # of these, those that stand for the same again even where its own name was not typed


@frozen
class Hit:
    """Something to write down: the same as before, or a food of the table or one's own."""

    usual: Usual | None = None
    food: "Food | None" = None

    @property
    def key(self) -> str:
        """What names it in a list, the same after it was written down once more."""
        if self.usual is not None:
            return " ".join(("again", *sameness(self.usual.entry)))
        return f"food {self.food.id}" if self.food else ""


class Lookup:
    """What is usual at a slot as the diary stands now, alone and together with the foods."""

    def __init__(self, companion: "Companion", slot: str) -> None:
        self._companion = companion
        self._usual = [Hit(usual=one) for one in companion.intake.usual(slot, limit=KNOWN)]
        self._names: FoodIndex[Named] | None = None

    def often(self) -> list[Hit]:
        """What is eaten often and lately."""
        return self._usual[:OFTEN]

    def find(self, typed: str) -> list[Hit]:
        """For typed words: the same again first, then one's own foods, then the table once it is ready."""
        foods = self._companion.foods
        table = foods.search(typed, FOUND) if foods.ready else []
        again = self._again(typed, [food.id for food in table[:ALIKE]])
        listed = {_food(hit) for hit in again}
        return [*again, *(Hit(food=food) for food in table if food.id not in listed)]

    def _again(self, typed: str, alike: list[str]) -> list[Hit]:
        """What was eaten before and is called like this, or is a food that the table finds for it."""
        if self._names is None:
            names = {hit.key: hit.usual.entry.name for hit in self._usual if hit.usual}
            self._names = self._companion.foods.named(names)
        called = {one.id for one in self._names.find(typed, KNOWN)}
        by_name = [hit for hit in self._usual if hit.key in called]
        same = [hit for hit in self._usual if hit.key not in called and _food(hit) in alike]
        return [*by_name, *same][:AGAIN]


def _food(hit: Hit) -> str | None:
    """The id of the food that was eaten before."""
    entry = hit.usual.entry if hit.usual else None
    return entry.food if isinstance(entry, FoodEaten) else None
