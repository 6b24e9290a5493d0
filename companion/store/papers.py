"""Files made for others, such as reports: whole or not at all, for their owner alone, never over another."""

import errno
import os
import re
import shutil
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from companion.errors import Failure, Malformed, Refused
from companion.store import disk

FOLDER = "reports"  # within the folder of one person
PRIVATE = 0o600
SHARED = (0o2770, 0o660)  # a folder that passes its group on, and a file in it
AN_HOUR = 3600  # seconds: nothing takes so long to be written
RANDOM = 4  # bytes in a name that is nobody else's
LEFT = re.compile(r"\.companion-\d+-[0-9a-f]+\.tmp")
NAME = re.compile(r"report-(\d{4}-\d{2}-\d{2})-(\d+)-weeks(-\d+)?\.[a-z]+")
WEEK = 7


def name(last: date, weeks: int, suffix: str) -> str:
    """What a report is called: report-2026-11-23-4-weeks.html."""
    return f"report-{last}-{weeks}-weeks.{suffix}"


def hand_over(path: Path, raw: bytes, mode: int = PRIVATE) -> None:
    """Write one file. Raise Refused where something is there, Malformed without its folder, or Failure."""
    require_folder(path)
    with _plainly(path):
        fresh = _beside(path)
        try:
            disk.create(fresh, raw, mode)
            _put(fresh, path, mode)
        finally:
            fresh.unlink(missing_ok=True)
        disk.sync_folder(path.parent)


def hand_over_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write several files into a new folder, all of them or nothing. Raise as `hand_over` does."""
    require_folder(folder)
    with _plainly(folder):
        fresh = _beside(folder)
        try:
            fresh.mkdir(mode=0o700)
            for file, raw in files.items():
                disk.create(fresh / file, raw, PRIVATE)
            disk.sync_folder(fresh)
            folder.mkdir(mode=0o700)  # the name is ours now: a rename goes over any empty folder
            try:
                fresh.rename(folder)
            except BaseException:
                with suppress(OSError):
                    folder.rmdir()
                raise
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        disk.sync_folder(folder.parent)


def require_folder(path: Path) -> None:
    """Raise Malformed where the folder that a file is to lie in is not there."""
    if not os.path.isdir(path.parent):  # noqa: PTH112 - Path.is_dir raises for a name too long to be one
        raise Malformed("no_such_folder", folder=str(path.parent))


@contextmanager
def _plainly(path: Path) -> Iterator[None]:
    """Turn what the operating system says into what `hand_over` raises."""
    try:
        with disk.plainly(path):
            yield
    except Failure as failure:
        if getattr(failure.__cause__, "errno", None) == errno.EEXIST:
            raise Refused("file_there", file=str(path)) from None
        raise


def _put(fresh: Path, path: Path, mode: int) -> None:
    """Give a file its name, which nothing may have yet: a rename would go over what has it."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:  # a stick that knows no links: there a rename goes over an empty file of our own
        disk.create(path, b"", mode)
        try:
            fresh.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _beside(path: Path) -> Path:
    """A name in the same folder for what is not whole yet: nobody else's, so it may be removed after.

    What was left so an hour ago or longer, by a computer that was switched off, is removed now.
    """
    with suppress(OSError, Failure):
        for left in map(path.with_name, filter(LEFT.fullmatch, disk.listed(path.parent))):
            found = left.lstat()
            if found.st_uid != os.geteuid() or found.st_mtime > time.time() - AN_HOUR:
                continue
            if stat.S_ISDIR(found.st_mode):
                shutil.rmtree(left)
            else:
                left.unlink()
    return path.with_name(f".companion-{os.getpid()}-{os.urandom(RANDOM).hex()}.tmp")


def hand_over_beside(folder: Path, file: str, raw: bytes, mode: int = PRIVATE) -> Path:
    """Write a file into a folder under this name, with a number added where it is taken; where it is now."""
    stem, _, suffix = file.rpartition(".")
    for number in count(1):
        path = folder / (file if number == 1 else f"{stem}-{number}.{suffix}")
        try:
            hand_over(path, raw, mode)
        except Refused:
            continue
        return path
    raise AssertionError


def keep(home: Path, file: str, raw: bytes) -> Path:
    """Write a report into the folder of one person; where it is now.

    Where a group shares the diary, it shares the reports too. Raise Refused where their folder is a link
    or no folder, or is another's and more people may look into it than into the diary; or Failure.
    """
    folder = home / FOLDER
    with disk.plainly(folder):
        wanted, mode = SHARED if disk.shared(home) else (0o700, PRIVATE)
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        found = folder.lstat()
        if found.st_uid == os.geteuid() and stat.S_ISDIR(found.st_mode):
            with suppress(PermissionError):  # a stick that knows no modes
                folder.chmod(wanted)
        elif not stat.S_ISDIR(found.st_mode) or stat.S_IMODE(found.st_mode) & ~wanted:
            raise Refused("reports_elsewhere", folder=str(folder))
    return hand_over_beside(folder, file, raw, mode)


def about(home: Path, before: date) -> list[Path]:
    """The kept reports that tell of days before a date."""
    folder = home / FOLDER
    return [folder / file for file in sorted(disk.listed(folder)) if _begins_before(file, before)]


def remove(papers: Iterable[Path]) -> None:
    """Remove reports. Raise Failure where that cannot be."""
    for paper in papers:
        with disk.plainly(paper):
            paper.unlink(missing_ok=True)


def _begins_before(file: str, before: date) -> bool:
    found = NAME.fullmatch(file)
    if found is None:
        return False
    try:
        return date.fromisoformat(found[1]) - timedelta(days=int(found[2]) * WEEK - 1) < before
    except (ValueError, OverflowError):
        return False
