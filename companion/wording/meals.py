"""Meals of the picker and their levels, in sentences."""

import re
from collections.abc import Mapping, Sequence

from companion.domain.meals import Ingredient, Meal, MealOffer
from companion.domain.nutrients import Nutrients
from companion.services.intake import DayIntake
from companion.services.meals import Levels
from companion.wording import intake, numbers

IN_BRACKETS = re.compile(r" \([^)]*\)")
LEVEL_FIRST, NOT_BEFORE = "First the food level", "Nothing is suggested before it is decided."
LEVELS_AT_END = re.compile(r" \([0-9EC, ]+\)$")


def levels(within: Levels) -> str:
    """Food level 5 and softer, drink level 2; what is not decided is said."""
    food = f"Food level {within.food} and softer" if within.food else "Food level not decided"
    drink = f"drink level {within.drink}" if within.drink else "drink level not decided"
    return f"{food}, {drink}{' or thicker' if within.drink and within.thicker_ok else ''}"


def offered(offer: MealOffer) -> str:
    """Level 5, yours; level 4, softer; level 3, thicker."""
    return f"level {offer.level}, {whose(offer)}"


def row(offer: MealOffer, serving: Nutrients) -> str:
    """turkey_bolognese  Turkey bolognese, level 5, yours, 510 kcal."""
    meal = offer.meal
    return f"{meal.id}  {meal.name}, {offered(offer)}, {numbers.kcal(serving.kcal)}"


def recipe(meal: Meal, serving: Nutrients, foods: Mapping[str, str], tests: Sequence[str]) -> list[str]:
    """One recipe, line by line; `foods` are the names of its foods by id, `tests` those of its texture."""
    level = numbers.listed(meal.iddsi, "or")
    amounts = (numbers.kcal(serving.kcal), f"protein {numbers.grams(serving.protein_g)}")
    servings = numbers.count(meal.servings, "serving")
    told = [
        f"{meal.name} ({meal.id})",
        f"{meal.kind.capitalize()} level {level}. {servings}, {meal.prep_minutes} minutes.",
        f"A serving: {', '.join(amounts)}, fluid {numbers.millilitres(serving.fluid_ml)}.",
        *(amount(part, foods[part.food]) for part in meal.ingredients),
        *(f"{n}. {step}" for n, step in enumerate(meal.method, 1)),
        *(f"Test: {test}" for test in tests),
        *(f"More energy: {amount(f, foods[f.food])}. {f.note}" for f in meal.fortify),
        *(f"Take care: {caution}" for caution in meal.cautions),
    ]
    return [*told, f"Contains {numbers.listed(meal.allergens)}."] if meal.allergens else told


def badge(offer: MealOffer) -> str:
    """FOOD LEVEL 5."""
    return f"{offer.meal.kind.upper()} LEVEL {offer.level}"


def whose(offer: MealOffer) -> str:
    """Yours, or softer, or thicker."""
    return "yours" if offer.steps == 0 else "softer" if offer.meal.kind == "food" else "thicker"


def head(within: Levels, day: DayIntake, kind: str = "food") -> tuple[str, str]:
    """The levels in force and today's sum; and shorter, among drinks with their level alone."""
    food, drink = within.food or "?", within.drink or "?"
    energy = intake.energy_line(day)
    short = f"Drink {drink}" if kind == "drink" else f"Food {food}, drink {drink}"
    return (
        f"Food level {food}, drink level {drink}   {energy.replace('of at least', 'of')}",
        f"{short}  {numbers.kcal(day.day.taken.kcal)}",
    )


def listed(slot: str | None, kind: str) -> str:
    """Supper; any time, drinks."""
    return numbers.capital(f"{slot or 'any time'}{', drinks' if kind == 'drink' else ''}")


def nothing(within: Levels, kind: str, *, typed: str = "", tag: str = "", slot: str | None = None) -> str:
    """Why a list is empty, and the key that changes it."""
    if (within.food if kind == "food" else within.drink) is None:
        return f"First the {kind} level. {NOT_BEFORE} Enter writes it down."
    if typed:
        return "Nothing at your level has that word. 0 clears it."
    if tag:
        return "Nothing at your level is like that. T chooses another."
    return f"Nothing at your level for {slot or 'any time'}. L shows another time."


def counted(count: int, kind: str) -> str:
    """19 meals; 1 drink."""
    return numbers.count(count, "meal" if kind == "food" else "drink")


def test(text: str) -> str:
    """A test without whose it is and for which levels: Fork Pressure Test, light press."""
    return LEVELS_AT_END.sub("", text.removeprefix("IDDSI "))


def amount(part: Ingredient, name: str) -> str:
    """170 g Beef mince."""
    return f"{numbers.short2(part.grams)} g {name}"


def brief(name: str) -> str:
    """The plain part of a food's name: Beef gravy, canned -> beef gravy."""
    plain = IN_BRACKETS.sub("", name).partition(",")[0]
    return plain[0].lower() + plain[1:]


def serving(per: Nutrients) -> str:
    """510 kcal and 31 g protein a serving."""
    return f"{numbers.kcal(per.kcal)} and {numbers.grams(per.protein_g)} protein a serving"


def making(meal: Meal) -> str:
    """30 minutes, 2 servings."""
    return f"{meal.prep_minutes} minutes, {numbers.count(meal.servings, 'serving')}"
