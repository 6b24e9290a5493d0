"""`companion export`: everything that was written down, for whoever takes it elsewhere."""

import csv
import io
import json
import os
import stat
import sys
from contextlib import suppress
from typing import Any, TextIO

import click

from companion.cli import shapes
from companion.cli.call import Call
from companion.cli.plan import decided
from companion.cli.verbs import Verb
from companion.domain.plan import KEYS
from companion.domain.text import show

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would reckon with a cell that begins so
PRIVATE = 0o600
FIRST = ("id", "kind", "at", "recorded", "by", "role", "via", "verified", "version", "removed", "note")


@click.command("export", cls=Verb)
@click.option("--format", "form", type=click.Choice(["json", "csv"]), default="json", show_default=True)
@click.pass_obj
def export(call: Call, form: str) -> None:
    """Everything that was written down, corrections included, with the plan and the person."""
    companion = call.companion
    private(sys.stdout)
    entries = [
        {**shapes.entry(kept.entry), "removed": kept.removed} for kept in companion.history.everything()
    ]
    if form == "csv":
        call.tell({"csv": table(entries)}, [table(entries)])
        return
    plan = companion.plan.in_force()
    decisions = {key: decided(plan.decision(key)) for key in KEYS}
    call.json = True
    call.tell(
        {
            "entries": entries,
            "plan": [{"key": key, **one} for key, one in decisions.items() if one],
            "person": companion.people.person().model_dump(mode="json"),
        },
        [],
    )


def private(output: TextIO) -> None:
    """A file that it is written into is for its owner alone, as the diary is."""
    with suppress(OSError, ValueError, AttributeError):  # no file, or another's
        number = output.fileno()
        if stat.S_ISREG(os.fstat(number).st_mode):
            os.fchmod(number, PRIVATE)


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
        text = show(value)
        return f"'{text}" if text.startswith(FORMULA) else text
    return value
