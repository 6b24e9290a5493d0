"""A few rows to choose from: the choices of a dialog, the eleven answers of a rating."""

import re
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.widget import Widget

from companion.domain.frozen import frozen
from companion.domain.text import row as one_row
from companion.domain.text import show
from companion.tui.widgets.words import LEAD, QUIET, fit

T = TypeVar("T")
AMOUNT, COMMA = re.compile(r"^[\d,.]*\d(?= [A-Za-z]+$)"), ", "
MARK = "› "
GAP = "   "
FOCUS = "bold $focus-text on $focus"
ALL = 9  # rows that digits can reach; with more pages than one the last is "More"
BELOW, ABOVE = "More below", "More above"


def paged(options: Sequence[T], heights: Sequence[int], high: int) -> list[tuple[T, ...]]:
    """The options in pages that fit; one page where all fit, else each leaves room for the way on."""
    if len(options) <= ALL and sum(heights) <= high:
        return [tuple(options)]
    pages: list[list[T]] = [[]]
    used = 0
    for option, height in zip(options, heights, strict=True):
        if pages[-1] and (used + height > high - 1 or len(pages[-1]) == ALL - 1):
            pages.append([])
            used = 0
        pages[-1].append(option)
        used += height
    return [tuple(page) for page in pages]


@frozen
class Row:
    """One choice: its digit or letter, its words, more about it, and a mark in the row ("at the start")."""

    key: str
    label: str
    detail: str = ""
    mark: str = ""


@frozen
class Line:
    """A line of a row as it is drawn."""

    row: int
    key: str
    text: str
    detail: str = ""
    mark: str = ""


def wrapped(text: str, room: int) -> list[str]:
    """Text in lines of at most `room` columns; nothing for nothing."""
    return [str(part).rstrip() for part in Content(show(text)).wrap(room)] if text else []


def aligned(details: Sequence[str]) -> list[str]:
    """Where all are amounts of the same units, such as 244 g, 149 kcal: right end under right end."""
    amounts = [detail.split(COMMA) for detail in details if detail]
    units = {tuple(AMOUNT.sub("", part) for part in parts) for parts in amounts}
    if len(units) != 1 or not all(AMOUNT.match(part) for parts in amounts for part in parts):
        return list(details)
    wide = [max(map(cell_len, column)) for column in zip(*amounts, strict=True)]
    return [
        COMMA.join(part.rjust(w) for part, w in zip(detail.split(COMMA), wide, strict=True)) if detail else ""
        for detail in details
    ]


class Rows(Widget, can_focus=True):
    """Choices with the focused one marked three ways: ›, bold on its own ground, and the hardware cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home,pageup", "jump(0)", show=False),
        Binding("end,pagedown", "jump(-1)", show=False),
        Binding("enter,space", "choose", show=False),
    ]

    class Chosen(Message):
        """A row was taken."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(
        self,
        rows: Sequence[Row],
        start: int = 0,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.rows = tuple(rows)
        self.index = start
        self.top = 0

    def set_rows(self, rows: Sequence[Row], start: int = 0) -> None:
        """Show other rows."""
        self.rows, self.index, self.top = tuple(rows), start, 0
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Line]:
        """Every row in lines of at most `width` columns; short details stand in a column behind the words."""
        keys = max((cell_len(row.key) for row in self.rows), default=0)
        room = max(8, width - keys - len(MARK) - len(GAP))
        labels = [cell_len(one_row(row.label)) for row in self.rows]
        details = aligned([one_row(row.detail) for row in self.rows])
        column = max(labels, default=0) + len(GAP) if any(row.detail for row in self.rows) else 0
        widest = max((column + cell_len(detail) for detail in details), default=0)
        if max(widest, *labels, 0) <= room:
            return [
                Line(
                    n,
                    row.key.rjust(keys),
                    set_cell_size(one_row(row.label), column or labels[n]),
                    details[n],
                    one_row(row.mark),
                )
                for n, row in enumerate(self.rows)
            ]
        return [line for n, row in enumerate(self.rows) for line in self._wrapped(n, row, keys, room)]

    @classmethod
    def heights(cls, rows: Sequence[Row], width: int) -> list[int]:
        """How many lines each row takes among these."""
        of_rows = [line.row for line in cls(rows).lines(width)]
        return [of_rows.count(number) for number in range(len(rows))]

    @staticmethod
    def _wrapped(number: int, row: Row, keys: int, room: int) -> list[Line]:
        first, *rest = wrapped(row.label, room) or [""]
        lines = [Line(number, row.key.rjust(keys), first, mark=one_row(row.mark))]
        lines += [Line(number, " " * keys, part) for part in rest]
        return lines + [Line(number, " " * keys, "", part) for part in wrapped(row.detail, room)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """All lines, where there is room for them."""
        return max(1, len(self.lines(width)))

    def render(self) -> Content:
        """The lines in view."""
        width, high = self.content_size
        lines = self.lines(width)
        cut = len(lines) > high
        self._keep_in_view(lines, high - cut)
        shown = [self._line(line, width) for line in lines[self.top : self.top + high - cut]]
        if cut:
            below = self.top + high - cut < len(lines)
            shown.append(Content.styled(" " * len(MARK) + (BELOW if below else ABOVE), QUIET))
        return Content("\n").join(shown)

    def _line(self, line: Line, width: int) -> Content:
        on = line.row == self.index and self.has_focus
        lead = MARK if on and line.key.strip() else " " * len(MARK)
        mark = GAP + line.mark if line.mark else ""
        if on:
            return Content.styled(fit(f"{lead}{line.key}  {line.text}{line.detail}{mark}", width), FOCUS)
        return Content.assemble(
            (f"{lead}{line.key}  ", LEAD), line.text, (line.detail, QUIET), (mark, "$primary")
        )

    def _keep_in_view(self, lines: Sequence[Line], high: int) -> None:
        mine = [number for number, line in enumerate(lines) if line.row == self.index]
        if mine and mine[0] < self.top:
            self.top = mine[0]
        elif mine and mine[-1] >= self.top + high:
            self.top = mine[-1] - high + 1

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the hardware cursor belongs: the first line of the focused row."""
        x, y = self.content_region.offset
        for number, line in enumerate(self.lines(self.content_size.width)):
            if line.row == self.index:
                return Offset(x, y + number - self.top)
        return Offset(x, y)

    def action_move(self, by: int) -> None:
        """One row up or down; the ends hold."""
        self.go(max(0, min(len(self.rows) - 1, self.index + by)))

    def action_jump(self, to: int) -> None:
        """To the first or the last row."""
        self.go(to % len(self.rows))

    def action_choose(self) -> None:
        """Take the row under the cursor."""
        if self.rows:
            self.post_message(self.Chosen(self.index))

    def go(self, index: int) -> None:
        """Put the cursor on a row."""
        if index != self.index and 0 <= index < len(self.rows):
            self.index = index
            self.refresh()

    def go_to(self, key: str) -> None:
        """Put the cursor on the row with this key, if there is one."""
        self.go(next((n for n, row in enumerate(self.rows) if row.key == key), self.index))

    def on_focus(self) -> None:
        """The mark appears."""
        self.refresh()

    def on_blur(self) -> None:
        """The mark goes where the keys go."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click takes the whole row under it."""
        at = event.get_content_offset(self)
        lines = self.lines(self.content_size.width)
        high = self.content_size.height
        if at is not None and at.y < min(len(lines), high - (len(lines) > high)):
            self.go(lines[at.y + self.top].row)
            self.action_choose()
