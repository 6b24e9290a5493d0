"""Tables for a spreadsheet: CSV in which no text can pass for a formula, and an unknown is an empty cell."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from companion.domain.text import ZERO_WIDTH_JOINERS, cleaned

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BEFORE = re.compile(rf"^[\s{ZERO_WIDTH_JOINERS}]+")  # what stands before a formula unseen
DIGITS = 6  # behind the point: sums of rows come to the sums of days


def sheet(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """A table with a line of columns first; a row has a cell for each, empty where it says nothing."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: cell(row.get(key)) for key in columns} for row in rows)
    return out.getvalue()


def cell(value: Any) -> Any:
    """What a spreadsheet may be given: quoted where it looks like a formula; None is an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.{DIGITS}f}".rstrip("0").rstrip(".")
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | dict):
        return guarded(json.dumps(value, ensure_ascii=False))
    return guarded(value) if isinstance(value, str) else value


def guarded(value: str) -> str:
    """A text as a cell, with a ' in front where it would be reckoned with, blanks before it or not."""
    text = str(cleaned(value, lines=True))
    return f"'{text}" if BEFORE.sub("", text).startswith(FORMULA) else text
