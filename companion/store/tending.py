"""The files of a diary for whoever looks after its folder: how old, what was left over, who may look."""

import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from companion.errors import Failure
from companion.store import disk
from companion.store.shelf import BACKUP, COPY, FILE


def saved(folder: Path) -> list[float]:
    """When each file of the diary was saved last, in seconds since 1970."""
    return _times(folder, FILE)


def copied(folder: Path) -> list[float]:
    """When each dated copy was made, in seconds since 1970."""
    return _times(folder / BACKUP, COPY)


def make_backup(folder: Path) -> None:
    """Make the folder for copies. Raise OSError."""
    (folder / BACKUP).mkdir(mode=0o700)


def left_over(folder: Path, before: float, *shapes: str) -> list[Path]:
    """What saves that were cut off before this moment left behind; `shapes` are for other files."""
    mine = (disk.TEMPORARY, f"{BACKUP}/{disk.TEMPORARY}")
    return [
        path for shape in (*mine, *shapes) for path in folder.glob(shape) if path.lstat().st_mtime < before
    ]


def sweep(left: list[Path]) -> None:
    """Remove what was left over."""
    for path in left:
        path.unlink(missing_ok=True)


def inside(folder: Path) -> Iterator[Path]:
    """The folder and everything in it, by name."""
    yield folder
    yield from sorted(folder.rglob("*"))


def modes(paths: list[Path]) -> dict[Path, int]:
    """What each file or folder lets whom do; a link of its own lets nobody do anything."""
    return {path: stat.S_IMODE(path.stat().st_mode) for path in paths if not path.is_symlink()}


def set_modes(wanted: Mapping[Path, int]) -> None:
    """Let others do less. Raise PermissionError where they belong to somebody else."""
    for path, mode in wanted.items():
        path.chmod(mode)


def _times(folder: Path, named: re.Pattern[str]) -> list[float]:
    try:
        found = [folder / name for name in disk.listed(folder) if named.fullmatch(name)]
    except Failure:  # whoever reads it says so
        return []
    return [path.stat().st_mtime for path in found if path.is_file()]
