"""Days as bars that stand on zero; a day without an entry is a question mark. Words say it as well."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from math import ceil

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from companion.domain.frozen import frozen
from companion.domain.trends import DayValue
from companion.tui.widgets.course import GAP, Cell, dates, run
from companion.tui.widgets.words import QUIET, words
from companion.wording import numbers
from companion.wording import trends_picture as said

EIGHTHS = " ▁▂▃▄▅▆▇█"
FULL = len(EIGHTHS) - 1
MEAN, MISSING, RUNS = "•", "?", "–"
BAR, ON_BAR, ZONE = "$primary", "$background on $primary", " on $usual"
EACH = "each"  # in a legend: for how many days a bar stands
WIDEST = 8  # columns of a bar and the gap behind it
LEGEND = 6  # rows from which one is for what the signs mean
NEAR = 1e-6  # what sums of fractions are off at most


@frozen
class Chart:
    """The days from `first` to `last`, each a bar as high as its value; in one unit, named at the axis.

    `floors`: from which value on a day lies in the tinted zone. `runs` is a day that is not over. `began`:
    before it nothing could be written down, so nothing is missing there. A bar stands for `each` days at
    least; of several it is the mean of those known.
    """

    first: date
    last: date
    values: tuple[DayValue, ...] = ()
    means: tuple[DayValue, ...] = ()
    floors: Mapping[date, float] = field(default_factory=dict)
    unit: str = ""
    runs: date | None = None
    began: date | None = None
    each: int = 1


@frozen
class Column:
    """The days of one bar: the means of what is known of them, and the sign where nothing is."""

    value: float | None
    mean: float | None
    floor: float | None
    sign: str = ""


@frozen
class Scale:
    """What `rows` rows reach from zero up, and the numbers at some of them, by row from below."""

    rows: int
    top: float
    ticks: Mapping[int, str]

    def eighths(self, value: float) -> int:
        """How high a value stands: never higher than it is, and to be seen where it is not zero."""
        high = int(value / self.top * self.rows * FULL + NEAR)
        return min(self.rows * FULL, high) if high or value <= 0 else 1

    def row(self, value: float) -> int:
        """The row, from below, that begins at or below a value."""
        return min(self.rows - 1, int(value / self.top * self.rows + NEAR))


@frozen
class Plot:
    """A chart in its room: `left` columns for the axis, then the bars, `wide` columns each."""

    columns: tuple[Column, ...]
    scale: Scale
    left: int
    wide: int
    days: int  # that a bar stands for


def columns(chart: Chart, most: int) -> tuple[int, list[Column]]:
    """How many days each bar stands for, and at most so many bars; the last ends with the last day."""
    days = (chart.last - chart.first).days
    each = chart.each * max(1, ceil((days // chart.each + 1) / max(1, most)))
    count = days // each + 1
    floors = (DayValue(*one) for one in chart.floors.items())
    values, means, lows = (_means(chart, found, each, count) for found in (chart.values, chart.means, floors))
    ends = [chart.last - timedelta(days=(count - 1 - number) * each) for number in range(count)]
    signs = ["" if values[n] is not None else _sign(chart, end, each) for n, end in enumerate(ends)]
    return each, [Column(*facts) for facts in zip(values, means, lows, signs, strict=True)]


def _means(chart: Chart, found: Iterable[DayValue], each: int, count: int) -> list[float | None]:
    groups: list[list[float]] = [[] for _ in range(count)]
    for one in found:
        if chart.first <= one.date <= chart.last:
            groups[count - 1 - (chart.last - one.date).days // each].append(one.value)
    return [sum(group) / len(group) if group else None for group in groups]


def _sign(chart: Chart, end: date, each: int) -> str:
    """A day that runs, days without an entry, or nothing at all before the first day of the diary."""
    if chart.runs is not None and end - timedelta(days=each) < chart.runs <= end:
        return RUNS
    return "" if chart.began is not None and end < chart.began else MISSING


def scale(found: Sequence[Column], rows: int) -> Scale:
    """From zero to above every bar; the floor begins with a row, so that what lies above it is whole rows."""
    peak = max((v for c in found for v in (c.value, c.mean, c.floor) if v is not None), default=0)
    floor = next((c.floor for c in reversed(found) if c.floor), 0)
    if peak <= 0:
        return Scale(rows, 1, {0: "0"})
    if rows < 2 or floor * rows < peak:
        top = _round(peak)
        return Scale(rows, top, {rows - 1: _name(top), 0: "0"})
    below = min(rows - 1, int(rows * floor / peak + NEAR))
    step = below // 2 if below % 2 == 0 and below > 3 else below
    names = {row: _name(floor * row / below) for row in range(0, rows, step)}
    return Scale(rows, floor * rows / below, names)


def _name(value: float) -> str:
    return numbers.short(value) if value < 10 else numbers.whole(value)


def _round(peak: float) -> float:
    """The next round number."""
    power = 1.0
    while power < peak:
        power *= 10
    return next(power * share for share in (0.2, 0.4, 0.6, 0.8, 1) if power * share >= peak)


def plot_of(chart: Chart, width: int, rows: int) -> Plot:
    """Room for the bars, once the axis has its own; with wide numbers there are fewer bars."""
    left = 0
    for _ in range(2):
        days, found = columns(chart, width - left)
        high = scale(found, rows)
        left = max(cell_len(name) for name in (*high.ticks.values(), chart.unit)) + GAP
    days, found = columns(chart, width - left)
    return Plot(tuple(found), high, left, min(WIDEST, max(1, (width - left) // len(found))), days)


def cells(chart: Chart, plot: Plot, width: int) -> list[list[Cell]]:
    """Rows of at most `width` cells, the last with the unit and the dates."""
    drawn = []
    for row in reversed(range(plot.scale.rows)):
        name = plot.scale.ticks.get(row, "").rjust(plot.left - GAP) + " " * GAP
        line = [(sign, QUIET) for sign in name]
        for column in plot.columns:
            line += _bar(column, row, plot)
        drawn.append(line[:width])
    wide = plot.wide * len(plot.columns) - (plot.wide > 1)
    under = dates(chart.first, chart.last, 0, wide, width - plot.left)
    return [*drawn, [(sign, QUIET) for sign in f"{chart.unit.rjust(plot.left - GAP)} {under}"]]


def _bar(column: Column, row: int, plot: Plot) -> list[Cell]:
    """A bar in one row, and the gap behind it where a bar is wider than a cell."""
    high, bar = plot.scale, max(1, plot.wide - 1)
    ground = ZONE if column.floor is not None and row >= high.row(column.floor) else ""
    full = 0 if column.value is None else max(0, min(FULL, high.eighths(column.value) - row * FULL))
    line = [(EIGHTHS[full], f"{BAR if full else ''}{ground}")] * bar
    if column.mean is not None and row == high.row(column.mean):
        line[(bar - 1) // 2] = (MEAN, ON_BAR if full == FULL else f"$foreground{ground}")
    elif column.sign and row == 0:
        line[(bar - 1) // 2] = (column.sign, f"{QUIET}{ground}")
    return line + [(" ", ground)] * (plot.wide - bar)


class Bars(Widget):
    """Draws a chart in the room it has, what its signs mean below it; the same is not drawn again."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.chart: Chart | None = None

    def set(self, chart: Chart | None) -> None:
        """Show another chart, or none."""
        if chart != self.chart:
            self.chart = chart
            self.refresh()

    def render(self) -> Content:
        """The cells, and as much of the legend as its row holds."""
        width, height = self.content_size
        rows = height - 1 - (height >= LEGEND)
        if self.chart is None or width < 1 or rows < 1:
            return Content()
        plot = plot_of(self.chart, width, rows)
        told = legend(self.chart, plot, width) if height >= LEGEND else Content()
        if MEAN not in told.plain:
            plot = replace(plot, columns=tuple(replace(column, mean=None) for column in plot.columns))
        lines = [run(row) for row in cells(self.chart, plot, width)]
        if height >= LEGEND:
            lines.append(told)
        return Content("\n").join(lines)


def legend(chart: Chart, plot: Plot, width: int) -> Content:
    """For how many days a bar stands, the signs to be seen and the zone; in fewer words where room is short.

    Of what does not fit even so the mean goes first: one that is not named is not drawn.
    """
    seen = {column.sign for column in plot.columns}
    seen |= {MEAN for column in plot.columns if column.mean is not None}
    zone = any(column.floor is not None for column in plot.columns)
    long = _parts(said.each(plot.days, chart.each), said.SIGNS, seen, said.ZONE if zone else "")
    brief = _parts(
        said.each_short(plot.days, chart.each), said.SIGNS_SHORT, seen, said.ZONE_SHORT if zone else ""
    )
    told = Content("   ").join(long.values())
    for without in ("", MEAN, EACH, MISSING, RUNS):
        brief.pop(without, None)
        if told.cell_length > width:
            told = Content("  ").join(brief.values())
    return told if told.cell_length <= width else Content()


def _parts(each: str, names: Mapping[str, str], seen: Container[str], zone: str) -> dict[str, Content]:
    """The parts of a legend by their sign."""
    parts = {EACH: words(each, QUIET)} if each else {}
    parts |= {sign: words(f"{sign} {name}", QUIET) for sign, name in names.items() if sign in seen}
    return parts | ({ZONE: Content.styled(f" {zone} ", f"$foreground{ZONE}")} if zone else {})
