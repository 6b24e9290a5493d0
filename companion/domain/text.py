"""Text from people is hostile until cleaned: clean() on the way in, show() on the way out."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

ZERO_WIDTH_JOINERS = "\u200c\u200d"
MARKS_IN_A_ROW = 4
NFC_GROWS = 3  # at most, from a letter to its parts
SEQUENCES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")  # what moves a cursor or colours text


def clean(text: str, *, limit: int = 80, lines: bool = False) -> str:
    """What may be kept: NFC, no control or bidi characters, at most four combining marks in a row, trimmed.

    Newlines stay only where `lines`; a tab becomes a space. At most `limit` characters are kept.
    """
    normal = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept: list[str] = []
    marks = 0
    for char in normal:
        if char == "\n":
            kept.append("\n" if lines else " ")
            marks = 0
            continue
        if not _allowed(char):
            continue
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MARKS_IN_A_ROW:
            kept.append(char)
    return "".join(kept).strip()[:limit].strip(" \n" + ZERO_WIDTH_JOINERS)


def named(text: str | None) -> str:
    """A name as it may be kept; "" for what has no letter in it."""
    name = clean(SEQUENCES.sub("", text or ""))  # whole: of some of them a letter would be left
    return name if any(map(str.isalpha, name)) else ""


@lru_cache(maxsize=4096)
def _allowed(char: str) -> bool:
    if char in ZERO_WIDTH_JOINERS:
        return True
    category = unicodedata.category(char)
    noncharacter = (ord(char) & 0xFFFE) == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF
    return category not in {"Cc", "Cf", "Cs", "Zl", "Zp"} and not noncharacter


def decimal(typed: object) -> float:
    """A number as people type it, with a decimal point or comma; raises ValueError."""
    text = str(typed).strip().replace(",", ".")
    if "_" in text:  # Python would read 1_0 as ten
        raise ValueError(text)
    return float(text)


def show(text: str) -> str:
    """What may reach a terminal: every text is cleaned again, since files are written by other hands too."""
    return clean(text, limit=len(text), lines=True)


def row(text: str) -> str:
    """What may stand in one row of a screen: a line end in it would make another row of its rest."""
    return str(flat(show(text)))


def flat(value: Any) -> Any:
    """A JSON value whose texts are one line each; only what is called a note keeps its lines."""
    match value:
        case str():
            return " ".join(value.splitlines()) if "\n" in value or "\r" in value else value
        case dict():
            return {key: one if key == "note" else flat(one) for key, one in value.items()}
        case list():
            return [flat(one) for one in value]
    return value


def cleaned(value: Any, *, lines: bool = False) -> Any:
    """A JSON value in which every text is as it may be kept; only what is called a note keeps its lines."""
    match value:
        case str():
            if value.isascii() and value.isprintable() and value == value.strip():
                return value  # as nearly all are: what follows looks at each letter
            return clean(value, limit=len(value) * NFC_GROWS, lines=lines)
        case dict():
            return {cleaned(key): cleaned(one, lines=key == "note") for key, one in value.items()}
        case list():
            return [cleaned(one) for one in value]
    return value
