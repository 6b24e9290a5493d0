"""Text on its way to the screen: cleaned, styled by tokens, never parsed as markup."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from companion.domain.text import show

LABEL = "bold $primary"
LEAD = "bold"
QUIET = "$quiet"
CHIP = "bold $chip-text on $chip"
NOTICE = "bold $notice"


def words(text: str, style: str = "") -> Content:
    """Text from anywhere, in a style made of tokens."""
    return Content.styled(show(text), style) if style else Content(show(text))


def wrapped(text: Content, width: int) -> list[Content]:
    """Text in lines; where one word would stand alone in the last, the lines are a little shorter."""
    lines = text.wrap(width)
    for narrower in range(width, width * 2 // 3, -1):
        found = text.wrap(narrower)
        if len(found) != len(lines):
            break
        if len(found) == 1 or len(found[-1].plain.split()) > 1:
            return [line.rstrip() for line in found]
    return [line.rstrip() for line in lines]


def chip(text: str) -> Content:
    """A key or a level, as it is printed everywhere."""
    return Content.styled(f" {show(text)} ", CHIP)


def fit(text: str, width: int) -> str:
    """Text in exactly `width` columns; what does not fit ends in "…", before which stands no comma."""
    if cell_len(text) > width > 0:
        text = set_cell_size(text, width - 1).rstrip(" ,;:") + "…"
    return set_cell_size(text, max(0, width))


def whole(text: str, width: int) -> str:
    """Text in at most `width` columns; what does not fit ends in "…", behind a whole word if possible."""
    if cell_len(text) <= width:
        return text
    kept, blank, _ = set_cell_size(text, max(0, width)).rpartition(" ")
    return fit(f"{kept.rstrip(' ,;:')}…", width).rstrip() if blank else fit(text, width)


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
