"""`companion meal`: what the plan allows, one recipe, and what was eaten of it."""

from typing import TYPE_CHECKING, Any

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.verbs import Topic
from companion.domain.meals import OwnMeal
from companion.domain.text import decimal
from companion.errors import Malformed
from companion.flows.meals import log_meal, tell_therapist
from companion.wording import allergens, meals_next
from companion.wording import meals as words
from companion.wording import swallowing as words_swallowing

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.domain.meals import Meal
    from companion.services.companion import Companion


@click.group("meal", cls=Topic, table={"next": "day_plan:next_", "plan": "day_plan:plan"})
def meal() -> None:
    """Meals and drinks of the prescribed texture."""


@meal.command("list")
@click.option("--food-level", metavar="LEVEL", help="3, 4, 5, 6, 7EC or 7, in place of the plan's.")
@click.option("--drink-level", metavar="LEVEL", help="0 to 4, in place of the plan's.")
@click.option("--kind", type=click.Choice(["food", "drink"]))
@given.slot
@click.option("--search", default="", metavar="TEXT")
@click.option("--tag", metavar="TAG")
@click.pass_obj
def list_(
    call: "Call", food_level: str | None, drink_level: str | None, kind: str | None, slot: str | None,
    search: str, tag: str | None,
) -> None:  # fmt: skip
    """The meals that the plan allows, or that the given levels allow."""
    meals = call.companion.meals
    levels = meals.levels(food=food_level, drink=drink_level)
    found = meals.picked(levels, kind=kind, slot=slot, tag=tag, text=search)
    offers, hidden = found.offers, allergens.hidden(found.hidden)
    document = {
        "food_level": levels.food,
        "drink_level": levels.drink,
        "meals": [shape(call.companion, offer.meal) for offer in offers],
    }
    rows = [words.row(offer, meals.nutrients(offer.meal)) for offer in offers]
    hiding = {"hidden": {"meals": len(found.hidden), "text": hidden}} if hidden else {}
    lines = [f"{words.levels(levels)}.", *rows, *([f"{hidden}."] if hidden else [])]
    call.tell({**document, **hiding}, lines)


@meal.command("show")
@click.argument("id")
@click.pass_obj
def show(call: "Call", id: str) -> None:
    """One recipe: what is in it, how it is made, and the tests of its texture."""
    found = call.companion.meals.find(id)
    foods = call.companion.meals.names(found)
    tests = list(call.companion.meals.tests(found))
    hints = call.companion.meals_next.more_energy(found)
    more = {
        "servings": found.servings,
        "prep_minutes": found.prep_minutes,
        "ingredients": [{"food": i.food, "name": foods[i.food], "grams": i.grams} for i in found.ingredients],
        "method": list(found.method),
        "tests": tests,
        "fortify": [
            {"food": h.food.id, "grams": h.grams, "note": h.note, "kcal": shapes.amount(h.kcal)}
            for h in hints
        ],
        "cautions": list(found.cautions),
        "allergens": list(found.allergens),
        "source": found.source,
    }
    added = [meals_next.more_energy(hint) for hint in hints]
    lines = words.recipe(found, call.companion.meals.nutrients(found), foods, tests, added)
    if found.kind == "drink":
        advice = words_swallowing.advice(call.companion.swallowing.advice(), call.companion.content)
        lines += [f"Advised: {line}" for line in advice]
    if reasons := call.companion.meals.against(found):
        lines.append(allergens.against(reasons))
    call.tell({**shape(call.companion, found), **more}, lines)


@meal.command("log")
@click.argument("id")
@click.option("--eaten", type=given.SHARE, help="all, three-quarters, half, quarter, none, or 0 to 3.")
@given.slot
@given.at
@click.option("--minutes", type=int, help="How long it took.")
@click.option("--coughs", type=int, help="How many.")
@click.option("--helped/--not-helped", default=None, help="Whether somebody helped with eating.")
@given.note
@click.pass_obj
def log(call: "Call", /, id: str, at: str | None, note: str | None, **facts: Any) -> None:
    """Write down what was really eaten of a meal."""
    companion = call.companion
    when, text = given.moment(companion, at), call.note(note)
    shapes.taken(call, converse(lambda: log_meal(companion, meal=id, at=when, note=text, **facts)))


@meal.command("told")
@click.argument("whom", default=words_swallowing.THERAPIST)
@given.note
@click.pass_obj
def told(call: "Call", whom: str, note: str | None) -> None:
    """Write down that coughing at meals, or long ones, were told to the swallowing therapist."""
    companion, text = call.companion, call.note(note)
    outcome = converse(lambda: tell_therapist(companion, whom=whom, note=text))
    shapes.saved(call, outcome, outcome.result.entry)


@meal.command("add")
@click.argument("name")
@click.option(
    "--ingredient", "ingredients", multiple=True, required=True, metavar="ID=GRAMS",
    help="The id of a food and its grams in the whole recipe; once for each.",
)  # fmt: skip
@click.option("--servings", type=int, help="How many it makes; 1 where not said.")
@given.texture
@click.option("--slot", "slots", multiple=True, help="When it is eaten; any time where not said.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Such as vegetarian, freezer, soup.")
@click.option("--method", multiple=True, metavar="TEXT", help="How it is made, a step at a time.")
@click.pass_obj
def add(call: "Call", /, name: str, ingredients: tuple[str, ...], **facts: Any) -> None:
    """Keep a recipe of one's own; one of the same name is replaced. `companion remove` takes it out."""
    from companion.flows.recipes import add_recipe

    companion, parts = call.companion, [_ingredient(part) for part in ingredients]
    outcome = converse(lambda: add_recipe(companion, name=name, ingredients=parts, **facts))
    shapes.saved(call, outcome, outcome.result)


def _ingredient(typed: str) -> tuple[str, float]:
    """A food's id and its grams, written butter=20."""
    food, _, grams = typed.rpartition("=")
    try:
        return food.strip(), decimal(grams)
    except ValueError:
        raise Malformed("bad_ingredient", value=typed) from None


def shape(companion: "Companion", found: "Meal") -> dict[str, Any]:
    """A meal as JSON, with what a serving holds; one's own also says so, and who gave the texture."""
    own = {"own": True, "texture_by": found.texture_by or None} if isinstance(found, OwnMeal) else {}
    return {
        "id": found.id, "name": found.name, "kind": found.kind, "iddsi": list(found.iddsi),
        "slots": list(found.slots), "tags": list(found.tags),
        "per_serving": shapes.nutrients(companion.meals.nutrients(found)), **own,
    }  # fmt: skip
