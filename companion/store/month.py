"""One file of the diary as it was read: a month, or the plan."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from itertools import chain
from typing import Any

import orjson

from companion.domain.day import day_of
from companion.domain.entries import Entry
from companion.domain.frozen import frozen
from companion.domain.text import flat
from companion.store.folding import Folded, fold
from companion.store.layout import DamageError, Sections, parsed
from companion.store.migrations import FORMAT, Document

CORRECTION = "correction"
Such = Callable[[Document], bool]
_AT, _DATE, _HOUR = b'"at":"', len("2026-11-22"), len("2026-11-22T09")
_ID = re.compile(rb'"id":"([0-9a-z]+)"')


@frozen
class Kept:
    """An entry as it now reads, and whether it was removed or undone."""

    entry: Entry
    removed: bool


class Month:
    """What a file holds. Tables are parsed when first asked for; raises DamageError where one cannot be."""

    def __init__(
        self, kinds: Mapping[str, type[Entry]], sections: Sections, newest: str = "", schema: int = FORMAT
    ) -> None:
        self.sections = {kind: inside for kind, inside in sections.items() if inside}
        self.newest = newest
        self.schema = schema
        self._kinds = kinds
        self._documents: dict[str, list[Document]] = {}
        self._late: dict[str, tuple[str, list[Document]]] = {}  # those from a date on
        self._built: dict[str, Entry] = {}
        if unknown := self.sections.keys() - kinds.keys():
            raise DamageError("unknown_kind", ", ".join(sorted(unknown)))

    def documents(self, kind: str) -> list[Document]:
        """The documents of a kind, as written."""
        if kind not in self._documents:
            self._documents[kind] = _read(self.sections.get(kind, b""))
        return self._documents[kind]

    def entries(self, kinds: Iterable[str], since: date | None, until: date | None) -> Iterator[Entry]:
        """The entries in force, edits applied, whose local date lies between the two."""
        for kind in kinds:
            for now in self._in_force(kind, since, until):
                yield self._built.get(now["id"]) or self._build(kind, now)

    def facts(
        self, kind: str, names: tuple[str, ...], since: date | None, until: date | None
    ) -> Iterator[tuple[Any, ...]]:
        """Some facts of each entry in force, as JSON holds them, without building the entry."""
        fields = self._kinds[kind].model_fields
        found = self._in_force(kind, since, until)
        columns = ([one.get(name, fields[name].default) for one in found] for name in names)
        return zip(*columns, strict=True)  # of thousands: a list for each fact takes a third of the time

    def saying(self, kind: str, name: str, text: str) -> Iterator[Document]:
        """What is in force of a kind and has a fact that begins so; nothing else is parsed for it."""
        yield from self._unmoved(name, _lines(self.sections.get(kind, b""), name, text))
        yield from (now for now in self._moved(kind, name) if str(now.get(name)).startswith(text))

    def days(self, kind: str, such: Such, starts_at_hour: int) -> set[date]:
        """The days about which something such is in force; of most of them one document is parsed."""
        inside, starts = self.sections.get(kind, b""), b"%02d" % starts_at_hour
        pieces = inside.split(_AT)
        hours = {piece[:_HOUR]: n for n, piece in enumerate(pieces) if n}
        found, settled = set[str](), set[bytes]()
        for hour, n in hours.items():
            day = hour if hour[_DATE + 1 :] < starts else hour[:_DATE]  # small hours are of the day before
            if day not in settled:
                last = pieces[n - 1].rpartition(b"\n")[2] + _AT + pieces[n].partition(b"\n")[0]
                written = chain(_read(last.rstrip(b",")), _lines(inside, "at", hour.decode()))
                if now := next(filter(such, self._unmoved("at", written)), None):
                    settled.add(day)
                    found.add(now["at"])
        found |= {now["at"] for now in self._moved(kind, "at") if such(now)}
        return {day_of(datetime.fromisoformat(at), starts_at_hour) for at in found}

    def first(self) -> str | None:
        """The earliest local time about which something is in force, as written; None without any."""
        kinds = self.sections.keys() - {CORRECTION}
        found = (str(one["at"]) for kind in kinds for one in self._in_force(kind, None, None))
        return min(found, default=None)

    def kept(self, since: date | None, until: date | None) -> Iterator[Kept]:
        """Everything about these days: entries and, wherever their own time lies, the corrections to them."""
        first, last = since.isoformat() if since else "", until.isoformat() if until else "~"
        shown: set[str] = set()
        for kind in self.sections.keys() - {CORRECTION}:
            for document in self.documents(kind):
                if first <= self._now(document)["at"][:10] <= last:
                    shown.add(document["id"])
                    yield self.keep(kind, document)
        for document in sorted(self.documents(CORRECTION), key=lambda one: str(one["id"])):
            if document["target"] in shown:
                shown.add(document["id"])
                yield self.keep(CORRECTION, document)

    def written(self) -> Iterator[Kept]:
        """Everything as it was written, corrections beside what they correct and not applied to it."""
        for kind in self.sections:
            for document in self.documents(kind):
                yield Kept(self._kinds[kind].trusted(document), document["id"] in self._folded.dead)

    def keep(self, kind: str, document: Document) -> Kept:
        """A document as an entry that says whether it is still in force."""
        return Kept(self._build(kind, self._now(document)), document["id"] in self._folded.dead)

    def newest_by(self, actor: str | None, role: str | None, but: str = "") -> Kept | None:
        """The newest entry in this file of somebody of this name and role; None is any.

        `but` is a kind that is left out, with the corrections of it.
        """
        left_out = {document["id"] for document in self.documents(but)} if but else set()
        for document in self.documents(CORRECTION) if left_out else ():
            left_out |= {document["id"]} if document["target"] in left_out else set()
        theirs = (
            (document["id"], kind, document)
            for kind in self.sections
            for document in self.documents(kind)
            if actor in (None, document["by"]) and role in (None, document["role"])
            if document["id"] not in left_out
        )
        newest = max(theirs, key=lambda one: str(one[0]), default=None)
        return self.keep(newest[1], newest[2]) if newest else None

    def minted(self, first: str, by: str) -> int:
        """How many documents were written by somebody since an id, counted back from the end of each table.

        No table is parsed: what it costs grows with what is counted, not with the file.
        """
        mark, count = b'"by":' + orjson.dumps(by), 0
        for inside in self.sections.values():
            end = len(inside)
            while end > 0:
                begin = inside.rfind(b"\n", 0, end) + 1
                found = _ID.search(inside, begin, end)
                if found is None or found[1].decode() < first:
                    break
                count += inside.find(mark, begin, end) >= 0
                end = begin - 1
        return count

    def after(self, identity: str) -> Iterator[Kept]:
        """What was written later than what has this id, as it now reads."""
        for kind in self.sections:
            for document in self.documents(kind):
                if str(document["id"]) > identity:
                    yield self.keep(kind, document)

    def act(self, identity: str) -> Iterator[Entry]:
        """The entries of one act, as they now read, removed ones too."""
        mark = b'"%s"' % identity.encode(errors="replace")
        for kind, inside in self.sections.items():
            if mark in inside:
                mine = (one for one in self.documents(kind) if identity in (one["id"], one.get("act")))
                yield from (self._build(kind, self._now(one)) for one in mine)

    def once(self, kind: str, corrections: list[Document]) -> Iterator[Entry]:
        """What would be in force of a kind after these corrections, which are newer than all there are."""
        numbered = [{**one, "id": f"~{place:06}"} for place, one in enumerate(corrections)]
        folded = fold([*self.documents(CORRECTION), *numbered])
        for one in self.documents(kind):
            if one["id"] not in folded.dead:
                yield self._kinds[kind].trusted({**one, **folded.changes.get(one["id"], {})})

    def against(self, identity: str) -> Iterator[Entry]:
        """The corrections in force that take an entry out."""
        for one in self.documents(CORRECTION):
            dead = one["id"] in self._folded.dead
            if one["target"] == identity and one["action"] != "edit" and not dead:
                yield self._build(CORRECTION, one)

    def find(self, identity: str) -> tuple[str, Document] | None:
        """The kind and document with this id, looked up without parsing a table."""
        found = ((kind, one) for kind in self.sections for one in self._found(kind, (identity,)))
        return next(found, None)

    def now(self, kind: str, document: Document) -> Document:
        """A document with the edits in force applied, defaults filled in, as JSON would hold it."""
        return self._build(kind, self._now(document)).model_dump(mode="json")

    def identities(self) -> list[str]:
        """Every id in the file."""
        return [found.decode() for inside in self.sections.values() for found in _ID.findall(inside)]

    def _in_force(self, kind: str, since: date | None, until: date | None) -> list[Document]:
        first, last = since.isoformat() if since else "", until.isoformat() if until else "~"
        documents, folded = self._since(kind, first), self._folded
        if folded.dead or folded.changes:
            documents = [self._now(one) for one in documents if one["id"] not in folded.dead]
        return [one for one in documents if first <= one["at"][:10] <= last]

    def _since(self, kind: str, first: str) -> list[Document]:
        """The documents that may be about a date or a later one; of a longer table no others are parsed."""
        lines, day = self.sections.get(kind, b""), first.encode()
        if kind in self._documents or _date(lines) >= day or self._edited("at"):
            return self.documents(kind)
        if kind not in self._late or self._late[kind][0] > first:
            late = b"\n".join([line for line in lines.split(b"\n") if _date(line) >= day])
            self._late[kind] = first, _read(late.rstrip(b","))
        return self._late[kind][1]

    def _unmoved(self, name: str, written: Iterable[Document]) -> Iterator[Document]:
        """Those of them that are in force, edits applied, and of which this fact was not edited."""
        gone = self._folded.dead | self._edited(name)
        return (self._now(one) for one in written if one["id"] not in gone)

    def _moved(self, kind: str, name: str) -> Iterator[Document]:
        """Those of a kind that are in force, of which this fact was edited: nothing written tells of them."""
        return map(self._now, self._found(kind, self._edited(name) - self._folded.dead))

    def _edited(self, name: str) -> set[str]:
        return {identity for identity, changes in self._folded.changes.items() if name in changes}

    def _found(self, kind: str, identities: Iterable[str]) -> Iterator[Document]:
        """The documents of a kind with these ids, as written."""
        inside = self.sections.get(kind, b"")
        return (
            one for identity in identities for one in _lines(inside, "id", identity) if one["id"] == identity
        )

    def _now(self, document: Document) -> Document:
        changes = self._folded.changes.get(document["id"])
        return {**document, **changes} if changes else document

    def _build(self, kind: str, document: Document) -> Entry:
        entry = self._built[document["id"]] = self._kinds[kind].trusted(document)
        return entry

    @cached_property
    def _folded(self) -> Folded:
        return fold(self.documents(CORRECTION))


def _lines(inside: bytes, name: str, text: str) -> Iterator[Document]:
    """The documents in whose lines a fact begins so, newest first, each parsed when it is asked for."""
    mark, begin = b'"%s":"%s' % (name.encode(), text.encode(errors="replace")), len(inside)
    while (place := inside.rfind(mark, 0, begin)) >= 0:
        begin, end = inside.rfind(b"\n", 0, place) + 1, inside.find(b"\n", place)
        yield from _read(inside[begin : end if end >= 0 else None].rstrip(b","))


def _date(line: bytes) -> bytes:
    """The local date that the first of some lines is about."""
    return line[(at := line.find(_AT) + len(_AT)) : at + _DATE]


def _read(inside: bytes) -> list[Document]:
    """Documents as they are read. A name is one line whoever wrote it, or it would pass for other rows."""
    found = list(parsed(inside).values())
    broken = b"\\" in inside and (
        b"\\n" in inside or b"\\r" in inside
    )  # one byte is found a hundred times faster
    return [flat(one) for one in found] if broken else found


def document(entry: Entry) -> Document:
    """An entry as it is kept: what differs from the defaults, and always who, when and how."""
    return entry.model_dump(mode="json", exclude_defaults=True)
