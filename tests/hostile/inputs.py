"""Forty-four bad inputs, by their numbers, and what no output may hold.

41 (windows), the gate's command lines (40) and signals during a write (44) are tried where their code is:
tests/cli, tests/ssh and tests/store. What an import (32 to 36) and a backup (36, 39) are given: tests/cli.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

TEXTS: dict[int, str] = {
    1: "\x1b]0;x\x07",
    2: "\x1b[2J\x1b[H",
    3: "\x1b]52;c;ZXZpbA==\x07",
    4: "\x9b2J",
    5: "\x9d0;x\x9c",
    6: "Soup \u202eevil\u2066 \u200f",
    7: "[/nope]",
    8: "[bold",
    9: "[@click=app.quit]x[/]",
    10: "[link='file:///etc/passwd']x[/link]",
    11: "\\[ends with \\",
    12: "a\0b",
    13: "lone \ud800 half",
    14: "e" + "\u0301" * 200,
    15: "x" * 10_000,
    16: "漢字カレー 👩‍👩‍👧‍👦 🍲 " * 3,
    17: "   \t \n ",
    18: "\u200b\u200c\u200d\u2060\ufeff",
    19: "ZOE\u0308",  # one name with "Zoë"
    20: "مرق 12 שלום 34",
}
WRITTEN = "".join(TEXTS[n] for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 11)) + "\n9. Leave\r\n\tLeft"
WIDE = TEXTS[16] + TEXTS[20] + TEXTS[14]
MARKS = 4  # in a row, at most
JOINERS = "\u200c\u200d"
KINDS = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # of characters: controls, formats, halves, ends of lines
STEERS = "".join(char for char in map(chr, range(0xE0080)) if unicodedata.category(char) in KINDS)
STEERING = re.compile(f"[{re.escape(STEERS)}]")
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>78]|\x1b\([B0]")  # of which the program's own are made
STORED = {0, 2, 3, 5}  # exit codes that a text may come to


def steering(text: str, *, own: str = "\n") -> list[str]:
    """The characters of a text that could move a cursor, colour or turn round what stands there."""
    return [char for char in STEERING.findall(text) if char not in own + JOINERS]


def unclean(text: str, *, lines: bool = False) -> str:
    """What of a kept text should not have been kept; "" where it is clean."""
    if found := steering(text, own="\n" if lines else ""):
        return f"{found[0]!r} in {text[:60]!r}"
    if re.search(rf"[\u0300-\u036f]{{{MARKS + 1}}}", text):
        return f"more than {MARKS} marks in {text[:60]!r}"
    return "" if text == text.strip() else f"blanks around {text[:60]!r}"


def strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text within a document, keys too, each with the names that lead there."""
    match value:
        case str():
            yield path, value
        case dict():
            for key, inside in value.items():
                yield path, str(key)
                yield from strings(inside, f"{path}.{key}" if path else str(key))
        case list() | tuple():
            for inside in value:
                yield from strings(inside, path)
