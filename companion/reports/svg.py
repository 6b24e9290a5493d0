"""Pictures as SVG inside a page: bars or points over days; the page's style says how they look."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING, NamedTuple, Self

from companion.domain.frozen import frozen
from companion.domain.text import show
from companion.reports.pictures import Slot, axis, shape, slots, spans
from companion.wording import numbers

if TYPE_CHECKING:
    from companion.reports.paper import Picture

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 58, 8, 36, 28  # room for the numbers, the unit and the dates
LETTER = 7.0  # how wide one is, about
LARGE = 1.6  # times as large as on a screen is text at most: on a phone and on paper
LABEL = 20.0  # how high a line of text is there
MONTHS_APART = (1, 2, 3, 6, 12)
HALF = 5.5  # of the size of a mark
SHAPES = {
    "triangle": "m0-{s}l{s} {d}h-{d}z",
    "diamond": "m0-{s}l{s} {s}l-{s} {s}l-{s}-{s}z",
    "ring": "m-{s} 0a{s} {s} 0 1 0 {d} 0a{s} {s} 0 1 0-{d} 0z",
    "square": "m-{s}-{s}h{d}v{d}h-{d}z",
}


@frozen
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


def svg(picture: "Picture", title: str, said: str, id: str) -> str:
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


def _ground(picture: "Picture", plot: Plot, ticks: Sequence[float]) -> Iterator[str]:
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
    ends = len(first) + 4, len(last) + 4
    many = _months(plot, LETTER, *ends, _every_month(plot))
    few = _months(plot, LARGE * LETTER, *ends, many)
    for day in many:
        at, kind = plot.x(day), " few" if day in few else ""
        yield _path(f"tick{kind}", [f"M{_n(at)} {HEIGHT - BOTTOM}v5"])
        yield _label(f"mid{kind}", at, down, f"{day:%b} {day.year}" if day.month == 1 else f"{day:%B}"[:3])


def _every_month(plot: Plot) -> list[date]:
    """The first days of months from that of the first day on."""
    first = plot.first.year * 12 + plot.first.month - 1
    last = plot.last.year * 12 + plot.last.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1)]


def _months(plot: Plot, letter: float, before: int, after: int, days: Sequence[date]) -> list[date]:
    """Those of the days whose names fit between the ends in letters so wide, as many as do not crowd."""
    begin, end = LEFT + before * letter, WIDTH - RIGHT - after * letter
    found = [day for day in days if begin <= plot.x(day) <= end]
    room = max(1, int((end - begin) / (9 * letter)))
    fits = ([day for day in found if (day.month - 1) % step == 0] for step in MONTHS_APART)
    return next((some for some in fits if 0 < len(some) <= room), found[:1])


def _values(picture: "Picture", plot: Plot) -> Iterator[str]:
    """Bars or points, the marked ones in shapes of their own, and small crosses where nothing is known."""
    drawn = slots(picture)
    known = [(slot, slot.value) for slot in drawn if slot.value is not None]
    if picture.bars:
        for kind in ("bar", "thin"):
            yield _path(kind, (_bar(plot, *one) for one in known if one[0].thin == (kind == "thin")))
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


def _over(picture: "Picture", plot: Plot) -> Iterator[str]:
    """The least that was asked for, and the mean of seven days."""
    if picture.floors:
        yield _path("floor", _floors(picture.floors, plot))
    if picture.means and len(slots(picture)) == len(picture.values):
        yield _path("mean", _means(picture.means, plot))


def _lines(picture: "Picture", plot: Plot) -> Iterator[str]:
    """The named lines within the axis."""
    points = list(_along(picture, plot))
    taken: list[Box] = []
    for value, name in sorted(picture.lines, reverse=True):
        if plot.low <= value <= plot.high:
            yield _path("line", [f"M{LEFT} {_n(plot.y(value))}H{WIDTH - RIGHT}"])
            box = _room(plot.y(value), len(name) * 1.5 * LETTER, points, taken)
            taken.append(box)
            kind, at = ("name", box.right) if box.right >= WIDTH - RIGHT - 4 else ("name left", box.left)
            yield _label(kind, at, box.down, name)


def _along(picture: "Picture", plot: Plot) -> Iterator[tuple[float, float]]:
    """Places along the course, closer together than a letter is wide."""
    last: tuple[float, float] | None = None
    for slot in slots(picture):
        if slot.value is None:
            last = None
            continue
        x, y = plot.middle(slot), plot.y(slot.value)
        steps = int((x - last[0]) / LETTER) + 1 if last else 1
        for n in range(1, steps + 1):
            share = (steps - n) / steps
            yield (x - (x - last[0]) * share, y - (y - last[1]) * share) if last else (x, y)
        last = x, y


def _room(line: float, wide: float, points: Sequence[tuple[float, float]], taken: Sequence[Box]) -> Box:
    """Where the name of a line covers no other name and least of the course, over or under the line.

    At the right or the left end, else between them.
    """
    left, right = LEFT + 4.0, WIDTH - RIGHT - 4.0 - wide
    boxes = [
        Box(start, start + wide, down)
        for start in (right, left, *(left + (right - left) * n / 4 for n in (3, 2, 1)))
        for down in (line - 5, line + LABEL - 3)
        if down <= HEIGHT - BOTTOM
    ]
    apart = [one for one in boxes if not any(map(one.meets, taken))] or boxes
    return min(apart, key=lambda one: sum(one.holds(*point) for point in points))


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
