"""A course over days as a picture: points over an axis, a band, named lines. Words say the same beside it."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from companion.domain.frozen import frozen
from companion.tui.widgets.words import QUIET
from companion.wording import numbers

GAP = 1  # columns between the plot and what stands beside it
EVERY = 3  # a named line is a dot in every third column: thin beside the points
DOT = "·"
LINE = "$trough"
EQUAL = 0.05  # values that read the same with one digit behind the point

Cell = tuple[str, str]  # a sign and its style


@frozen
class Point:
    """A value on a day. Marks of different kinds differ in shape, and in colour as well."""

    day: date
    value: float
    mark: str = "●"
    style: str = "$primary"


@frozen
class Named:
    """A value with a name: a number at the axis, or a line through the plot, with its own number there."""

    value: float
    name: str
    at: str = ""


@frozen
class Picture:
    """What is drawn: the days and the values that the plot spans, and what is in it. Values in one unit.

    `whole`: values are whole numbers, and a row that stands for several of them names both ends.
    """

    first: date
    last: date
    low: float
    high: float
    points: tuple[Point, ...] = ()
    axis: tuple[Named, ...] = ()
    lines: tuple[Named, ...] = ()
    band: tuple[float, float] | None = None
    whole: bool = False


@frozen
class Plot:
    """The cells of a picture: `left` columns for the axis, `columns` by `rows` for the points.

    `lines` are those drawn, from above, each with a row of its own: what is not equal stands above or below.
    """

    picture: Picture
    left: int
    columns: int
    rows: int
    lines: tuple[tuple[Named, int], ...] = ()

    def column(self, day: date) -> int:
        """The column of a day: a day a column where they are as many."""
        days = (self.picture.last - self.picture.first).days
        share = (day - self.picture.first).days / days if days else 1.0
        return math.floor(min(1.0, max(0.0, share)) * (self.columns - 1) + 0.5)

    def row(self, value: float) -> int:
        """The row of a value, on its side of every line and of both ends of the band.

        What lies outside stands at the edge.
        """
        row = self.plain_row(value)
        if self.picture.band:
            row = self._beside_band(value, row, *self.picture.band)
        for line, taken in self.lines:
            if abs(value - line.value) < EQUAL:
                return taken
            if value > line.value:
                return min(row, taken - 1)
            row = max(row, taken + 1)
        return row

    def _beside_band(self, value: float, row: int, low: float, high: float) -> int:
        """The row of a value within the band if it is, else above or below it, rows permitting."""
        above, below = high < self.picture.high, low > self.picture.low
        first, last = int(above), self.rows - 1 - int(below)
        if first > last:
            return row
        top = min(last, max(first, self.plain_row(high)))
        foot = min(last, max(first, self.plain_row(low)))
        if value > high:
            return min(row, top - 1) if above else top
        if value < low:
            return max(row, foot + 1) if below else foot
        return min(foot, max(top, row))

    def numbers(self) -> list[str]:
        """What each row stands for where values are whole and rows fewer than they are, such as 4-5."""
        if not self.picture.whole:
            return []
        rows = [list[int]() for _ in range(self.rows)]
        for value in range(math.ceil(self.picture.low), math.floor(self.picture.high) + 1):
            rows[self.row(value)].append(value)
        if all(len(values) < 2 for values in rows):
            return []
        return ["-".join(dict.fromkeys(map(str, (one[0], one[-1])))) if one else "" for one in rows]

    def plain_row(self, value: float) -> int:
        """The row of a value where there are no lines."""
        span = self.picture.high - self.picture.low
        share = (self.picture.high - value) / span if span else 0.5
        return math.floor(min(1.0, max(0.0, share)) * (self.rows - 1) + 0.5)

    @property
    def half(self) -> float:
        """Half of what a row stands for."""
        return (self.picture.high - self.picture.low) / max(1, self.rows - 1) / 2


def plot_of(picture: Picture, width: int, height: int) -> Plot:
    """Room for the points, once the axis, the names of the lines and the dates have theirs."""
    rows = Plot(picture, 0, 0, height - 1).numbers() if height > 1 else []
    names = (*(tick.name for tick in picture.axis), *(line.at for line in picture.lines), *rows)
    left = max((cell_len(name) + GAP for name in names if name), default=0)
    right = max((cell_len(line.name) + GAP for line in picture.lines), default=0)
    plot = Plot(picture, left, max(0, width - left - right), max(0, height - 1))
    return replace(plot, lines=_lines(plot))


def cells(picture: Picture, width: int, height: int) -> list[list[Cell]]:
    """Rows of at most `width` cells: `height` of them, the last with the dates; none without room for any."""
    plot = plot_of(picture, width, height)
    if plot.columns < 1 or plot.rows < 1:
        return []
    drawn = [[*_margin(plot, row), *[_ground(plot, row)] * plot.columns] for row in range(plot.rows)]
    for line, row in plot.lines:
        style = drawn[row][plot.left][1]
        for column in range(0, plot.columns, EVERY):
            drawn[row][plot.left + column] = (DOT, f"{LINE}{style}")
        drawn[row] += [(" ", ""), *((sign, QUIET) for sign in line.name)]
    for point in picture.points:
        if picture.first <= point.day <= picture.last:
            row, column = plot.row(point.value), plot.left + plot.column(point.day)
            drawn[row][column] = (point.mark, point.style + _ground(plot, row)[1])
    under = dates(picture.first, picture.last, plot.left, plot.columns, width)
    return [*drawn, [(sign, QUIET) for sign in under]]


def _margin(plot: Plot, row: int) -> list[Cell]:
    """The number at the axis: a line's own, else one that nothing in its row is far from."""
    name = next((line.at for line, taken in plot.lines if taken == row), "") or _tick(plot, row)
    return (
        [(sign, QUIET) for sign in name.rjust(plot.left - GAP)[: plot.left] + " " * GAP] if plot.left else []
    )


def _tick(plot: Plot, row: int) -> str:
    """The first number of a row. None beside a value that is over half a row away: it would name that."""
    if rows := plot.numbers():
        return rows[row]
    picture, half = plot.picture, plot.half
    inside = [point.value for point in picture.points if plot.row(point.value) == row]
    inside += [line.value for line, taken in plot.lines if taken == row]
    names = (tick for tick in picture.axis if plot.row(tick.value) == row == plot.plain_row(tick.value))
    return next((tick.name for tick in names if all(abs(v - tick.value) <= half for v in inside)), "")


def _ground(plot: Plot, row: int) -> Cell:
    """An empty cell of this row; within the band it has a tone."""
    band = plot.picture.band
    inside = band is not None and plot.row(band[1]) <= row <= plot.row(band[0])
    return (" ", " on $usual" if inside else "")


def _lines(plot: Plot) -> tuple[tuple[Named, int], ...]:
    """The lines within the plot, from above, each with a row; the last named go where rows are too few.

    Between two lines, above the first and below the last there is a row where points need one.
    """
    picture = plot.picture
    named = [line for line in picture.lines if picture.low <= line.value <= picture.high]
    while named:
        found = sorted(named, key=lambda line: -line.value)
        values = [math.inf, *(line.value for line in found), -math.inf]
        steps = [
            1 + any(low + EQUAL <= point.value <= high - EQUAL for point in picture.points)
            for high, low in pairwise(values)
        ]
        if sum(steps) <= plot.rows + 1:
            rows = [plot.plain_row(line.value) for line in found]
            for number, step in enumerate(steps[:-1]):
                rows[number] = max(rows[number], (rows[number - 1] if number else -1) + step)
            below = plot.rows
            for number in reversed(range(len(rows))):
                below = rows[number] = min(rows[number], below - steps[number + 1])
            return tuple(zip(found, rows, strict=True))
        named.pop()
    return ()


def dates(first: date, last: date, left: int, columns: int, width: int) -> str:
    """The first day under the first column, the last under the last; in short where there is little room.

    Of different years each says its own.
    """
    if first.year == last.year:
        both = (numbers.day(first), numbers.day(last)), (f"{first:%-d %b}", f"{last:%-d %b}")
    else:
        both = (numbers.dated(first), numbers.dated(last)), (f"{first:%b %Y}", f"{last:%b %Y}")
    for names in both:
        gap = columns - sum(map(len, names))
        if first != last and gap >= GAP:
            return " " * left + (" " * gap).join(names)
    return (" " * left + numbers.day(last))[:width]


class Course(Widget):
    """Draws a picture in the room it has; nothing is drawn again while the picture stays the same."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.picture: Picture | None = None

    def set(self, picture: Picture | None) -> None:
        """Show another picture, or none."""
        if picture != self.picture:
            self.picture = picture
            self.refresh()

    def render(self) -> Content:
        """The cells, those of one style together."""
        if self.picture is None:
            return Content()
        rows = cells(self.picture, *self.content_size)
        return Content("\n").join(run(row) for row in rows)


def run(row: Sequence[Cell]) -> Content:
    """A row of cells, those of one style together."""
    runs = groupby(row, key=lambda cell: cell[1])
    return Content.assemble(*(("".join(sign for sign, _ in run), style) for style, run in runs))
