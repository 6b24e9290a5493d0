"""Recipes of one's own; and they and foods of one's own as the meals that the picker knows."""

from collections import ChainMap
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import asdict, field
from typing import TYPE_CHECKING

from companion.domain.day import SLOTS
from companion.domain.entries import Correction, OwnFood, OwnRecipe, RecipePart, Textured
from companion.domain.foods import Food, as_food
from companion.domain.frozen import frozen
from companion.domain.meals import Ingredient, OwnMeal, Serving, textured
from companion.domain.text import clean, named
from companion.errors import Refused, Unknown

if TYPE_CHECKING:
    from companion.domain.meals import Kind
    from companion.services.companion import Companion

METHOD = 500  # letters of one step
SERVING_G = 100  # of a food of one's own that is weighed: what its figures are for


@frozen
class Shelf:
    """What is kept of one's own as the diary stands: recipes, all of it as meals, and their foods; by id."""

    recipes: Mapping[str, OwnRecipe] = field(default_factory=dict)
    meals: Mapping[str, OwnMeal] = field(default_factory=dict)
    foods: Mapping[str, Food] = field(default_factory=dict)


class Recipes:
    """Keeps recipes of one's own. Energy is computed from their ingredients, a texture needs a name."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        self._read_at: Hashable = None
        self._shelf = Shelf()

    def own(self) -> Mapping[str, OwnRecipe]:
        """The recipes of one's own that are kept, by id."""
        return self._look().recipes

    def meals(self) -> Mapping[str, OwnMeal]:
        """Own recipes, and own foods with a texture, as meals by id."""
        return self._look().meals

    def foods(self) -> Mapping[str, Food]:
        """The kitchen's foods, one's own and those of one's recipes, by id."""
        return self._look().foods

    def add(
        self,
        name: str,
        ingredients: Iterable[tuple[str, float]],
        *,
        servings: int = 1,
        method: Iterable[str] = (),
        food_level: str | None = None,
        drink_level: str | None = None,
        texture_by: str | None = None,
        slots: Iterable[str] = (),
        tags: Iterable[str] = (),
    ) -> OwnRecipe:
        """Keep a recipe; `ingredients` are ids of foods and their grams. One of the same name is replaced.

        A texture needs who gave it, and takes somebody who may decide.
        """
        companion = self._companion
        companion.actor.require("log")
        if food_level is not None or drink_level is not None:
            companion.actor.require("decide")
        called = clean(name)
        if not called:
            raise Refused("empty_text", what="name")
        parts = tuple(self.part(food, grams) for food, grams in ingredients)
        if not parts:
            raise Refused("no_ingredients")
        companion.within("recipe_servings", servings)
        fresh = companion.sign(
            OwnRecipe,
            name=called,
            ingredients=parts,
            servings=servings,
            method=tuple(line for step in method if (line := clean(step, limit=METHOD))),
            slots=tuple(dict.fromkeys(companion.meals.standard(slot) for slot in slots)),
            tags=tuple(dict.fromkeys(self._tag(tag) for tag in tags)),
            **textured(food_level, drink_level, named(texture_by)),
        )
        before = [one for one in self.own().values() if one.name.casefold() == called.casefold()]
        return companion.write(fresh, *map(self._gone, before))[0]  # type: ignore[return-value]

    def _gone(self, before: OwnRecipe) -> Correction:
        """Takes the version before out, in one go with the new one, so that one undo brings it back."""
        self._companion.history.find(before.id)  # raises NotAllowed for somebody else's
        return self._companion.sign(Correction, at=before.at, target=before.id, action="remove")

    def part(self, food: str, grams: float) -> RecipePart:
        """An ingredient with its figures; raises Unknown for the food, Refused for the amount."""
        found = self._companion.foods.find(food)
        if self._companion.foods.per_serving(found.id):
            raise Refused("counted_in_servings", name=found.name)
        self._companion.within("grams", grams)
        return RecipePart(food=found.id, name=found.name, grams=grams, **asdict(found.per_100g))

    def _tag(self, tag: str) -> str:
        """A tag that recipes have."""
        known = [id.partition(".")[2] for id in self._companion.content.section("tag")]
        if tag not in known:
            raise Unknown("unknown_tag", value=tag, known=known)
        return tag

    def _look(self) -> Shelf:
        """The shelf, read again once anybody saved."""
        companion = self._companion
        if (now := companion.diary.changed(OwnRecipe.kind, OwnFood.kind)) != self._read_at:
            recipes = {entry.id: entry for entry in companion.diary.of(OwnRecipe)}
            mine = companion.foods.own()
            kept = {part.food: _kept(part) for recipe in recipes.values() for part in recipe.ingredients}
            own = {**kept, **{id: as_food(one) for id, one in mine.items()}}
            foods = ChainMap[str, Food](companion.content.foods, own)  # type: ignore[arg-type]
            meals = [*map(_recipe, recipes.values()), *(_alone(one) for one in mine.values() if one.level)]
            known = {meal.id: _marked(meal, foods) for meal in meals}
            self._shelf, self._read_at = Shelf(recipes, known, foods), now
        return self._shelf


def _recipe(entry: OwnRecipe) -> OwnMeal:
    parts = tuple(Ingredient(food=part.food, grams=part.grams) for part in entry.ingredients)
    slots, tags = entry.slots or tuple(SLOTS), entry.tags
    return _meal(entry, parts, entry.servings, slots=slots, tags=tags, method=entry.method)


def _alone(entry: OwnFood) -> OwnMeal:
    """A food as a meal of nothing else: a serving, or what its figures are for."""
    per_serving = entry.per == "serving"
    part = Serving(food=entry.id) if per_serving else Ingredient(food=entry.id, grams=SERVING_G)
    return _meal(entry, (part,), 1, slots=tuple(SLOTS))


def _meal(entry: Textured, parts: tuple[Ingredient, ...], servings: int, **more: tuple[str, ...]) -> OwnMeal:
    kind: Kind = "drink" if entry.drink_level else "food"
    by = entry.texture_by or ""
    return OwnMeal(
        id=entry.id, name=entry.name, kind=kind, iddsi=(entry.level,) if entry.level else (),
        servings=servings, prep_minutes=0, ingredients=parts, texture_by=by, source=entry.kind,
        reviewed=entry.at.date(), review=by or entry.by, **more,
    )  # fmt: skip


def _marked(meal: OwnMeal, foods: Mapping[str, Food]) -> OwnMeal:
    """With what its ingredients are known to contain."""
    marks = {mark for part in meal.ingredients for mark in foods[part.food].allergens}
    return meal.model_copy(update={"allergens": tuple(sorted(marks))})


def _kept(part: RecipePart) -> Food:
    """The food of an ingredient as it was when the recipe was written down."""
    return Food(
        id=part.food, ndb="", name=part.name, aliases=(), group="own foods", source="own food",
        kcal=part.kcal, protein_g=part.protein_g, carb_g=part.carb_g, fat_g=part.fat_g, fibre_g=None,
        water_g=part.fluid_ml,
    )  # fmt: skip
