"""What TinyDB works on while a change is being made. Nothing reaches the disk from here."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as Numbered
from tinydb.table import Table

from companion.store.layout import DamageError, Sections, line, lines, parsed
from companion.store.migrations import Document


class Draft(Storage):
    """A file's tables in memory, a stock TinyDB over them, and the newest id the file had."""

    def __init__(self, sections: Sections, newest: str) -> None:
        self.newest = newest
        self.changed = False
        self._tables = _Tables(sections)
        self._added: list[tuple[str, Document]] = []
        self.db = _Database(storage=lambda: self)

    def read(self) -> dict[str, dict[str, Any]]:
        """Hand TinyDB the tables to change in place."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take over what TinyDB made of them."""
        self.changed = True
        self._tables = data if isinstance(data, _Tables) else _Tables(data)

    def add(self, kind: str, document: Document) -> int:
        """Add a document to a table nobody has looked into as one more line, at no cost for the others."""
        inside = cast("bytes", self._tables.get(kind, b""))
        number = _free_number(inside)
        added = line(str(number), document)
        self._tables[kind] = b",\n".join((inside, added)) if inside else added
        self._added.append((kind, document))
        self.changed = True
        return number

    def merge(self, kind: str, documents: Iterable[Document]) -> None:
        """Add many documents to a table nobody has looked into, each where its id places it among the others.

        A table is in the order of writing, and whoever counts back from its end relies on that.
        """
        fresh, kept = list(documents), parsed(cast("bytes", self._tables.get(kind, b"")))
        ordered = sorted([*kept.values(), *fresh], key=lambda one: str(one["id"]))
        self._tables[kind] = lines({str(number): one for number, one in enumerate(ordered, 1)})
        self._added += [(kind, document) for document in fresh]
        self.changed = True

    def opened(self, kind: str) -> bool:
        """Whether a table was looked into and so is TinyDB's to keep."""
        return isinstance(self._tables.get(kind, b""), dict)

    def touched(self) -> Iterator[tuple[str, Document]]:
        """Kind and document of all that may be new or different."""
        for kind, table in self._tables.items():
            if isinstance(table, dict):
                yield from ((kind, document) for document in table.values())
        yield from self._added

    def sections(self) -> Sections:
        """Write every table as its lines."""
        return {
            kind: lines(table) if isinstance(table, dict) else cast("bytes", table)
            for kind, table in self._tables.items()
        }


class _Tables(dict[str, Any]):
    """TinyDB's tables by name: lines as they were read, until TinyDB looks into them."""

    def __getitem__(self, kind: str) -> Any:
        table = super().__getitem__(kind)
        if isinstance(table, bytes):
            table = self[kind] = parsed(table)
        return table


class _Rows(Table):
    """A stock table, except that adding one document does not copy all the others twice."""

    def insert(self, document: Mapping[str, Any]) -> int:
        draft = cast("Draft", self.storage)
        if isinstance(document, Numbered) or draft.opened(self.name):
            return super().insert(document)
        return draft.add(self.name, dict(document))


class _Database(TinyDB):
    table_class = _Rows


def _free_number(inside: bytes) -> int:
    """Count on from the last line, which has the highest number."""
    if not inside:
        return 1
    last = inside[inside.rfind(b"\n") + 1 :]
    number = last[1 : last.find(b'"', 1)]
    if last[:1] != b'"' or not number.isdigit() or not last.endswith(b"}"):
        raise DamageError("not_object")
    return int(number) + 1
