"""The rows of the screen: which lines show, where the announcement stands, where the cursor is."""

from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from companion.tui.widgets.rows import wrapped


class Shown(NamedTuple):
    """What is to be drawn: a text a row, the row and column of the cursor, which line is row 0.

    The last `foot` rows are the announcement.
    """

    rows: list[str]
    row: int
    column: int
    top: int
    foot: int = 0


class View:
    """A screen of some columns and rows, with an announcement at its foot."""

    def __init__(self, wide: int, high: int) -> None:
        self.wide, self.high = max(1, wide), max(1, high)
        self.said, self.is_hushed = "", False

    @property
    def foot(self) -> int:
        """Rows that an announcement may fill."""
        return self.high // 4 if self.high > 1 else 0

    @property
    def room(self) -> int:
        """Rows for the lines of a step, one of them free above the announcement."""
        return max(1, self.high - self.foot - 1)

    def holds(self, text: str) -> bool:
        """Whether an announcement fits."""
        return len(wrapped(text, self.wide)) <= max(1, self.foot)

    def say(self, text: str) -> None:
        """Announce. The same again is hushed at first: readers say only what was not there before."""
        self.is_hushed = text == self.said != ""
        self.said = text

    def draw(self, lines: list[str], at: int, column: int = 0) -> Shown:
        """The rows, with the line under the cursor among them whatever the size."""
        said = wrapped(self.said, self.wide)[: self.foot] if self.said else []
        foot = min(len(said), self.high - 1)
        room = self.high - foot
        top = max(0, min(at - room + 1, len(lines) - room)) if at >= room else 0
        body = [set_cell_size(line, self.wide).rstrip() for line in lines[top : top + room]]
        body += [""] * (room - len(body))
        tail = [""] * foot if self.is_hushed else said[:foot]
        return Shown([*body, *tail], at - top, min(column, self.wide - 1), top, foot)


def typed(label: str, text: str, at: int, wide: int) -> tuple[str, int]:
    """A field with its label in so many columns, and the column of the caret; the part around it shows."""
    room = max(1, wide - cell_len(label) - 1)
    start = 0
    while cell_len(text[start:at]) > room:
        start += 1
    return label + text[start:], cell_len(label + text[start:at])
