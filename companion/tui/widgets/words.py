"""Text on its way to the screen: cleaned, styled by tokens, never parsed as markup."""

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


def chip(text: str) -> Content:
    """A key or a level, as it is printed everywhere."""
    return Content.styled(f" {show(text)} ", CHIP)


def fit(text: str, width: int) -> str:
    """Text in exactly `width` columns; what does not fit ends in "…"."""
    if cell_len(text) > width:
        return set_cell_size(text, max(0, width - 1)) + "…" if width > 0 else ""
    return set_cell_size(text, width)
