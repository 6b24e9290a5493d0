"""Everything that goes into a backup, read at one moment."""

import os
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from companion.domain.frozen import frozen
from companion.errors import Failure
from companion.store import disk
from companion.store.archive import CONTENT, SETTINGS, allowed
from companion.store.diary import Diary
from companion.store.layout import DamageError


@frozen
class Gathered:
    """Files by the names they have in a backup, how many entries, and what of the content has no place."""

    members: dict[str, bytes]
    entries: int
    left_out: tuple[str, ...]


def gather(diary: Diary, folder: Path | None, who: str) -> Gathered:
    """The files of a diary, the settings and the person's own content, while nobody saves.

    Every entry is looked at afterwards. Raise Busy, or Failure for a file that could not be restored.
    """
    with diary.shelf.lock(who, diary.clock()):
        months = {name: diary.shelf.read(name) for name in diary.shelf.names()}
        others = dict(_others(folder)) if folder else {}
    count, binder = 0, diary.binder
    for name, raw in months.items():
        fault = DamageError("missing") if raw is None else binder.fault(raw)
        if fault or raw is None:
            raise binder.failure(name, fault or DamageError("missing"))
        month = binder.parse(raw)
        count += sum(len(month.documents(kind)) for kind in month.sections)
    files = {f"{name}.json": raw for name, raw in months.items() if raw is not None}
    left_out = tuple(name for name, raw in others.items() if raw is None or not allowed(name))
    kept = {name: raw for name, raw in others.items() if raw is not None and name not in left_out}
    return Gathered({**files, **kept}, count, left_out)


def _others(folder: Path) -> Iterator[tuple[str, bytes | None]]:
    """The settings and what is under content/; None for what is no plain file, or cannot be read."""
    if (settings := disk.read(folder / SETTINGS)) is not None:
        yield SETTINGS, settings
    for above, folders, names in os.walk(folder / CONTENT):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(above) / name
            called = normalize("NFC", path.relative_to(folder).as_posix())
            if not name.startswith("."):  # an editor's own
                yield called, None if path.is_symlink() else _plain(path)


def _plain(path: Path) -> bytes | None:
    try:
        return disk.read(path)
    except Failure:
        return None
