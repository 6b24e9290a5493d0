"""`companion backup` and `companion restore`: the whole diary as one file, out and in again."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from companion.cli.verbs import Verb
from companion.wording import backups as words

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.services.backups import Backups, Held


@click.command("backup", cls=Verb)
@click.argument("file")
@click.option(
    "--encrypt-to", multiple=True, metavar="KEY",
    help="Only this key opens it: age1..., a line of an SSH key, or a file of them. Can be given again.",
)  # fmt: skip
@click.pass_obj
def backup(call: "Call", file: str, encrypt_to: tuple[str, ...]) -> None:
    """Write everything into one new file, a ZIP: diary, plan, settings, content of one's own."""
    made = _opened(call).make(Path(file), encrypt_to)
    document = {
        "file": made.file, "bytes": made.bytes, "entries": made.entries, "encrypted": made.encrypted,
        "left_out": list(made.left_out),
    }  # fmt: skip
    call.tell(document, words.made(made))
    call.remark(*words.beside(made))


@click.command("restore", cls=Verb)
@click.argument("file")
@click.option("--check", "only_check", is_flag=True, help="Only say what is in it.")
@click.option("--identity", metavar="FILE", help="The secret key, where the backup is encrypted.")
@click.pass_obj
def restore(call: "Call", file: str, only_check: bool, identity: str | None) -> None:  # noqa: FBT001 - click's shape
    """Put a backup in the place of the diary; what was there is kept in a folder within."""
    backups, key = _opened(call), Path(identity) if identity else None
    if only_check:
        held = backups.look(Path(file), key)
        call.tell(_document(held), words.checked(held))
        return
    held = backups.restore(Path(file), key)
    call.tell({**_document(held), "restored": True}, words.restored(held))


def _opened(call: "Call") -> "Backups":
    from companion.bootstrap import open_backups

    return open_backups(call.data_dir, by=call.by, demo=call.demo)


def _document(held: "Held") -> dict[str, Any]:
    return {
        "file": held.file, "made": held.made.isoformat(), "version": held.version, "entries": held.entries,
        "from": held.first and held.first.isoformat(), "to": held.last and held.last.isoformat(),
        "person": held.person or None, "people": list(held.people), "settings": held.settings,
        "content": held.content, "invented": held.demo, "let_in": list(held.let_in), "restored": False,
        "folder": held.folder or None, "before": held.before,
    }  # fmt: skip
