"""Foods, in sentences and lines."""

import re
from datetime import date
from typing import TYPE_CHECKING

from companion.domain.entries import Drunk, FoodEaten, MealEaten, Taken, TubeFed
from companion.wording import numbers

if TYPE_CHECKING:
    from companion.domain.entries import OwnFood, Textured
    from companion.domain.foods import Food
    from companion.domain.intake_usual import Usual
    from companion.domain.records import Origin

A_WORD = re.compile(r"[A-Za-z]*")
PER = {"100g": "100 g", "serving": "a serving"}
TEXTURES = {"": "No, not yet", "food": "Yes, as a food", "drink": "Yes, as a drink"}
AS_LAST, IN_GRAMS = "As last time", "Another amount, in grams"
UNITS = {"tbsp": "tablespoon", "tsp": "teaspoon", "fl oz": "fluid ounce", "oz": "ounce"}
ODD = {"leaves": "leaf", "halves": "half", "cookies": "cookie"}  # not by leaving out the s
VOWELS = "aeiou"
WORTH_TELLING = ("computed", "figures", "published")  # of the small print of a source
AGAIN, OFTEN, READYING = "again", "Eaten often", "Getting the food table ready"
NO_TEXTURE = "Texture not known: it can be written down, but is never suggested"
TEXTURE = f"{NO_TEXTURE}."
OWN = "Source: a food of your own"
ABOUT = "About this food"
NOTHING_YET = "Nothing is written down yet. What is eaten often will be here, one key away."
NOTHING_OFTEN = f"{NOTHING_YET} S searches the food table, K writes down a name and its energy."


def found(food: "Food", *, per_serving: bool = False) -> str:
    """01001  Butter, salted, 717 kcal per 100 g."""
    return f"{food.id}  {food.name}, {numbers.kcal(food.kcal)} per {_per(per_serving=per_serving)}"


def nothing_found() -> str:
    """For a search without a result."""
    return "Nothing was found. Another word, or fewer, may find it."


def food(one: "Food", *, per_serving: bool = False) -> list[str]:
    """One food, a line for each figure; what is not published is said."""
    figures = {
        "Energy": numbers.kcal(one.kcal), "Protein": _grams(one.protein_g),
        "Carbohydrate": _grams(one.carb_g), "Fat": _grams(one.fat_g),
        "Fibre": _grams(one.fibre_g), "Water": _grams(one.water_g),
    }  # fmt: skip
    return [
        f"{one.name} ({one.id})",
        f"In {unit(per_serving=per_serving)}:",
        *(f"{name}: {value}" for name, value in figures.items()),
        *(f"{portion(unit)}: {numbers.short2(grams)} g" for unit, grams in one.portions.items()),
        f"Source: {one.source}",
    ]


def _grams(value: float | None) -> str:
    return numbers.UNKNOWN if value is None else f"{numbers.short2(value)} g"


def how_much(food: "Food", unit: str = "") -> str:
    """The question for an amount, such as Butter, salted: how many grams? Names the food."""
    return f"{food.name}: {f'how many {unit}' if unit else 'how much'}?"


def amount(food: "Food", grams: float) -> str:
    """An amount and what is in it: 244 g, 149 kcal."""
    return f"{numbers.short2(grams)} g, {numbers.kcal((food.per_100g * (grams / 100)).kcal)}"


def portion(unit: str) -> str:
    """One of a household measure: 1 cup."""
    return f"1 {_long(unit)}"


def half(unit: str) -> str:
    """Half of it: Half a cup; half an egg."""
    return f"Half {'an' if unit[:1].lower() in VOWELS else 'a'} {_long(unit)}"


def _long(unit: str) -> str:
    """One of a measure, without short forms: tbsp is tablespoon, pieces is piece."""
    name = A_WORD.match(unit).group()  # type: ignore[union-attr]
    unit = _one(name) + unit.removeprefix(name)
    short = next((short for short in UNITS if unit.startswith(short)), "")
    return UNITS.get(short, "") + unit.removeprefix(short)


def _one(name: str) -> str:
    """The first word of a measure for one of it: slices is slice, berries is berry."""
    if name in ODD:
        return ODD[name]
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


def how_much_energy(per: str) -> str:
    """How much energy is in 100 g? Or in a serving."""
    return f"How much energy is in {PER[per]}, in kcal?"


def how_much_protein(per: str) -> str:
    """How much protein is in 100 g? Or in a serving."""
    return f"How much protein is in {PER[per]}, in g?"


def added(entry: "OwnFood") -> str:
    """Saved: Oat cream, 150 kcal per 100 g. A search finds it by its name. Then its texture, where given."""
    per = _per(per_serving=entry.per == "serving")
    texture = f" {capital_texture(entry)}." if entry.level else ""
    held = f"{entry.name}, {numbers.kcal(entry.kcal)} per {per}"
    return f"Saved: {held}. A search finds it by its name.{texture}"


def capital_texture(entry: "Textured") -> str:
    """Food level 4, given by K. Weber: at the front of a sentence."""
    return numbers.capital(texture_given(entry))


def texture_given(entry: "Textured") -> str:
    """food level 4, given by K. Weber; or that nobody gave a texture."""
    kind = "drink" if entry.drink_level else "food"
    return f"{kind} level {entry.level}, given by {entry.texture_by}" if entry.level else NO_TEXTURE


def where(slot: str, on: date, today: date) -> tuple[str, str]:
    """Which meal is added to: Lunch, yesterday; and shorter."""
    seen = numbers.day_seen_from(on, today)
    return f"{numbers.capital(slot)}, {seen}", numbers.capital(slot) if on == today else seen


def listed(typed: str, *, ready: bool) -> str:
    """Above the list: what it is; that the table is still read, where something was typed already."""
    return (f"Found for “{typed}”" if ready else READYING) if typed else OFTEN


def not_found(typed: str) -> str:
    """For a search without a result, and the way on."""
    return (
        f"Nothing called “{typed}” was found. Enter writes it down all the same, with its energy. "
        "0 clears the search: another word, or fewer, may find it."
    )


def no_amount(typed: str) -> str:
    """Why there is no amount to choose."""
    return "There is nothing to choose an amount of." if typed else NOTHING_OFTEN


def taken_amount(entry: Taken, *, short: bool = False) -> str:
    """How much there was: 200 g, three quarters or short 75 %, 250 mL; nothing for a quick entry."""
    if isinstance(entry, MealEaten):
        share = numbers.share(entry.eaten)
        return f"{entry.eaten:.0%}".replace("%", " %") if short and " " in share else share
    if isinstance(entry, FoodEaten):
        if entry.grams is not None:
            return f"{numbers.short2(entry.grams)} g"
        return "1 serving" if entry.factor == 1 else f"{numbers.short2(entry.factor)} servings"
    return f"{numbers.short2(entry.ml)} mL" if isinstance(entry, Drunk | TubeFed) else ""


def again(amount: str) -> str:
    """Again, 200 g."""
    return f"{AGAIN}, {amount}" if amount else AGAIN


def unit(*, per_serving: bool) -> str:
    """What figures are for: 100 g, or a serving."""
    return PER["serving" if per_serving else "100g"]


def _per(*, per_serving: bool) -> str:
    return unit(per_serving=per_serving).removeprefix("a ")


def often(usual: "Usual", today: date) -> str:
    """4 times lately, last yesterday."""
    return f"{numbers.count(usual.times, 'time')} lately, last {numbers.day_seen_from(usual.last, today)}"


def protein(grams: float | None) -> str:
    """8 g protein."""
    return f"protein {numbers.UNKNOWN}" if grams is None else f"{numbers.grams(grams)} protein"


def measure(food: "Food", unit: str, grams: float) -> str:
    """What is in a household measure: 1 cup, 244 g: 149 kcal, 8 g protein."""
    per = food.per_100g * (grams / 100)
    return f"{portion(unit)}, {numbers.short2(grams)} g: {numbers.kcal(per.kcal)}, {protein(per.protein_g)}"


def source(food: "Food", origin: "Origin | None") -> str:
    """Whose figures they are, in short; one's own foods have no origin in the content."""
    if origin is None:
        return OWN
    whose, detail = origin.text.partition(":")[0].partition(";")[0], food.source.partition("; ")[2]
    return f"Source: {whose}{f', {detail}' if detail.startswith(WORTH_TELLING) else ''}"
