"""Where the files of a diary stand: in a folder, or in memory for tests and demos."""

import os
import re
import threading
from collections.abc import Container, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from companion.errors import Busy, Failure
from companion.store import disk, lock
from companion.store.layout import HEAD_BYTES

DAYS_KEPT = 7
WAIT_SECONDS = 10.0
PLAN = "plan"
NAME = re.compile(r"\d{4}-\d{2}|plan")
_FILE = re.compile(r"(\d{4}-\d{2}|plan)\.json")
_COPY = re.compile(r"(\d{4}-\d{2}|plan)\.\d{4}-\d{2}-\d{2}\.json")


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


class MemoryShelf:
    """A diary that is gone when the program ends."""

    def __init__(self, wait: float = WAIT_SECONDS) -> None:
        self.files: dict[str, bytes] = {}
        self.dated: dict[str, dict[str, bytes]] = {}
        self.kept: dict[str, bytes] = {}
        self._wait = wait
        self._lock = threading.Lock()
        self._holder: dict[str, object] = {"who": "", "since": None}

    def names(self) -> list[str]:
        """As Shelf says."""
        return sorted(self.files.keys() | self.dated.keys())

    def where(self, name: str) -> str:
        """As Shelf says."""
        return f"{name}.json"

    def read(self, name: str) -> bytes | None:
        """As Shelf says."""
        return self.files.get(name)

    def head(self, name: str) -> bytes:
        """As Shelf says."""
        return self.files.get(name, b"")[:HEAD_BYTES]

    def signature(self, name: str) -> Hashable | None:
        """As Shelf says: the bytes are their own signature."""
        return self.files.get(name)

    def replace(self, name: str, raw: bytes, day: date | None) -> str | None:
        """As Shelf says."""
        self.files[name] = raw
        if day:
            dated = self.dated.setdefault(name, {})
            dated[day.isoformat()] = raw
            for old in sorted(dated)[:-DAYS_KEPT]:
                del dated[old]
        return None

    def keep(self, name: str, label: str, raw: bytes) -> None:
        """As Shelf says."""
        self.kept[f"{name}.{label}.json"] = raw

    def copies(self, name: str) -> Iterator[tuple[str, bytes]]:
        """As Shelf says."""
        for day, raw in sorted(self.dated.get(name, {}).items(), reverse=True):
            yield f"backup/{name}.{day}.json", raw

    def set_aside(self, name: str, now: datetime) -> str | None:
        """As Shelf says."""
        if name not in self.files:
            return None
        aside = _free(f"{name}.json.damaged-{now:%Y%m%dT%H%M%S}", self.kept.keys())
        self.kept[aside] = self.files.pop(name)
        return aside

    @contextmanager
    def lock(self, who: str, since: datetime) -> Iterator[None]:
        """As Shelf says."""
        if not self._lock.acquire(timeout=self._wait):
            raise Busy("busy", **self._holder)
        try:
            self._holder = {"who": who, "since": since}
            yield
        finally:
            self._lock.release()


class FolderShelf:
    """A diary in a folder of its own: files beside each other, copies under backup/."""

    def __init__(self, folder: Path, wait: float = WAIT_SECONDS) -> None:
        self.folder = folder
        self.backup = folder / "backup"
        self._wait = wait

    def names(self) -> list[str]:
        """As Shelf says."""
        here = map(_FILE.fullmatch, _listed(self.folder))
        once = map(_COPY.fullmatch, _listed(self.backup))
        return sorted({found[1] for found in (*here, *once) if found})

    def where(self, name: str) -> str:
        """As Shelf says: its path."""
        return str(self._path(name))

    def read(self, name: str) -> bytes | None:
        """As Shelf says."""
        return _read(self._path(name))

    def head(self, name: str) -> bytes:
        """As Shelf says."""
        return _read(self._path(name), HEAD_BYTES) or b""

    def signature(self, name: str) -> Hashable | None:
        """As Shelf says: inode, time of change and size."""
        try:
            found = self._path(name).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

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
            if (raw := _read(path)) is not None:
                yield str(path), raw

    def set_aside(self, name: str, now: datetime) -> str | None:
        """As Shelf says."""
        path = self._path(name)
        aside = self.folder / _free(f"{path.name}.damaged-{now:%Y%m%dT%H%M%S}", _listed(self.folder))
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
        with disk.plainly(self.folder):
            self._make_folders()
            mode = self._mode()
        with lock.held(self.folder, mode, self._wait, who, since):
            for folder in (self.folder, self.backup):
                with suppress(OSError):
                    (folder / disk.TEMPORARY).unlink(missing_ok=True)
            yield

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _mode(self) -> int:
        return 0o660 if disk.shared(self.folder) else 0o600

    def _make_folders(self) -> None:
        if not self.folder.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True)
            self.folder.chmod(0o700)
            disk.sync_folder(self.folder.parent)
        if not self.backup.is_dir():
            self.backup.mkdir(exist_ok=True)
            self.backup.chmod(0o2770 if disk.shared(self.folder) else 0o700)

    def _dated(self, name: str) -> list[Path]:
        found = map(_COPY.fullmatch, _listed(self.backup))
        return sorted(self.backup / copy[0] for copy in found if copy and copy[1] == name)

    def _copy(self, name: str, raw: bytes, day: date) -> None:
        path = self.backup / f"{name}.{day.isoformat()}.json"
        new = not path.exists()
        disk.overwrite(path, raw, self._mode())
        if new:
            for old in self._dated(name)[:-DAYS_KEPT]:
                old.unlink(missing_ok=True)


def _listed(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as found:  # a tenth of what Path.iterdir costs, and every look begins here
            return [entry.name for entry in found]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise Failure("unreadable", file=str(folder), fault=error.strerror or "") from error


def _read(path: Path, size: int = -1) -> bytes | None:
    try:
        with path.open("rb", buffering=0) as file:
            return file.read(size)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise Failure("unreadable", file=str(path), fault=error.strerror or "") from error


def _free(wanted: str, taken: Container[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
