"""A long list to choose from, cheap for each key."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text
from textual.coordinate import Coordinate
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import DataTable

from companion.domain.frozen import frozen
from companion.domain.text import row as one_row
from companion.tui.widgets.words import fit

MARK = "›"
GAP = "  "


@frozen
class Column:
    """A column's heading and its width in cells; numbers stand at the right."""

    label: str
    width: int
    right: bool = False


def line(cells: Sequence[str], columns: Sequence[Column]) -> str:
    """A row: a blank for the mark, then the cells, two blanks between. A number is never cut.

    One that is too long for its column takes the room from the widest column of words before it.
    """
    texts, widths = [one_row(text) for text in cells], [column.width for column in columns]
    for at, column in enumerate(columns):
        if column.right and (over := cell_len(texts[at]) - widths[at]) > 0:
            gives = max(range(at), key=lambda n: 0 if columns[n].right else widths[n], default=at)
            widths[gives] -= over
            widths[at] += over
    fitted = (
        text.rjust(width) if column.right else fit(text, width)
        for text, width, column in zip(texts, widths, columns, strict=True)
    )
    return f" {GAP.join(fitted)}"


class Picker(DataTable[Text]):
    """Rows of plain text; › and the hardware cursor stand at one. Moves by half a page.

    Sends DataTable.RowHighlighted and RowSelected; `event.row_key.value` is the key given to `fill`.
    """

    def __init__(
        self,
        *columns: Column,
        header: bool = True,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            cursor_type="row", show_header=header, zebra_stripes=False, cell_padding=1, id=id, classes=classes
        )
        self.parts = columns
        head = self._row([column.label for column in columns])
        self.add_column(head, width=head.cell_len)

    def _row(self, cells: Sequence[str]) -> Text:
        """A row as one piece of plain text: what Textual draws cell by cell costs four times as much."""
        return Text(line(cells, self.parts), end="", no_wrap=True)

    def relabel(self, *labels: str) -> None:
        """Other headings, from the next `fill` on."""
        for column in self.ordered_columns:
            column.label = self._row(labels)

    def fill(self, rows: Iterable[tuple[str, Sequence[str]]], go: str | None = None) -> None:
        """Show these rows, each with its key; the cursor goes to the key `go`, else to the first."""
        with self.app.batch_update():
            self.clear()
            for key, cells in rows:
                self.add_row(self._row(cells), key=key)
        if go is not None:
            self.go(go)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:  # noqa: ARG002
        """In an empty list Enter is left to the room."""
        return action != "select_cursor" or self.row_count > 0

    @property
    def value(self) -> str | None:
        """The key of the row under the cursor; None in an empty list."""
        if not self.is_valid_row_index(self.cursor_row):
            return None
        return self.coordinate_to_cell_key(Coordinate(self.cursor_row, 0)).row_key.value

    def go(self, key: str) -> None:
        """Put the cursor on the row with this key, if it is there."""
        if key in self.rows:
            self.move_cursor(row=self.get_row_index(key))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the hardware cursor belongs."""
        x, y = self.content_region.offset
        return Offset(
            x, y + int(self.header_height * self.show_header) + self.cursor_row - int(self.scroll_y)
        )

    def render_line(self, y: int) -> Strip:
        """A row; the one under the cursor begins with ›."""
        strip = super().render_line(y)
        row = y - self.header_height * self.show_header
        if not self.row_count or row < 0 or row + int(self.scroll_y) != self.cursor_row:
            return strip
        style = next((segment.style for segment in strip if segment.text), None)
        return Strip.join([Strip([Segment(MARK, style)], 1), strip.crop(1)])

    def _scroll_cursor_into_view(self, animate: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """By half a page and at once: a screenful in five keys costs less than a row in each."""
        top, high = int(self.scroll_y), self.size.height - self.header_height * self.show_header
        if high > 0 and not top <= self.cursor_row < top + high:
            self.scroll_to(y=max(0, self.cursor_row - high // 2), animate=False, force=True, immediate=True)

    def action_cursor_down(self) -> None:
        """A row down."""
        self._at_once(super().action_cursor_down)

    def action_cursor_up(self) -> None:
        """A row up."""
        self._at_once(super().action_cursor_up)

    def _at_once(self, move: Callable[[], None]) -> None:
        """Have the room show the row within the same frame: a message would bring it with the next one."""
        before, told = self.cursor_row, getattr(self.screen, "on_data_table_row_highlighted", None)
        if told is None:
            move()
            return
        with self.prevent(DataTable.RowHighlighted):
            move()
        if self.cursor_row != before:
            told()

    def keep_in_view(self) -> None:
        """Scroll until the row under the cursor is in view."""
        self._scroll_cursor_into_view()

    def on_resize(self) -> None:
        """In another height the cursor stays in view."""
        self.keep_in_view()

    def _set_hover_cursor(self, active: bool) -> None:  # noqa: FBT001
        """A pointer passing over says nothing."""

    def _on_mouse_move(self, event: Any) -> None:
        """A pointer passing over says nothing."""


class MealPicker(Picker):
    """Left and right change the time of day."""

    BINDINGS: ClassVar = [("left", "screen.turn(-1)", "Before"), ("right", "screen.turn(1)", "After")]
