"""`companion caregiver`: who is let in over SSH, and the line that does it. Nothing is written to ~/.ssh."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from companion.cli import shapes
from companion.cli.verbs import Topic
from companion.config.paths import data_folder, named_nowhere
from companion.domain.text import show
from companion.errors import Malformed, Refused
from companion.surroundings.program import account, program
from companion.wording import caregivers as words
from companion.wording.remarks import copy_failed

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.domain.people import Role
    from companion.domain.ssh_keys import PublicKey
    from companion.services.caregivers import CaregiverChange, Listed

READ_AT_MOST = 20_000  # characters of a file that is to hold one public key


@click.group("caregiver", cls=Topic)
def caregiver() -> None:
    """Who is let in over SSH, each with a name and a key of their own."""


@caregiver.command("add")
@click.argument("name")
@click.option("--key", "file", required=True, metavar="FILE", help="Their public key; - reads it.")
@click.option(
    "--role",
    type=click.Choice(["caregiver", "viewer", "clinician", "patient"]),
    help="What they may do; a caregiver, where it is not said.",
)
@click.pass_obj
def add(call: "Call", name: str, file: str, role: "Role | None") -> None:
    """Let somebody in, or change their role or key.

    The line for authorized_keys is all there is on standard output: >> ~/.ssh/authorized_keys puts it where
    it belongs. Everything else is said beside it.
    """
    from companion.domain.ssh_keys import public_key

    companion = call.companion
    companion.actor.require("admit")
    key = public_key(_read(file))
    _line(call, companion.caregivers.called(name), key)  # before anybody is let in
    result = companion.caregivers.add(name, role, key=key.fingerprint)
    line, warnings = _line(call, result.entry.caregiver, key), words.lines_to_go(result)
    warnings += map(copy_failed, companion.diary.remarks)
    told = [words.added(result), words.consent(result, companion.person_name)]
    document = {
        **_shape(result), "line": line, "file": words.KEYS,
        "host_block": words.host_block(account()), "sentence": " ".join(told), "warnings": warnings,
    }  # fmt: skip
    if call.json:
        call.tell(document, [])
        return
    call.remark(*told, *warnings, words.where(account()))
    call.tell(document, [line])
    sys.stdout.flush()  # between the two, wherever both go
    call.remark(*words.elsewhere(result.entry.caregiver, account()))


@caregiver.command("list")
@click.pass_obj
def list_(call: "Call") -> None:
    """Everybody who is let in.

    As what, since when, and when they last wrote something down.
    """
    companion = call.companion
    found, today = companion.caregivers.listed(), companion.today_date()
    call.tell(
        {"caregivers": [_listed(one) for one in found]},
        [words.listed(one, today) for one in found] or [words.NOBODY],
    )


@caregiver.command("remove")
@click.argument("name")
@click.pass_obj
def remove(call: "Call", name: str) -> None:
    """Let somebody in no longer.

    From this moment on, even in a face that is open; what they wrote stays.
    """
    companion = call.companion
    result = companion.caregivers.remove(name)
    told, warnings = words.removed(result), [*map(copy_failed, companion.diary.remarks)]
    call.tell({**_shape(result), "sentence": " ".join(told), "warnings": warnings}, told)
    if not call.json:
        call.remark(*warnings)


def _read(file: str) -> str:
    """The text of a small file, or of standard input; raises Malformed where there is none to read."""
    if file == "-":
        return sys.stdin.read(READ_AT_MOST)
    path = Path(file).expanduser()
    try:
        if path.exists() and not path.is_file():
            raise Malformed("key_file", file=file, fault="it is no file")
        with path.open("rb") as opened:
            return opened.read(READ_AT_MOST).decode("utf-8", errors="replace")
    except OSError as error:
        raise Malformed("key_file", file=file, fault=error.strerror or "it is no file") from None


def _line(call: "Call", name: str, key: "PublicKey") -> str:
    """The line of authorized_keys; raises Refused where a folder's name cannot stand in it."""
    from companion.domain.ssh_keys import authorized
    from companion.surroundings.confined import GATE

    line = authorized([*program(), *_diary(call), GATE, "--as", name], key, name)
    if show(line) != line or "\n" in line:
        raise Refused("line_unwritable")
    return line


def _diary(call: "Call") -> list[str]:
    """The options that find this diary again from a login that knows nothing of this one."""
    if call.demo:
        return ["--demo"]
    if call.data_dir is None and named_nowhere():
        return []
    return ["--data-dir", str(data_folder(call.data_dir).expanduser().absolute())]


def _shape(result: "CaregiverChange") -> dict[str, Any]:
    entry = result.entry
    return {
        "id": entry.id, "entry": shapes.entry(entry), "caregiver": entry.caregiver, "role": entry.acts_as,
        "key": entry.key, "admitted": entry.admitted, "changed": result.changed,
    }  # fmt: skip


def _listed(one: "Listed") -> dict[str, Any]:
    entry = one.entry
    return {
        "caregiver": entry.caregiver, "role": entry.acts_as, "key": entry.key,
        "since": one.since.isoformat(), "last_entry": _when(one.wrote),
    }  # fmt: skip


def _when(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
