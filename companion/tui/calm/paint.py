"""The second painter: a row is written when its text changed, whole, as a reader is to say it.

One character more or less at the end of a row is written alone. What changed its colour only is not written,
unless `looks` count. Some readers say rows in the order in which they come: the announcement, in the last
`foot` rows, is written before what it came with. See tui/paint.py for what both stand on.
"""

from collections.abc import Sequence

from rich.color import ColorSystem
from textual.strip import Strip

from companion.tui.paint import Cell, Painter, cells, runs


class LinePainter(Painter):
    """Remembers the last frame and writes the rows that say something else in the next."""

    def __init__(self, *, erase: bool = True, looks: bool = False) -> None:
        super().__init__(erase=erase)
        self.looks, self.foot = looks, 0
        self.echoed: tuple[int, str] | None = None  # the row of the cursor, and the key pressed there

    def frame(self, strips: Sequence[Strip], colours: ColorSystem | None, first: int = -1) -> str:  # noqa: ARG002
        """The bytes that turn the last frame into this one; "" when no text changed."""
        whole = len(strips) != len(self.strips)
        out = self._anew() if whole else []
        rows = [cells(strip, colours) for strip in strips]
        above = max(0, len(rows) - self.foot)
        for y in (*range(above, len(rows)), *range(above)):
            row = rows[y]
            old = None if whole or len(self.rows[y]) != len(row) else self.rows[y]
            if old is not None and not self.looks:
                old = [(was, seen) for (was, _), (_, seen) in zip(old, row, strict=True)]
            if old == row:
                continue
            if row and self.echoed == (y, row[0][0]):  # yasr is silent about it: it takes it for an echo
                out.append(f"\x1b[{y + 1};1H{row[0][0]}")
            was = old if old and self._is_one_more(row, old) else None
            self._row(out, (y, row, was), steps=False)
        self.strips, self.rows = list(strips), rows
        if out:
            out += self._anew()
            self.echoed = None
        return "".join(out)

    @staticmethod
    def _is_one_more(row: list[Cell], old: list[Cell]) -> bool:
        """Whether the only change is a character more, or one less, at the end of what is written."""
        changed = list(runs(row, old))
        if len(changed) != 1:
            return False
        start, end = changed[0]
        after = [text for text, _ in (*row[end:], *old[end:])]
        new, was = ("".join(text for text, _ in line[start:end]) for line in (row, old))
        return (
            not "".join(after).strip()
            and (len(new) == 1 or len(was) == 1)
            and not (new.strip() and was.strip())
        )
