"""Putting a backup in the place of a diary: what was there is kept, whole, in a folder within it.

The folder stays and its lock is held, so nobody else writes meanwhile, and one on a disk of its own will do.
Everything is written first; then a mark says what is to move, and until the mark is gone the diary is neither
the old one nor the new one: nobody reads or writes it, and it can be put back as it was.
"""

import json
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from companion.errors import Refused
from companion.store import disk, lock, moving
from companion.store.archive import CONTENT, SETTINGS, allowed, diary_name
from companion.store.moving import BEFORE, FRESH, STAYS, is_kept
from companion.store.papers import FOLDER
from companion.store.shelf import BACKUP, COPY, MOVING
from companion.store.shelf import FILE as FILE_OF
from companion.store.spares import free

PRIVATE, FILE = 0o700, 0o600
DEMO = "DEMO"  # the file that says that nothing is real
BARE = STAYS | {BACKUP}  # what a folder has in which nothing was ever written down
OWN = BARE | {SETTINGS, CONTENT, DEMO, FOLDER}  # what a diary has beside its files
PLAN = "plan.json"


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


def put(folder: Path, members: Mapping[str, bytes], who: str, now: datetime, mark: str = "") -> Path | None:
    """Put these files in the place of what a folder holds; where that is kept, None where it was empty.

    `mark` is an empty file to go with them. Raise Busy where somebody keeps saving, Failure where the disk
    does not let us; nothing changed then.
    """
    with disk.plainly(folder):
        folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        with lock.held(folder, _mode(folder), lock.WAIT_SECONDS, who, now):
            moving.take_back(folder)
            fresh = folder / FRESH
            shutil.rmtree(fresh, ignore_errors=True)
            try:
                _unpack(fresh, members, now)
                if mark:
                    disk.create(fresh / mark, b"", FILE)
                before = _swap(folder, now)
            except BaseException:
                if not is_cut(folder):
                    shutil.rmtree(fresh, ignore_errors=True)
                raise
            if _is_bare(before):
                shutil.rmtree(before, ignore_errors=True)
                return None
    return before


def settle(folder: Path, who: str, now: datetime) -> bool:
    """Put a diary back as it was before a restore that was cut off; whether there was one.

    Raise as `put`, and as `moving.look` where only a person can put it right.
    """
    if not is_cut(folder):
        return False
    with disk.plainly(folder), lock.held(folder, _mode(folder), lock.WAIT_SECONDS, who, now):
        return moving.take_back(folder)


def is_cut(folder: Path) -> bool:
    """Whether a restore is half done: under way, or cut off."""
    return os.path.lexists(folder / MOVING)


def is_empty(folder: Path) -> bool:
    """Whether nothing was ever kept in a folder, or there is none."""
    return not is_cut(folder) and _is_bare(folder)


def left_over(folder: Path) -> list[Path]:
    """What a restore that was cut off had unpacked; nothing of it was in use."""
    fresh = folder / FRESH
    return [fresh] if fresh.is_dir() and not is_cut(folder) else []


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


def _share(made: Iterable[Path], group: int) -> None:
    """Let those in who have the folder in common. Raise OSError."""
    for path in made:
        os.chown(path, -1, group)
        path.chmod(disk.SHARED | 0o700 if path.is_dir() else 0o660)


def _swap(folder: Path, now: datetime) -> Path:
    """What is in the folder away, and what was unpacked into it; where the old is now. Raise OSError."""
    fresh, names = folder / FRESH, disk.listed(folder)
    before = folder / free(f"{BEFORE}-{now:%Y-%m-%d-%H%M}", names)
    old = sorted(name for name in names if name not in STAYS and not is_kept(name))
    new = sorted(disk.listed(fresh))
    before.mkdir(mode=PRIVATE)
    if disk.shared(folder):
        _share((before, fresh, *fresh.rglob("*")), folder.stat().st_gid)
    told = json.dumps({"before": before.name, "old": old, "new": new})
    try:
        disk.replace(folder / MOVING, told.encode(), _mode(folder))
        for name in sorted(old, key=PLAN.__ne__):  # the plan first and last: it is the old one or the new one
            moving.move(folder / name, before / name)
        for name in sorted(new, key=lambda name: (name == PLAN, name != BACKUP)):
            moving.move(fresh / name, folder / name)
        disk.sync_folder(before)
        moving.done(folder)
    except BaseException:
        moving.take_back(folder)
        with suppress(OSError):
            before.rmdir()
        raise
    return before


def _mode(folder: Path) -> int:
    """Of a lock: whoever has the folder in common may take it."""
    return 0o660 if disk.shared(folder) else FILE


def _is_for_a_diary(folder: Path) -> bool:
    """Whether a folder has nothing else, or files of a diary: anybody's other folder is not moved away."""
    names = set(disk.listed(folder))
    own = MOVING in names or any(map(FILE_OF.fullmatch, names))
    own = own or all(name in OWN or is_kept(name) for name in names)
    return own or any(map(COPY.fullmatch, disk.listed(folder / BACKUP)))


def _is_bare(folder: Path) -> bool:
    return set(disk.listed(folder)) <= BARE and not disk.listed(folder / BACKUP)
