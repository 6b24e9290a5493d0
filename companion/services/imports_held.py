"""Entries of a file held to what could have been written here: by their kind, their times, their numbers."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from companion.domain.entries import (
    CaregiverSet,
    Correction,
    Decision,
    Entry,
    PersonFact,
    SessionEnded,
    WhyEnded,
)
from companion.domain.frozen import frozen
from companion.domain.people import Person
from companion.domain.plan import CHECKS, check_value
from companion.domain.text import named
from companion.errors import Refused, Unknown, first_fault
from companion.services.history import EDITABLE, LIMITED
from companion.services.people import KEYS
from companion.services.plan import AMOUNTS
from companion.store import ids
from companion.store.folding import fold
from companion.store.month import document

if TYPE_CHECKING:
    from companion.services.companion import Companion

AHEAD = timedelta(days=1)  # clocks and time zones of two computers differ


@frozen
class Row:
    """An entry as a file has it: its kind, whether it says it was removed, whether letters were left out."""

    kind: str
    document: dict[str, Any]
    removed: bool | None
    washed: bool


def held(companion: "Companion", rows: Sequence[Row]) -> tuple[Entry, ...]:
    """The rows as entries, by the order of writing; raises Refused("import_entry") for one that cannot be."""
    entries: dict[str, Entry] = {}
    latest = max(companion.clock(), companion.unasked.wall()) + AHEAD
    for row in rows:
        entry = _valid(companion, row)
        if entry.id in entries:
            raise refused(entry, "id", "twice")
        for key, fault, facts in _faults(companion, entry, latest):
            raise refused(entry, key, fault, **facts)
        entries[entry.id] = entry
    dead = fold(document(one) for one in entries.values() if isinstance(one, Correction)).dead
    for row in rows:
        if row.removed is not None and row.removed != (row.document["id"] in dead):
            raise refused(entries[row.document["id"]], "removed", "removed")
    return tuple(entries[identity] for identity in sorted(entries))


def refused(entry: Entry, key: str, fault: str, **facts: object) -> Refused:
    """For an entry that cannot come in."""
    return Refused("import_entry", entry=entry.id, key=key, fault=fault, **facts)


def _valid(companion: "Companion", row: Row) -> Entry:
    """A row as an entry of its kind."""
    try:
        return companion.unasked.binder.validated(row.kind, row.document)
    except Refused as refusal:
        known = {key: refusal.facts[key] for key in ("entry", "key", "fault")}
        if known["fault"] == "unknown":
            known |= {"fault": "no_kind", "value": row.kind}
        raise Refused("import_entry", **known) from None


Fault = tuple[str, str, dict[str, object]]


def _faults(companion: "Companion", entry: Entry, latest: datetime) -> Iterator[Fault]:
    """What is wrong with an entry beside its shape: a key, a fault as a code, and facts for its words."""
    minted = ids.instant(entry.id)
    if minted is None or minted > latest:
        yield "id", "to_come", {}
    for key, when in (("at", entry.at), ("recorded", entry.recorded)):
        if when.year < companion.content.limit("limits.earliest_year"):
            yield key, "long_ago", {}
        if when > latest:
            yield key, "to_come", {}
    if not named(entry.by):
        yield "by", "nobody", {}
    if entry.act is not None and (ids.instant(entry.act) is None or entry.act > entry.id):
        yield "act", "not_an_id", {}
    yield from _out_of_range(companion, entry)
    yield from _of_its_kind(companion, entry)


def _out_of_range(companion: "Companion", entry: Entry) -> Iterator[Fault]:
    """Numbers that nobody could have typed in."""
    if isinstance(entry, Correction):
        given: dict[str, Any] = dict(entry.changes)
        keys = LIMITED.keys() & given.keys()
    else:
        given = entry.__dict__
        keys = LIMITED.keys() & EDITABLE.get(entry.kind, frozenset())
    for key in sorted(keys):
        low, high = companion.content.bounds(LIMITED[key])
        value = given[key]
        if isinstance(value, int | float) and not low <= value <= high:
            yield key, "out_of_range", {"value": value, "low": low, "high": high}


def _of_its_kind(companion: "Companion", entry: Entry) -> Iterator[Fault]:
    """What takes effect by what it says: the plan, the person, who is let in, corrections, why one ended."""
    match entry:
        case Correction(target=target) if target >= entry.id:
            yield "target", "target_later", {}
        case Decision(key=key, value=value) if key in CHECKS and value is not None:
            if not _could_be_decided(companion, key, value):
                yield key, "not_possible", {"value": value}
        case PersonFact(key=key, value=value) if key in KEYS and value is not None:
            try:
                Person.model_validate({KEYS[key]: value})
            except ValidationError as error:
                yield key, first_fault(error)[1], {}
        case SessionEnded(reason=str(reason)) if reason not in get_args(WhyEnded):
            yield "reason", "not_possible", {"value": reason}  # no face asks for words of one's own
        case CaregiverSet(caregiver=name, acts_as=role):
            if not named(name):
                yield "caregiver", "nobody", {}
            if role == "owner":
                yield "acts_as", "owner", {}


def _could_be_decided(companion: "Companion", key: str, value: Any) -> bool:
    """Whether a decision here could have kept this."""
    try:
        kept = check_value(key, value)
    except (Refused, Unknown):
        return False
    if key in AMOUNTS:
        low, high = companion.content.bounds(f"{key}_target")
        return isinstance(kept, int | float) and low <= kept <= high
    return key == "limits" or kept == value
