"""Opens a download of USDA FoodData Central: a ZIP with tables in it, which may hold anything at all."""

import csv
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from typing import IO

from companion.errors import Malformed

LOCKED = 1  # the flag of a member that needs a password
PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # the ways of the downloads; others may take any memory
BUFFER = 1 << 16
MEGABYTE = 1_000_000
LONGEST_LINE = MEGABYTE  # bytes; that of no table is longer than some hundreds
MOST_PAIRS = 10_000  # of numbers and names; there are some hundreds
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError, OverflowError, IndexError,
)  # fmt: skip


class Archive:
    """The tables of a download, read a row at a time. Nothing is unpacked: names in it are never paths.

    `most` bytes may come out of it in all, and `lines` lines. `heard` is told how much of the wanted tables
    is read, 0 to 1. Raises Malformed for whatever is wrong, with the file and, where there is one, the table.
    """

    def __init__(
        self, file: str, raw: bytes, *, most: int, lines: int, heard: Callable[[float], None]
    ) -> None:
        self._file = file
        self._most = most
        self._lines = self._left = lines
        self._heard = heard
        self._read = 0
        self._size = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            found = self._zip.infolist()
        except _BROKEN:
            raise Malformed("download_no_zip", file=file) from None
        self._members: dict[str, list[zipfile.ZipInfo]] = {}
        for info in found:
            if not info.is_dir():
                self._members.setdefault(info.filename.rpartition("/")[2], []).append(info)

    def __contains__(self, table: str) -> bool:
        return table in self._members

    def want(self, tables: Sequence[str]) -> None:
        """See to it that these tables are there, once each, open to all, and not too large together."""
        for table in tables:
            found = self._members.get(table, [])
            if len(found) != 1:
                raise Malformed(
                    "download_twice" if found else "download_missing", file=self._file, table=table
                )
            if found[0].flag_bits & LOCKED:
                raise Malformed("download_locked", file=self._file)
            if found[0].compress_type not in PACKED:
                raise Malformed("download_damaged", file=self._file, table=table)
        self._size = sum(self._members[table][0].file_size for table in tables)
        if self._size > self._most:
            raise Malformed("download_unpacked", file=self._file, most=self._most // MEGABYTE)

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """The cells of these columns, row by row."""
        with self._open(table) as text:
            lines = csv.reader(text)
            try:
                yield from self._cells(table, lines, columns)
            except csv.Error:
                raise Malformed("download_row", file=self._file, table=table, line=lines.line_num) from None

    def pairs(self, table: str, key: str, value: str) -> dict[str, str]:
        """Two columns, one by the other."""
        found: dict[str, str] = {}
        for name, one in self.rows(table, (key, value)):
            found[name] = one
            if len(found) > MOST_PAIRS:
                raise Malformed("download_long", file=self._file, table=table, most=MOST_PAIRS)
        return found

    def _cells(
        self, table: str, lines: Iterator[list[str]], columns: Sequence[str]
    ) -> Iterator[tuple[str, ...]]:
        header = next(lines, [])
        for column in columns:
            if column not in header:
                raise Malformed("download_column", file=self._file, table=table, column=column)
        pick, width = itemgetter(*map(header.index, columns)), len(header)
        for at, line in enumerate(lines, 2):
            self._left -= 1
            if self._left < 0:
                raise Malformed("download_lines", file=self._file, most=self._lines)
            if len(line) == width:
                yield pick(line)
            elif line:
                raise Malformed("download_row", file=self._file, table=table, line=at)

    @contextmanager
    def _open(self, table: str) -> Iterator[IO[str]]:
        try:
            with self._zip.open(self._members[table][0]) as member:
                counted: io.RawIOBase = _Counted(member, self._told)
                yield io.TextIOWrapper(io.BufferedReader(counted, BUFFER), encoding="utf-8-sig", newline="")
        except (_NoTextError, UnicodeDecodeError):
            raise Malformed("download_no_text", file=self._file, table=table) from None
        except _BROKEN:
            raise Malformed("download_damaged", file=self._file, table=table) from None

    def _told(self, count: int) -> None:
        self._read += count
        if self._size:
            self._heard(min(1.0, self._read / self._size))


class _NoTextError(Exception):
    """There is a zero byte in it, or hardly an end of a line."""


class _Counted(io.RawIOBase):
    """A member of an archive that tells how many bytes came out of it."""

    def __init__(self, member: IO[bytes], told: Callable[[int], None]) -> None:
        self._member = member
        self._line = 0  # bytes since the end of a line, about
        self._told = told

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        found = self._member.read(len(buffer))
        self._line = 0 if b"\n" in found else self._line + len(found)
        if b"\0" in found or self._line > LONGEST_LINE:
            raise _NoTextError
        buffer[: len(found)] = found
        self._told(len(found))
        return len(found)
