"""A picture small enough to keep: text as text, block letters and tones as shapes, no font and no address."""

from dataclasses import dataclass
from html import escape
from itertools import groupby

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.app import App

WIDE, HIGH, SIZE = 9, 20, 15  # dots of a cell, and of a letter in it
BLOCKS = {"▀": (0.0, 0.5)} | {sign: (1 - n / 8, n / 8) for n, sign in enumerate("▁▂▃▄▅▆▇█", 1)}  # top, height
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="monospace" '
    'font-size="{size}" xml:space="preserve" role="img" shape-rendering="crispEdges" aria-label="{label}">'
    '<rect width="100%" height="100%" rx="8" fill="{ground}"/>'
)


@dataclass(frozen=True, slots=True)
class Run:
    """Cells side by side that look alike: what is in them, their colour and ground, whether bold."""

    text: str
    x: int
    y: int
    colour: str
    ground: str
    bold: bool


def small(app: App[object], label: str) -> str:
    """The screen of an app as SVG."""
    rows = app.screen._compositor.render_strips()
    runs = [run for y, strip in enumerate(rows) for run in _runs(list(strip), y)]
    grounds = [run.ground for run in runs for _ in run.text]
    ground = max(set(grounds), key=grounds.count)
    width, height = app.size
    size = {"wide": width * WIDE, "high": height * HIGH, "size": SIZE, "label": escape(label)}
    return HEAD.format(**size, ground=ground) + "".join(_drawn(run, ground) for run in runs) + "</svg>\n"


def _runs(segments: list[Segment], y: int) -> list[Run]:
    """Of one row; block letters are apart from words."""
    cells = [(char, one.style or Style()) for one in segments for char in one.text]
    found, x = list[Run](), 0
    for look, group in groupby(cells, lambda cell: (_look(cell[1]), cell[0] if cell[0] in BLOCKS else "")):
        text = "".join(char for char, _ in group)
        found.append(Run(text, x, y, *look[0]))
        x += len(text)
    return found


def _look(style: Style) -> tuple[str, str, bool]:
    ink, ground = (_hex(colour) for colour in (style.color, style.bgcolor))
    return (ground, ink, bool(style.bold)) if style.reverse else (ink, ground, bool(style.bold))


def _hex(colour: Color | None) -> str:
    return (colour or Color.parse("black")).get_truecolor().hex


def _drawn(run: Run, ground: str) -> str:
    x, y, wide = run.x * WIDE, run.y * HIGH, len(run.text) * WIDE
    drawn = _box(x, y, wide, HIGH, run.ground) if run.ground != ground else ""
    if run.text[0] in BLOCKS:
        top, high = BLOCKS[run.text[0]]
        return drawn + _box(x, y + top * HIGH, wide, high * HIGH, run.colour)
    words = run.text.rstrip()
    if not words.strip():
        return drawn
    blank = len(words) - len(words.lstrip())
    words = words.lstrip()
    bold = ' font-weight="bold"' if run.bold else ""
    return (
        f'{drawn}<text x="{x + blank * WIDE}" y="{y + SIZE}" fill="{run.colour}"{bold} '
        f'textLength="{len(words) * WIDE}">{escape(words)}</text>'
    )


def _box(x: float, y: float, wide: float, high: float, colour: str) -> str:
    return f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" fill="{colour}"/>'
