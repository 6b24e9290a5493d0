"""`companion export`: everything that was written down, for whoever takes it elsewhere."""

import csv
import io
import json
import sys
from typing import TYPE_CHECKING, Any

import click

from companion.cli import shapes
from companion.cli.call import Call, private
from companion.cli.plan import decided
from companion.cli.verbs import Verb
from companion.domain.plan import KEYS
from companion.domain.sheets import guarded

if TYPE_CHECKING:
    from companion.services.companion import Companion

FIRST = ("id", "kind", "at", "recorded", "by", "role", "via", "verified", "version", "removed", "note")


@click.command("export", cls=Verb)
@click.option("--format", "form", type=click.Choice(["json", "csv"]), default="json", show_default=True)
@click.pass_obj
def export(call: Call, form: str) -> None:
    """Everything that was written down, corrections included, with the plan, the person and the settings.

    `import` takes the JSON in again. A content folder of one's own travels with `backup`, or by hand.
    """
    private(sys.stdout)
    if form == "csv":
        made = table(written(call.companion))
        call.tell({"csv": made}, [made])
        return
    call.json = True
    call.tell(document(call.companion), [])


def document(companion: "Companion") -> dict[str, Any]:
    """Everything as JSON: what `import` takes in again."""
    plan = companion.plan.in_force()
    decisions = {key: decided(plan.decision(key)) for key in KEYS}
    return {
        "entries": written(companion),
        "plan": [{"key": key, **one} for key, one in decisions.items() if one],
        "person": companion.people.person().model_dump(mode="json"),
        "settings": companion.preferences.show().model_dump(mode="json"),
    }


def written(companion: "Companion") -> list[dict[str, Any]]:
    """Every entry as it was written, and whether it was removed since."""
    return [{**shapes.entry(kept.entry), "removed": kept.removed} for kept in companion.history.everything()]


def table(entries: list[dict[str, Any]]) -> str:
    """A table with a column for every field that some entry has."""
    rest = sorted({key for one in entries for key in one} - set(FIRST))
    out = io.StringIO()
    writer = csv.DictWriter(out, [*FIRST, *rest], lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: cell(value) for key, value in one.items()} for one in entries)
    return out.getvalue()


def cell(value: Any) -> Any:
    """What a spreadsheet may be given: text that looks like a formula is quoted, lists are JSON."""
    if isinstance(value, list | dict):
        return json.dumps(value)
    if isinstance(value, str):
        return guarded(value)
    return value
