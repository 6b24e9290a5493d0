"""Conversations about foods from the table and of one's own."""

from collections.abc import Callable, Generator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from companion.domain.foods import WORTH_HALVING
from companion.flows.ask import Ask
from companion.flows.plan import levels
from companion.flows.steps import AnyStep, Flow, Option, Read, Say
from companion.flows.twins import FOOD, Writing
from companion.wording import foods, numbers

if TYPE_CHECKING:
    from companion.domain.foods import Food
    from companion.services.companion import Companion

GRAMS = "grams"  # the choice of an amount that is none of those offered
MOST = 9  # amounts on a page


def log_food(
    companion: "Companion",
    *,
    food: str | None = None,
    grams: float | None = None,
    servings: float | None = None,
    slot: str | None = None,
    at: datetime | None = None,
    note: str | None = None,
) -> Flow:
    """Write down a food from the table or of one's own: search, choose, how much."""
    ask, writing = Ask(companion), Writing(companion, FOOD)
    if food is None:
        typed = yield ask.text("food")
        found = companion.foods.search(typed)
        options = [Option(f.id, f.name, numbers.kcal(f.kcal)) for f in found]
        food = yield ask.choose("found", options, text="found" if found else "nothing_found")
    if companion.foods.per_serving(food):
        if servings is None:
            title = foods.how_much(companion.foods.find(food), "servings")
            servings = yield ask.number("servings", "servings", unit="servings", default=1, title=title)
    elif grams is None:
        grams = yield from _grams(companion, companion.foods.find(food))
    work = partial(
        companion.intake.log_food, food, grams=grams, servings=servings, slot=slot, at=at, note=note
    )
    return (yield from writing.write(work))


def _grams(companion: "Companion", food: "Food") -> Generator[AnyStep, Any, float]:
    """How many grams: as last time, by a household measure, or as a number."""
    ask = Ask(companion)
    last = companion.foods.last(food.id)
    first = [(foods.AS_LAST, last.grams)] if last and last.grams else []
    amounts: dict[float, str] = {}
    for label, weight in (*first, *_measures(food)):
        amounts.setdefault(weight, label)
    if amounts:
        options = [Option(g, label, foods.amount(food, g)) for g, label in list(amounts.items())[: MOST - 1]]
        other = Option(GRAMS, foods.IN_GRAMS)
        step = ask.choose("amount", [*options, other], title=foods.how_much(food))
        chosen: float | str = yield replace(step, reads=(about(companion, food),))
        if isinstance(chosen, float):
            return chosen
    grams: float = yield ask.number("grams", "grams", unit="g", title=foods.how_much(food, "grams"))
    return grams


def about(companion: "Companion", food: "Food") -> Read:
    """What is known of a food: its figures, its measures, its texture and where it comes from."""
    per_serving = companion.foods.per_serving(food.id)
    own = companion.foods.own().get(food.id)
    texture = f"{foods.capital_texture(own)}." if own is not None else foods.TEXTURE
    lines = (*foods.food(food, per_serving=per_serving)[1:], texture)
    return Read(foods.ABOUT, ((food.name, "\n".join(lines)),))


def _measures(food: "Food") -> list[tuple[str, float]]:
    """Household measures in grams: each portion; of the first, if it is more than a bite, half as well."""
    measures = [(foods.portion(unit), float(grams)) for unit, grams in food.portions.items()]
    if not measures:
        return []
    (first, whole), *rest = measures
    unit = next(iter(food.portions))
    half = [(foods.half(unit), whole / 2)] if whole >= WORTH_HALVING else []
    return [(first, whole), *half, *rest]


def add_food(
    companion: "Companion",
    *,
    name: str | None = None,
    suggested: str | None = None,
    kcal: float | None = None,
    per: Literal["100g", "serving"] = "100g",
    protein_g: float | None = None,
    carb_g: float | None = None,
    fat_g: float | None = None,
    food_level: str | None = None,
    drink_level: str | None = None,
    texture_by: str | None = None,
) -> Flow:
    """Keep a food of one's own: its name, what 100 g or a serving hold, and its texture if it was given."""
    ask = Ask(companion)
    if name is None:
        name = yield ask.text("name", text="own_name", default=suggested)
    if kcal is None:
        options = [Option(value, words) for value, words in foods.PER.items()]
        per = yield ask.choose("per", options, default=per, text="own_per")
        kcal = yield ask.number(
            "kcal", "kcal", unit="kcal", text="own_kcal", title=foods.how_much_energy(per)
        )
        title = foods.how_much_protein(per)
        protein_g = yield ask.number(
            "protein_g", "protein_g", unit="g", optional=True, text="own_protein", title=title
        )
        if food_level is None and drink_level is None and companion.actor.may("decide"):
            food_level, drink_level, texture_by = yield from texture(ask, partial(levels, companion))
    texture_by = yield from texture_by_whom(ask, food_level or drink_level, texture_by)
    result = companion.foods.add(
        name, kcal=kcal, per=per, protein_g=protein_g, carb_g=carb_g, fat_g=fat_g,
        food_level=food_level, drink_level=drink_level, texture_by=texture_by,
    )  # fmt: skip
    yield Say(foods.added(result))
    return result


Texture = tuple[str | None, str | None, str | None]  # the level as food, the level as drink, who gave it


def texture(ask: Ask, levels: Callable[[str], list[Option]]) -> Generator[AnyStep, Any, Texture]:
    """Which texture somebody gave, as food or as drink, and who; or that nobody did."""
    kinds = [Option(kind, words) for kind, words in foods.TEXTURES.items()]
    kind = yield ask.choose("texture", kinds, default="", text="own_texture")
    if not kind:
        return None, None, None
    level: str = yield ask.choose("level", levels(f"{kind}-level"), text=f"own_{kind}_level")
    by = yield from texture_by_whom(ask, level, None)
    return (level, None, by) if kind == "food" else (None, level, by)


def texture_by_whom(ask: Ask, level: str | None, by: str | None) -> Generator[AnyStep, Any, str | None]:
    """Who gave a texture, where one was given and nobody is named yet."""
    if level is None or by:
        return by
    name: str = yield ask.text("texture_by")
    return name
