"""The keys of those who come in over SSH, held against who is let in. Keys themselves are never told."""

import os
import re
import shlex
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from companion.config.paths import data_folder
from companion.domain.entries import CaregiverSet
from companion.domain.people import same_name
from companion.errors import Failure
from companion.services.health import Finding
from companion.services.health_folder import account
from companion.store import disk

KEYS = ".ssh/authorized_keys"
MOST_BYTES = 1_000_000
OTHERS_WRITE = 0o022
_LINE = re.compile(r'((?:[^\s"]|"(?:[^"\\]|\\.)*")+)\s+(?:ssh-|ecdsa-|sk-)\S')
_COMMAND = re.compile(r'(?:^|,)command="((?:[^"\\]|\\.)*)"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Door:
    """A line of authorized_keys that opens this diary: its number, for whom, and whether it is restricted."""

    number: int
    name: str
    restricted: bool


def ssh(home: Path, folder: Path, known: Collection[CaregiverSet]) -> Iterator[Finding]:
    """Lines for nobody who is let in, people let in without a line, lines that allow too much, and modes."""
    path = home / KEYS
    try:
        text = (disk.read(path, MOST_BYTES) or b"").decode(errors="replace")
    except Failure as failure:
        yield Finding("broken", False, {"error": failure})
        return
    found = [door for door in doors(text) if _same_folder(door[1], folder)]
    lines = [door for door, _ in found]
    for door in lines:
        facts = {"path": str(path), "line": door.number, "name": door.name}
        if not any(same_name(one.caregiver, door.name) for one in known):
            yield Finding("key_of_nobody", False, facts)
        if not door.restricted:
            yield Finding("key_too_wide", False, facts)
    for one in known:
        if one.key and not any(same_name(one.caregiver, door.name) for door in lines):
            yield Finding("no_key", False, {"path": str(path), "name": one.caregiver})
    if lines:
        for place in filter(_others_write, (home, path.parent, path)):
            yield Finding("ssh_open", False, {"path": str(place), "owner": account(os.geteuid())})
        yield Finding("keys", True, {"count": len(lines)})


def doors(text: str) -> Iterator[tuple[Door, str | None]]:
    """The lines that run serve-ssh, each with the folder it names, if any."""
    for number, line in enumerate(text.splitlines(), 1):
        options = _LINE.match(line.strip())
        command = _COMMAND.search(options[1]) if options and not line.lstrip().startswith("#") else None
        if options is None or command is None:
            continue
        try:
            words = shlex.split(command[1].replace('\\"', '"'))
        except ValueError:
            continue
        name = _value(words, "--as")
        if "serve-ssh" in words and "--demo" not in words and name is not None:
            rest = _COMMAND.sub("", options[1]).lower().split(",")
            folder = _value(words, "--data-dir") or _value(words, "COMPANION_DATA_DIR")
            yield Door(number, name, "restrict" in rest), folder


def _value(words: list[str], option: str) -> str | None:
    """What follows an option, after a space or an equals sign."""
    for place, word in enumerate(words):
        if word == option and place + 1 < len(words):
            return words[place + 1]
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return None


def _same_folder(named: str | None, folder: Path) -> bool:
    place = Path(named) if named else data_folder(None)
    return place.resolve() == folder.resolve()


def _others_write(path: Path) -> bool:
    try:
        found = path.stat()
    except OSError:
        return False
    return bool(found.st_mode & OTHERS_WRITE) or found.st_uid not in (0, os.geteuid())
