"""Reading one file, and writing it so that there is always the old one or the new one."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from companion.errors import Failure

TEMPORARY = ".saving.tmp"  # one name is enough: only the holder of the lock writes
SHARED = 0o2070
_FULL = {errno.ENOSPC, errno.EDQUOT}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}
_PATIENT = os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY  # a pipe in the place of a file is not waited for


class UnreadError(Exception):
    """Why a file that somebody named is not read: a code, and what the operating system says, if anything.

    The code is "no_file", "unreadable", "too_large", or what stands in its place, as `what_else` says it.
    """

    def __init__(self, why: str, fault: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.fault = fault


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


def listed(folder: Path) -> list[str]:
    """What is in a folder, by name; nothing where there is none. Raise Failure where it cannot be read."""
    try:
        with os.scandir(folder) as found:  # a tenth of what Path.iterdir costs, and every look begins here
            return [entry.name for entry in found]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise Failure("unreadable", file=str(folder), fault=error.strerror or "") from error


def read(path: Path, size: int = -1) -> bytes | None:
    """A file, or its first bytes; None where there is none. Raise Failure, at once, for what is no file."""
    try:
        descriptor = os.open(path, os.O_RDONLY | _PATIENT)
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            if (kind := what_else(os.fstat(descriptor).st_mode)) is None:
                return file.read(size)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except IsADirectoryError:
        kind = "folder"
    except OSError as error:
        raise Failure("unreadable", file=str(path), fault=error.strerror or "") from error
    raise Failure("not_a_file", file=str(path), instead=kind)


def named(path: Path, most: int) -> bytes:
    """A file that somebody named, if it is a plain one of at most so many bytes. Raise UnreadError."""
    try:
        if kind := what_else(path.stat().st_mode):  # before it is opened: that may already wind a tape
            raise UnreadError(kind)
        raw = read(path, most + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadError("no_file", error.strerror or "") from None
    except ValueError:
        raise UnreadError("no_file", "no file has such a name") from None
    except OSError as error:
        raise UnreadError("unreadable", error.strerror or "") from None
    except Failure as failure:
        facts = failure.facts
        raise UnreadError(str(facts.get("instead", "unreadable")), str(facts.get("fault", ""))) from None
    if raw is None:
        raise UnreadError("no_file", os.strerror(errno.ENOENT))
    if len(raw) > most:
        raise UnreadError("too_large")
    return raw


def what_else(mode: int) -> str | None:
    """What stands in the place of a file, as a code; None for a file."""
    kinds = {stat.S_IFREG: None, stat.S_IFDIR: "folder", stat.S_IFIFO: "pipe", stat.S_IFSOCK: "socket"}
    return kinds.get(stat.S_IFMT(mode), "device")


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


def create(path: Path, raw: bytes, mode: int) -> None:
    """Write a file that is not there yet; the disk has it when this returns. Raise OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            with suppress(PermissionError):  # a stick that knows no modes
                os.fchmod(descriptor, mode)
            file.write(raw)
            file.flush()
            os.fsync(descriptor)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def inside(path: Path, folder: Path) -> bool:
    """Whether something of this name would be the folder or lie in it, whatever links lead there."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def overwrite(path: Path, raw: bytes, mode: int) -> None:
    """Write a copy in place and do not wait for the disk. Raise OSError.

    In place, because renaming over a file that is not yet on the disk makes ext4 write it at once: half of
    what a save costs. A copy torn by a crash shows by its checksum, and the file it copies is whole then.
    """
    with os.fdopen(begin(path, mode), "wb") as file:
        file.write(raw)
        file.truncate()


def begin(path: Path, mode: int) -> int:
    """A descriptor that writes over a file from its beginning. Raise OSError, also for a link or a pipe."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | _PATIENT, mode)
    with suppress(PermissionError):  # another of the group may own it
        os.fchmod(descriptor, mode)
    return descriptor


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Raise OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
