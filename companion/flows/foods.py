"""Conversations about foods from the table and of one's own."""

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from companion.flows.ask import Ask
from companion.flows.intake import told
from companion.flows.steps import Flow, Option, Say
from companion.wording import foods, numbers

if TYPE_CHECKING:
    from companion.services.companion import Companion


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
    """Write down a food from the table: search, choose, grams."""
    ask = Ask(companion)
    if food is None:
        typed = yield ask.text("food")
        found = companion.foods.search(typed)
        options = [Option(f.id, f.name, numbers.kcal(f.kcal)) for f in found]
        food = yield ask.choose("found", options, text="found" if found else "nothing_found")
    per_serving = companion.foods.per_serving(food)
    if grams is None and not per_serving:
        grams = yield ask.number("grams", "grams", unit="g", title=foods.how_much(companion.foods.find(food)))
    result = companion.intake.log_food(food, grams=grams, servings=servings, slot=slot, at=at, note=note)
    yield from told(result)
    return result


def add_food(
    companion: "Companion",
    *,
    name: str | None = None,
    kcal: float | None = None,
    per: Literal["100g", "serving"] = "100g",
    protein_g: float | None = None,
    carb_g: float | None = None,
    fat_g: float | None = None,
) -> Flow:
    """Keep a food of one's own: its name and what 100 g or a serving hold."""
    ask = Ask(companion)
    if name is None:
        name = yield ask.text("name")
    if kcal is None:
        kcal = yield ask.number("kcal", "kcal", unit="kcal")
    result = companion.foods.add(name, kcal=kcal, per=per, protein_g=protein_g, carb_g=carb_g, fat_g=fat_g)
    yield Say(foods.added(result))
    return result
