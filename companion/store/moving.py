"""The mark of a restore that is half done: what it says, as far as it can be believed, and undoing by it."""

import errno
import json
import os
import re
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from companion.domain.frozen import frozen
from companion.errors import Failure
from companion.store import disk
from companion.store.shelf import FILE, MOVING
from companion.store.spares import free

BEFORE, FRESH = "before-restore", ".restoring-new"
STAYS = {".lock", ".note.lock", MOVING, FRESH, disk.TEMPORARY, "lost+found"}
STUCK = {"restore_mark", "restore_lost"}  # what nobody but a person can put right
MARK_BYTES = 1_000_000
_TAKEN = {errno.ENOTEMPTY, errno.EEXIST, errno.EISDIR, errno.ENOTDIR}


@frozen
class Mark:
    """Where the old goes, the names of all that was old, and those of all that is new."""

    before: str
    old: tuple[str, ...]
    new: tuple[str, ...]


def is_kept(name: str) -> bool:
    """Whether a folder of this name is what a restore kept."""
    return name.startswith(f"{BEFORE}-")


def kept_before(folder: Path) -> list[Path]:
    """The folders that restores kept, oldest first."""
    kept = filter(is_kept, disk.listed(folder))
    return [folder / name for name in sorted(kept, key=lambda name: [*map(int, re.findall(r"\d+", name))])]


def look(folder: Path) -> Mark | None:
    """What the mark says, None without one; nothing is changed.

    Raise Failure for a mark that cannot be believed, or where something old is nowhere to be found.
    """
    mark = _read(folder)
    if mark is None:
        return None
    before, fresh = folder / mark.before, folder / FRESH
    emptied = not before.is_dir() and any(  # something new came in, so everything old had gone there
        _there(folder / name) and not _there(fresh / name) and (fresh.is_dir() or name not in mark.old)
        for name in mark.new
    )
    for name in mark.old:
        if not _there(before / name) and (emptied or not _there(folder / name)):
            raise Failure("restore_lost", name=name, folder=str(folder), before=str(before), fresh=str(fresh))
    return mark


def take_back(folder: Path) -> bool:
    """Undo a swap that was cut off, if one was; doing it again finishes it. Raise OSError, and as `look`.

    What was unpacked goes last, once everything old stands where it was.
    """
    mark = look(folder)
    if mark is None:
        return False
    before, fresh = folder / mark.before, folder / FRESH
    moved = [name for name in mark.new if _is_moved_in(folder, mark, name)]
    if moved and not _there(fresh):
        fresh.mkdir(mode=0o700)
    for name in moved:
        move(folder / name, fresh / name)
    for name in mark.old:
        if _there(before / name):
            move(before / name, folder / name)
    done(folder)
    with suppress(OSError):
        before.rmdir()
    return True


def done(folder: Path) -> None:
    """Everything is in its place: no mark any more, and nothing of what was unpacked. Raise OSError."""
    disk.sync_folder(folder)
    (folder / MOVING).unlink()
    with suppress(OSError):
        disk.sync_folder(folder)
    shutil.rmtree(folder / FRESH, ignore_errors=True)


def move(source: Path, target: Path) -> None:
    """Rename; what somebody put in the place meanwhile is set aside beside it. Raise OSError."""
    if _there(target):  # a file would be gone without a word
        _set_aside(target)
    try:
        source.rename(target)
    except OSError as error:
        if error.errno not in _TAKEN:
            raise
        _set_aside(target)
        source.rename(target)


def _set_aside(path: Path) -> None:
    path.rename(path.with_name(free(f"{path.name}.aside", disk.listed(path.parent))))


def _is_moved_in(folder: Path, mark: Mark, name: str) -> bool:
    """Whether what has this name in the folder is the new one: the old one had to make room first."""
    made_room = name not in mark.old or _there(folder / mark.before / name)
    return made_room and _there(folder / name) and not _there(folder / FRESH / name)


def _read(folder: Path) -> Mark | None:
    path = folder / MOVING
    if not _there(path):
        return None
    try:
        if _is_own(path, folder, stat.S_IFREG):
            mark = _parsed(json.loads(disk.read(path, MARK_BYTES) or b""))
            if all(_is_own(folder / name, folder, stat.S_IFDIR) for name in (mark.before, FRESH)):
                return mark
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    raise Failure("restore_mark", folder=str(folder), mark=str(path), before=_holding(folder))


def _parsed(told: dict[str, list[str]]) -> Mark:
    """Raise ValueError, TypeError, KeyError or AttributeError for anything but a mark."""
    mark = Mark(str(told["before"]), tuple(told["old"]), tuple(told["new"]))
    for name in (mark.before, *mark.old, *mark.new):
        if name in ("", ".", "..") or "/" in name or "\0" in name:
            raise ValueError(name)
    if not is_kept(mark.before) or any(name in STAYS or is_kept(name) for name in (*mark.old, *mark.new)):
        raise ValueError(mark.before)
    return mark


def _is_own(path: Path, folder: Path, kind: int) -> bool:
    """Whether this is of a kind, no link, and ours or of the folder's owner; a folder may be gone."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return kind == stat.S_IFDIR
    return stat.S_IFMT(found.st_mode) == kind and found.st_uid in (os.geteuid(), folder.stat().st_uid)


def _holding(folder: Path) -> str:
    """The newest folder of a restore if it may hold what is not in place: changed after all that is."""
    kept = [path for path in kept_before(folder) if disk.listed(path)]
    saved = [(folder / name).lstat().st_mtime_ns for name in disk.listed(folder) if FILE.fullmatch(name)]
    changed = kept[-1].lstat().st_mtime_ns if kept else -1
    return str(kept[-1]) if changed >= max(saved, default=0) else ""


def _there(path: Path) -> bool:
    return os.path.lexists(path)
