"""Files made for others, such as reports: whole or not at all, for their owner alone, never over another."""

import errno
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from companion.errors import Failure, Malformed, Refused
from companion.store import disk

FOLDER = "reports"  # within the folder of one person
PRIVATE = 0o600
NAME = re.compile(r"report-(\d{4}-\d{2}-\d{2})-(\d+)-weeks(-\d+)?\.[a-z]+")
WEEK = 7


def name(last: date, weeks: int, suffix: str) -> str:
    """What a report is called: report-2026-11-23-4-weeks.html."""
    return f"report-{last}-{weeks}-weeks.{suffix}"


def hand_over(path: Path, raw: bytes) -> None:
    """Write one file. Raise Refused where something is there, Malformed without its folder, or Failure."""
    if not path.parent.is_dir():
        raise Malformed("no_such_folder", folder=str(path.parent))
    try:
        with disk.plainly(path):
            disk.hand_over(path, raw, PRIVATE)
    except Failure as failure:
        if getattr(failure.__cause__, "errno", None) == errno.EEXIST:
            raise Refused("file_there", file=str(path)) from None
        raise


def hand_over_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write several files into a new folder, all of them or nothing. Raise as `hand_over` does."""
    if not folder.parent.is_dir():
        raise Malformed("no_such_folder", folder=str(folder.parent))
    if os.path.lexists(folder):
        raise Refused("file_there", file=str(folder))
    fresh = folder.with_name(f".companion-{os.getpid()}.tmp")
    try:
        with disk.plainly(folder):
            fresh.mkdir(mode=0o700)
            for file, raw in files.items():
                disk.create(fresh / file, raw, PRIVATE)
            disk.sync_folder(fresh)
            fresh.rename(folder)
            disk.sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def hand_over_beside(folder: Path, file: str, raw: bytes) -> Path:
    """Write a file into a folder under this name, with a number added where it is taken; where it is now."""
    stem, _, suffix = file.rpartition(".")
    for number in count(1):
        path = folder / (file if number == 1 else f"{stem}-{number}.{suffix}")
        try:
            hand_over(path, raw)
        except Refused:
            continue
        return path
    raise AssertionError


def keep(home: Path, file: str, raw: bytes) -> Path:
    """Write a report into the folder of one person; where it is now."""
    folder = home / FOLDER
    with disk.plainly(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
    return hand_over_beside(folder, file, raw)


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
