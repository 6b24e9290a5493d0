"""What somebody does not eat: the one rule that decides whether a recipe goes with it."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from companion.domain.foods import ALLERGENS, Food
from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.domain.meals import Meal

DIETS = ("vegetarian", "vegan", "dairy-free")  # tags of recipes, which their ingredients decide
UNKNOWN = "unknown"  # the reason of a recipe of which nobody knows what it contains
FROM_ANIMALS = {"vegan": {"milk", "egg", "fish", "shellfish"}, "vegetarian": {"fish", "shellfish"}}
# Words people use, and what they mean; of a word with two meanings, both.
SAME = {
    "dairy": ("milk",), "lactose": ("milk",), "butter": ("milk",), "cheese": ("milk",),
    "nut": ("treenut", "peanut"), "tree nut": ("treenut",), "almond": ("treenut",), "hazelnut": ("treenut",),
    "walnut": ("treenut",), "cashew": ("treenut",), "wheat": ("gluten",), "cereal": ("gluten",),
    "rye": ("gluten",), "barley": ("gluten",), "oat": ("gluten",), "soya": ("soy",), "soybean": ("soy",),
    "crustacean": ("shellfish",), "mollusc": ("shellfish",), "shrimp": ("shellfish",),
    "prawn": ("shellfish",), "crab": ("shellfish",), "sulphur dioxide": ("sulphite",),
    "sulfite": ("sulphite",), "celeriac": ("celery",), "sesame seed": ("sesame",),
}  # fmt: skip
BETWEEN = re.compile(r"\s*(?:[,;/+]|\band\b)\s*")


@frozen
class Wishes:
    """What the person does not eat: diets that are kept, and allergens that are avoided."""

    diet: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is left out at all."""
        return bool(self.diet or self.avoid)

    def against(self, meal: "Meal", foods: Mapping[str, Food]) -> tuple[str, ...]:
        """Why a recipe does not go with them: allergens it contains, diets it breaks, or UNKNOWN; else ()."""
        inside = [foods.get(part.food) for part in meal.ingredients]
        known = {why for food in inside if food is not None for why in self.in_food(food)}
        known |= {*meal.allergens} & {*self.avoid}
        found = [why for why in (*self.avoid, *self.diet) if why in known]
        if not found and self._doubt(meal, inside):
            found = [UNKNOWN]
        return tuple(found)

    def in_food(self, food: Food) -> tuple[str, ...]:
        """Why a food is known not to go with them: allergens that are in it, diets it breaks; else ()."""
        diets = (diet for diet in self.diet if breaks(food, diet))
        return (*(mark for mark in self.avoid if mark in food.allergens), *diets)

    def welcome(self, food: Food) -> bool:
        """Whether a food alone goes with them, such as one that may be added: nobody's word stands for it."""
        clean = not self.avoid or (decided(food) and not set(self.avoid) & set(food.allergens))
        return clean and all(fits(food, diet) for diet in self.diet)

    def _doubt(self, meal: "Meal", inside: Iterable[Food | None]) -> bool:
        """Whether it takes somebody's word that is not there; a diet's tag is such a word."""
        untold = [diet for diet in self.diet if diet not in meal.tags]
        for food in inside:
            if food is None or not decided(food):
                if self.avoid or untold:
                    return True
            elif any(not fits(food, diet) for diet in untold):
                return True
        return False


def decided(food: Food) -> bool:
    """Whether somebody looked at which allergens are in a food: without marks and diet nobody did."""
    return bool(food.diet or food.allergens)


def fits(food: Food, diet: str) -> bool:
    """Whether a food is known to go with a diet."""
    if diet == "dairy-free":
        return decided(food) and "milk" not in food.allergens
    return food.diet == "vegan" or food.diet == diet


def breaks(food: Food, diet: str) -> bool:
    """Whether a food is known not to go with a diet."""
    if diet == "dairy-free":
        return "milk" in food.allergens
    animal = not FROM_ANIMALS[diet].isdisjoint(food.allergens)
    return animal or (food.diet != "" and not fits(food, diet))


def avoided(typed: str) -> tuple[str, ...]:
    """The allergens that somebody typed, such as milk, nuts; raises ValueError for a word that is none."""
    found: set[str] = set()
    for word in _parts(typed):
        one = word if word in ALLERGENS or word in SAME else _singular(word)
        if one not in ALLERGENS and one not in SAME:
            raise ValueError(f"{word} is not known here; it can be {', '.join(sorted(ALLERGENS))}")
        found.update(SAME.get(one, (one,)))
    return tuple(sorted(found))


def diets(typed: str) -> tuple[str, ...]:
    """The diets that somebody typed; raises ValueError for one that recipes are not marked with."""
    found = [word.replace(" ", "-") for word in _parts(typed)]
    for word in found:
        if word not in DIETS:
            raise ValueError(f"{word} is not known here; it can be {', '.join(DIETS)}")
    return tuple(sorted(set(found)))


def _parts(typed: str) -> list[str]:
    return [part for part in BETWEEN.split(typed.strip().casefold()) if part]


def _singular(word: str) -> str:
    """Nuts is nut; fishes is fish."""
    return word[:-2] if word.endswith("shes") else word.removesuffix("s")
