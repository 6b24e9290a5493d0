"""The one thing that rewrites: what was forgotten is in no file of the diary afterwards.

First everything is read and reckoned, then written: copies before the files they are copies of, and each
file whole or not at all. Whatever ends it half-way, every file is whole, and doing it again finishes.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from companion.domain.entries import Entry
from companion.domain.frozen import frozen
from companion.errors import Failure
from companion.store.binder import Binder
from companion.store.diary import Diary
from companion.store.layout import encode, lines, parsed
from companion.store.month import CORRECTION, Month
from companion.store.shelf import PLAN, Spare, month_of

IsOld = Callable[[Entry], bool]
Holding = Callable[[Iterable[tuple[Entry, bool]], IsOld], frozenset[str]]


@frozen
class Forgetting:
    """What is to go: entries in months and plan, whole months, copies changed or removed, files set aside.

    `staying` counts old entries of the plan that still hold. `unread` are damaged months, which go uncounted.
    `strangers` are files that are not the diary's own and keep what they hold. `papers` are reports that tell
    of the time.
    """

    entries: int = 0
    months: tuple[str, ...] = ()
    copies: int = 0
    aside: int = 0
    staying: int = 0
    unread: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    papers: int = 0

    def __bool__(self) -> bool:
        """Whether anything is to go."""
        return bool(self.entries or self.months or self.copies or self.aside or self.papers)


@dataclass(slots=True)
class Sweep:
    """The bytes that are to take the place of others; None where a file goes. `told` says it in numbers."""

    told: Forgetting = field(default_factory=Forgetting)
    spares: dict[Spare, bytes | None] = field(default_factory=dict)
    files: dict[str, bytes | None] = field(default_factory=dict)


@frozen
class _Parted:
    """The ids of one file that stay, and those that go; the bytes that are left, None where nothing is."""

    stays: frozenset[str]
    goes: frozenset[str]
    raw: bytes | None
    entries: int
    staying: int = 0


def forget(
    diary: Diary, before: date, is_old: IsOld, holding: Holding, who: str = "", *, really: bool
) -> Forgetting:
    """Remove entries about days before a date for good, or only say what would go.

    `holding` says which old entries of the plan stay. Raise Busy, or Failure for a damaged file.
    """
    if not really:
        return reckon(diary.binder, before, is_old, holding).told
    with diary.shelf.lock(who, diary.clock()):
        sweep = reckon(diary.binder, before, is_old, holding)
        carry_out(diary.binder, sweep)
    return sweep.told


def reckon(binder: Binder, before: date, is_old: IsOld, holding: Holding) -> Sweep:
    """What forgetting the days before a date changes. Raise Failure for a file that stays and is damaged.

    A month that ended before the date goes whole, so it goes where it is damaged as well.
    """
    last, beside = month_of(before), binder.shelf.spares()
    sweep, unread = Sweep(), list[str]()
    parts: dict[str, _Parted] = {}
    names = {*binder.shelf.names(), *(spare.name for spare in beside)}
    for name in sorted(name for name in names if name == PLAN or name <= last):
        try:
            with binder.reading(name) as month:
                parts[name] = _part(month, is_old, holding if name == PLAN else None)
        except Failure as failure:
            if failure.code != "damaged_diary" or name in (PLAN, last):
                raise
            unread.append(name)
            parts[name] = _Parted(frozenset(), frozenset(), None, 0)
        part, there = parts[name], binder.shelf.read(name) is not None
        if there and (part.goes or part.raw is None):
            sweep.files[name] = part.raw
    for spare in beside:
        if spare.name in parts:
            _spare(binder, spare, parts[spare.name], is_old, sweep)
    sweep.told = Forgetting(
        entries=sum(part.entries for part in parts.values()),
        months=tuple(name for name, raw in sweep.files.items() if raw is None and name != PLAN),
        copies=sum(spare.dated for spare in sweep.spares),
        aside=sum(not spare.dated for spare in sweep.spares),
        staying=sum(part.staying for part in parts.values()),
        unread=tuple(unread),
        strangers=tuple(binder.shelf.strangers()),
    )
    return sweep


def carry_out(binder: Binder, sweep: Sweep) -> None:
    """Write what was reckoned. The caller holds the lock, and held it while it was reckoned."""
    shelf = binder.shelf
    for spare, raw in sweep.spares.items():
        if raw is not None:
            shelf.rewrite(spare, raw)
    for name, raw in sweep.files.items():
        if raw is not None:
            shelf.replace(name, raw, None)
    going = [spare for spare, raw in sweep.spares.items() if raw is None]
    shelf.remove(going, [name for name, raw in sweep.files.items() if raw is None])


def _part(month: Month, is_old: IsOld, holding: Holding | None) -> _Parted:
    """Part a file by the days its entries are about; of the plan what holds stays."""
    ever = [(kept.entry, kept.removed) for kept in month.kept(None, None) if kept.entry.kind != CORRECTION]
    held = holding(ever, is_old) if holding else frozenset()
    old = {entry.id for entry, _ in ever if is_old(entry)}
    return _parted(month, lambda entry: entry.id in held or entry.id not in old, len(held))


def _spare(binder: Binder, spare: Spare, part: _Parted, is_old: IsOld, sweep: Sweep) -> None:
    """A copy loses what its file loses. One that cannot be read, or holds nothing else, goes."""
    raw = None
    with suppress(Failure):  # a pipe or a folder in its place
        raw = binder.shelf.spare(spare) if spare.dated and part.raw is not None else None
    if raw is None or binder.fault(raw) is not None:
        sweep.spares[spare] = None
        return
    copy = _parted(
        binder.parse(raw),
        lambda entry: entry.id in part.stays or (entry.id not in part.goes and not is_old(entry)),
    )
    if copy.goes or copy.raw is None:
        sweep.spares[spare] = copy.raw


def _parted(month: Month, stays: Callable[[Entry], bool], staying: int = 0) -> _Parted:
    """A file parted; a correction goes or stays with what it is about."""
    entries = [kept.entry for kept in month.kept(None, None) if kept.entry.kind != CORRECTION]
    keep = {entry.id for entry in entries if stays(entry)}
    for correction in sorted(month.documents(CORRECTION), key=lambda one: str(one["id"])):
        if correction["target"] in keep:
            keep.add(correction["id"])
    goes = frozenset(one["id"] for kind in month.sections for one in month.documents(kind)) - keep
    going = sum(entry.id in goes for entry in entries)
    return _Parted(frozenset(keep), goes, _without(month.sections, keep, goes), going, staying)


def _without(sections: Mapping[str, bytes], keep: set[str], goes: Container[str]) -> bytes | None:
    """The bytes of a file with these entries only; None where there are none."""
    if not keep:
        return None
    left = {}
    for kind, inside in sections.items():
        table = {number: one for number, one in parsed(inside).items() if one["id"] not in goes}
        left[kind] = lines(table)
    return encode(left, max(keep))
