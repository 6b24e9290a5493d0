"""Text on its way to the screen: cleaned, styled by tokens, never parsed as markup."""

import re
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from companion.domain.text import show

LABEL = "bold $primary"
LEAD = "bold"
QUIET = "$quiet"
CHIP = "bold $chip-text on $chip"
NOTICE = "bold $notice"
LOOSE = re.compile(r"([\s,;:(]+[\d.,]+)?[\s,;:(]*$")  # a number whose unit was cut off, and what led to it
UNIT = re.compile(r"(?<=\d) (?=(?:kg|g|mL|kcal|mm|cm)\b|%)")
HELD = "\ue000"  # a sign that nobody writes, as wide as a blank


def words(text: str, style: str = "") -> Content:
    """Text from anywhere, in a style made of tokens."""
    return Content.styled(show(text), style) if style else Content(show(text))


def in_lines(text: Content, width: int) -> list[Content]:
    """Text in lines of at most `width` columns; a number keeps its unit beside it."""
    if not UNIT.search(text.plain):
        return text.wrap(width)
    held = Content(UNIT.sub(HELD, text.plain), list(text.spans)).wrap(width)
    return [Content(line.plain.replace(HELD, " "), list(line.spans)) for line in held]


def wrapped(text: Content, width: int) -> list[Content]:
    """Text in lines; where one word would stand alone in the last, the lines are a little shorter."""
    lines = in_lines(text, width)
    for narrower in range(width, width * 2 // 3, -1):
        found = in_lines(text, narrower)
        if len(found) != len(lines):
            break
        if len(found) == 1 or len(found[-1].plain.split()) > 1:
            return [line.rstrip() for line in found]
    return [line.rstrip() for line in lines]


def chip(text: str) -> Content:
    """A key or a level, as it is printed everywhere."""
    return Content.styled(f" {show(text)} ", CHIP)


def fit(text: str, width: int) -> str:
    """Text in exactly `width` columns; what does not fit ends in "…", behind a word if most of it stays.

    Before it stands no comma, and no number that would have lost its unit.
    """
    if cell_len(text) > width > 0:
        kept = set_cell_size(text, width - 1)
        behind = LOOSE.sub("", set_cell_size(text, width).rpartition(" ")[0])
        text = f"{behind if cell_len(behind) * 2 >= width else kept.rstrip(' ,;:')}…"
    return set_cell_size(text, max(0, width))


def in_columns(rows: Sequence[str]) -> list[str]:
    """Rows such as "Tue 7 April: 748 kcal" with their values in one column, and numbers ending in one."""
    parts = [row.partition(": ") for row in rows]
    ends = [value.partition(" ")[0] if value[:1].isdigit() else "" for _, _, value in parts]
    longest = max(map(len, ends), default=0)
    named = max((cell_len(name) for name, colon, _ in parts if colon), default=0)
    told = []
    for (name, colon, value), end in zip(parts, ends, strict=True):
        before = named - cell_len(name) + (longest - len(end) if end else 0)
        told.append(f"{name}{colon}{' ' * before}{value}" if colon else name)
    return told
