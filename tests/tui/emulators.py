"""Two terminals without a window: one that shows every cell, one that knows only what all terminals know."""

import re
from typing import TYPE_CHECKING, Any

import pyte
from rich.cells import cell_len

from companion.tui.paint import OFF, SEEN_ON_BLANKS

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH, HEIGHT = 40, 5
CODE = re.compile(r"\x1b\[([\d;]*)([A-Za-z])")


class Erasing(pyte.Screen):
    """An emulator that erases as terminals do: the ground stays, underline and reverse do not."""

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        attrs = self.cursor.attrs
        self.cursor.attrs = self.default_char._replace(bg=attrs.bg)
        super().erase_in_line(how, private)
        self.cursor.attrs = attrs

    def erase_characters(self, count: int | None = None) -> None:
        attrs = self.cursor.attrs
        self.cursor.attrs = self.default_char._replace(bg=attrs.bg)
        super().erase_characters(count)
        self.cursor.attrs = attrs


class Strict:
    """A terminal that knows no code but those that all know, and refuses where terminals differ.

    That is: steps from the end of a row, steps out of the screen, and erasing in reverse or with lines, which
    some keep and others do not. `painted` is what its cells say; "" behind a wide character.
    """

    def __init__(self) -> None:
        self.painted = [[" "] * WIDTH for _ in range(HEIGHT)]
        self.x, self.y, self.lines = WIDTH, 0, set[str]()  # nobody knows where it stands at first
        self.obey: dict[str, Callable[..., None]] = {
            "H": self._go, "C": self._step, "X": self._erase, "K": self._erase, "m": self._turn,
        }  # fmt: skip

    def feed(self, written: str) -> None:
        """Do what is written."""
        while written:
            code = CODE.match(written)
            if code:
                self.obey[code[2]](*(int(n) for n in code[1].split(";") if n))
            else:
                assert written[0] != "\x1b", written[:9]
                self._say(written[0])
            written = written[len(code[0]) if code else 1 :]

    def _say(self, char: str) -> None:
        wide = cell_len(char)
        assert self.x + wide <= WIDTH
        self.painted[self.y][self.x : self.x + wide] = [char] + [""] * (wide - 1)
        self.x += wide

    def _go(self, y: int, x: int = 1) -> None:
        assert 1 <= y <= HEIGHT
        assert 1 <= x <= WIDTH
        self.y, self.x = y - 1, x - 1

    def _step(self, by: int) -> None:
        assert by > 0
        assert self.x + by < WIDTH
        self.x += by

    def _erase(self, wide: int | None = None) -> None:
        wide = wide or WIDTH - self.x
        assert 0 < wide <= WIDTH - self.x
        assert not self.lines
        self.painted[self.y][self.x : self.x + wide] = [" "] * wide

    def _turn(self, *codes: int) -> None:
        plain = re.sub(r"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+", "", ";".join(map(str, codes)))
        for bit in plain.split(";") if codes else ["0"]:
            if bit in SEEN_ON_BLANKS:
                self.lines.add(bit)
            self.lines -= {b for b in SEEN_ON_BLANKS if bit == "0" or OFF[b] == bit}


class Terminal:
    """What a person sees."""

    def __init__(self) -> None:
        self.screen = Erasing(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)

    def look(self) -> list[list[tuple[Any, ...]]]:
        """Every cell: what is written, how; ink and weight of a blank do not show."""
        buffer = self.screen.buffer
        return [
            [
                (c.data, c.bg, c.underscore, c.reverse, (c.fg, c.bold) if c.data.strip() or c.reverse else ())
                for c in (buffer[y][x] for x in range(WIDTH))
            ]
            for y in range(HEIGHT)
        ]
