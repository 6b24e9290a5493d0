"""`companion check` and `companion doctor`: whether the diary is whole and the installation well."""

import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import version
from platform import python_version

import click

from companion import __version__
from companion.cli.call import Call
from companion.cli.verbs import Verb
from companion.errors import CompanionError
from companion.services.health import Finding
from companion.wording import health as words

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
@click.option("--fix", is_flag=True, help="Mend who may read the diary.")
@click.pass_context
def doctor(context: click.Context, fix: bool) -> None:  # noqa: FBT001 - click's shape
    """Look at versions, the folder, the disk, the diary, the content and the terminal."""
    call: Call = context.obj
    found = list(_look(call, fix=fix))
    findings = [{"what": one.code, "ok": one.ok, "text": words.finding(one)} for one in found]
    well = all(one.ok for one in found)
    call.tell({"ok": well, "findings": findings}, [words.finding(one) for one in found])
    context.exit(0 if well else 1)


def _look(call: Call, *, fix: bool) -> Iterator[Finding]:
    yield Finding("versions", True, {"companion": __version__, "Python": python_version(), **_versions()})
    try:
        yield from call.health.look(fix=fix)
        call.companion.preferences.show()
        yield Finding("settings", True)
    except CompanionError as error:
        yield Finding("broken", False, {"error": error})
    yield _encoding()
    yield _terminal()


def _versions() -> dict[str, str]:
    return {name: version(name) for name in BUILT_ON}


def _encoding() -> Finding:
    encoding = (getattr(sys.stdout, "encoding", None) or "nothing").lower()
    well = encoding.replace("-", "") == "utf8"
    return Finding("encoding" if well else "no_unicode", well, {"encoding": encoding})


def _terminal() -> Finding:
    if not sys.stdout.isatty():
        return Finding("no_terminal", True)
    return Finding("terminal", True, {"term": os.environ.get("TERM", "unknown")})
