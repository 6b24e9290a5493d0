"""The keys of those who come in over SSH, held against who is let in. Keys themselves are never told."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from companion.config.paths import data_folder
from companion.domain.health import Finding
from companion.domain.people import same_name
from companion.domain.ssh_keys import FILE, authorized_lines
from companion.errors import Failure
from companion.services.health_folder import account
from companion.store import disk
from companion.surroundings.confined import GATE

if TYPE_CHECKING:
    from companion.domain.entries import CaregiverSet

MOST_BYTES = 1_000_000
OTHERS_WRITE = 0o022


def ssh(home: Path, folder: Path, known: Collection["CaregiverSet"]) -> Iterator[Finding]:
    """Lines for nobody who is let in, people let in without a line, lines that allow too much, and modes."""
    path = home / FILE
    try:
        text = (disk.read(path, MOST_BYTES) or b"").decode(errors="replace")
    except Failure as failure:
        yield Finding("broken", False, {"error": failure})
        return
    lines = [line for line in authorized_lines(text, GATE) if _same_folder(line.folder, folder)]
    for line in lines:
        facts = {"path": str(path), "line": line.number, "name": line.name}
        if not any(same_name(one.caregiver, line.name) for one in known):
            yield Finding("key_of_nobody", False, facts)
        if not line.restricted:
            yield Finding("key_too_wide", False, facts)
    for one in known:
        if one.key and not any(same_name(one.caregiver, line.name) for line in lines):
            yield Finding("no_key", False, {"path": str(path), "name": one.caregiver})
    if lines:
        for place in filter(_others_write, (home, path.parent, path)):
            yield Finding("ssh_open", False, {"path": str(place), "owner": account(os.geteuid())})
        yield Finding("keys", True, {"count": len(lines)})


def _same_folder(named: str | None, folder: Path) -> bool:
    place = Path(named) if named else data_folder(None)
    return place.resolve() == folder.resolve()


def _others_write(path: Path) -> bool:
    try:
        found = path.stat()
    except OSError:
        return False
    return bool(found.st_mode & OTHERS_WRITE) or found.st_uid not in (0, os.geteuid())
