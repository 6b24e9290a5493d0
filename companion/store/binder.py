"""Opens and saves the files of a diary, and names what is wrong with one."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from threading import local
from typing import TYPE_CHECKING, TypeVar

import orjson
from pydantic import ValidationError

from companion.domain.day import day_of
from companion.errors import Busy, Failure, Refused, first_fault
from companion.store.glance import Glance
from companion.store.ids import instant
from companion.store.layout import DamageError, NewerError, decode, encode, newest_in
from companion.store.migrations import FORMAT, Document, Migration
from companion.store.month import Month
from companion.store.shelf import PLAN

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping
    from datetime import date

    from companion.domain.entries import Entry
    from companion.store.draft import Draft
    from companion.store.shelf import Shelf

T = TypeVar("T")


class Binder:
    """The files on a shelf as months, each read again only when it changed."""

    def __init__(
        self, shelf: Shelf, kinds: Mapping[str, type[Entry]], migrations: Mapping[int, Migration]
    ) -> None:
        self.shelf = shelf
        self.kinds = kinds
        self.remarks: list[str] = []
        self._migrations = migrations
        self._open: dict[str, tuple[Hashable | None, Month]] = {}
        self._held = local()  # a glance is of one thread: another may write meanwhile

    @property
    def glance(self) -> Glance | None:
        """The glance that this thread reads by, within `steady`."""
        return getattr(self._held, "glance", None)

    @property
    def seen(self) -> Shelf | Glance:
        """What says which files there are and how they stand: the glance, else the shelf itself."""
        return self.glance or self.shelf

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Around reads that belong together: each file is looked at once. Raise as `together` does.

        It may be nested. What is written within is seen within.
        """
        if self.glance:
            yield
            return
        with self.together():
            self._held.glance = Glance(self.shelf)
            try:
                yield
            finally:
                self._held.glance = None

    @contextmanager
    def reading(self, name: str) -> Iterator[Month]:
        """A file to look into. Raise Failure where it is damaged or newer, also if only found out inside."""
        with self._named(name):
            yield self._current(name)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Around the reading of several files. Raise Busy or Failure where a restore came between."""
        if self.glance:  # `steady` has begun so
            yield
            return
        generation = self.shelf.generation()
        yield
        if self.shelf.generation() != generation and generation is not None:
            self.shelf.names()  # says who restores
            raise Busy("busy", who="", since=None)

    @contextmanager
    def writing(self, name: str, day: date) -> Iterator[Draft]:
        """A draft of a file as it is now, saved on a clean end. The caller holds the lock."""
        from companion.store.draft import Draft

        with self._named(name):
            month = self._current(name)
            draft = Draft(month.sections, month.newest)
            yield draft
        if draft.changed:
            self._save(name, month, draft, day)

    @contextmanager
    def locked(self, who: str, since: datetime) -> Iterator[None]:
        """Hold the one lock of the diary. Raise Busy where somebody else keeps it.

        A glance begins anew with it and after it: nothing may be written by what was seen before.
        """
        try:
            with self.shelf.lock(who, since):
                self._look_again()
                yield
        finally:
            self._look_again()

    def _look_again(self) -> None:
        if self.glance:
            self._held.glance = Glance(self.shelf)

    def found(self, asked: Hashable, find: Callable[[], T]) -> T:
        """What `find` finds; within `steady` each thing is asked once."""
        if self.glance is None:
            return find()
        known = self.glance.found
        if asked not in known:
            known[asked] = find()
        return known[asked]  # type: ignore[no-any-return]

    def begins(self, starts_at_hour: int = 0) -> date | None:
        """The first day about which something is in force, by that hour; None in an empty diary."""
        for name in self.shelf.names():
            if name != PLAN:
                with self.reading(name) as month:
                    if first := month.first():
                        return day_of(datetime.fromisoformat(first), starts_at_hour)
        return None

    def newest(self, name: str) -> str:
        """The newest id of a file, read from its first line only."""
        return newest_in(self.shelf.head(name))

    def parse(self, raw: bytes) -> Month:
        """Bytes as a month. Raise DamageError or NewerError."""
        return Month(self.kinds, *decode(raw, self._migrations))

    def good_copy(self, name: str) -> tuple[str, bytes] | None:
        """The newest copy in which every entry is whole: what it is called, and its bytes."""
        return next((copy for copy in self.shelf.copies(name) if self.fault(copy[1]) is None), None)

    def fault(self, raw: bytes) -> DamageError | NewerError | None:
        """What is wrong with these bytes once every entry is looked at, or None."""
        try:
            month = self.parse(raw)
            for kind in month.sections:
                for document in month.documents(kind):
                    self.validated(kind, document)
        except (DamageError, NewerError) as fault:
            return fault
        except Refused as refusal:
            return DamageError("bad_entry", "{entry}: {key}: {fault}".format(**refusal.facts))
        return None

    def validated(self, kind: str, document: Document) -> Entry:
        """A document as an entry. Raise Refused("bad_entry") with the first fault."""
        facts = {"kind": kind, "entry": document.get("id", "")}
        if kind not in self.kinds:
            raise Refused("bad_entry", **facts, key="kind", fault="unknown")
        if instant(str(document.get("id"))) is None:
            raise Refused("bad_entry", **facts, key="id", fault="not_an_id")
        try:
            return self.kinds[kind].model_validate_json(orjson.dumps(document), strict=True)
        except ValidationError as error:
            key, fault = first_fault(error)
            raise Refused("bad_entry", **facts, key=key, fault=fault) from None

    def failure(self, name: str, fault: DamageError | NewerError) -> Failure:
        """What to raise for a faulty file."""
        file = self.shelf.where(name)
        if isinstance(fault, NewerError):
            return Failure("newer_diary", name=name, file=file, format=fault.schema, known=FORMAT)
        copy = self.good_copy(name)
        return Failure(
            "damaged_diary",
            name=name,
            file=file,
            fault=fault.fault,
            detail=fault.detail,
            copy=copy[0] if copy else None,
        )

    @contextmanager
    def _named(self, name: str) -> Iterator[None]:
        try:
            yield
        except (DamageError, NewerError) as fault:
            raise self.failure(name, fault) from fault

    def _current(self, name: str) -> Month:
        """A file as it is now: what was read or saved last, unless somebody replaced it since."""
        signature, cached = self.seen.signature(name), self._open.get(name)
        if cached is None or signature is None or cached[0] != signature:
            cached = self._open[name] = signature, self._read(name)
        return cached[1]

    def _read(self, name: str) -> Month:
        raw = self.shelf.read(name)
        if raw is not None:
            return self.parse(raw)
        if next(self.shelf.copies(name), None) is not None:
            raise DamageError("missing")
        return Month(self.kinds, {})

    def _save(self, name: str, month: Month, draft: Draft, day: date) -> None:
        newest = draft.newest
        for kind, document in draft.touched():
            newest = max(newest, self.validated(kind, document).id)
        if month.schema != FORMAT and (old := self.shelf.read(name)) is not None:
            self.shelf.keep(name, f"format-{month.schema}", old)
        sections = draft.sections()
        remark = self.shelf.replace(name, encode(sections, newest), day)
        self._open[name] = self.shelf.signature(name), Month(self.kinds, sections, newest)
        if remark:
            self.remarks.append(remark)
