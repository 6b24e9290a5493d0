"""What `export` wrote, read again: hostile until every text and every number in it was looked at."""

import json
import re
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from pydantic import ValidationError

from companion.config.settings import Settings
from companion.domain.frozen import frozen
from companion.domain.text import cleaned
from companion.errors import Refused, first_fault
from companion.services.imports_held import Row, held
from companion.store.imports import MEGABYTE
from companion.store.imports import read as read_bytes

if TYPE_CHECKING:
    from companion.domain.entries import Entry
    from companion.services.companion import Companion

SCHEMA = 1
TABLE = "id,kind,at"  # how the CSV of an export begins
MOST_KEYS = 1000  # of one object: no entry has a hundred
NAMED = 40  # letters of a key that is told
DEEPEST = 40  # lists within lists; a programme as it is kept has a handful
DIGITS = 20  # of a whole number: more is no number anybody wrote down
LARGEST = 1e9
LETTERS = 4000  # of one text: more than any that can be written down
SPARE, BYTES_EACH = 200_000, 50  # so many brackets, and one more for so many bytes: an entry takes 250
HALVES = re.compile("[\ud800-\udfff]")


@frozen
class Parcel:
    """What is in a file: its entries by the order of writing, the settings if any, whether it is invented.

    `washed` counts the entries of which some letters were left out, such as those that steer a screen.
    """

    entries: tuple["Entry", ...]
    settings: Settings | None
    demo: bool
    washed: int


class _FaultError(Exception):
    """What is wrong with a file, as a code, and a detail."""

    def __init__(self, fault: str, detail: object = "") -> None:
        super().__init__(fault)
        self.fault = fault
        self.detail = detail


def read(companion: "Companion", file: Path) -> Parcel:
    """What a file holds, each entry held to its kind; raises Failure or Refused with what is wrong in it."""
    most = int(companion.content.limit("limits.import_mb")) * MEGABYTE
    raw = read_bytes(file, most)
    try:
        found = _document(raw)
        rows = [_row(row) for row in found["entries"]]
        settings = _settings(found.get("settings"))
    except _FaultError as error:
        raise Refused("bad_import", file=str(file), fault=error.fault, detail=error.detail) from None
    except RecursionError:
        raise Refused("bad_import", file=str(file), fault="too_deep", detail="") from None
    entries = held(companion, rows)
    return Parcel(entries, settings, found.get("demo") is True, sum(row.washed for row in rows))


def _document(raw: bytes) -> dict[str, Any]:
    """The object that a file holds, of the format that this version knows."""
    if not raw:
        raise _FaultError("empty")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in raw[:4]:
        raise _FaultError("utf16")
    if raw.count(b"{") + raw.count(b"[") > SPARE + len(raw) // BYTES_EACH:
        raise _FaultError("brackets")  # before a hundred times its size is made of it
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _FaultError("not_text") from None
    if text.startswith(TABLE):
        raise _FaultError("table")
    try:
        found = json.loads(
            text, object_pairs_hook=_once, parse_int=_whole, parse_float=_finite, parse_constant=_no_number
        )
    except json.JSONDecodeError as error:
        raise _FaultError("not_json", f"line {error.lineno}") from None
    if not isinstance(found, dict) or "schema" not in found or not isinstance(found.get("entries"), list):
        raise _FaultError("diary_file" if isinstance(found, dict) and "_meta" in found else "no_export")
    if type(found["schema"]) is not int or found["schema"] < SCHEMA:
        raise _FaultError("no_export")
    if found["schema"] > SCHEMA:
        raise _FaultError("newer", found["schema"])
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > MOST_KEYS:
        raise _FaultError("keys", f"{MOST_KEYS:,}")
    made = dict(pairs)
    if len(made) < len(pairs):
        seen = set[str]()
        for key, _ in pairs:
            if key in seen:
                raise _FaultError("twice", cleaned(key[:NAMED]))
            seen.add(key)
    return made


def _whole(digits: str) -> int:
    if len(digits) > DIGITS:
        raise _FaultError("number")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise _FaultError("number")
    return number


def _no_number(name: str) -> NoReturn:
    raise _FaultError("number", name)


def _row(row: Any) -> Row:
    if not isinstance(row, dict) or not isinstance(row.get("kind"), str):
        raise _FaultError("no_entry")
    _hold(row)
    fresh = cleaned(row)
    washed = fresh != row
    kind, removed = fresh.pop("kind"), fresh.pop("removed", None)
    if removed is not None and not isinstance(removed, bool):
        raise _FaultError("no_entry")
    return Row(kind, fresh, removed, washed)


def _hold(value: Any, depth: int = 0) -> None:
    """Raise _FaultError for what no entry holds: brackets without end, huge numbers, long or broken texts."""
    if depth > DEEPEST:
        raise _FaultError("too_deep")
    if isinstance(value, dict):
        for key in value:
            _hold_text(key)
        value = [*value.values()]
    if isinstance(value, list):
        for one in value:
            _hold(one, depth + 1)
    elif isinstance(value, str):
        _hold_text(value)
    elif isinstance(value, int | float) and abs(value) > LARGEST:
        raise _FaultError("number")


def _hold_text(text: str) -> None:
    if len(text) > LETTERS:
        raise _FaultError("long", LETTERS)
    if not text.isascii() and HALVES.search(text):
        raise _FaultError("half")


def _settings(found: Any) -> Settings | None:
    if found is None:
        return None
    if not isinstance(found, dict):
        raise _FaultError("settings")
    try:
        return Settings.model_validate(found)
    except ValidationError as error:
        raise _FaultError("settings", first_fault(error)[0].partition(".")[0].replace("_", "-")) from None
