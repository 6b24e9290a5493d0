"""Only changed cells reach the terminal: less to send over a slow line, less for a screen reader to repeat.

A colour takes more bytes than a word, so it is kept as long as it can be: from frame to frame, and over
blanks, whose ink nobody sees.

This stands on private parts of Textual (`App._display`, `Screen._compositor.render_strips`), hence the
exact pin. tests/tui/test_paint.py fails when they change; `paint = "stock"` in the settings turns it off.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style
from textual.app import App
from textual.geometry import Offset
from textual.screen import Screen
from textual.strip import Strip

Look = tuple[str, str, str]  # attributes, colour, ground: the numbers of an SGR sequence
Cell = tuple[str, Look]
Changed = tuple[int, list[Cell], list[Cell] | None]  # a row's number, how it is, how it was if that is known
PLAIN: Look = ("", "", "")
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
        self.erase = erase  # "erase to the end of a line" fills with the ground; GNU screen's does not
        self.forget()

    def forget(self) -> None:
        """The terminal was cleared or resized: the next frame is written whole."""
        self.strips: Sequence[Strip] = ()
        self.rows: list[list[Cell]] = []
        self.now = PLAIN  # how the terminal writes at the moment

    def frame(self, strips: Sequence[Strip], colours: ColorSystem | None, first: int = -1) -> str:
        """The bytes that turn the last frame into this one; "" when nothing changed.

        From above, as readers say it in that order; but the row `first`, where the cursor stands, leads.
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
        for y, row, old in sorted(changed, key=lambda one: one[0] != first):
            self._row(out, y, row, old)
        self.strips, self.rows = list(strips), rows
        return "".join(out)

    def _anew(self) -> list[str]:
        """Nobody knows how the terminal writes: from here on it writes plainly."""
        self.now = PLAIN
        return ["\x1b[m"]

    def _row(self, out: list[str], y: int, row: list[Cell], old: list[Cell] | None) -> None:
        tail, at = self._blank_tail(row), -1
        for start, end in runs(row, old):
            out.append(f"\x1b[{y + 1};{start + 1}H" if at < 0 else f"\x1b[{start - at}C")
            at = end
            erased = self.erase and end > tail and len(row) - max(start, tail) > BRIDGE
            for text, seen in row[start : max(start, tail) if erased else end]:
                out.append(self._turn(text, seen))
                out.append(text)
            if erased:
                out.append(self._turn(*row[-1]) + "\x1b[K")
                break

    def _turn(self, text: str, seen: Look) -> str:
        """The way to the look of a cell."""
        then = for_blank(self.now, seen) if text == " " else seen
        before, self.now = self.now, then
        return turn(before, then)

    @staticmethod
    def _blank_tail(row: list[Cell]) -> int:
        """The column from which the row is blank in one look, or its end."""
        end = len(row)
        if not row or row[-1][1][0]:
            return end
        blank = (" ", row[-1][1])
        while end and row[end - 1] == blank:
            end -= 1
        return end


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
    _has_size = False

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        driver = self._driver
        self.cursor_position = self.cursor_place()
        if self.painter is None or driver is None or driver.is_headless or driver.is_inline:
            super()._display(screen, renderable)
            return
        if renderable is not None and not self._batch_count and self._running and not self._closed:
            strips = self.screen._compositor.render_strips()
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

    def on_resize(self) -> None:
        """A terminal that changed its size has forgotten what stood there; the first size is no change."""
        if self._has_size:
            self.repaint()
        self._has_size = True

    def _resume_signal(self) -> None:
        super()._resume_signal()
        self.repaint()
