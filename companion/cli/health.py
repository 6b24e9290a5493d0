"""`companion check` and `companion doctor`: whether the diary is whole and the installation well."""

import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from typing import TYPE_CHECKING

import click

from companion import __version__
from companion.cli.verbs import Verb
from companion.domain.health import Finding
from companion.errors import CompanionError
from companion.wording import health as words

if TYPE_CHECKING:
    from companion.cli.call import Call

BUILT_ON = ("textual", "pydantic", "tinydb", "click", "orjson")


@click.command("check", cls=Verb)
@click.option("--repair", metavar="MONTH", help="Bring back the newest good copy of a month, or of the plan.")
@click.option("--accept", metavar="MONTH", help="Take a month edited by hand as it is, once it is valid.")
@click.pass_context
def check(context: click.Context, repair: str | None, accept: str | None) -> None:
    """Say whether the diary is whole; bring back a damaged month."""
    call: Call = context.obj
    health = call.health
    if repair or accept:
        told = []
        if repair:
            told.append(words.repaired(repair, health.repair(repair)))
        if accept:
            told.append(words.accepted(accept, health.accept(accept)))
        call.tell({"sentence": " ".join(told)}, told)
        return
    states = health.files()
    whole = all(state.ok for state in states)
    files = [{**asdict(state), "detail": state.detail or None} for state in states]
    call.tell({"ok": whole, "files": files}, [words.state(s) for s in states] or [words.no_files()])
    context.exit(0 if whole else 1)


@click.command("doctor", cls=Verb)
@click.option(
    "--fix", is_flag=True, help="Mend what harms nothing: who may read, folders, what is left over."
)
@click.pass_context
def doctor(context: click.Context, fix: bool) -> None:  # noqa: FBT001 - click's shape
    """Look at the folder, the disk, copies, clock, keys and terminal, and say how to mend what is wrong."""
    call: Call = context.obj
    found = list(_look(call, fix=fix))
    findings = [
        {"what": one.code, "ok": one.ok, "text": words.finding(one), "mend": words.mend(one) or None}
        for one in found
    ]
    well = all(one.ok for one in found)
    call.tell({"ok": well, "findings": findings}, map(words.line, found))
    context.exit(0 if well else 1)


def _look(call: "Call", *, fix: bool) -> Iterator[Finding]:
    from companion.services.health_around import around

    yield Finding("versions", True, {"companion": __version__, "Python": python_version(), **_versions()})
    try:
        yield from call.health.look(fix=fix)
        call.companion.preferences.show()
        yield Finding("settings", True)
        yield from call.health.keys(Path.home(), call.companion.caregivers.everybody())
    except CompanionError as error:
        yield Finding("broken", False, {"error": error})
    encoding = getattr(sys.stdout, "encoding", None) or "nothing"
    yield from around(os.environ, encoding.lower(), terminal=sys.stdout.isatty())


def _versions() -> dict[str, str]:
    return {name: version(name) for name in BUILT_ON}
