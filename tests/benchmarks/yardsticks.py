"""What else could keep a diary: SQLite as durable as it can be, and TinyDB as it comes."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from tinydb import TinyDB, where

Document = dict[str, Any]
Kinded = Iterator[tuple[str, Document]]


class Sqlite:
    """Rows with a JSON body and an index on the date; WAL, synchronous=FULL."""

    def __init__(self, file: Path) -> None:
        self.db = sqlite3.connect(file, isolation_level=None)
        self.db.execute("pragma journal_mode=wal")
        self.db.execute("pragma synchronous=full")

    @classmethod
    def fill(cls, file: Path, documents: Kinded) -> Path:
        """A new file with these in it."""
        db = cls(file).db
        db.execute("create table entry (id text primary key, day text, kind text, body text)")
        db.execute("begin")
        db.executemany("insert into entry values (?, ?, ?, ?)", (_row(*one) for one in documents))
        db.execute("create index by_day on entry (day, kind)")
        db.execute("commit")
        db.close()
        return file

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    def insert(self, kind: str, document: Document) -> None:
        """One row and one commit."""
        self.db.execute("insert into entry values (?, ?, ?, ?)", _row(kind, document))

    def between(self, first: str, last: str, kind: str = "") -> list[Document]:
        """The documents of these days, of one kind or of all."""
        asked = "select body from entry where day between ? and ?" + (" and kind = ?" if kind else "")
        given = (first, last, kind) if kind else (first, last)
        return [orjson.loads(body) for (body,) in self.db.execute(asked, given)]


class Tiny:
    """One file of JSON, a table a kind."""

    def __init__(self, file: Path) -> None:
        self.db = TinyDB(file)

    @staticmethod
    def fill(file: Path, documents: Kinded) -> Path:
        """A new file with these in it."""
        tables: dict[str, dict[str, Document]] = {}
        for kind, one in documents:
            table = tables.setdefault(kind, {})
            table[str(len(table) + 1)] = one
        file.write_bytes(orjson.dumps(tables))
        return file

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    def insert(self, kind: str, document: Document) -> None:
        """One document, written with all the others."""
        self.db.table(kind).insert(document)

    def between(self, first: str, last: str, kind: str = "") -> list[Document]:
        """The documents of these days, of one kind or of all."""
        asked = where("at").test(lambda at: first <= at[:10] <= last)
        return [
            one
            for name in ([kind] if kind else self.db.tables())
            for one in self.db.table(name).search(asked)
        ]


def _row(kind: str, document: Document) -> tuple[object, ...]:
    return document["id"], document["at"][:10], kind, orjson.dumps(document).decode()
