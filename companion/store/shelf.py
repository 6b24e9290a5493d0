"""Where the files of a diary stand: in a folder, or in memory for tests and demos."""

import os
import re
from collections.abc import Hashable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from companion.errors import Busy, Failure
from companion.store import disk, lock
from companion.store.layout import HEAD_BYTES
from companion.store.lock import WAIT_SECONDS
from companion.store.shelf_memory import MemoryShelf
from companion.store.spares import DAYS_KEPT, Spare, free

__all__ = [
    "DAYS_KEPT", "NAME", "PLAN", "WAIT_SECONDS", "FolderShelf", "MemoryShelf", "Shelf", "Spare", "month_of",
]  # fmt: skip

PLAN = "plan"
NAME = re.compile(r"\d{4}-\d{2}|plan")
BACKUP = "backup"  # the folder of the copies
MOVING = ".restoring"  # the mark of a restore that is half done
FILE = re.compile(r"(\d{4}-\d{2}|plan)\.json")
COPY = re.compile(r"(\d{4}-\d{2}|plan)\.\d{4}-\d{2}-\d{2}\.json")
_SPARE = re.compile(r"(\d{4}-\d{2}|plan)\.(\d{4}-\d{2}-\d{2}\.json|format-.*|json\.damaged-.*)")
_LIKE = re.compile(r"(?<!\d)(\d{2}|\d{4})-\d{2}(?!\d)|\bplan\b")  # what an editor makes beside a file


def month_of(day: date) -> str:
    """The name of a day's month, "2026-11": of every year with four digits, or it would not be listed."""
    return day.isoformat()[: len("2026-11")]


class Shelf(Protocol):
    """Holds files by name: "2026-11" for a month, and "plan"."""

    def names(self) -> list[str]:
        """Every file there is or was, oldest first: one that has copies belongs here too."""
        ...

    def where(self, name: str) -> str:
        """What to call the file when speaking to a person."""
        ...

    def read(self, name: str) -> bytes | None:
        """The whole file, or None."""
        ...

    def head(self, name: str) -> bytes:
        """Its first bytes; empty where there is none."""
        ...

    def generation(self) -> Hashable | None:
        """Something that differs once a restore put another diary in the place of this one."""
        ...

    def signature(self, name: str) -> Hashable | None:
        """Something that differs once the file was changed; None where there is none."""
        ...

    def replace(self, name: str, raw: bytes, day: date | None) -> str | None:
        """Save, durably. With a day, keep that day's copy too; return what was wrong with it, if anything."""
        ...

    def keep(self, name: str, label: str, raw: bytes) -> None:
        """Keep these bytes among the copies under a label, durably and for good."""
        ...

    def copies(self, name: str) -> Iterator[tuple[str, bytes]]:
        """The dated copies, newest first: what to call each, and its bytes."""
        ...

    def set_aside(self, name: str, now: datetime) -> str | None:
        """Move a damaged file out of the way, keeping it. Return what it is called now, or None."""
        ...

    def lock(self, who: str, since: datetime) -> AbstractContextManager[None]:
        """Hold the one lock of the diary. Raise Busy where somebody else keeps it."""
        ...

    def require_there(self) -> None:
        """Raise Failure where a diary was seen before and nothing of it is left, not even its folder."""
        ...

    def spares(self) -> list[Spare]:
        """Everything kept beside the files."""
        ...

    def strangers(self) -> list[str]:
        """What others made of the files, such as an editor's copies: nothing here ever touches it."""
        ...

    def spare(self, spare: Spare) -> bytes | None:
        """Its bytes, or None."""
        ...

    def rewrite(self, spare: Spare, raw: bytes) -> None:
        """Let it hold these bytes instead, durably."""
        ...

    def remove(self, spares: Iterable[Spare], names: Iterable[str]) -> None:
        """Remove spares and, once these are gone for good, files: one with copies would count as lost."""
        ...


class FolderShelf:
    """A diary in a folder of its own: files beside each other, copies under backup/."""

    def __init__(self, folder: Path, wait: float = WAIT_SECONDS) -> None:
        self.folder = folder
        self.backup = folder / BACKUP
        self._wait = wait
        self._stood = False  # whether a diary was seen here: where it was, none is begun by itself

    def names(self) -> list[str]:
        """As Shelf says."""
        found = disk.listed(self.folder)
        if MOVING in found:
            self._refuse_moving()
        here = map(FILE.fullmatch, found)
        once = map(COPY.fullmatch, disk.listed(self.backup))
        names = sorted({match[1] for match in (*here, *once) if match})
        self._stood = self._stood or bool(names)
        if not names:
            self.require_there()
        return names

    def where(self, name: str) -> str:
        """As Shelf says: its path."""
        return str(self._path(name))

    def read(self, name: str) -> bytes | None:
        """As Shelf says."""
        raw = disk.read(self._path(name))
        if raw is None:
            if os.path.lexists(self.folder / MOVING):
                self._refuse_moving()
            self.require_there()
        self._stood = self._stood or raw is not None
        return raw

    def head(self, name: str) -> bytes:
        """As Shelf says."""
        return disk.read(self._path(name), HEAD_BYTES) or b""

    def generation(self) -> Hashable | None:
        """As Shelf says: the folder of the copies, which a restore moves in before any other file."""
        try:
            return self.backup.stat().st_ino
        except OSError:
            return None

    def signature(self, name: str) -> Hashable | None:
        """As Shelf says: inode, size, and both times of change, one of which nobody can set."""
        try:
            found = os.stat(f"{self.folder}/{name}.json")  # noqa: PTH116 - a third of what a Path costs
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

    def replace(self, name: str, raw: bytes, day: date | None) -> str | None:
        """As Shelf says. The copy is not waited for: it is for damage, the file itself for power cuts."""
        with disk.plainly(self._path(name)):
            disk.replace(self._path(name), raw, self._mode())
        if day is None:
            return None
        try:
            self._copy(name, raw, day)
        except OSError as error:
            return f"{self.backup}: {error.strerror or error}"
        return None

    def keep(self, name: str, label: str, raw: bytes) -> None:
        """As Shelf says."""
        path = self.backup / f"{name}.{label}.json"
        with disk.plainly(path):
            disk.replace(path, raw, self._mode())

    def copies(self, name: str) -> Iterator[tuple[str, bytes]]:
        """As Shelf says."""
        for path in reversed(self._dated(name)):
            if (raw := disk.read(path)) is not None:
                yield str(path), raw

    def set_aside(self, name: str, now: datetime) -> str | None:
        """As Shelf says."""
        path = self._path(name)
        aside = self.folder / free(f"{path.name}.damaged-{now:%Y%m%dT%H%M%S}", disk.listed(self.folder))
        with disk.plainly(path):
            try:
                path.rename(aside)
            except FileNotFoundError:
                return None
            disk.sync_folder(self.folder)
        return str(aside)

    @contextmanager
    def lock(self, who: str, since: datetime) -> Iterator[None]:
        """As Shelf says; what a dead writer left behind is swept."""
        self.require_there()  # or a folder would be made for a second diary
        with disk.plainly(self.folder):
            self._make_folder()
            mode = self._mode()
        with lock.held(self.folder, mode, self._wait, who, since):
            if os.path.lexists(self.folder / MOVING):
                raise Failure("restore_cut", folder=str(self.folder))
            with disk.plainly(self.folder):
                self._make_backup()
            self._stood = True
            for folder in (self.folder, self.backup):
                with suppress(OSError):
                    (folder / disk.TEMPORARY).unlink(missing_ok=True)
            yield

    def require_there(self) -> None:
        """As Shelf says. The folder of the copies stays, whatever is forgotten; a restore brings another."""
        if not self._stood or self.backup.is_dir() or any(map(FILE.fullmatch, disk.listed(self.folder))):
            return
        # asked in this order: a restore that ended meanwhile took its mark away after it brought the copies
        if not os.path.lexists(self.folder / MOVING) and not self.backup.is_dir():
            raise Failure("folder_gone", folder=str(self.folder))

    def spares(self) -> list[Spare]:
        """As Shelf says."""
        found = []
        for folder in (self.backup, self.folder):
            for file in disk.listed(folder):
                if match := _SPARE.fullmatch(file):
                    place = str(folder / file)
                    found.append(Spare(match[1], place, dated=bool(COPY.fullmatch(file))))
        return found

    def strangers(self) -> list[str]:
        """As Shelf says."""
        own = (FILE, _SPARE)
        return [
            str(folder / file)
            for folder in (self.folder, self.backup)
            for file in sorted(disk.listed(folder))
            if _LIKE.search(file) and not any(name.fullmatch(file) for name in own)
            if (folder / file).is_file()
        ]

    def spare(self, spare: Spare) -> bytes | None:
        """As Shelf says."""
        return disk.read(Path(spare.place))

    def rewrite(self, spare: Spare, raw: bytes) -> None:
        """As Shelf says."""
        with disk.plainly(Path(spare.place)):
            disk.replace(Path(spare.place), raw, self._mode())

    def remove(self, spares: Iterable[Spare], names: Iterable[str]) -> None:
        """As Shelf says."""
        with disk.plainly(self.folder):
            for spare in spares:
                Path(spare.place).unlink(missing_ok=True)
            disk.sync_folder(self.backup)
            for name in names:
                self._path(name).unlink(missing_ok=True)
            disk.sync_folder(self.folder)

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _mode(self) -> int:
        return 0o660 if disk.shared(self.folder) else 0o600

    def _refuse_moving(self) -> None:
        """Raise Busy while somebody restores, Failure where that was cut off."""
        if holder := lock.holder(self.folder):
            raise Busy("busy", **holder)
        if os.path.lexists(self.folder / MOVING):
            raise Failure("restore_cut", folder=str(self.folder))

    def _make_folder(self) -> None:
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True)
            self.folder.chmod(0o700)
            disk.sync_folder(self.folder.parent)

    def _make_backup(self) -> None:
        if not self.backup.is_dir():
            self.backup.mkdir(exist_ok=True)
            self.backup.chmod(0o2770 if disk.shared(self.folder) else 0o700)

    def _dated(self, name: str) -> list[Path]:
        found = map(COPY.fullmatch, disk.listed(self.backup))
        return sorted(self.backup / copy[0] for copy in found if copy and copy[1] == name)

    def _copy(self, name: str, raw: bytes, day: date) -> None:
        path = self.backup / f"{name}.{day.isoformat()}.json"
        new = not path.exists()
        disk.overwrite(path, raw, self._mode())
        if new:
            for old in self._dated(name)[:-DAYS_KEPT]:
                old.unlink(missing_ok=True)
