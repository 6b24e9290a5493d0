"""`companion import`: what `export` wrote, into an empty folder or beside what is there."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from companion.cli.plan import decided
from companion.cli.verbs import Verb
from companion.wording import imports as words
from companion.wording.remarks import copy_failed

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.services.imports import Imported


@click.command("import", cls=Verb)
@click.argument("file")
@click.option("--check", is_flag=True, help="Only say what would come in.")
@click.option("--confirm", is_flag=True, help="Take it in although it loosens a texture.")
@click.pass_obj
def import_(call: "Call", file: str, check: bool, confirm: bool) -> None:  # noqa: FBT001 - click's shape
    """Take in what `export` wrote (JSON), into an empty folder or beside what is there.

    All of it or nothing, with who wrote each entry and when. Entries that are there already are left out,
    and nothing that is there is changed. Who is let in comes only into an empty folder.
    """
    companion = call.companion
    imports = companion.imports
    found = imports.look(Path(file)) if check else imports.take(Path(file), confirmed=confirm)
    call.tell(shape(found), words.told(found, companion.content))
    if not call.json:
        call.remark(*map(copy_failed, companion.diary.remarks))


def shape(found: "Imported") -> dict[str, Any]:
    """What came in, or would, as JSON."""
    return {
        "file": found.file,
        "saved": found.saved and bool(found.entries),
        "entries": found.entries,
        "already_there": found.there,
        "kinds": dict(found.kinds),
        "by": dict(found.by),
        "first": found.first and found.first.isoformat(),
        "last": found.last and found.last.isoformat(),
        "invented": found.demo,
        "let_in": found.let_in,
        "left_outside": found.outside,
        "plan": [
            {
                "key": one.key,
                "before": decided(one.before),
                "after": decided(one.after),
                "loosens": one.loosens,
            }
            for one in found.plan
        ],
        "settings": found.settings,
        "letters_left_out": found.washed,
        "sentence": words.sentence(found),
    }
