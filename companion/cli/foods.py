"""`companion food`: the USDA table, and foods of one's own."""

from typing import TYPE_CHECKING, Any

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.verbs import Topic
from companion.flows.foods import add_food, log_food
from companion.wording import foods as words

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.domain.foods import Food


@click.group("food", cls=Topic, table={"import": "foods_import:import_"})
def food() -> None:
    """Foods of the USDA table, and foods of one's own."""


@food.command("search")
@click.argument("text", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 100), default=20, show_default=True)
@click.pass_obj
def search(call: "Call", text: tuple[str, ...], limit: int) -> None:
    """Find foods; slips of the finger are forgiven, plain foods come first."""
    found, serving = call.companion.foods.search(" ".join(text), limit), call.companion.foods.per_serving
    foods = [
        {"id": one.id, "ndb": one.ndb or None, "name": one.name, "kcal_per_100g": shapes.amount(one.kcal)}
        for one in found
    ]
    call.tell(
        {"foods": foods},
        [words.found(one, per_serving=serving(one.id)) for one in found] or [words.nothing_found()],
    )


@food.command("show")
@click.argument("id")
@click.pass_obj
def show(call: "Call", id: str) -> None:
    """One food, by its id or NDB number."""
    found = call.companion.foods.find(id)
    lines = words.food(found, per_serving=call.companion.foods.per_serving(found.id))
    own = call.companion.foods.own().get(found.id)
    texture = own.model_dump(include={"food_level", "drink_level", "texture_by"}) if own else {}
    call.tell({**shape(found), **texture}, [*lines, f"{words.capital_texture(own)}."] if own else lines)


@food.command("log")
@click.argument("id")
@click.option("--grams", type=given.NUMBER)
@click.option("--servings", type=given.NUMBER, help="For a food of one's own that is counted in servings.")
@given.slot
@given.at
@given.note
@click.pass_obj
def log(call: "Call", /, id: str, at: str | None, note: str | None, **facts: Any) -> None:
    """Write down a food that was eaten."""
    companion = call.companion
    when, text = given.moment(companion, at), call.note(note)
    outcome = converse(
        lambda: log_food(companion, food=id, at=when, note=text, **facts), {"amount": "--grams"}
    )
    shapes.taken(call, outcome)


@food.command("add")
@click.argument("name")
@click.option("--kcal", type=given.NUMBER)
@click.option("--protein", "protein_g", type=given.NUMBER, help="Grams.")
@click.option("--carb", "carb_g", type=given.NUMBER, help="Grams.")
@click.option("--fat", "fat_g", type=given.NUMBER, help="Grams.")
@click.option("--per", type=click.Choice(["100g", "serving"]), default="100g", show_default=True)
@given.texture
@click.pass_obj
def add(call: "Call", /, name: str, **facts: Any) -> None:
    """Keep a food of one's own. With a texture that somebody gave it, it can be suggested as a meal."""
    companion = call.companion
    outcome = converse(lambda: add_food(companion, name=name, **facts))
    shapes.saved(call, outcome, outcome.result)


def shape(found: "Food") -> dict[str, Any]:
    """A food as JSON, figures per 100 grams."""
    return {
        "id": found.id, "ndb": found.ndb or None, "name": found.name,
        "per_100g": {
            "kcal": found.kcal, "protein_g": found.protein_g, "carb_g": found.carb_g, "fat_g": found.fat_g,
            "fibre_g": found.fibre_g, "water_g": found.water_g,
        },
        "portions": dict(found.portions), "source": found.source,
    }  # fmt: skip
