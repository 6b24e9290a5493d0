"""`companion meal`: what the plan allows, one recipe, and what was eaten of it."""

from typing import TYPE_CHECKING, Any

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.call import Call
from companion.cli.verbs import Topic
from companion.flows.meals import log_meal
from companion.wording import meals as words

if TYPE_CHECKING:
    from companion.domain.meals import Meal
    from companion.services.companion import Companion


@click.group("meal", cls=Topic)
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
    call: Call, food_level: str | None, drink_level: str | None, kind: str | None, slot: str | None,
    search: str, tag: str | None,
) -> None:  # fmt: skip
    """The meals that the plan allows, or that the given levels allow."""
    meals = call.companion.meals
    levels = meals.levels(food=food_level, drink=drink_level)
    offers = meals.allowed(levels, kind=kind, slot=slot, tag=tag, text=search)
    document = {
        "food_level": levels.food,
        "drink_level": levels.drink,
        "meals": [shape(call.companion, offer.meal) for offer in offers],
    }
    rows = [words.row(offer, meals.nutrients(offer.meal)) for offer in offers]
    call.tell(document, [f"{words.levels(levels)}.", *rows])


@meal.command("show")
@click.argument("id")
@click.pass_obj
def show(call: Call, id: str) -> None:
    """One recipe: what is in it, how it is made, and the tests of its texture."""
    found = call.companion.meals.find(id)
    content = call.companion.content
    foods = {part.food: content.foods[part.food].name for part in (*found.ingredients, *found.fortify)}
    tests = [content.tests[test].text for test in found.tests]
    more = {
        "servings": found.servings,
        "prep_minutes": found.prep_minutes,
        "ingredients": [{"food": i.food, "name": foods[i.food], "grams": i.grams} for i in found.ingredients],
        "method": list(found.method),
        "tests": tests,
        "fortify": [{"food": f.food, "grams": f.grams, "note": f.note} for f in found.fortify],
        "cautions": list(found.cautions),
        "allergens": list(found.allergens),
        "source": found.source,
    }
    lines = words.recipe(found, call.companion.meals.nutrients(found), foods, tests)
    call.tell({**shape(call.companion, found), **more}, lines)


@meal.command("log")
@click.argument("id")
@click.option("--eaten", type=given.SHARE, help="all, three-quarters, half, quarter, none, or 0 to 3.")
@given.slot
@given.at
@click.option("--minutes", type=int, help="How long it took.")
@click.option("--coughs", type=int, help="How many.")
@given.note
@click.pass_obj
def log(call: Call, /, id: str, at: str | None, note: str | None, **facts: Any) -> None:
    """Write down what was really eaten of a meal."""
    companion = call.companion
    when, text = given.moment(companion, at), call.note(note)
    shapes.taken(call, converse(lambda: log_meal(companion, meal=id, at=when, note=text, **facts)))


def shape(companion: "Companion", found: "Meal") -> dict[str, Any]:
    """A meal as JSON, with what a serving holds."""
    return {
        "id": found.id, "name": found.name, "kind": found.kind, "iddsi": list(found.iddsi),
        "slots": list(found.slots), "tags": list(found.tags),
        "per_serving": shapes.nutrients(companion.meals.nutrients(found)),
    }  # fmt: skip
