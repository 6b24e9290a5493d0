"""One writer at a time, and a note that says who. The lock is the kernel's: it dies with its process."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from companion.errors import Busy
from companion.store.disk import plainly

POLL_SECONDS = 0.02
NOTE_BYTES = 640  # always the same size: truncating makes some file systems write to the disk at once
NAME_CHARS = 80


@contextmanager
def held(folder: Path, mode: int, wait: float, who: str, since: datetime) -> Iterator[None]:
    """Hold the folder's lock. Raise Busy after `wait` seconds, with who is saving and since when."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / ".lock", timeout=wait, mode=mode)
    note = folder / ".note.lock"
    with plainly(folder):
        try:
            lock.acquire(poll_interval=POLL_SECONDS)
        except Timeout:
            raise Busy("busy", **_read(note)) from None
    try:
        _leave(note, mode, who, since)
        yield
    finally:
        lock.release()


def _leave(note: Path, mode: int, who: str, since: datetime) -> None:
    """Leave the note; without one the next in line only cannot be told who."""
    text = json.dumps({"who": who[:NAME_CHARS], "since": since.isoformat()}).ljust(NOTE_BYTES)
    with suppress(OSError):
        descriptor = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, mode)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            with suppress(PermissionError):
                os.fchmod(descriptor, mode)
            file.write(text)


def _read(note: Path) -> dict[str, object]:
    try:
        said = json.loads(note.read_text(encoding="utf-8"))
        return {"who": str(said["who"]), "since": datetime.fromisoformat(said["since"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"who": "", "since": None}
