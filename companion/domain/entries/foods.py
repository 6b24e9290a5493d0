"""Entries of foods and recipes of one's own, with a texture where a named person gave one."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from companion.domain.entries.entry import Entry
from companion.domain.textures import DrinkLevel, FoodLevel


class Textured(Entry):
    """Something of one's own: a level as food or as drink, which somebody gave; without one none is known."""

    home = "plan"

    name: str
    food_level: FoodLevel | None = None
    drink_level: DrinkLevel | None = None
    texture_by: str | None = None

    @model_validator(mode="after")
    def _somebody_gave_it(self) -> Self:
        if self.food_level and self.drink_level:
            raise ValueError("it is a food or a drink, not both")
        if bool(self.texture_by) != bool(self.level):
            raise ValueError("a texture and who gave it belong together")
        return self

    @property
    def level(self) -> str | None:
        """The level it has, as food or as drink."""
        return self.food_level or self.drink_level


class OwnFood(Textured):
    """A food of the person's own; figures per 100 grams or per serving."""

    kind = "own_food"
    needs = "log"
    per: Literal["100g", "serving"]
    kcal: float = Field(ge=0)
    protein_g: float | None = Field(default=None, ge=0)
    carb_g: float | None = Field(default=None, ge=0)
    fat_g: float | None = Field(default=None, ge=0)
    fluid_ml: float | None = Field(default=None, ge=0)


class RecipePart(BaseModel):
    """Grams of a food in a recipe of one's own. Its figures per 100 grams are kept, should the food go."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    food: str
    name: str
    grams: float = Field(gt=0)
    kcal: float | None = Field(default=None, ge=0)
    protein_g: float | None = Field(default=None, ge=0)
    carb_g: float | None = Field(default=None, ge=0)
    fat_g: float | None = Field(default=None, ge=0)
    fluid_ml: float | None = Field(default=None, ge=0)


class OwnRecipe(Textured):
    """A recipe of the person's own: its energy comes from its ingredients."""

    kind = "own_recipe"
    needs = "log"
    ingredients: tuple[RecipePart, ...] = Field(min_length=1)
    servings: int = Field(ge=1)
    method: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @classmethod
    def trusted(cls, document: dict[str, Any]) -> Self:
        """As for every entry; the ingredients become models as well."""
        parts = tuple(RecipePart.model_construct(**part) for part in document["ingredients"])
        lists = {key: tuple(document.get(key, ())) for key in ("method", "slots", "tags")}
        return super().trusted({**document, **lists, "ingredients": parts})
