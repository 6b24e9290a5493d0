"""Entries of another diary come in as they are: their ids, who wrote them and when. All of them or none.

Nothing that is here is changed. Every file is made ready before the first is saved, and where one cannot be
saved those before it are put back; whatever kills the program half-way, doing it again takes in the rest.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from companion.domain.entries import Correction, Entry
from companion.domain.frozen import frozen
from companion.domain.text import cleaned
from companion.errors import Failure, Refused, first_fault
from companion.store import disk
from companion.store.diary import FIXED, Diary, home
from companion.store.draft import Draft
from companion.store.migrations import Document
from companion.store.month import CORRECTION, Month, document
from companion.store.reading import E
from companion.store.shelf import PLAN, Shelf, Spare

OnlyFirst = Callable[[Entry], bool]
MEGABYTE = 1_000_000
Files = Mapping[str, Mapping[str, list[Document]]]


@frozen
class Sorted:
    """What of an import is new, by the order of writing; how many are here already.

    `outside` is what stays outside or, of a correction that does, what that is about in the end. `files`
    holds what is new by file and kind. `beside` says whether anything was here before.
    """

    fresh: tuple[Entry, ...]
    there: int
    outside: tuple[Entry, ...]
    beside: bool
    files: Files = field(default_factory=dict)


@frozen
class _Place:
    """Where an entry is, or will be: its file, its kind, and what it says."""

    name: str
    kind: str
    document: Document


def read(path: Path, most: int) -> bytes:
    """The bytes of a file of at most so many. Raise Failure where it is none, or Refused for a larger one."""
    try:
        return disk.named(path, most)
    except disk.UnreadError as error:
        if error.why == "too_large":
            raise Refused("import_too_large", file=str(path), most=most // MEGABYTE) from None
        if error.why in ("no_file", "unreadable"):
            raise Failure("import_unreadable", file=str(path), fault=error.fault) from None
        raise Failure("import_no_file", file=str(path), instead=error.why) from None


def sort_out(diary: Diary, entries: Iterable[Entry], only_first: OnlyFirst) -> Sorted:
    """Part entries into what is new and what is here. Raise Refused("import_entry") for one that cannot be.

    `only_first` says of an entry whether it, with what corrects it, comes into an empty diary only.
    """
    known = dict(_everything(diary))
    places, entries = dict(known), sorted(entries, key=lambda one: one.id)
    fresh, outside, there = list[Entry](), list[Entry](), 0
    roots: dict[str, Entry] = {}
    for entry in entries:
        if (here := known.get(entry.id)) is not None:
            if not _same(diary, here, entry):
                raise _refused(entry, "", "other_here")
            there += 1
            continue
        settled, name = _settled(diary, entry, places)
        roots[entry.id] = root = _root(diary, settled, roots, places)
        places[entry.id] = _Place(name, entry.kind, document(settled))
        if known and only_first(root):
            outside.append(root)
        else:
            fresh.append(settled)
    files: dict[str, dict[str, list[Document]]] = {}
    for one in fresh:
        place = places[one.id]
        files.setdefault(place.name, {}).setdefault(place.kind, []).append(place.document)
    for name in files:
        diary.known(name)
    return Sorted(tuple(fresh), there, tuple(outside), bool(known), files)


def take_in(diary: Diary, entries: Iterable[Entry], only_first: OnlyFirst, who: str = "") -> Sorted:
    """Add what is new under one lock; on the disk when this returns, or nothing is.

    Raise Refused as `sort_out` does, Busy or Failure where it cannot be saved.
    """
    now = diary.clock()
    with diary.shelf.lock(who, now):
        found = sort_out(diary, entries, only_first)
        before = {name: diary.shelf.read(name) for name in found.files}
        spares = set(diary.shelf.spares())
        try:
            _write(diary, found.files, now.date())
        except BaseException:
            _put_back(diary.shelf, before, spares, now.date())
            raise
    return found


def once(diary: Diary, found: Sorted, model: type[E]) -> list[E]:
    """What would be in force of a kind of the plan, by time, once this was in."""
    with diary.binder.reading(PLAN) as month:
        draft = Draft(month.sections, month.newest)
        for kind, documents in found.files.get(PLAN, {}).items():
            draft.merge(kind, documents)
        after = Month(diary.binder.kinds, draft.sections())
        entries = [one for one in after.entries((model.kind,), None, None) if isinstance(one, model)]
    return sorted(entries, key=lambda entry: (entry.at.timestamp(), entry.id))


def _write(diary: Diary, files: Files, day: date) -> None:
    with ExitStack() as saving:
        for name in sorted(
            files, key=lambda name: name == PLAN
        ):  # saved in the opposite order: the plan first
            draft = saving.enter_context(diary.binder.writing(name, day))
            for kind, documents in files[name].items():
                draft.merge(kind, documents)


def _put_back(shelf: Shelf, before: Mapping[str, bytes | None], spares: Collection[Spare], day: date) -> None:
    """Let every file be as it was, as far as the disk lets us: those that are new go first and make room."""
    made = [name for name, raw in before.items() if raw is None]
    with suppress(Failure, OSError):
        copies = [one for one in shelf.spares() if one.name in made and one not in spares]
        shelf.remove(copies, made)
    for name, raw in before.items():
        if raw is not None and shelf.read(name) != raw:
            with suppress(Failure, OSError):
                shelf.replace(name, raw, day)


def _everything(diary: Diary) -> Iterator[tuple[str, _Place]]:
    for name in diary.shelf.names():
        with diary.binder.reading(name) as month:
            for kind in month.sections:
                for one in month.documents(kind):
                    yield one["id"], _Place(name, kind, one)


def _same(diary: Diary, here: _Place, entry: Entry) -> bool:
    """Whether an entry says what is here; another version may have left out other defaults."""
    if here.kind != entry.kind:
        return False
    coming = document(entry)
    if here.document == coming:
        return True
    kept: Any = cleaned(document(diary.binder.kinds[here.kind].trusted(here.document)))
    return bool(kept == coming)


def _root(diary: Diary, entry: Entry, roots: Mapping[str, Entry], places: Mapping[str, _Place]) -> Entry:
    """The entry; of a correction the one it is about in the end. A target is older, so there is an end."""
    while isinstance(entry, Correction):
        if (known := roots.get(entry.target)) is not None:
            return known
        place = places[entry.target]
        entry = diary.binder.kinds[place.kind].trusted(place.document)
    return entry


def _settled(diary: Diary, entry: Entry, places: Mapping[str, _Place]) -> tuple[Entry, str]:
    """An entry and its file; a correction with its changes as they are kept, beside what it names."""
    if not isinstance(entry, Correction):
        return entry, home(entry)
    target = places.get(entry.target)
    if target is None:
        raise _refused(entry, "target", "no_target")
    if entry.action != "edit":
        return entry, target.name
    if target.kind == CORRECTION or FIXED & entry.changes.keys():
        raise _refused(entry, "changes", "not_editable")
    model = diary.binder.kinds[target.kind]
    try:
        edited = model.model_validate({**target.document, **entry.changes})
    except ValidationError as error:
        key, fault = first_fault(error)
        raise _refused(entry, key, fault) from None
    if home(edited) != target.name:
        raise _refused(entry, "at", "other_month")
    after = edited.model_dump(mode="json")
    changes = {key: after[key] for key in entry.changes}
    return entry.model_copy(update={"changes": changes}), target.name


def _refused(entry: Entry, key: str, fault: str) -> Refused:
    return Refused("import_entry", entry=entry.id, key=key, fault=fault)
