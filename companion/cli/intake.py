"""`companion quick`, `drink`, `tube` and `copy`: what was eaten and drunk beside the recipes."""

from typing import TYPE_CHECKING, Any

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.verbs import Topic, Verb
from companion.flows.intake import copy_day, log_again, log_drink, log_tube, quick_entry
from companion.flows.textures import try_flow

if TYPE_CHECKING:
    from companion.cli.call import Call


@click.command("quick", cls=Verb)
@click.argument("name")
@click.option("--kcal", type=given.NUMBER)
@click.option("--protein", "protein_g", type=given.NUMBER, help="Grams.")
@given.slot
@given.at
@given.note
@click.pass_obj
def quick(call: "Call", /, name: str, at: str | None, note: str | None, **facts: Any) -> None:
    """Write down a name and its energy, without a search."""
    companion = call.companion
    when, text = given.moment(companion, at), call.note(note)
    shapes.taken(call, converse(lambda: quick_entry(companion, name=name, at=when, note=text, **facts)))


@click.group("drink", cls=Topic)
def drink() -> None:
    """What was drunk."""


@drink.command("log")
@click.argument("ml", type=given.NUMBER)
@click.option("--what", metavar="NAME", help="A food's id or any name; water where left out.")
@click.option("--level", help="Its IDDSI level, 0 to 4.")
@given.slot
@given.at
@given.note
@click.pass_obj
def drink_log(call: "Call", /, ml: float, at: str | None, note: str | None, **facts: Any) -> None:
    """Write down a drink in millilitres."""
    companion = call.companion
    when, text = given.moment(companion, at), call.note(note)
    shapes.taken(call, converse(lambda: log_drink(companion, ml=ml, at=when, note=text, **facts)))


@drink.command("test")
@click.option("--left", type=given.NUMBER, metavar="ML", help="What is left in the syringe after 10 seconds.")
@click.pass_obj
def drink_test(call: "Call", left: float | None) -> None:
    """What a flow test means: the mL left, the level, and how that stands to the drink level decided."""
    companion = call.companion
    outcome = converse(lambda: try_flow(companion, left=left), {"flow_test": "--left"})
    found = outcome.result
    document = {
        "left_ml": found.left_ml, "level": found.level, "between": found.between,
        "drink_level": found.prescribed, "sentence": outcome.sentence,
    }  # fmt: skip
    call.tell(document, outcome.sentences)


@click.group("tube", cls=Topic, table={"talk": "tube_talk:talk"})
def tube() -> None:
    """What went through a feeding tube."""


@tube.command("log")
@click.argument("ml", type=given.NUMBER)
@click.option("--kcal-per-ml", type=given.NUMBER, help="As on the packet; the last feed's where left out.")
@click.option("--protein-per-100ml", type=given.NUMBER, help="Grams.")
@click.option("--water-per-100ml", type=given.NUMBER, help="Millilitres of water in it.")
@click.option("--what", metavar="NAME", help="What the feed is called.")
@given.slot
@given.at
@given.note
@click.pass_obj
def tube_log(call: "Call", /, ml: float, at: str | None, note: str | None, **facts: Any) -> None:
    """Write down a tube feed in millilitres; its energy counts in the day."""
    companion = call.companion
    when, text = given.moment(companion, at), call.note(note)
    shapes.taken(call, converse(lambda: log_tube(companion, ml=ml, at=when, note=text, **facts)))


@click.command("copy", cls=Verb)
@click.argument("date")
@click.option("--to", metavar="DATE", help="For another day than today.")
@given.slot
@click.pass_obj
def copy(call: "Call", date: str, slot: str | None, to: str | None) -> None:
    """Write down a past day, or one slot of it, again for today. One undo takes all of it back."""
    companion = call.companion
    on, target = given.day(companion, date), given.day(companion, to) if to else None
    shapes.taken(call, converse(lambda: copy_day(companion, on=on, slot=slot, to=target)))


@click.command("again", cls=Verb)
@click.argument("id")
@click.option("--amount", type=given.NUMBER, help="Another share, grams, servings, mL or kcal.")
@given.slot
@given.at
@click.pass_obj
def again(call: "Call", /, id: str, amount: float | None, slot: str | None, at: str | None) -> None:
    """Write down what an entry says once more, with its amount; `companion history` shows the ids."""
    companion = call.companion
    when = given.moment(companion, at)
    shapes.taken(call, converse(lambda: log_again(companion, entry=id, amount=amount, slot=slot, at=when)))
