"""`companion fall`: falls and near falls."""

from typing import TYPE_CHECKING

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.verbs import Topic

if TYPE_CHECKING:
    from companion.cli.call import Call


@click.group("fall", cls=Topic)
def fall() -> None:
    """Falls and near falls."""


@fall.command("log")
@click.option("--near", is_flag=True, help="A near fall: caught in time.")
@given.at
@given.note
@click.pass_obj
def log(call: "Call", near: bool, at: str | None, note: str | None) -> None:  # noqa: FBT001 - click's shape
    """Write down a fall; getting up and walking then begin with more help for some weeks."""
    from companion.flows.sessions_notes import note_fall

    companion = call.companion
    about, text = given.moment(companion, at), call.note(note)
    outcome = converse(lambda: note_fall(companion, near=near, at=about, note=text))
    shapes.saved(call, outcome, outcome.result)
