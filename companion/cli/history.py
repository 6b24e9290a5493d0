"""`companion undo`, `history`, `edit` and `remove`: looking back and correcting."""

from typing import TYPE_CHECKING, Any

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.verbs import Verb
from companion.flows import history as flows
from companion.wording import history as words

if TYPE_CHECKING:
    from datetime import datetime

    from companion.cli.call import Call
    from companion.store.month import Kept

confirm = click.option("--confirm", "confirmed", is_flag=True, help="Although a texture becomes looser.")
ANSWERS = {"edit_key": "--kcal, --slot or what else is to be changed"}


@click.command("undo", cls=Verb)
@click.argument("id", required=False)
@confirm
@click.pass_obj
def undo(call: "Call", /, id: str | None, confirmed: bool) -> None:  # noqa: FBT001 - click's shape
    """Take back your newest entry, or the one named; undo again brings it back."""
    companion = call.companion
    if id is None:
        outcome = converse(lambda: flows.undo(companion, confirmed=confirmed))
    else:
        outcome = converse(lambda: flows.take_back(companion, id=id, confirmed=confirmed))
    shapes.saved(call, outcome, outcome.result.entry)


@click.command("history", cls=Verb)
@click.option("--days", type=click.IntRange(1, 36500), default=7, show_default=True)
@click.pass_obj
def history(call: "Call", days: int) -> None:
    """What happened, newest first: who, when, and what was taken back."""
    found, content = call.companion.history.recent(days), call.companion.programmes.library
    today = call.companion.today_date()
    others, unit = {kept.entry.id: kept.entry for kept in found}, call.companion.settings.weight_unit
    call.tell(
        {"entries": [shape(kept, words.described(kept.entry, content, others, unit)) for kept in found]},
        [words.line(kept, content, others, unit, today) for kept in found] or [words.nothing()],
    )


@click.command("edit", cls=Verb)
@click.argument("id")
@click.option("--eaten", type=given.SHARE)
@click.option("--grams", type=given.NUMBER)
@click.option("--ml", type=given.NUMBER)
@click.option("--kcal", type=given.NUMBER)
@click.option("--protein", "protein_g", type=given.NUMBER)
@click.option("--kg", type=given.NUMBER)
@click.option("--rating", type=int)
@click.option("--when")
@click.option("--minutes", type=int)
@click.option("--coughs", type=int)
@click.option("--helped/--not-helped", default=None)
@click.option(
    "--confirm", "confirmed", is_flag=True, help="The weight is right although it looks like a slip."
)
@given.slot
@given.at
@given.note
@click.pass_obj
def edit(call: "Call", /, id: str, confirmed: bool, at: str | None, note: str | None, **facts: Any) -> None:  # noqa: FBT001
    """Correct an entry; how it read before is kept."""
    companion = call.companion
    changes: dict[str, Any] = {key: value for key, value in facts.items() if value is not None}
    when: datetime | None = given.moment(companion, at)
    changes |= {"at": when} if when else {}
    changes |= {"note": call.note(note)} if note is not None else {}
    outcome = converse(lambda: flows.edit(companion, id=id, changes=changes, confirmed=confirmed), ANSWERS)
    shapes.saved(call, outcome, outcome.result.entry, now=shapes.entry(outcome.result.now))


@click.command("remove", cls=Verb)
@click.argument("id")
@confirm
@click.pass_obj
def remove(call: "Call", /, id: str, confirmed: bool) -> None:  # noqa: FBT001 - click's shape
    """Take an entry out of the day; the history keeps it."""
    companion = call.companion
    outcome = converse(lambda: flows.remove(companion, id=id, confirmed=confirmed))
    shapes.saved(call, outcome, outcome.result.entry)


def shape(kept: "Kept", text: str) -> dict[str, Any]:
    """An entry in the history as JSON; `text` says it in words."""
    entry = kept.entry
    return {
        "id": entry.id, "kind": entry.kind, "at": entry.at.isoformat(), "by": entry.by, "via": entry.via,
        "verified": entry.verified, "text": text, "removed": kept.removed,
        "note": entry.note,
    }  # fmt: skip
