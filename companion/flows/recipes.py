"""Conversations about recipes of one's own."""

from collections.abc import Generator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from companion.domain.day import SLOTS
from companion.flows.ask import Ask
from companion.flows.foods import texture, texture_by_whom
from companion.flows.plan import levels
from companion.flows.steps import AnyStep, Flow, Option, Say
from companion.wording import allergens, meals, numbers

if TYPE_CHECKING:
    from companion.services.companion import Companion

MORE, ENOUGH = "more", "enough"
NEXT = (Option(MORE, "One more ingredient"), Option(ENOUGH, "That is all"))


def add_recipe(
    companion: "Companion",
    *,
    name: str | None = None,
    ingredients: Sequence[tuple[str, float]] = (),
    servings: float | None = None,
    food_level: str | None = None,
    drink_level: str | None = None,
    texture_by: str | None = None,
    slots: Sequence[str] | None = None,
    tags: Sequence[str] = (),
    method: Sequence[str] | None = None,
) -> Flow:
    """Keep a recipe of one's own: its ingredients, how much it makes, who gave its texture, when it is eaten.

    Whoever names the ingredients is asked nothing that may be left out.
    """
    companion.actor.require("log")
    ask, told = Ask(companion), bool(ingredients)
    if name is None:
        name = yield ask.text("name", text="recipe_name")
    if not told:
        ingredients = yield from _ingredients(companion)
    if servings is None:
        servings = yield ask.number(
            "servings", "recipe_servings", unit="servings", whole=True, default=1, text="recipe_servings"
        )
    if not told and food_level is None and drink_level is None and companion.actor.may("decide"):
        food_level, drink_level, texture_by = yield from texture(ask, partial(levels, companion))
    texture_by = yield from texture_by_whom(ask, food_level or drink_level, texture_by)
    if slots is None and not told:
        any_time = Option("", numbers.capital(meals.ANY_TIME))
        options = [any_time, *(Option(s, numbers.capital(s)) for s in SLOTS)]
        slot = yield ask.choose("slot", options, default="", text="recipe_slot")
        slots = [slot] if slot else []
    if method is None and not told:
        how = yield ask.text("method", limit=500, optional=True, default="", text="recipe_method")
        method = [how] if how else []
    kept = companion.recipes.add(
        name,
        ingredients,
        servings=int(servings),
        food_level=food_level,
        drink_level=drink_level,
        texture_by=texture_by,
        slots=slots or (),
        tags=tags,
        method=method or (),
    )
    meal = companion.meals.find(kept.id)
    yield Say(meals.added(kept, companion.meals.nutrients(meal)))
    if meal.iddsi and (reasons := companion.meals.against(meal)):
        yield Say(allergens.against(reasons), "notice")
    return kept


def _ingredients(companion: "Companion") -> Generator[AnyStep, Any, list[tuple[str, float]]]:
    """Foods and grams, one after another, until that is all."""
    ask, parts = Ask(companion), list[tuple[str, float]]()
    more = MORE
    while more == MORE:
        typed = yield ask.text("ingredient", title=meals.next_ingredient(len(parts)))
        found = [f for f in companion.foods.search(typed) if not companion.foods.per_serving(f.id)]
        options = [Option(f.id, f.name, numbers.kcal(f.kcal)) for f in found]
        food = yield ask.choose("found", options, text="found" if found else "nothing_found")
        title = meals.grams_of(companion.foods.find(food).name)
        grams = yield ask.number("grams", "grams", unit="g", title=title, text="recipe_grams")
        parts.append((food, grams))
        more = yield ask.choose("more", NEXT, default=ENOUGH, text="recipe_more")
    return parts
