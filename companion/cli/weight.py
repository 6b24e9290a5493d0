"""`companion weight log` and `weight show`."""

from typing import TYPE_CHECKING, Any

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.verbs import Topic
from companion.flows.weight import log_weight
from companion.wording import weight as words

if TYPE_CHECKING:
    from companion.cli.call import Call


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
def log(call: "Call", /, kg: float, confirm: bool, at: str | None, note: str | None, **facts: Any) -> None:  # noqa: FBT001
    """Write down a weight."""
    companion = call.companion
    facts |= {"at": given.moment(companion, at), "note": call.note(note), "confirmed": confirm}
    outcome = converse(lambda: log_weight(companion, amount=kg, **facts))
    shapes.saved(call, outcome, outcome.result.entry)


@weight.command("show")
@click.option("--days", type=click.IntRange(1, 3660), default=180, show_default=True)
@click.pass_obj
def show(call: "Call", days: int) -> None:
    """The weights of the last days, what their course means, the limits and whose they are."""
    companion = call.companion
    companion.actor.require("see")
    course, unit = companion.weight.course(days), companion.settings.weight_unit
    state = course.state
    document = {
        "weights": [shapes.entry(entry) for entry in course.weighed],
        "reference_kg": course.reference_kg,
        "bmi": shapes.amount(state.bmi) if state else None,
        "change_percent": shapes.amount(state.change_percent) if state else None,
        "level": state.level if state else None,
        "reasons": [
            {"what": r.code, "level": r.level, "value": shapes.amount(r.value, 2), "limit": r.limit,
             "sentence": words.told(r, unit)}
            for r in (state.reasons if state else ())
        ],
    }  # fmt: skip
    can = companion.content.text("weight.can").text
    parts = [f"{title}: {text}" for title, text in words.explained(course, unit, can)]
    call.tell(document, [*words.rows(course, unit), *parts])
