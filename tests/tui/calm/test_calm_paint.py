"""The painter of rows against a terminal emulator."""

from typing import Any

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from companion.tui.calm.paint import LinePainter

WIDTH, HEIGHT = 24, 5
PLAIN = Style.parse("#f0eadc on #1b1815")
STYLES = [PLAIN, Style.parse("bold #f0eadc on #1b1815"), Style.parse("bold reverse #f0eadc on #1b1815")]
WORDS = ["", "1. Eat", "1. Ea", "1. Eat ", "1. Eats", "2. Drink", "Saved: 250", "é漢字ら"]


def row(text: str, style: int = 0) -> Strip:
    return Strip([Segment(text, STYLES[style])]).adjust_cell_length(WIDTH, PLAIN)


rows = st.builds(
    row, st.sampled_from(WORDS) | st.text("ab 1é漢", max_size=12), st.integers(0, len(STYLES) - 1)
)
frames = st.lists(st.lists(rows, min_size=HEIGHT, max_size=HEIGHT), min_size=1, max_size=5)


class Terminal:
    """What a person sees, and hears: every stretch that was written."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)

    def look(self, *, looks: bool) -> list[list[tuple[Any, ...]]]:
        """Every cell: what is written, how; the weight of a blank does not show."""
        buffer = self.screen.buffer
        cells = [[buffer[y][x] for x in range(WIDTH)] for y in range(HEIGHT)]
        return [
            [(c.data, c.bold and c.data.strip() != "", c.reverse, c.bg) if looks else (c.data,) for c in line]
            for line in cells
        ]


def whole(strips: list[Strip], *, looks: bool) -> list[list[tuple[Any, ...]]]:
    terminal = Terminal()
    terminal.stream.feed(LinePainter(erase=False).frame(strips, ColorSystem.TRUECOLOR))
    return terminal.look(looks=looks)


@pytest.mark.slow
@settings(deadline=None, max_examples=150)
@given(frames, st.booleans(), st.booleans())
def test_a_terminal_fed_with_changes_looks_like_one_painted_whole(
    sequence: list[list[Strip]], looks: bool, erase: bool
) -> None:
    terminal, painter = Terminal(), LinePainter(erase=erase, looks=looks)
    for strips in sequence:
        terminal.stream.feed(painter.frame(strips, ColorSystem.TRUECOLOR))
        assert terminal.look(looks=looks) == whole(strips, looks=looks)


@settings(deadline=None)
@given(frames, st.booleans())
def test_an_unchanged_frame_writes_nothing(sequence: list[list[Strip]], looks: bool) -> None:
    painter = LinePainter(looks=looks)
    for strips in sequence:
        painter.frame(strips, ColorSystem.TRUECOLOR)
        assert painter.frame([Strip(list(strip)) for strip in strips], ColorSystem.TRUECOLOR) == ""


@pytest.mark.parametrize("looks", [False, True])
def test_a_look_alone_is_written_only_where_looks_count(looks: bool) -> None:
    painter = LinePainter(looks=looks)
    painter.frame([row("1. Eat"), row("2. Drink")], ColorSystem.TRUECOLOR)
    written = painter.frame([row("1. Eat"), row("2. Drink", 2)], ColorSystem.TRUECOLOR)
    assert ("2. Drink" in written) is looks
    assert "Eat" not in written


def test_a_changed_row_is_written_whole_from_its_first_column() -> None:
    painter = LinePainter()
    painter.frame([row("Drink, 685 of 1800")], ColorSystem.TRUECOLOR)
    written = painter.frame([row("Drink, 936 of 1800")], ColorSystem.TRUECOLOR)
    assert written.startswith("\x1b[1;1H")
    assert "Drink, 936 of 1800" in written


@pytest.mark.parametrize(
    ("before", "after", "column"), [("kcal: 2", "kcal: 25", 8), ("kcal: 25", "kcal: 2", 8)]
)
def test_a_character_more_or_less_is_written_alone(before: str, after: str, column: int) -> None:
    painter = LinePainter()
    painter.frame([row(before)], ColorSystem.TRUECOLOR)
    written = painter.frame([row(after)], ColorSystem.TRUECOLOR)
    assert written.startswith(f"\x1b[1;{column}H")
    assert "kcal" not in written


def test_a_character_in_the_middle_is_not_taken_for_one_more() -> None:
    painter = LinePainter()
    painter.frame([row("kcal: 215")], ColorSystem.TRUECOLOR)
    assert "kcal: 225" in painter.frame([row("kcal: 225")], ColorSystem.TRUECOLOR)


def test_the_announcement_is_written_before_what_it_came_with() -> None:
    painter = LinePainter()
    painter.foot = 1
    written = painter.frame([row("Main"), row("1. Eat"), row("Saved")], ColorSystem.TRUECOLOR)
    assert written.index("Saved") < written.index("Main") < written.index("1. Eat")


def test_the_key_that_was_pressed_is_written_twice_where_a_reader_takes_it_for_an_echo() -> None:
    painter = LinePainter()
    painter.frame([row("Main"), row("1. Eat"), row("1. x")], ColorSystem.TRUECOLOR)
    painter.echoed = 1, "1"
    written = painter.frame([row("How"), row("1. All"), row("1. y")], ColorSystem.TRUECOLOR)
    assert written.count("\x1b[2;1H") == 2
    assert (written.count("\x1b[3;1H"), painter.echoed) == (1, None)
