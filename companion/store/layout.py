"""How a file of the diary looks: a TinyDB file, one document a line, its first line vouching for the rest.

{"_meta": {"1": {"schema": 1, "crc32": "89abcdef", "newest": "01k..."}},
"meal": {
"1": {"id": ...},
"2": {"id": ...}
},
"correction": {
...
}
}
"""

import re
import zlib
from collections.abc import Mapping
from typing import Any

import orjson

from companion.store.ids import DIGITS
from companion.store.migrations import FORMAT, Document, Migration, Tables, upgraded

Sections = dict[str, bytes]

HEAD_BYTES = 256
_SCHEMA = re.compile(rb'\{"_meta": \{"1": \{"schema": (\d+)\b')
_HEAD = re.compile(
    rb'\{"_meta": \{"1": \{"schema": (\d+), "crc32": "([0-9a-f]{8})", "newest": "([%s]*)"\}\},\n'
    % DIGITS.encode()
)
_END = b"\n}\n}\n"
_BETWEEN = b"\n},\n"
_OPENED = b'": {\n'


class DamageError(Exception):
    """What is wrong with a file: a fault as a code, and a detail where one helps."""

    def __init__(self, fault: str, detail: str = "") -> None:
        super().__init__(fault, detail)
        self.fault = fault
        self.detail = detail


class NewerError(Exception):
    """The file was written by a newer version, in this format."""

    def __init__(self, schema: int) -> None:
        super().__init__(schema)
        self.schema = schema


def encode(sections: Mapping[str, bytes], newest: str, schema: int = FORMAT) -> bytes:
    """The bytes of a file, from the lines of its tables and the newest id in it."""
    pieces: list[bytes] = []
    for kind, inside in sections.items():
        if inside:
            pieces += (_BETWEEN if pieces else b"", b'"%s": {\n' % kind.encode(), inside)
    pieces += (b"" if pieces else b'"_default": {\n', _END)
    checksum = _checksum(schema, newest.encode(), *pieces)
    head = b'{"_meta": {"1": {"schema": %d, "crc32": "%08x", "newest": "%s"}},\n'
    return b"".join((head % (schema, checksum, newest.encode()), *pieces))


def decode(raw: bytes, migrations: Mapping[int, Migration]) -> tuple[Sections, str, int]:
    """The lines of each table, the newest id and the format found. Raise DamageError or NewerError."""
    schema, newest, start = _vouched(raw)
    if schema == FORMAT:
        return _sections(raw, start), newest, schema
    try:
        tables = upgraded(orjson.loads(b"{" + raw[start:]), schema, migrations)
    except (KeyError, ValueError) as error:
        raise DamageError("format", str(schema)) from error
    return {kind: lines(table) for kind, table in tables.items()}, newest, schema


def newest_in(head: bytes) -> str:
    """The newest id in a file, from its first bytes; empty where they do not say."""
    found = _HEAD.match(head)
    return found[3].decode() if found else ""


def loosely(raw: bytes) -> Tables:
    """Tables of a file edited by hand, whatever its layout and checksum. Raise DamageError or NewerError."""
    if (found := _SCHEMA.match(raw)) and int(found[1]) > FORMAT:
        raise NewerError(int(found[1]))
    try:
        tables = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise DamageError("not_json", str(error)) from error
    if not isinstance(tables, dict):
        raise DamageError("not_json")
    tables.pop("_meta", None)
    if not all(isinstance(table, dict) for table in tables.values()):
        raise DamageError("not_json")
    return tables


def lines(table: Mapping[str, Any]) -> bytes:
    """A table as lines, one document each, the highest number last."""
    return b",\n".join(line(number, table[number]) for number in sorted(table, key=int))


def line(number: str, document: Any) -> bytes:
    """One document as its line."""
    return b'"%s": %s' % (number.encode(), orjson.dumps(document))


def parsed(inside: bytes) -> dict[str, Document]:
    """Parse the lines of a table into documents by their numbers. Raise DamageError."""
    try:
        table: dict[str, Document] = orjson.loads(b"{%s}" % inside)
    except orjson.JSONDecodeError as error:
        raise DamageError("not_json", str(error)) from error
    if not all(type(document) is dict for document in table.values()):
        raise DamageError("not_object")
    return table


def _checksum(schema: int, newest: bytes, *pieces: bytes | memoryview) -> int:
    checksum = zlib.crc32(b"%d %s" % (schema, newest))
    for piece in pieces:
        checksum = zlib.crc32(piece, checksum)
    return checksum


def _vouched(raw: bytes) -> tuple[int, str, int]:
    """Format and newest id of a file whose checksum holds, and where its tables begin."""
    if not raw:
        raise DamageError("empty")
    found = _SCHEMA.match(raw)
    if found and int(found[1]) > FORMAT:
        raise NewerError(int(found[1]))
    head = _HEAD.match(raw)
    if not head:
        raise DamageError("not_ours")
    if int(head[2], 16) != _checksum(int(head[1]), head[3], memoryview(raw)[head.end() :]):
        raise DamageError("checksum" if raw.endswith(_END) else "cut")
    return int(head[1]), head[3].decode(), head.end()


def _sections(raw: bytes, start: int) -> Sections:
    """The lines of each table; nothing else of a file, which may be large, is copied."""
    if not raw.endswith(_END, start):
        raise DamageError("layout")
    sections, end = {}, len(raw) - len(_END)
    while start <= end:
        between = raw.find(_BETWEEN, start, end)
        stop = between if between >= 0 else end
        opened = raw.find(_OPENED, start, stop)
        if opened < 0 or raw[start : start + 1] != b'"':
            raise DamageError("layout")
        sections[raw[start + 1 : opened].decode()] = raw[opened + len(_OPENED) : stop]
        start = stop + len(_BETWEEN)
    return sections
