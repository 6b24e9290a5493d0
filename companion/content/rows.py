"""Packaged records, each read when it is first asked for: a day needs few of hundreds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic

from companion.content.kinds import Kind
from companion.content.loader import R, as_it_is, broken, common, parsed, raw

_ID = re.compile(rb'^id\s*=\s*"([^"]+)"', re.MULTILINE)


class Rows(Mapping[str, R], Generic[R]):
    """The records of some files by id, in their order.

    Only for what tests have validated: a table is found by its header, without reading the rest.
    """

    def __init__(self, kind: Kind[R], found: Sequence[Path]) -> None:
        self._kind = kind
        self._places: dict[str, tuple[Path, bytes]] = {}
        self._defaults: dict[Path, dict[str, Any]] = {}
        self._heads: dict[Path, bytes] = {}
        self._made: dict[str, R] = {}
        header = b"[[%s]]\n" % kind.table.encode()
        for file in found:
            self._heads[file], *tables = (b"\n" + raw(file)).split(b"\n" + header)
            for table in tables:
                self._places[self._id(file, table)] = file, header + table

    def file(self, id_: str) -> Path:
        """The file of a record; raises KeyError."""
        return self._places[id_][0]

    def __getitem__(self, id_: str) -> R:
        if id_ not in self._made:
            file, table = self._places[id_]
            (values,) = parsed(file, table)[self._kind.table]
            self._made[id_] = as_it_is(self._kind, values, self._inherited(file))
        return self._made[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _id(self, file: Path, table: bytes) -> str:
        found = _ID.search(table)
        if found is None:
            raise broken(file, "", "id", "is missing")
        return found[1].decode()

    def _inherited(self, file: Path) -> dict[str, Any]:
        if file not in self._defaults:
            self._defaults[file] = common(file, parsed(file, self._heads[file]), self._kind.model)
        return self._defaults[file]
