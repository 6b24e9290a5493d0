"""Writing one file so that there is always the old one or the new one."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from companion.errors import Failure

TEMPORARY = ".saving.tmp"  # one name is enough: only the holder of the lock writes
SHARED = 0o2070
_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}


@contextmanager
def plainly(file: Path) -> Iterator[None]:
    """Turn what the operating system says into a Failure that names the file."""
    try:
        yield
    except OSError as error:
        code = "unwritable"
        if error.errno in _FULL | _CLOSED:
            code = "disk_full" if error.errno in _FULL else "read_only"
        raise Failure(code, file=str(file), fault=error.strerror or str(error)) from error


def shared(folder: Path) -> bool:
    """Whether the folder passes its group on (mode 2770): a diary kept by several."""
    return folder.stat().st_mode & SHARED == SHARED


def replace(path: Path, raw: bytes, mode: int) -> None:
    """Write beside, then rename over; the disk has it when this returns. Raise OSError."""
    temporary = path.with_name(TEMPORARY)
    temporary.unlink(missing_ok=True)
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(descriptor, mode)  # whatever the umask
            file.write(raw)
            file.flush()
            os.fsync(descriptor)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def overwrite(path: Path, raw: bytes, mode: int) -> None:
    """Write a copy in place and do not wait for the disk. Raise OSError.

    In place, because renaming over a file that is not yet on the disk makes ext4 write it at once: half of
    what a save costs. A copy torn by a crash shows by its checksum, and the file it copies is whole then.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, mode)
    with os.fdopen(descriptor, "wb") as file:
        with suppress(PermissionError):  # another of the group may own it
            os.fchmod(descriptor, mode)
        file.write(raw)
        file.truncate()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Raise OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
