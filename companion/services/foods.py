"""Foods: the kitchen's, the USDA table's and one's own; finding one, and keeping one's own."""

from collections.abc import Hashable, Mapping
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from companion.domain.entries import FoodEaten, OwnFood
from companion.domain.foods import Food, as_food
from companion.domain.meals import textured
from companion.domain.text import clean, named
from companion.errors import Refused, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.domain.foods_search import FoodIndex, Named
    from companion.domain.foods_usda import Taken as Imported
    from companion.services.companion import Companion
    from companion.services.foods_import import Kept


LOOK_BACK = 90  # days in which the last amount of a food is looked for


class Foods:
    """Finds foods by what somebody typed or by id. Only one's own may have a texture."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        self._own_at: Hashable = None
        self._own: dict[str, OwnFood] = {}
        self._own_index: FoodIndex[Food] | None = None

    def search(self, text: str, limit: int = 20) -> list[Food]:
        """Foods for what somebody typed: one's own first, then the table, plain ones first."""
        typed = clean(text)
        return [*self._search_own(typed, limit), *self._index.find(typed, limit)][:limit]

    @property
    def ready(self) -> bool:
        """Whether a search is answered at once; until `prepare` it takes a good part of a second."""
        return "_index" in self.__dict__

    def prepare(self) -> None:
        """Read the food table and make it ready to be searched; may run in a thread of its own."""
        _ = self._table, self._index

    def find(self, id: str) -> Food:
        """A food by its id or NDB number; raises Unknown."""
        kitchen = self._companion.content.foods
        if id in kitchen:
            return kitchen[id]
        if id in self.own():
            return as_food(self._own[id])
        found = self._table.get(id)
        if found is None:
            raise Unknown("unknown_food", value=id, known=list(kitchen))
        return found

    def own(self) -> dict[str, OwnFood]:
        """The foods of one's own that are kept, by id."""
        diary = self._companion.diary
        if (now := diary.changed(OwnFood.kind)) != self._own_at:
            self._own = {entry.id: entry for entry in diary.of(OwnFood)}
            self._own_at, self._own_index = now, None
        return self._own

    def per_serving(self, id: str) -> bool:
        """Whether a food is counted in servings, as some of one's own are, and not in grams."""
        if self.ready and id in self._table:  # without a look at the diary, for each row of a list
            return False
        own = self.own().get(id)
        return own is not None and own.per == "serving"

    def last(self, id: str) -> FoodEaten | None:
        """The newest entry of this food in the last months, for its amount."""
        today = self._companion.today_date()
        since = today - timedelta(days=LOOK_BACK)
        eaten = self._companion.diary.of(FoodEaten, since=since)
        return next((entry for entry in reversed(eaten) if entry.food == id), None)

    def named(self, names: Mapping[str, str]) -> "FoodIndex[Named]":
        """An index of other things by their names, such as what was eaten before: names by id."""
        from companion.domain.foods_search import FoodIndex, Named

        things = [Named(id, name) for id, name in names.items()]
        return FoodIndex(things, self._companion.content.food_words, strict=True)

    def add(
        self,
        name: str,
        *,
        kcal: float,
        per: Literal["100g", "serving"] = "100g",
        protein_g: float | None = None,
        carb_g: float | None = None,
        fat_g: float | None = None,
        food_level: str | None = None,
        drink_level: str | None = None,
        texture_by: str | None = None,
    ) -> OwnFood:
        """Keep a food of one's own; figures per 100 g or per serving.

        A texture needs who gave it, and takes somebody who may decide.
        """
        self._companion.actor.require("log")
        if food_level is not None or drink_level is not None:
            self._companion.actor.require("decide")
        self._companion.within("kcal", kcal)
        for grams in (protein_g, carb_g, fat_g):
            if grams is not None:
                self._companion.within("protein_g", grams)
        cleaned = clean(name)
        if not cleaned:
            raise Refused("empty_text", what="name")
        texture = textured(food_level, drink_level, named(texture_by))
        signed = self._companion.sign(
            OwnFood, name=cleaned, per=per, kcal=kcal, protein_g=protein_g, carb_g=carb_g, fat_g=fat_g,
            **texture,
        )  # fmt: skip
        return self._companion.keep(signed)

    def read_download(self, file: "Path", *, heard: "Callable[[float], None]" = lambda _: None) -> "Imported":
        """The foods of a download of USDA FoodData Central, not kept yet; `heard` is told the share read.

        Raises Malformed where the file is no such download.
        """
        self._companion.actor.require("arrange")
        from companion.services import foods_import

        return foods_import.read(self._companion, file, heard)

    def take_in(self, taken: "Imported") -> "Kept":
        """Make these foods a table of one's own, searched from the next start on; the one before is kept."""
        self._companion.actor.require("arrange")
        from companion.services import foods_import

        return foods_import.save(self._companion, taken)

    def _search_own(self, typed: str, limit: int) -> list[Food]:
        own = self.own()
        if not own:
            return []
        if self._own_index is None:
            from companion.domain.foods_search import FoodIndex

            foods = [as_food(entry) for entry in own.values()]
            self._own_index = FoodIndex(foods, self._companion.content.food_words, strict=True)
        return self._own_index.find(typed, limit)

    @cached_property
    def _table(self) -> dict[str, Food]:
        """Every food but one's own, by id and by NDB number."""
        kitchen = self._companion.content.foods
        usda = {food.id: food for food in self._companion.content.usda()}
        by_ndb = {food.ndb: food for food in kitchen.values() if food.ndb}
        return {**by_ndb, **usda, **kitchen}

    @cached_property
    def _index(self) -> "FoodIndex[Food]":
        from companion.domain.foods_search import FoodIndex  # only a search needs it

        kitchen = self._companion.content.foods.values()
        known = {food.ndb for food in kitchen if food.ndb}
        foods = [*kitchen, *(food for food in self._companion.content.usda() if food.id not in known)]
        return FoodIndex(foods, self._companion.content.food_words)
