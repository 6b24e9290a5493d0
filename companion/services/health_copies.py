"""What keeps the diary from loss: copies, room on the disk, nothing left over, and nobody saving for ever."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from companion.config.settings import TEMPORARY
from companion.domain.health import Finding
from companion.store import lock, tending
from companion.store.shelf import BACKUP

A_DAY = timedelta(days=1)
LEAST_FREE_MB, LEAST_NAMES = 50, 500
LEFT_AFTER = timedelta(minutes=1)  # no save takes so long


def copies(folder: Path, *, fix: bool) -> Iterator[Finding]:
    """The dated copies: whether they can be made, and whether the newest is as new as the diary."""
    backup, newest = folder / BACKUP, _newest(tending.saved(folder))
    if newest is None:
        return
    if not backup.is_dir():
        if backup.exists() or backup.is_symlink():
            yield Finding("backup_no_folder", False, {"path": str(backup)})
        elif fix:
            tending.make_backup(folder)
            yield Finding("backup_made", True, {"path": str(backup)})
        else:
            yield Finding("no_backup", False, {"path": str(backup)})
        return
    if not os.access(backup, os.W_OK | os.X_OK):
        yield Finding("backup_closed", False, {"path": str(backup)})
    copied = _newest(tending.copied(folder))
    facts = {"newest": copied, "written": newest, "folder": str(folder)}
    if copied is None or newest - copied > A_DAY:
        yield Finding("old_copies", False, facts)
    elif backup.stat().st_dev == folder.stat().st_dev:
        yield Finding("copies_here", True, facts)
    else:
        yield Finding("copies", True, facts)


def room(folder: Path) -> Iterator[Finding]:
    """Space on the disk, and names for new files."""
    place = next(one for one in (folder, *folder.resolve().parents) if one.is_dir())
    free = shutil.disk_usage(place).free // 2**20
    yield Finding("space" if free >= LEAST_FREE_MB else "no_space", free >= LEAST_FREE_MB, {"mb": free})
    disk = os.statvfs(place)
    if disk.f_files and disk.f_favail < LEAST_NAMES:  # some file systems do not count them
        yield Finding("no_names", False, {"count": disk.f_favail})


def left_over(folder: Path, *, fix: bool) -> Iterator[Finding]:
    """What a save that was cut off left behind; the next one sweeps most of it."""
    before = (_wall() - LEFT_AFTER).timestamp()
    found = tending.left_over(folder, before, TEMPORARY.format("*"))
    if found and fix:
        tending.sweep(found)
        yield Finding("swept", True, {"count": len(found)})
    elif found:
        yield Finding("left_over", False, {"count": len(found)})


def saving(folder: Path) -> Iterator[Finding]:
    """Somebody who has been saving for longer than a save takes."""
    held = lock.holder(folder)
    since = held.get("since") if held else None
    if held and not (isinstance(since, datetime) and _wall() - since < timedelta(seconds=lock.WAIT_SECONDS)):
        yield Finding("saving", False, held)


def _newest(times: list[float]) -> datetime | None:
    return datetime.fromtimestamp(max(times), UTC).astimezone() if times else None


def _wall() -> datetime:
    return datetime.now(UTC)
