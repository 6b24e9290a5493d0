"""Is every file whole, and bringing one back."""

from datetime import date, datetime
from typing import Any

from companion.domain.entries import Entry
from companion.domain.frozen import frozen
from companion.errors import Failure, Refused
from companion.store.binder import Binder
from companion.store.layout import DamageError, NewerError, encode, lines, loosely
from companion.store.month import document


@frozen
class FileState:
    """A file after every entry was looked at: the fault as a code, the newest good copy if any."""

    name: str
    file: str
    ok: bool
    fault: str | None = None
    detail: str = ""
    copy: str | None = None
    entries: int = 0


@frozen
class Repaired:
    """The copy that was brought back, and what the damaged file is called now, if there was one."""

    copy: str
    set_aside: str | None


def state(binder: Binder, name: str) -> FileState:
    """Look at one file, entry by entry."""
    file, fault = binder.shelf.where(name), _fault(binder, name)
    if fault is None:
        with binder.reading(name) as month:
            count = sum(len(month.documents(kind)) for kind in month.sections)
        return FileState(name, file, ok=True, entries=count)
    copy = binder.good_copy(name)
    code = "newer" if isinstance(fault, NewerError) else fault.fault
    detail = str(fault.schema) if isinstance(fault, NewerError) else fault.detail
    return FileState(name, file, ok=False, fault=code, detail=detail, copy=copy[0] if copy else None)


def repair(binder: Binder, name: str, now: datetime) -> Repaired:
    """Set the faulty file aside and bring back the newest good copy. The caller holds the lock.

    Raise Refused where nothing is wrong, Failure where there is no good copy (nothing is moved then).
    """
    file = binder.shelf.where(name)
    if _fault(binder, name) is None:
        raise Refused("nothing_to_repair", name=name, file=file)
    copy = binder.good_copy(name)
    if copy is None:
        raise Failure("no_good_copy", name=name, file=file)
    aside = binder.shelf.set_aside(name, now)
    binder.shelf.replace(name, copy[1], None)
    return Repaired(copy[0], aside)


def accept(binder: Binder, name: str, day: date) -> int:
    """Write a file edited by hand with a checksum of its own. The caller holds the lock.

    Raise Refused("bad_entry") with kind, entry, key and fault, or Failure where it is no file of ours.
    """
    raw = binder.shelf.read(name)
    try:
        tables = loosely(raw or b"")
    except (DamageError, NewerError) as fault:
        raise binder.failure(name, fault) from fault
    sections: dict[str, bytes] = {}
    seen: set[str] = set()
    for kind, table in tables.items():
        entries = {number: _accepted(binder, kind, number, written) for number, written in table.items()}
        for entry in entries.values():
            if entry.id in seen:
                raise Refused("bad_entry", kind=kind, entry=entry.id, key="id", fault="twice")
            seen.add(entry.id)
        sections[kind] = lines({number: document(entry) for number, entry in entries.items()})
    remark = binder.shelf.replace(name, encode(sections, max(seen, default="")), day)
    if remark:
        binder.remarks.append(remark)
    return len(seen)


def _accepted(binder: Binder, kind: str, number: str, written: Any) -> Entry:
    if not number.isdecimal():
        raise Refused("bad_entry", kind=kind, entry=number, key="", fault="number")
    if not isinstance(written, dict):
        raise Refused("bad_entry", kind=kind, entry=number, key="", fault="not_object")
    return binder.validated(kind, written)


def _fault(binder: Binder, name: str) -> DamageError | NewerError | None:
    raw = binder.shelf.read(name)
    if raw is not None:
        return binder.fault(raw)
    return DamageError("missing")
