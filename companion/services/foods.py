"""Foods: the kitchen's, the USDA table's and one's own; finding one, and keeping one's own."""

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from companion.domain.entries import OwnFood
from companion.domain.foods import Food
from companion.domain.text import clean
from companion.errors import Refused, Unknown

if TYPE_CHECKING:
    from companion.domain.foods_search import FoodIndex
    from companion.services.companion import Companion


class Foods:
    """Finds foods by what somebody typed or by id. Texture is not known for any of them."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def search(self, text: str, limit: int = 20) -> list[Food]:
        """Foods for what somebody typed, plain ones first."""
        return self._index.find(clean(text), limit)

    def find(self, id: str) -> Food:
        """A food by its id or NDB number; raises Unknown."""
        found = self._table.get(id) or self._by_ndb.get(id)
        if found is None:
            raise Unknown("unknown_food", value=id, known=list(self._companion.content.foods))
        return found

    def per_serving(self, id: str) -> bool:
        """Whether a food is counted in servings, as some of one's own are, and not in grams."""
        own = self._own().get(id)
        return own is not None and own.per == "serving"

    def add(
        self,
        name: str,
        *,
        kcal: float,
        per: Literal["100g", "serving"] = "100g",
        protein_g: float | None = None,
        carb_g: float | None = None,
        fat_g: float | None = None,
    ) -> OwnFood:
        """Keep a food of one's own; figures per 100 g or per serving."""
        self._companion.actor.require("log")
        self._companion.within("kcal", kcal)
        for grams in (protein_g, carb_g, fat_g):
            if grams is not None:
                self._companion.within("protein_g", grams)
        cleaned = clean(name)
        if not cleaned:
            raise Refused("empty_text", what="name")
        signed = self._companion.sign(
            OwnFood, name=cleaned, per=per, kcal=kcal, protein_g=protein_g, carb_g=carb_g, fat_g=fat_g
        )
        entry = self._companion.keep(signed)
        for made in ("_table", "_by_ndb", "_index"):
            self.__dict__.pop(made, None)
        return entry

    def _own(self) -> dict[str, OwnFood]:
        return {entry.id: entry for entry in self._companion.diary.of(OwnFood)}

    @cached_property
    def _table(self) -> dict[str, Food]:
        own = {id: _as_food(entry) for id, entry in self._own().items()}
        table = {**own, **self._companion.content.foods}
        for food in self._companion.content.usda():
            table.setdefault(food.id, food)
        return table

    @cached_property
    def _by_ndb(self) -> dict[str, Food]:
        return {food.ndb: food for food in reversed(self._table.values()) if food.ndb}

    @cached_property
    def _index(self) -> "FoodIndex[Food]":
        from companion.domain.foods_search import FoodIndex  # only a search needs it

        curated = {food.ndb for food in self._companion.content.foods.values() if food.ndb}
        foods = [food for food in self._table.values() if food.id not in curated]
        return FoodIndex(foods, self._companion.content.food_words)


def _as_food(entry: OwnFood) -> Food:
    return Food(
        id=entry.id, ndb="", name=entry.name, aliases=(), group="own foods", source="own food",
        kcal=entry.kcal, protein_g=entry.protein_g, carb_g=entry.carb_g, fat_g=entry.fat_g, fibre_g=None,
        water_g=entry.fluid_ml,
    )  # fmt: skip
