"""One writer at a time, and a note that says who. The lock is the kernel's: it dies with its process."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep

from companion.errors import Busy, Failure
from companion.store.disk import begin, plainly, read

POLL_SECONDS = 0.02
WAIT_SECONDS = 10.0  # before somebody is told who is saving
NOTE_BYTES = 640  # always the same size: truncating makes some file systems write to the disk at once
NAME_CHARS = 80


@contextmanager
def held(folder: Path, mode: int, wait: float, who: str, since: datetime) -> Iterator[None]:
    """Hold the folder's lock. Raise Busy after `wait` seconds, with who is saving and since when."""
    note = folder / ".note.lock"
    with plainly(folder):
        lock = taken(folder / ".lock", mode, wait)
    if lock is None:
        raise Busy("busy", **_read(note))
    try:
        _leave(note, mode, who, since)
        yield
    finally:
        release(lock)


def taken(file: Path, mode: int, wait: float) -> int | None:
    """A descriptor that holds the kernel's lock on a file; None where others did for `wait` seconds.

    The file is made where there is none, and stays. Raise OSError.
    """
    until = monotonic() + wait
    while True:
        descriptor = begin(file, mode)
        try:
            if _tried(descriptor):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        if monotonic() >= until:
            return None
        sleep(POLL_SECONDS)


def release(descriptor: int) -> None:
    """Let the next in line have it, also where a child of this process still has the descriptor."""
    import fcntl

    fcntl.flock(descriptor, fcntl.LOCK_UN)
    os.close(descriptor)


def _tried(descriptor: int) -> bool:
    """Whether it is locked now, and still has its name: a file without one keeps nobody out."""
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # which of them depends on the file system
        return False
    return os.fstat(descriptor).st_nlink > 0


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
