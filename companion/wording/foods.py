"""Foods, in sentences and lines."""

from companion.domain.entries import OwnFood
from companion.domain.foods import Food
from companion.wording import numbers


def found(food: Food) -> str:
    """01001  Butter, salted, 717 kcal per 100 g."""
    return f"{food.id}  {food.name}, {numbers.kcal(food.kcal)} per 100 g"


def nothing_found() -> str:
    """For a search without a result."""
    return "Nothing was found. Another word, or fewer, may find it."


def food(one: Food) -> list[str]:
    """One food, a line for each figure; what is not published is said."""
    figures = {
        "Energy": numbers.kcal(one.kcal), "Protein": _grams(one.protein_g),
        "Carbohydrate": _grams(one.carb_g), "Fat": _grams(one.fat_g),
        "Fibre": _grams(one.fibre_g), "Water": _grams(one.water_g),
    }  # fmt: skip
    return [
        f"{one.name} ({one.id})",
        "In 100 g:",
        *(f"{name}: {value}" for name, value in figures.items()),
        *(f"1 {unit}: {numbers.short2(grams)} g" for unit, grams in one.portions.items()),
        f"Source: {one.source}",
    ]


def _grams(value: float | None) -> str:
    return numbers.UNKNOWN if value is None else f"{numbers.short2(value)} g"


def how_much(food: Food) -> str:
    """The question for an amount, such as Butter, salted: how many grams? Names the food."""
    return f"{food.name}: how many grams?"


def added(entry: OwnFood) -> str:
    """Saved: Oat cream, 150 kcal per 100g, as 2k4f."""
    return f"Saved: {entry.name}, {numbers.kcal(entry.kcal)} per {entry.per}. Its id is {entry.id}."
