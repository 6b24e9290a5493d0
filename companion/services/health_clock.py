"""A clock that jumped, and a newer version of the program at the same diary."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from companion import __version__
from companion.domain.health import Finding
from companion.store import tending
from companion.store.ids import instant

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.store.diary import Diary

APART = timedelta(minutes=5)  # clocks of two computers at one diary


def clock(diary: "Diary", content: "Library", folder: Path) -> Iterator[Finding]:
    """Whether the newest of what was written lies ahead of now. Entries that are old are no fault."""
    now, wall = diary.clock(), diary.wall()
    entries = [kept.entry for kept in diary.written()]
    minted = [made for entry in entries if (made := instant(entry.id))]
    saved = [datetime.fromtimestamp(moment, wall.tzinfo) for moment in tending.saved(folder)]
    ahead = [moment for moment in (*minted, *saved) if moment > wall + APART]
    ahead += [entry.recorded for entry in entries if entry.recorded > now + APART]
    if ahead:
        newest = max(ahead).astimezone(now.tzinfo)
        yield Finding("clock_behind", False, {"newest": newest, "now": now})
    else:
        yield Finding("clock", True, {"now": now})
        margin = timedelta(minutes=content.limit("limits.future_minutes"))
        to_come = [entry for entry in entries if entry.at > now + margin]
        if to_come:
            first = min(to_come, key=lambda entry: entry.at)
            yield Finding("to_come", False, {"count": len(to_come), "id": first.id, "at": first.at})
    newer = max((entry.version for entry in entries), key=_order, default=__version__)
    if _order(newer) > _order(__version__):
        yield Finding("newer_program", False, {"version": newer, "own": __version__})


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
