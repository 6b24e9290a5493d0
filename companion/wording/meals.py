"""Meals of the picker and their levels, in sentences."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from companion.domain.meals import Ingredient, Meal, MealOffer, OwnMeal, Serving
from companion.wording import allergens, intake, numbers, swallowing
from companion.wording import foods as named

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.entries import Decision, OwnRecipe
    from companion.domain.nutrients import Nutrients
    from companion.services.intake import DayIntake
    from companion.services.meals import Levels

IN_BRACKETS = re.compile(r" \([^)]*\)")
OWN, OWN_TOO, OWN_LEAD = "own", ", own", "Your own."
ANY_TIME = "any time"
HEADINGS = {"food": "Meal", "drink": "Drink"}
KEEP_CAPITALS = ("Greek ",)  # how a food's name may begin within a line
LEVEL_FIRST, NOT_BEFORE = "First the food level", "Nothing is suggested before it is decided."
LEVELS_AT_END = re.compile(r" \([0-9EC, ]+\)$")


def levels(within: "Levels") -> str:
    """Food level 5 and softer, drink level 2; what is not decided is said."""
    food = f"Food level {within.food} and softer" if within.food else "Food level not decided"
    drink = f"drink level {within.drink}" if within.drink else "drink level not decided"
    return f"{food}, {drink}{' or thicker' if within.drink and within.thicker_ok else ''}"


def offered(offer: MealOffer) -> str:
    """Level 5, yours; level 4, softer; level 3, thicker."""
    return f"level {offer.level}, {whose(offer)}"


def row(offer: MealOffer, serving: "Nutrients") -> str:
    """turkey_bolognese  Turkey bolognese, level 5, yours, 510 kcal."""
    meal = offer.meal
    own = OWN_TOO if isinstance(meal, OwnMeal) else ""
    return f"{meal.id}  {meal.name}, {offered(offer)}{own}, {numbers.kcal(serving.kcal)}"


def label(meal: Meal, width: int) -> str:
    """A meal's name for a list; one's own says so, however long it is."""
    if not isinstance(meal, OwnMeal):
        return meal.label
    room = width - len(OWN_TOO)
    name = meal.name if len(meal.name) <= room else f"{meal.name[: room - 1].rstrip(' ,')}…"
    return f"{name}{OWN_TOO}"


def texture(meal: Meal) -> str:
    """Texture given by K. Weber; or that nobody gave it; nothing for a meal that is not one's own."""
    if not isinstance(meal, OwnMeal):
        return ""
    return f"Texture given by {meal.texture_by}." if meal.iddsi else named.TEXTURE


def recipe(
    meal: Meal, serving: "Nutrients", foods: Mapping[str, str], tests: Sequence[str], more: Sequence[str] = ()
) -> list[str]:
    """One recipe, line by line; `foods` are the names of its foods by id, `tests` those of its texture.

    `more` are ways to bring more energy into it.
    """
    amounts = (numbers.kcal(serving.kcal), f"protein {numbers.grams(serving.protein_g)}")
    told = [
        f"{meal.name} ({meal.id})",
        *_about(meal),
        f"A serving: {', '.join(amounts)}, fluid {numbers.millilitres(serving.fluid_ml)}.",
        *(amount(part, foods[part.food]) for part in meal.ingredients),
        *(f"{n}. {step}" for n, step in enumerate(meal.method, 1)),
        *(f"Test: {test}" for test in tests),
        *(f"More energy: {line}" for line in more),
        *(f"Take care: {caution}" for caution in meal.cautions),
    ]
    return [*told, f"Contains {allergens.contents(meal.allergens)}."] if meal.allergens else told


def _about(meal: Meal) -> list[str]:
    """Its level and how much it makes; of one's own, who gave the texture."""
    level = f"{meal.kind.capitalize()} level {numbers.listed(meal.iddsi, 'or')}. " if meal.iddsi else ""
    minutes = f", {meal.prep_minutes} minutes" if meal.prep_minutes else ""
    made = f"{level}{numbers.count(meal.servings, 'serving')}{minutes}."
    return [made, f"{OWN_LEAD} {texture(meal)}"] if isinstance(meal, OwnMeal) else [made]


def next_ingredient(before: int) -> str:
    """The question for an ingredient, which counts them: Ingredient 2: which food? Names no food."""
    return f"Ingredient {before + 1}: which food?"


def grams_of(name: str) -> str:
    """The question for its amount, such as Butter, salted: how many grams? Names the food."""
    return f"{name}: how many grams?"


def added(entry: "OwnRecipe", serving: "Nutrients") -> str:
    """Saved: Mash, 320 kcal and 6 g protein a serving. Texture: food level 4, given by K. Weber."""
    held = f"{numbers.kcal(serving.kcal)} and {numbers.grams(serving.protein_g)} protein a serving"
    return f"Saved: {entry.name}, {held}. {named.capital_texture(entry)}."


def badge(offer: MealOffer) -> str:
    """FOOD LEVEL 5."""
    return f"{offer.meal.kind.upper()} LEVEL {offer.level}"


def whose(offer: MealOffer) -> str:
    """Yours, or softer, or thicker."""
    return "yours" if offer.steps == 0 else "softer" if offer.meal.kind == "food" else "thicker"


def head(within: "Levels", day: "DayIntake", kind: str = "food") -> tuple[str, str]:
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
    return numbers.capital(f"{slot or ANY_TIME}{', drinks' if kind == 'drink' else ''}")


def nothing(within: "Levels", kind: str, *, typed: str = "", tag: str = "", slot: str | None = None) -> str:
    """Why a list is empty, and the key that changes it."""
    why = empty(within, kind, typed=typed, tag=tag, slot=slot)
    if (within.food if kind == "food" else within.drink) is None:
        return f"{why} Enter writes it down."
    if typed:
        return f"{why} 0 clears it."
    return f"{why} {'T chooses another' if tag else 'L shows another time'}."


def empty(within: "Levels", kind: str, *, typed: str = "", tag: str = "", slot: str | None = None) -> str:
    """Why a list is empty."""
    if (within.food if kind == "food" else within.drink) is None:
        return f"First the {kind} level. {NOT_BEFORE}"
    if typed:
        return "Nothing at your level has that word."
    return f"Nothing at your level {'is like that' if tag else f'for {slot or ANY_TIME}'}."


def counted(count: int, kind: str) -> str:
    """19 meals; 1 drink."""
    return numbers.count(count, "meal" if kind == "food" else "drink")


def test(text: str) -> str:
    """A test without whose it is and for which levels: Fork Pressure Test, light press."""
    return LEVELS_AT_END.sub("", text.removeprefix("IDDSI "))


def amount(part: Ingredient, name: str) -> str:
    """170 g beef mince."""
    what = _within(name)
    return f"1 serving {what}" if isinstance(part, Serving) else f"{numbers.short2(part.grams)} g {what}"


def brief(name: str) -> str:
    """The plain part of a food's name: Beef gravy, canned -> beef gravy."""
    plain = IN_BRACKETS.sub("", name).partition(",")[0]
    return _within(plain)


def _within(name: str) -> str:
    """A food's name as it stands within a line."""
    return name if name.startswith(KEEP_CAPITALS) else name[:1].lower() + name[1:]


def serving(per: "Nutrients") -> str:
    """510 kcal and 31 g protein a serving."""
    return f"{numbers.kcal(per.kcal)} and {numbers.grams(per.protein_g)} protein a serving"


def making(meal: Meal) -> str:
    """30 minutes, 2 servings; of one's own, which says no minutes, 2 servings."""
    servings = numbers.count(meal.servings, "serving")
    return f"{meal.prep_minutes} minutes, {servings}" if meal.prep_minutes else servings


def before(advised: "Sequence[Decision]", content: "Library") -> str:
    """What helps before a meal, a line each; then what a therapist advised, with who and when."""
    general = [text.text for text in content.section("eating").values()]
    return "\n".join([*general, *swallowing.advice(advised, content)])


def enough(minutes: float) -> str:
    """At the limit: an offer to stop, never an order."""
    return (
        f"You have been eating for {numbers.short(minutes)} minutes. It may be enough for now;"
        " a small snack later counts as much."
    )
