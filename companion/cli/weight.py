"""`companion weight log`."""

from typing import Any

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.call import Call
from companion.cli.verbs import Topic
from companion.flows.weight import log_weight


@click.group("weight", cls=Topic)
def weight() -> None:
    """Body weight."""


@weight.command("log")
@click.argument("kg", type=given.NUMBER)
@click.option("--unit", type=click.Choice(["kg", "lb", "st"]), help="The settings' unit where left out.")
@click.option("--tare", type=given.NUMBER, help="Of the chair or the clothes, taken off.")
@click.option("--confirm", is_flag=True, help="The weight is right although it looks like a slip.")
@given.at
@given.note
@click.pass_obj
def log(call: Call, /, kg: float, confirm: bool, at: str | None, note: str | None, **facts: Any) -> None:  # noqa: FBT001
    """Write down a weight."""
    companion = call.companion
    facts |= {"at": given.moment(companion, at), "note": call.note(note), "confirmed": confirm}
    outcome = converse(lambda: log_weight(companion, amount=kg, **facts))
    shapes.saved(call, outcome, outcome.result.entry)
