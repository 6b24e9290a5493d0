"""A long list in sections: headings that the cursor passes over."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.coordinate import Coordinate
from textual.strip import Strip

from companion.domain.text import show
from companion.tui.widgets.picker import Picker
from companion.tui.widgets.words import fit

HEADING = "#"  # the key of a heading begins with it


class Sections(Picker):
    """A Picker in which a row whose key begins with # is a heading: its first cell, over the whole width."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"sections--heading"}
    DEFAULT_CSS = """
    Sections > .sections--heading { color: $primary; text-style: bold; }
    """

    def fill(self, rows: Iterable[tuple[str, Sequence[str]]], go: str | None = None) -> None:
        """Show these rows; the cursor goes to the key `go`, else to the first row below a heading."""
        listed = list(rows)
        self.titles = {key: cells[0] for key, cells in listed if key.startswith(HEADING)}
        super().fill(listed, go)
        if self.is_heading(self.cursor_row):
            self.move_cursor(row=self.cursor_row + 1)

    def is_heading(self, row: int) -> bool:
        """Whether a row is a heading."""
        return self.key_of(row).startswith(HEADING)

    def key_of(self, row: int) -> str:
        """The key of a row; "" where there is none."""
        if not self.is_valid_row_index(row):
            return ""
        return self.coordinate_to_cell_key(Coordinate(row, 0)).row_key.value or ""

    def validate_cursor_coordinate(self, value: Coordinate) -> Coordinate:
        """On a heading the cursor goes on the way it came; where there is nothing more, the other way."""
        there = super().validate_cursor_coordinate(value)
        if not self.is_heading(there.row):
            return there
        up = there.row < self.cursor_row
        ahead = range(there.row - 1, -1, -1) if up else range(there.row + 1, self.row_count)
        back = range(there.row + 1, self.row_count) if up else range(there.row - 1, -1, -1)
        free = (row for row in (*ahead, *back) if not self.is_heading(row))
        return Coordinate(next(free, there.row), there.column)

    def _scroll_cursor_into_view(self, animate: bool = False) -> None:  # noqa: FBT001, FBT002
        """The heading above the first row comes into view with it."""
        if self.cursor_row == 1 and self.is_heading(0):
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        super()._scroll_cursor_into_view(animate)

    def show_from(self, key: str) -> None:
        """Put the row with this key at the top, below its heading."""
        row = self.get_row_index(key)
        top = row - 1 if self.is_heading(row - 1) else row
        self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def render_line(self, y: int) -> Strip:
        """A heading runs over all columns."""
        key = self.key_of(y + int(self.scroll_y))
        if not key.startswith(HEADING):
            return super().render_line(y)
        style = self.get_component_rich_style("sections--heading")
        return Strip([Segment(fit(f"  {show(self.titles[key])}", self.size.width), style)], self.size.width)
