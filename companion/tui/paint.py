"""Only changed cells reach the terminal: less to send over a slow line, less for a screen reader to repeat.

This stands on private parts of Textual (`App._display`, `Screen._compositor.render_strips`), hence the
exact pin.
tests/tui/test_paint.py fails when they change; `paint = "stock"` in the settings turns it off.
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
PLAIN: Look = ("", "", "")
BRIDGE = 4  # bytes of unchanged cells that are written again, since a step over them costs as many
ATTRIBUTES = ("bold", "dim", "italic", "underline", "blink", "blink2", "reverse", "conceal", "strike")
NEEDS_CELLS = {"4", "7", "9"}  # underline, reverse and strike are not kept by an erased cell


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


def cells(strip: Strip, colours: ColorSystem | None) -> list[Cell]:
    """One entry a column; a wide character is followed by an empty entry."""
    row: list[Cell] = []
    for text, style, control in strip:
        if control:
            continue
        seen = look(style, colours)
        if text.isascii():
            row.extend((char, seen) for char in text)
        else:
            row.extend(_wide_cells(text, seen))
    return row


def _wide_cells(text: str, seen: Look) -> Iterable[Cell]:
    width = cell_len(text)
    singles = [cell_len(char) for char in text]
    if sum(singles) != width or 0 in singles:  # joined signs: kept whole, drawn whole
        return [(text, seen)] + [("", seen)] * (width - 1)
    return [cell for char, wide in zip(text, singles, strict=True) for cell in _one(char, wide, seen)]


def _one(char: str, wide: int, seen: Look) -> Iterable[Cell]:
    return [(char, seen)] + [("", seen)] * (wide - 1)


class Painter:
    """Remembers the last frame and writes the way from it to the next."""

    def __init__(self, *, erase: bool = True) -> None:
        self.erase = (
            erase  # "erase to the end of the line" fills with the ground colour; GNU screen's does not
        )
        self.forget()

    def forget(self) -> None:
        """The terminal was cleared or resized: the next frame is written whole."""
        self.strips: Sequence[Strip] = ()
        self.rows: list[list[Cell]] = []

    def frame(self, strips: Sequence[Strip], colours: ColorSystem | None) -> str:
        """The bytes that turn the last frame into this one; "" when nothing changed."""
        whole = len(strips) != len(self.strips)
        out: list[str] = []
        rows: list[list[Cell]] = []
        now = PLAIN
        for y, strip in enumerate(strips):
            if not whole and (strip is self.strips[y] or strip == self.strips[y]):
                rows.append(self.rows[y])
                continue
            row = cells(strip, colours)
            rows.append(row)
            old = [] if whole else self.rows[y]
            now = self._row(out, y, row, old if len(old) == len(row) else None, now)
        self.strips, self.rows = list(strips), rows
        if now != PLAIN:
            out.append("\x1b[m")
        return "".join(out)

    def _row(self, out: list[str], y: int, row: list[Cell], old: list[Cell] | None, now: Look) -> Look:
        tail, at = self._blank_tail(row), -1
        for start, end in runs(row, old):
            out.append(f"\x1b[{y + 1};{start + 1}H" if at < 0 else f"\x1b[{start - at}C")
            at = end
            erased = self.erase and end > tail and len(row) - max(start, tail) > BRIDGE
            for text, seen in row[start : max(start, tail) if erased else end]:
                if seen != now:
                    out.append(turn(now, seen))
                    now = seen
                out.append(text)
            if erased:
                out.append(turn(now, row[-1][1]) + "\x1b[K")
                now = row[-1][1]
                break
        return now

    @staticmethod
    def _blank_tail(row: list[Cell]) -> int:
        """The column from which the row is blank in one look, or its end."""
        end = len(row)
        if not row or NEEDS_CELLS.intersection(row[-1][1][0].split(";")):
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
    if start >= 0:
        yield start, end


def _bytes(cells: Sequence[Cell]) -> int:
    return sum(len(text.encode()) for text, _ in cells)


@lru_cache(maxsize=4096)
def turn(now: Look, then: Look) -> str:
    """The shortest SGR sequence from one look to another."""
    if now == then:
        return ""
    lost = any(was and not will for was, will in zip(now, then, strict=True)) or (
        now[0] and now[0] != then[0]
    )
    if lost:
        return "\x1b[" + ";".join(["0", *filter(None, then)]) + "m"
    return "\x1b[" + ";".join(will for was, will in zip(now, then, strict=True) if was != will) + "m"


class Painted(App[Any]):
    """An app whose frames go through a Painter, and whose hardware cursor stands where the keys go."""

    painter: Painter | None = None
    _standing: Offset | None = None

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        driver = self._driver
        self.cursor_position = self.cursor_place()
        if self.painter is None or driver is None or driver.is_headless or driver.is_inline:
            super()._display(screen, renderable)
            return
        if renderable is not None and not self._batch_count and self._running and not self._closed:
            strips = self.screen._compositor.render_strips()
            self._write(self.painter.frame(strips, ColorSystem(self._colours())))
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
        """A terminal that changed its size has forgotten what stood there."""
        self.repaint()

    def _resume_signal(self) -> None:
        super()._resume_signal()
        self.repaint()
