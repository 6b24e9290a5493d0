"""Pictures as SVG inside a page: bars or points over days; the page's style says how they look."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import NamedTuple, Self

from companion.domain.text import show
from companion.reports.paper import Picture
from companion.reports.pictures import Slot, axis, shape, slots, spans
from companion.wording import numbers

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 58, 8, 36, 28  # room for the numbers, the unit and the dates
LETTER = 7.0  # how wide one is, about
LABEL = 15.0  # how high a line of text is
MONTHS_APART = (1, 2, 3, 6, 12)
HALF = 5.5  # of the size of a mark
SHAPES = {
    "triangle": "m0-{s}l{s} {d}h-{d}z",
    "diamond": "m0-{s}l{s} {s}l-{s} {s}l-{s}-{s}z",
    "ring": "m-{s} 0a{s} {s} 0 1 0 {d} 0a{s} {s} 0 1 0-{d} 0z",
    "square": "m-{s}-{s}h{d}v{d}h-{d}z",
}


@dataclass(frozen=True, slots=True)
class Plot:
    """Where days and values are: x and y in the units of the picture."""

    first: date
    last: date
    low: float
    high: float

    def x(self, day: date, days: float = 0.0) -> float:
        """The left edge of a day, or so many days after it."""
        whole = (self.last - self.first).days + 1
        share = ((day - self.first).days + days) / whole
        return LEFT + min(1.0, max(0.0, share)) * (WIDTH - LEFT - RIGHT)

    def middle(self, slot: Slot) -> float:
        """The middle of a slot."""
        return (self.x(slot.first) + self.x(slot.first, slot.days)) / 2

    def y(self, value: float) -> float:
        """The height of a value; what lies outside stands at the edge."""
        share = (self.high - value) / (self.high - self.low)
        return TOP + min(1.0, max(0.0, share)) * (HEIGHT - TOP - BOTTOM)


class Box(NamedTuple):
    """Room for a line of text: its ends and its foot."""

    left: float
    right: float
    down: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point would touch the text."""
        return self.left - HALF <= x <= self.right + HALF and -HALF <= self.down - y <= LABEL + HALF

    def meets(self, other: Self) -> bool:
        """Whether two texts would touch."""
        across = self.left <= other.right and other.left <= self.right
        return across and abs(self.down - other.down) < LABEL


def text(value: str) -> str:
    """Text that stays text: cleaned of what moves or turns it, and escaped."""
    return escape(show(value), quote=True)


def svg(picture: Picture, title: str, said: str, id: str) -> str:
    """The picture as an <svg> element with its title and its sentence; `id` is the front of its ids.

    Empty where there is no day to draw.
    """
    span = spans(picture)
    if span is None:
        return ""
    ticks = axis(picture)
    plot = Plot(*span, ticks[0], ticks[-1])
    parts = [*_ground(picture, plot, ticks), *_values(picture, plot), *_over(picture, plot)]
    return (
        f'<svg role="img" viewBox="0 0 {WIDTH} {HEIGHT}" aria-labelledby="{id}t {id}d">'
        f'<title id="{id}t">{text(title)}</title><desc id="{id}d">{text(said)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def _ground(picture: Picture, plot: Plot, ticks: Sequence[float]) -> Iterator[str]:
    """The band of the usual, the grid with its numbers, the unit, the dates, the named lines."""
    right = WIDTH - RIGHT
    if picture.band:
        top, bottom = plot.y(picture.band[1]), plot.y(picture.band[0])
        yield _path("band", [f"M{LEFT} {_n(top)}H{right}V{_n(bottom)}H{LEFT}z"])
    yield _path("grid", (f"M{LEFT} {_n(plot.y(tick))}H{right}" for tick in ticks[1:]))
    yield _path("base", [f"M{LEFT} {_n(plot.y(ticks[0]))}H{right}"])
    for tick in ticks:
        yield _label("axis", LEFT - 6, plot.y(tick) + 4.5, numbers.short(tick))
    yield _label("unit", 0, TOP - 20, f"{picture.name} ({picture.unit})" if picture.name else picture.unit)
    yield from _dates(plot)
    yield from _lines(picture, plot)


def _dates(plot: Plot) -> Iterator[str]:
    """The first and the last day at the ends; between them the beginnings of months, where there is room."""
    name = numbers.day if plot.first.year == plot.last.year else numbers.dated
    down, first, last = HEIGHT - 6, name(plot.first), name(plot.last)
    if plot.first == plot.last:
        yield _label("first", LEFT, down, first)
        return
    yield _label("first", LEFT, down, first)
    yield _label("last", WIDTH - RIGHT, down, last)
    begin, end = LEFT + (len(first) + 4) * LETTER, WIDTH - RIGHT - (len(last) + 4) * LETTER
    for day in _months(plot, begin, end):
        at = plot.x(day)
        yield _path("tick", [f"M{_n(at)} {HEIGHT - BOTTOM}v5"])
        yield _label("mid", at, down, f"{day:%b} {day.year}" if day.month == 1 else f"{day:%B}"[:3])


def _months(plot: Plot, begin: float, end: float) -> list[date]:
    """The first days of months whose names fit between two places, as many as do not crowd."""
    found, day = list[date](), plot.first.replace(day=1)
    while day <= plot.last:
        if begin <= plot.x(day) <= end:
            found.append(day)
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    room = max(1, int((end - begin) / (9 * LETTER)))
    every = next((step for step in MONTHS_APART if len(found) <= step * room), MONTHS_APART[-1])
    return [day for day in found if (day.month - 1) % every == 0]


def _values(picture: Picture, plot: Plot) -> Iterator[str]:
    """Bars or points, the marked ones in shapes of their own, and small crosses where nothing is known."""
    drawn = slots(picture)
    known = [(slot, slot.value) for slot in drawn if slot.value is not None]
    if picture.bars:
        yield _path("bar", (_bar(plot, slot, value) for slot, value in known))
    else:
        yield _path("course", _course(plot, drawn))
        yield _path("point", (f"{_at(plot, slot, value)}h0" for slot, value in known if not slot.word))
    yield _path("missing", (_cross(plot, slot) for slot in drawn if slot.value is None))
    for slot, value in known:
        if slot.word:
            mark = SHAPES[shape(picture, slot.word)].format(s=_n(HALF), d=_n(2 * HALF))
            yield _path(shape(picture, slot.word), [_at(plot, slot, value) + mark])


def _bar(plot: Plot, slot: Slot, value: float) -> str:
    left, right = plot.x(slot.first), plot.x(slot.first, slot.days)
    air = min(2.0, (right - left) / 5)
    wide = right - left - 2 * air
    return f"M{_n(left + air)} {_n(plot.y(0))}V{_n(plot.y(value))}h{_n(wide)}V{_n(plot.y(0))}z"


def _course(plot: Plot, drawn: Iterable[Slot]) -> Iterator[str]:
    """A thin line from value to value, broken where one is missing."""
    pen = "M"
    for slot in drawn:
        if slot.value is None:
            pen = "M"
            continue
        yield _at(plot, slot, slot.value, pen)
        pen = "L"


def _cross(plot: Plot, slot: Slot) -> str:
    """At the axis: nothing was written down."""
    return f"M{_n(plot.middle(slot) - 2.5)} {_n(HEIGHT - BOTTOM - 7.5)}l5 5m-5 0l5-5"


def _over(picture: Picture, plot: Plot) -> Iterator[str]:
    """The least that was asked for, and the mean of seven days."""
    if picture.floors:
        yield _path("floor", _floors(picture.floors, plot))
    if picture.means and len(slots(picture)) == len(picture.values):
        yield _path("mean", _means(picture.means, plot))


def _lines(picture: Picture, plot: Plot) -> Iterator[str]:
    """The named lines within the axis."""
    points = [(plot.middle(one), plot.y(one.value)) for one in slots(picture) if one.value is not None]
    taken: list[Box] = []
    for value, name in sorted(picture.lines, reverse=True):
        if plot.low <= value <= plot.high:
            yield _path("line", [f"M{LEFT} {_n(plot.y(value))}H{WIDTH - RIGHT}"])
            box = _room(plot.y(value), len(name) * 1.5 * LETTER, points, taken)
            taken.append(box)
            kind, at = ("name", box.right) if box.right == WIDTH - RIGHT - 4 else ("name left", box.left)
            yield _label(kind, at, box.down, name)


def _room(line: float, wide: float, points: Sequence[tuple[float, float]], taken: Sequence[Box]) -> Box:
    """Where the name of a line covers no point and no other name: right or left, over or under the line."""
    left, right = LEFT + 4.0, WIDTH - RIGHT - 4.0
    boxes = [
        Box(start, end, down)
        for start, end in ((right - wide, right), (left, left + wide))
        for down in (line - 5, line + LABEL - 1)
        if down <= HEIGHT - BOTTOM
    ]
    free = (one for one in boxes if not any(one.holds(*point) for point in points))
    return next((one for one in free if not any(map(one.meets, taken))), boxes[0])


def _floors(floors: Iterable[tuple[date, float]], plot: Plot) -> Iterator[str]:
    """A step where the floor changes, and a gap where there is none."""
    until, height = None, ""
    for day, value in sorted(floors):
        if day < plot.first or day > plot.last:
            continue
        if until != day:
            yield f"M{_n(plot.x(day))} {_n(plot.y(value))}"
        elif height != _n(plot.y(value)):
            yield f"H{_n(plot.x(day))}V{_n(plot.y(value))}"
        until, height = day + timedelta(days=1), _n(plot.y(value))
    if until:
        yield f"H{_n(plot.x(until))}"


def _means(means: Iterable[tuple[date, float]], plot: Plot) -> Iterator[str]:
    for number, (day, value) in enumerate(sorted(means)):
        yield f"{'L' if number else 'M'}{_n(plot.x(day, 0.5))} {_n(plot.y(value))}"


def _at(plot: Plot, slot: Slot, value: float, pen: str = "M") -> str:
    return f"{pen}{_n(plot.middle(slot))} {_n(plot.y(value))}"


def _path(kind: str, steps: Iterable[str]) -> str:
    """A path of one kind; nothing where it has no steps."""
    drawn = "".join(steps)
    return f'<path class="{kind}" d="{drawn}"/>' if drawn else ""


def _label(kind: str, x: float, y: float, value: str) -> str:
    return f'<text class="{kind}" x="{_n(x)}" y="{_n(y)}">{text(value)}</text>'


def _n(value: float) -> str:
    """A coordinate to a tenth, without needless zeros."""
    return f"{value:.1f}".removesuffix(".0")
