"""One writer at a time, and a note that says who. The lock is the kernel's: it dies with its process."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from companion.errors import Busy, Failure
from companion.store.disk import begin, plainly, read

POLL_SECONDS = 0.02
WAIT_SECONDS = 10.0  # before somebody is told who is saving
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


def holder(folder: Path) -> dict[str, object] | None:
    """Who is saving at this moment and since when, as Busy says it; None where nobody is."""
    import fcntl

    try:
        descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CLOEXEC | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return _read(folder / ".note.lock")
    finally:
        os.close(descriptor)
    return None


def _leave(note: Path, mode: int, who: str, since: datetime) -> None:
    """Leave the note; without one the next in line only cannot be told who."""
    said = json.dumps({"who": who[:NAME_CHARS], "since": since.isoformat()}, ensure_ascii=False)
    with suppress(OSError), os.fdopen(begin(note, mode), "wb") as file:
        file.write(said.encode(errors="replace").ljust(NOTE_BYTES))


def _read(note: Path) -> dict[str, object]:
    try:
        said = json.loads(read(note) or b"")
        return {"who": str(said["who"]), "since": datetime.fromisoformat(said["since"])}
    except (Failure, ValueError, KeyError, TypeError):
        return {"who": "", "since": None}
