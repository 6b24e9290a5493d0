"""Only changed cells reach the terminal: less to send over a slow line, less for a screen reader to repeat.

A colour takes more bytes than a word, so it is kept as long as it can be: from frame to frame, and over
blanks, whose ink nobody sees.

This stands on private parts of Textual (`App._display`, `Screen._compositor.render_strips`), hence the
exact pin. tests/tui/test_paint.py fails when they change; `paint = "stock"` in the settings turns it off.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from time import monotonic
from typing import Any

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style
from textual.app import App
from textual.events import Resize
from textual.geometry import Offset
from textual.screen import Screen
from textual.strip import Strip

Look = tuple[str, str, str]  # attributes, colour, ground: the numbers of an SGR sequence
Cell = tuple[str, Look]
Changed = tuple[int, list[Cell], list[Cell] | None]  # a row's number, how it is, how it was if that is known
PLAIN: Look = ("", "", "")
STEP = 5  # bytes of a blank and of a step over those behind it
BRIDGE = 4  # bytes of unchanged cells that are written again, since a step over them costs as many
ATTRIBUTES = ("bold", "dim", "italic", "underline", "blink", "blink2", "reverse", "conceal", "strike")
SEEN_ON_BLANKS = {"4", "7", "9"}  # underline, reverse and strike; an erased cell does not keep them
OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29"}


@lru_cache(maxsize=4096)
def look(style: Style | None, colours: ColorSystem | None) -> Look:
    """What a style looks like; two styles that look alike are the same here, whatever their meta."""
    if style is None:
        return PLAIN
    bits = [str(code) for code, name in enumerate(ATTRIBUTES, 1) if getattr(style, name)]
    ink, ground = (
        ";".join(colour.downgrade(colours).get_ansi_codes(foreground)) if colour and colours else ""
        for colour, foreground in ((style.color, True), (style.bgcolor, False))
    )
    return ";".join(bits), ink, ground


@lru_cache(maxsize=4096)
def of_blank(seen: Look) -> Look:
    """What of a look shows on a blank: its ground, and the lines through it if any."""
    return seen if SEEN_ON_BLANKS.intersection(seen[0].split(";")) else ("", "", seen[2])


@lru_cache(maxsize=4096)
def for_blank(now: Look, seen: Look) -> Look:
    """The look nearest to the one at hand in which a blank looks as it should."""
    if seen[0]:
        return seen
    return ";".join(bit for bit in now[0].split(";") if bit not in SEEN_ON_BLANKS), now[1], seen[2]


def cells(strip: Strip, colours: ColorSystem | None) -> list[Cell]:
    """One entry a column; a wide character is followed by an empty entry."""
    row: list[Cell] = []
    for text, style, control in strip:
        if control:
            continue
        seen = look(style, colours)
        if text.isascii():
            blank = (" ", of_blank(seen))
            row.extend(blank if char == " " else (char, seen) for char in text)
        else:
            row.extend(_wide_cells(text, seen))
    return row


def _wide_cells(text: str, seen: Look) -> Iterable[Cell]:
    width = cell_len(text)
    singles = [cell_len(char) for char in text]
    if sum(singles) != width or 0 in singles:  # joined signs: kept whole, drawn whole
        return [(text, seen)] + [("", seen)] * (width - 1)
    blank = of_blank(seen)
    pairs = zip(text, singles, strict=True)
    return [cell for char, wide in pairs for cell in _one(char, wide, blank if char == " " else seen)]


def _one(char: str, wide: int, seen: Look) -> Iterable[Cell]:
    return [(char, seen)] + [("", seen)] * (wide - 1)


class Painter:
    """Remembers the last frame and writes the way from it to the next."""

    def __init__(self, *, erase: bool = True) -> None:
        self.erase = erase  # what is erased takes the ground; GNU screen's does not
        self.forget()

    def forget(self) -> None:
        """The terminal was cleared or resized: the next frame is written whole."""
        self.strips: Sequence[Strip] = ()
        self.rows: list[list[Cell]] = []
        self.now = PLAIN  # how the terminal writes at the moment

    def frame(self, strips: Sequence[Strip], colours: ColorSystem | None, first: int = -1) -> str:
        """The bytes that turn the last frame into this one; "" when nothing changed.

        From above, as readers say it in that order; but the cursor's row `first` leads, in one piece.
        """
        whole = len(strips) != len(self.strips)
        out = self._anew() if whole else []
        rows: list[list[Cell]] = []
        changed: list[Changed] = []
        for y, strip in enumerate(strips):
            if not whole and (strip is self.strips[y] or strip == self.strips[y]):
                rows.append(self.rows[y])
                continue
            rows.append(cells(strip, colours))
            old = None if whole or len(self.rows[y]) != len(rows[y]) else self.rows[y]
            if rows[y] != old:
                changed.append((y, rows[y], old))
        for one in sorted(changed, key=lambda one: one[0] != first):
            self._row(out, one, steps=one[0] != first)
        self.strips, self.rows = list(strips), rows
        return "".join(out)

    def _anew(self) -> list[str]:
        """Nobody knows how the terminal writes: from here on it writes plainly."""
        self.now = PLAIN
        return ["\x1b[m"]

    def _row(self, out: list[str], changed: Changed, *, steps: bool) -> None:
        """The changed cells of a row. Where it is shorter, a ground is laid first and its gaps stepped over.

        Behind a word one blank is written, for readers that listen; without `steps` all up to the next word.
        """
        (y, row, old), at = changed, -1  # the column where the terminal stands, once it is in this row
        for start, end in runs(row, old):
            laid = tried = start
            for x, stop in stretches(row, start, end):
                gap = self.erase and is_blank(row[x]) and (stop == end or (steps and stop - x > STEP))
                code = ""
                if gap and tried < stop:
                    code, tried = laying(row, x, end)
                    laid = tried if code else laid
                if gap and stop <= laid:
                    stop = x + (start < x)
                if code or x < stop:
                    out.append(step(y, at, x))
                    out.append(self._turn(*row[x]) + code)
                    out += [text for text, _ in row[x:stop]]
                    at = stop

    def _turn(self, text: str, seen: Look) -> str:
        """The way to the look of a cell."""
        then = for_blank(self.now, seen) if text == " " else seen
        before, self.now = self.now, then
        return turn(before, then)


def step(y: int, at: int, x: int) -> str:
    """The way to a column of a row; `at` is the column that the terminal is in, or -1 in another row."""
    if at == x:
        return ""
    if at < 0:
        return f"\x1b[{y + 1};{x + 1}H"
    return f"\x1b[{x - at}C"


def is_blank(cell: Cell) -> bool:
    """Whether nothing but its ground is seen of a cell."""
    return cell[0] == " " and not cell[1][0]


def stretches(row: list[Cell], start: int, end: int) -> Iterable[tuple[int, int]]:
    """The cells of one look in which words are apart from blanks."""
    while start < end:
        blank, seen = row[start][0] == " ", row[start][1]
        stop = start + 1
        while stop < end and row[stop][1] == seen and (row[stop][0] == " ") == blank:
            stop += 1
        yield start, stop
        start = stop


def laying(row: list[Cell], start: int, end: int) -> tuple[str, int]:
    """The code that lays the ground of a blank, and how far; no code where that costs more than it spares."""
    stop = start
    while stop < end and row[stop][1][2] == row[start][1][2]:
        stop += 1
    is_last = stop == end and all(cell == row[start] for cell in row[end:])
    code = "\x1b[K" if is_last else f"\x1b[{stop - start}X"
    gaps = [(x, to) for x, to in stretches(row, start, stop) if is_blank(row[x])]
    spared = sum(to - x if to == end else max(0, to - x - STEP) for x, to in gaps)
    return code if spared > len(code) else "", stop


def runs(row: list[Cell], old: list[Cell] | None) -> Iterable[tuple[int, int]]:
    """The changed stretches of a row; stretches with few bytes unchanged between them are one."""
    if old is None:
        yield 0, len(row)
        return
    start = end = -1
    for x, (new, was) in enumerate(zip(row, old, strict=True)):
        if new == was:
            continue
        if start >= 0 and _bytes(row[end:x]) > BRIDGE:
            yield start, end
            start = x
        elif start < 0:
            start = x
        end = x + 1
        while end < len(row) and not row[end][0]:  # a wide character leaves the terminal beyond all of it
            end += 1
    if start >= 0:
        yield start, end


def _bytes(cells: Sequence[Cell]) -> int:
    return sum(len(text.encode()) for text, _ in cells)


@lru_cache(maxsize=4096)
def turn(now: Look, then: Look) -> str:
    """The shortest SGR sequence from one look to another."""
    if now == then:
        return ""
    was, will = ([bit for bit in one[0].split(";") if bit] for one in (now, then))
    off = dict.fromkeys(OFF[bit] for bit in was if bit not in will)
    step = [*off, *(bit for bit in will if bit not in was or OFF[bit] in off)]
    if then[1] != now[1]:
        step.append(then[1] or "39")
    if then[2] != now[2]:
        step.append(then[2] or "49")
    anew = ["0", *filter(None, then)] if then != PLAIN else []
    return f"\x1b[{min(';'.join(step), ';'.join(anew), key=len)}m"


class Painted(App[Any]):
    """An app whose frames go through a Painter, and whose hardware cursor stands where the keys go."""

    painter: Painter | None = None
    _standing: Offset | None = None
    _drawn = 0.0  # when the first frame was written, by the clock of events

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        driver = self._driver
        self._drawn = self._drawn or (0.0 if self._batch_count else monotonic())
        self.cursor_position = self.cursor_place()
        if self.painter is None or driver is None or driver.is_headless or driver.is_inline:
            super()._display(screen, renderable)
            return
        if renderable is not None and not self._batch_count and self._running and not self._closed:
            rendered = getattr(renderable, "strips", ())  # of an update of the whole screen
            strips = [Strip.join(row) for row in rendered] or self.screen._compositor.render_strips()
            self._write(self.painter.frame(strips, ColorSystem(self._colours()), self.cursor_place().y))
        self.post_display_hook()

    def _colours(self) -> int:
        names = {"standard": 1, "256": 2, "truecolor": 3}
        return names.get(self.console.color_system or "", 1)

    def _write(self, changed: str) -> None:
        """The changed cells, then the hardware cursor; nothing at all when neither moved."""
        place = self.screen.outer_size.clamp_offset(self.cursor_place())
        if self._driver is None or (not changed and place == self._standing):
            return
        self._standing = place
        self._driver.write(f"{changed}\x1b[{place.y + 1};{place.x + 1}H")
        self._driver.flush()

    def cursor_place(self) -> Offset:
        """Where the hardware cursor belongs: the focused row or caret, else the start of the body."""
        focused = self.screen.focused if self._screen_stack else None
        if focused is None or not focused.region.area:  # none, or out of view
            home = getattr(self.screen, "cursor_home", None) if self._screen_stack else None
            return home if isinstance(home, Offset) else Offset(0, 0)
        place = getattr(focused, "cursor_screen_offset", None)
        return place if isinstance(place, Offset) else focused.content_region.offset

    def place_cursor(self) -> None:
        """Move the hardware cursor when the focus moved and no cell did."""
        if self.painter is not None and self._driver is not None and not self._driver.is_headless:
            self._write("")

    def repaint(self) -> None:
        """Write the whole screen again, for a terminal that lost it."""
        if self.painter is not None:
            self.painter.forget()
        self._standing = None
        if self._screen_stack:
            self.screen.refresh(layout=True)

    def on_resize(self, event: Resize) -> None:
        """A terminal that changed its size after the first frame has forgotten what stood there."""
        if 0 < self._drawn < event.time:
            self.repaint()

    def _resume_signal(self) -> None:
        super()._resume_signal()
        self.repaint()
