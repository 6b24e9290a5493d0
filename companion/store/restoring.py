"""Putting a backup in the place of a diary: the folder that was there is kept, whole, beside it.

Everything is written beside first. Whatever ends it half-way, the old folder is in its place, or beside
it under a name that says so.
"""

import os
import shutil
import stat
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from companion.errors import Failure, Refused
from companion.store import disk, lock
from companion.store.archive import CONTENT, SETTINGS, allowed, diary_name
from companion.store.shelf import BACKUP, COPY
from companion.store.shelf import FILE as FILE_OF
from companion.store.spares import free

PRIVATE, FILE = 0o700, 0o600
BEFORE, FRESH = "before-restore", "restoring"
BARE = {".lock", ".note.lock", BACKUP}  # what a folder has in which nothing was ever written down


def place(folder: Path) -> Path:
    """A folder as one that has a name and others beside it, whatever way it was named."""
    named = folder.name not in ("", "..")
    return folder.parent.resolve() / folder.name if named else folder.resolve()


def require_own(folder: Path) -> None:
    """Raise Refused where the folder is a link, no folder, another's, or for other things than a diary."""
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return
    if stat.S_ISLNK(found.st_mode):
        raise Refused("restore_elsewhere", folder=str(folder), fault="link")
    if not stat.S_ISDIR(found.st_mode) or not folder.name:
        raise Refused("restore_elsewhere", folder=str(folder), fault="no_folder")
    if found.st_uid != os.geteuid():
        raise Refused("restore_elsewhere", folder=str(folder), fault="foreign")
    if not _is_for_a_diary(folder):
        raise Refused("restore_elsewhere", folder=str(folder), fault="other")


def put(folder: Path, members: Mapping[str, bytes], who: str, now: datetime) -> Path | None:
    """Put these files in the place of a folder; where the one before is kept, None where it was empty.

    Raise Busy where somebody keeps saving, Failure where the disk does not let us; nothing changed then.
    """
    with disk.plainly(folder):
        absent = not folder.exists()
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        with lock.held(folder, FILE, lock.WAIT_SECONDS, who, now):
            for cut in left_over(folder):
                shutil.rmtree(cut, ignore_errors=True)
            fresh = folder.with_name(f"{folder.name}.{FRESH}-{os.getpid()}")
            try:
                _unpack(fresh, members, now)
                if disk.shared(folder):
                    _share(fresh, folder.stat().st_gid)
                with suppress(OSError):  # whoever waits for the one waits for the other
                    os.link(folder / ".lock", fresh / ".lock")
                before = _swap(folder, fresh, now)
            except BaseException:
                shutil.rmtree(fresh, ignore_errors=True)
                raise
        if _is_bare(before):
            shutil.rmtree(before, ignore_errors=True)
            return kept_before(folder) if absent else None
    return before


def left_over(folder: Path) -> list[Path]:
    """What a restore that was cut off had unpacked; nothing of it was in use."""
    return _beside(folder, FRESH)


def kept_before(folder: Path) -> Path | None:
    """The newest folder that a restore kept: the diary itself, where that restore was cut off."""
    kept = _beside(folder, BEFORE)
    return kept[-1] if kept else None


def _beside(folder: Path, word: str) -> list[Path]:
    begins, found = f"{folder.name}.{word}-", list[str]()
    with suppress(Failure):  # a folder that may be written, and not looked into
        found = disk.listed(folder.parent)
    return [folder.with_name(name) for name in sorted(found) if name.startswith(begins)]


def _unpack(fresh: Path, members: Mapping[str, bytes], now: datetime) -> None:
    """Write every file, and of each file of the diary the copy of a day. Raise OSError."""
    fresh.mkdir(mode=PRIVATE)
    copies = fresh / BACKUP
    copies.mkdir(mode=PRIVATE)
    folders = {fresh}
    for name, raw in members.items():
        if not allowed(name):
            raise ValueError(name)
        path = fresh / name
        for above in reversed([above for above in path.parents if above.is_relative_to(fresh)]):
            above.mkdir(mode=PRIVATE, exist_ok=True)
            folders.add(above)
        disk.create(path, raw, FILE)
        if stem := diary_name(name):
            disk.overwrite(copies / f"{stem}.{now:%Y-%m-%d}.json", raw, FILE)
    for one in (copies, *folders):
        disk.sync_folder(one)


def _share(fresh: Path, group: int) -> None:
    """Let those in who had the old folder in common. Raise OSError."""
    for path in (fresh, *fresh.rglob("*")):
        os.chown(path, -1, group)
        path.chmod(disk.SHARED | 0o700 if path.is_dir() else 0o660)


def _swap(folder: Path, fresh: Path, now: datetime) -> Path:
    """The new folder in the place of the old one, and what the old one is called now. Raise OSError."""
    taken = disk.listed(folder.parent)
    before = folder.with_name(free(f"{folder.name}.{BEFORE}-{now:%Y-%m-%d-%H%M}", taken))
    try:
        folder.rename(before)
        fresh.rename(folder)
    except BaseException:
        if before.exists() and not folder.exists():
            before.rename(folder)
        raise
    disk.sync_folder(folder.parent)
    return before


def _is_for_a_diary(folder: Path) -> bool:
    """Whether a folder is empty or has what a diary has: anybody's other folder is not moved away."""
    names = set(disk.listed(folder)) - BARE
    own = any(FILE_OF.fullmatch(name) for name in names) or not names.isdisjoint((SETTINGS, CONTENT))
    return own or not names or any(map(COPY.fullmatch, disk.listed(folder / BACKUP)))


def _is_bare(folder: Path) -> bool:
    """Whether nothing was ever kept in a folder."""
    return set(disk.listed(folder)) <= BARE and not disk.listed(folder / BACKUP)
