"""Ways to bring more energy into a dish: what, how much, and for which levels. Energy is computed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Self

from pydantic import Field, model_validator

from companion.domain.allergens import DIETS, fits
from companion.domain.foods import Food
from companion.domain.frozen import frozen
from companion.domain.meals import Fortifier, Meal, MealOffer
from companion.domain.records import Record
from companion.domain.textures import DRINK_LEVELS, FOOD_LEVELS


class Enricher(Record):
    """Grams of a food, `name`d as in a kitchen, that go into any dish of these levels; `note` says how."""

    food: str
    grams: float = Field(gt=0)
    name: str = Field(min_length=1)
    note: str = Field(min_length=1)
    food_levels: tuple[str, ...] = ()
    drink_levels: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _known_levels(self) -> Self:
        if not set(self.food_levels) <= set(FOOD_LEVELS) or not set(self.drink_levels) <= set(DRINK_LEVELS):
            raise ValueError("levels are those of food and drink")
        return self


@frozen
class Hint:
    """One way to add energy to a dish: the food, grams, how, and the kcal it brings; None is not known.

    `name` is what a kitchen calls it, empty for the food's own name.
    """

    food: Food
    grams: float
    note: str
    kcal: float | None
    name: str = ""


def hints(
    offer: MealOffer,
    enrichers: Iterable[Enricher],
    foods: Mapping[str, Food],
    welcome: Callable[[Food], bool] = lambda _: True,
) -> Iterator[Hint]:
    """What the recipe itself names, then other kinds of food that fit any dish of the level it is made to.

    Nothing that is not `welcome`; and nothing comes from the general list that the level does not allow, that
    brings an allergen the dish is without, or that takes a diet from it.
    """
    meal = offer.meal
    named = [part for part in meal.fortify if welcome(foods[part.food])]
    own = {foods[part.food].group for part in named}
    for part in named:
        yield _hint(part, foods[part.food])
    for one in enrichers:
        levels, food = one.food_levels if meal.kind == "food" else one.drink_levels, foods[one.food]
        if offer.level in levels and food.group not in own and _keeps(meal, food) and welcome(food):
            yield Hint(food, one.grams, one.note, _kcal(food, one.grams), one.name)


def _hint(part: Fortifier, food: Food) -> Hint:
    return Hint(food, part.grams, part.note, _kcal(food, part.grams))


def _kcal(food: Food, grams: float) -> float | None:
    return None if food.kcal is None else food.kcal * grams / 100


def _keeps(meal: Meal, food: Food) -> bool:
    """Whether the dish stays what its tags and allergens say it is."""
    diets = (diet for diet in DIETS if diet in meal.tags)
    return set(food.allergens) <= set(meal.allergens) and all(fits(food, diet) for diet in diets)
