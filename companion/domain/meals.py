"""Recipes: which may be offered, what is in them, and how they are found."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from companion.domain.allergens import Wishes
from companion.domain.foods import ALLERGENS, Food
from companion.domain.frozen import frozen
from companion.domain.nutrients import NOTHING, Nutrients
from companion.domain.records import Fixed, Named
from companion.domain.textures import (
    DRINK_LEVELS,
    FOOD_LEVELS,
    POURS,
    DrinkLevel,
    FoodLevel,
    Level,
    drink_level,
    food_level,
    softness,
    thickness,
)
from companion.errors import Refused

Kind = Literal["food", "drink"]


class Ingredient(Fixed):
    """Grams of a food, by its id, in the whole recipe."""

    food: str
    grams: float = Field(gt=0)


class Fortifier(Ingredient):
    """Something to add for more energy, and how."""

    note: str = Field(min_length=1)


class Meal(Named):
    """A recipe. `iddsi` are the levels it aims at; `tests` show where a batch landed."""

    kind: Kind
    iddsi: tuple[str, ...] = Field(min_length=1)
    slots: tuple[str, ...] = Field(min_length=1)
    tags: tuple[str, ...] = ()
    servings: int = Field(ge=1)
    prep_minutes: int = Field(ge=0)
    ingredients: tuple[Ingredient, ...] = Field(min_length=1)
    method: tuple[str, ...] = Field(min_length=1)
    tests: tuple[str, ...] = ()
    fortify: tuple[Fortifier, ...] = ()
    cautions: tuple[str, ...] = ()
    allergens: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _uses_known_words(self) -> Self:
        known: tuple[str, ...] = FOOD_LEVELS if self.kind == "food" else DRINK_LEVELS
        if not set(self.iddsi) <= set(known):
            raise ValueError(f"iddsi of a {self.kind} is one of {', '.join(known)}")
        if not set(self.allergens) <= ALLERGENS:
            raise ValueError(f"allergens are {', '.join(sorted(ALLERGENS))}")
        return self


class Serving(Ingredient):
    """A serving of a food of one's own that is counted so; its 100 grams stand for one."""

    grams: float = 100


class OwnMeal(Meal):
    """A food or recipe of one's own as a meal. Without a level nobody gave it a texture: never suggested.

    `texture_by` is who gave it; an own recipe need not say how it is made.
    """

    iddsi: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    texture_by: str = ""


def textured(food: str | None, drink: str | None, by: str) -> dict[str, Any]:
    """The texture of something of one's own, as its entry keeps it; raises Refused where nobody gave it."""
    levels: dict[str, str | None] = {"food_level": food_level(food), "drink_level": drink_level(drink)}
    if all(levels.values()):
        raise Refused("food_or_drink")
    if any(levels.values()) and not by:
        raise Refused("texture_by_whom")
    return {**levels, "texture_by": by if any(levels.values()) else None}


@frozen
class MealOffer:
    """A meal that may be suggested, the level it has to be made to, and how many steps that is from the plan.

    Steps are levels softer for food and thicker for drinks; 0 is the prescribed level.
    """

    meal: Meal
    level: str
    steps: int


def allowed(
    meals: Iterable[Meal], food_level: FoodLevel | None, drink_level: DrinkLevel | None, *, thicker_ok: bool
) -> list[MealOffer]:
    """What the levels allow, the prescribed level first: nothing firmer, nothing thinner, ever.

    A level of None leaves that kind out. A dish that pours counts as a drink too, so that it needs a drink
    level it is not thinner than. With `thicker_ok` thicker drinks follow, none firmer than the food level.
    """
    offers = []
    for meal in meals:
        if meal.kind == "food":
            steps = _food_steps(meal, food_level, drink_level)
        else:
            steps = drink_steps(meal.iddsi, food_level, drink_level, thicker_ok=thicker_ok)
        if steps:
            nearest, level = min(steps)
            offers.append(MealOffer(meal, level, nearest))
    return sorted(offers, key=lambda offer: (offer.steps, offer.meal.kind == "drink"))


def _food_steps(meal: Meal, food: FoodLevel | None, drink: DrinkLevel | None) -> list[tuple[int, str]]:
    if food is None:
        return []
    pours = drink is not None and thickness(drink, POURS) >= 0
    steps = ((softness(food, level), level) for level in meal.iddsi if level != POURS or pours)
    return [step for step in steps if step[0] >= 0]


def drink_steps(
    levels: Iterable[str], food: FoodLevel | None, drink: DrinkLevel | None, *, thicker_ok: bool
) -> list[tuple[int, str]]:
    """Of the levels of a drink those that are allowed, each after how much thicker than prescribed it is."""
    if drink is None:
        return []
    steps = [(thickness(drink, level), level) for level in levels]
    return [(n, level) for n, level in steps if n == 0 or (n > 0 and thicker_ok and not _firmer(level, food))]


def _firmer(drink_level: str, food: FoodLevel | None) -> bool:
    """Whether a drink so thick is firmer than the food level, which a spoonable drink can be."""
    return food is not None and drink_level in FOOD_LEVELS and softness(food, drink_level) < 0


@frozen
class Picked:
    """What may be suggested; and what the levels allow but is hidden, each meal by why it does not go."""

    offers: tuple[MealOffer, ...]
    hidden: tuple[tuple[str, ...], ...] = ()


def picked(offers: Iterable[MealOffer], wishes: Wishes, foods: Mapping[str, Food]) -> Picked:
    """Offers that go with what the person does not eat, without additions that do not; the rest counts."""
    if not wishes:
        return Picked(tuple(offers))
    kept, hidden = [], []
    for offer in offers:
        if reasons := wishes.against(offer.meal, foods):
            hidden.append(reasons)
        else:
            kept.append(replace(offer, meal=_plain(offer.meal, wishes, foods)))
    return Picked(tuple(kept), tuple(hidden))


def _plain(meal: Meal, wishes: Wishes, foods: Mapping[str, Food]) -> Meal:
    """A meal without the additions that do not go with the wishes, whatever its tags say."""
    fortify = tuple(one for one in meal.fortify if one.food in foods and wishes.welcome(foods[one.food]))
    return meal.model_copy(update={"fortify": fortify}) if fortify != meal.fortify else meal


def nutrients(meal: Meal, foods: Mapping[str, Food]) -> Nutrients:
    """What one serving holds, computed from its ingredients."""
    whole = sum((foods[part.food].per_100g * (part.grams / 100) for part in meal.ingredients), NOTHING)
    return whole * (1 / meal.servings)


def tests_at(meal: Meal, level: str | None, levels: Mapping[str, Level]) -> tuple[str, ...]:
    """Name the tests of the level it is made to, or of each of its levels, then others it names of its own.

    A test that only another of its levels asks for is left out: it would let firmer food through.
    """

    def asked(name: str) -> tuple[str, ...]:
        return levels[name].food_tests if meal.kind == "food" else levels[name].drink_tests

    here = meal.iddsi if level is None else (level,)
    wanted = [test for name in here for test in asked(name)]
    elsewhere = {test for name in meal.iddsi if name not in here for test in asked(name)}
    return tuple(dict.fromkeys([*wanted, *(test for test in meal.tests if test not in elsewhere)]))


def search(meals: Iterable[Meal], typed: str) -> list[Meal]:
    """Meals in which every typed word begins some word; those whose names match come first."""
    wanted = _words(typed)
    found = []
    for meal in meals:
        name = _words(f"{meal.name} {meal.short}")
        more = _words(" ".join((meal.id, *meal.tags, *(part.food for part in meal.ingredients))))
        if all(_begins(word, name | more) for word in wanted):
            found.append((not all(_begins(word, name) for word in wanted), meal))
    return [meal for _, meal in sorted(found, key=lambda pair: pair[0])]


def _begins(start: str, words: set[str]) -> bool:
    return any(word.startswith(start) for word in words)


def _words(text: str) -> set[str]:
    """Words in small letters without accents."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("_", " ").replace("-", " "))
    return set("".join(char for char in plain if not unicodedata.combining(char)).split())
