"""The painter against a terminal emulator and against the Textual that it stands on."""

import inspect
import re
from importlib.metadata import version
from statistics import median
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import Compositor
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from tui.emulators import HEIGHT, WIDTH, Strict, Terminal

from companion.services.companion import Companion
from companion.tui.driver import UNSAID, QuietDriver
from companion.tui.paint import PLAIN, Painter, look, turn

STYLES = [
    None,
    Style(),
    Style.parse("bold"),
    Style.parse("#f0eadc on #1b1815"),
    Style.parse("bold #f0eadc on #1b1815"),
    Style.parse("#102018 on #a0d4c0"),
    Style.parse("underline red"),
    Style.parse("reverse"),
    Style.parse("dim"),
    Style.parse("bold dim"),
]
PADS = [STYLES[3], Style.parse("underline"), STYLES[7]]  # what fills a row: its ground, lines, the ink
CHARACTERS = "ab ,1  …é█▄▁›漢字ら"


def strip(pieces: list[tuple[str, int]], pad: Style | None = PADS[0]) -> Strip:
    """A row of exactly WIDTH columns out of (text, number of a style)."""
    segments = [Segment(text, STYLES[style]) for text, style in pieces]
    return Strip(segments).adjust_cell_length(WIDTH, pad)


words = st.text(CHARACTERS, max_size=9) | st.integers(1, 15).map(lambda wide: " " * wide)
pieces = st.tuples(words, st.integers(0, len(STYLES) - 1))
rows = st.builds(strip, st.lists(pieces, max_size=9), st.sampled_from(PADS))
frames = st.lists(st.lists(rows, min_size=HEIGHT, max_size=HEIGHT), min_size=1, max_size=5)


def whole(strips: list[Strip]) -> list[list[tuple[Any, ...]]]:
    """The same frame written by a painter that knows of no other, without erasing."""
    terminal = Terminal()
    terminal.stream.feed(Painter(erase=False).frame(strips, ColorSystem.TRUECOLOR))
    return terminal.look()


def shown(strips: list[Strip]) -> list[str]:
    return [row.text.rstrip() for row in strips]


@settings(deadline=None, max_examples=150)
@given(frames, st.booleans())
def test_a_terminal_fed_with_changes_looks_like_one_painted_whole(
    sequence: list[list[Strip]], erase: bool
) -> None:
    terminal, strict, painter = Terminal(), Strict(), Painter(erase=erase)
    for strips in sequence:
        written = painter.frame(strips, ColorSystem.TRUECOLOR)
        terminal.stream.feed(written)
        strict.feed(written)
        assert [line.rstrip() for line in terminal.screen.display] == shown(strips)
        assert ["".join(row).rstrip() for row in strict.painted] == shown(strips)
        assert terminal.look() == whole(strips)


@pytest.mark.parametrize("pad", PADS[1:], ids=str)
def test_lines_through_the_end_of_a_row_are_written_not_erased(pad: Style) -> None:
    terminal, frame = Terminal(), [strip([("Today", 3)], pad)]
    terminal.stream.feed(Painter().frame(frame, ColorSystem.TRUECOLOR))
    assert terminal.look() == whole(frame)


def test_a_step_over_unchanged_cells_begins_where_a_wide_character_ends() -> None:
    painter, terminal = Painter(), Terminal()
    for text in ("1111ら字▁…1", "111111ら▁…"):
        terminal.stream.feed(painter.frame([strip([(text, 0)])], ColorSystem.TRUECOLOR))
    assert terminal.screen.display[0].rstrip() == "111111ら▁…"


@settings(deadline=None)
@given(frames)
def test_an_unchanged_frame_writes_nothing(sequence: list[list[Strip]]) -> None:
    painter = Painter()
    for strips in sequence:
        painter.frame(strips, ColorSystem.TRUECOLOR)
        again = [Strip(list(row)) for row in strips]
        assert painter.frame(again, ColorSystem.TRUECOLOR) == ""


def test_only_the_changed_cell_of_a_row_is_written() -> None:
    painter = Painter()
    painter.frame([strip([("kcal 1405", 3)])], ColorSystem.TRUECOLOR)
    written = painter.frame([strip([("kcal 1406", 3)])], ColorSystem.TRUECOLOR)
    assert written == "\x1b[1;9H6"


def test_a_forgotten_frame_is_written_whole() -> None:
    painter = Painter()
    frame = [strip([("Today", 3)])]
    first = painter.frame(frame, ColorSystem.TRUECOLOR)
    painter.forget()
    assert painter.frame(frame, ColorSystem.TRUECOLOR) == first


@settings(deadline=None, max_examples=50)
@given(frames, frames)
def test_after_a_screen_was_lost_the_next_frame_trusts_nothing(
    before: list[list[Strip]], after: list[list[Strip]]
) -> None:
    painter, terminal = Painter(), Terminal()
    terminal.stream.feed("\x1b[1;7;31;42m")
    for strips in before:
        painter.frame(strips, ColorSystem.TRUECOLOR)
    painter.forget()
    for strips in after:
        terminal.stream.feed(painter.frame(strips, ColorSystem.TRUECOLOR))
        assert terminal.look() == whole(strips)


def test_the_row_of_the_cursor_is_written_first_and_the_others_from_above() -> None:
    """Some readers say rows in the order in which they come."""
    painter = Painter()
    painter.frame([strip([("before", 3)])] * HEIGHT, ColorSystem.TRUECOLOR)
    rows = [strip([(f"Row {n}", 3)]) for n in range(HEIGHT)]
    written = painter.frame(rows, ColorSystem.TRUECOLOR, first=3)
    assert re.findall(r"Row (\d)", written) == ["3", "0", "1", "2", "4"]


def test_blanks_take_no_ink() -> None:
    painter = Painter()
    painter.frame([strip([("a b", 4)])], ColorSystem.TRUECOLOR)
    assert painter.frame([strip([("a", 4), (" ", 3), ("b", 4)])], ColorSystem.TRUECOLOR) == ""
    assert painter.frame([strip([("a", 4), ("  ", 3)])], ColorSystem.TRUECOLOR) == "\x1b[1;3H "


@pytest.mark.parametrize(
    ("room", "keys", "most"),
    [("meals", (), 600), ("plan", (), 600), ("preferences", (), 600), ("fatigue", ("enter",), 250)],
)
async def test_a_cursor_key_writes_few_bytes(
    ruth: Companion, visit: Any, room: str, keys: tuple[str, ...], most: int
) -> None:
    """In a list with a card, and in one without."""
    async with visit(ruth, room, (80, 24), *keys) as seen:
        painter, costs = Painter(), []
        painter.frame(seen.app.screen._compositor.render_strips(), ColorSystem.TRUECOLOR)
        for key in ["down"] * 4 + ["up"] * 4:
            await seen.press(key)
            strips = seen.app.screen._compositor.render_strips()
            costs.append(len(painter.frame(strips, ColorSystem.TRUECOLOR).encode()))
        assert 0 < median(costs) <= most


def test_the_ground_of_a_row_with_gaps_is_laid_at_once() -> None:
    """One blank of a gap that is stepped over stays."""
    painter, gap = Painter(), " " * 9
    painter.frame([strip([("", 3)])], ColorSystem.TRUECOLOR)
    written = painter.frame([strip([(f"ab{gap}1{gap}", 5), ("c", 3)])], ColorSystem.TRUECOLOR)
    assert re.sub(r"\x1b\[[\d;]*m", "", written) == "\x1b[1;1Hab\x1b[19X \x1b[8C1 \x1b[8Cc"
    written = painter.frame([strip([("ab", 3)])], ColorSystem.TRUECOLOR)
    assert re.sub(r"\x1b\[[\d;]*m", "", written) == "\x1b[1;1Hab\x1b[K "


def test_the_row_of_the_cursor_is_written_in_one_piece() -> None:
    painter, row = Painter(), f"Purée{' ' * 12}5"
    painter.frame([strip([("", 3)])] * 2, ColorSystem.TRUECOLOR)
    written = painter.frame([strip([(row, 5)])] * 2, ColorSystem.TRUECOLOR, first=1)
    assert [row in part for part in written.split("\x1b[1;1H")] == [True, False]


def test_a_number_that_ends_a_row_is_not_joined_to_the_next_row() -> None:
    written = Painter().frame([strip([("351", 3)]), strip([("7", 3)])], ColorSystem.TRUECOLOR)
    assert re.sub(r"\x1b\[[\d;]*[A-Za-z]", "", written) == "351 7 "  # what readers hear that leave steps out


def test_joined_signs_stay_whole() -> None:
    painter = Painter()
    family = "👩\u200d👩\u200d👧"
    assert family in painter.frame([Strip([Segment(f"a{family}b")])], None)


def test_without_colours_no_colour_code_is_written() -> None:
    written = Painter().frame([strip([("Today", 4), ("Ruth", 6)])], None)
    assert "38;" not in written
    assert "48;" not in written
    assert "\x1b[1mToday" in written


@pytest.mark.parametrize("one", STYLES, ids=str)
@pytest.mark.parametrize("other", STYLES, ids=str)
def test_turning_from_one_look_to_another_leaves_nothing_of_the_first(
    one: Style | None, other: Style | None
) -> None:
    """Dim and bold end with one code: what stays of the two is said again."""
    first, then = look(one, ColorSystem.TRUECOLOR), look(other, ColorSystem.TRUECOLOR)
    terminal, direct = Terminal(), Terminal()
    terminal.stream.feed(turn(PLAIN, first) + turn(first, then) + "x")
    direct.stream.feed(turn(PLAIN, then) + "x")
    assert terminal.look() == direct.look()


def test_textual_is_the_one_that_paint_was_written_for() -> None:
    assert version("textual") == "8.2.8"
    assert list(inspect.signature(App._display).parameters) == ["self", "screen", "renderable"]
    assert list(inspect.signature(Compositor.render_strips).parameters) == ["self", "size"]
    assert list(inspect.signature(App._resume_signal).parameters) == ["self"]
    assert list(inspect.signature(App._fatal_error).parameters) == ["self"]
    assert list(inspect.signature(App._handle_exception).parameters) == ["self", "error"]
    assert list(inspect.signature(App._close_messages_no_wait).parameters) == ["self"]
    assert isinstance(inspect.getattr_static(App, "_screen_stack"), property)
    assert isinstance(inspect.getattr_static(Widget, "rich_style"), property)
    assert list(inspect.signature(Widget.render_line).parameters) == ["self", "y"]
    assert "_compositor" in vars(Screen())
    made = vars(App())
    private = (
        "_filters",
        "_exit_renderables",
        "_return_code",
        "_batch_count",
        "_running",
        "_closed",
        "no_color",
    )
    assert [name for name in private if name not in made] == []
    assert "is_inline" in vars(Driver)
    source = inspect.getsource(App._display)
    used = (
        "_batch_count",
        "_running",
        "_closed",
        "is_headless",
        "_driver",
        "cursor_position",
        "post_display_hook",
    )
    assert [name for name in used if name not in source] == []


def test_the_driver_still_writes_what_is_held_back_in_calls_of_their_own() -> None:
    source = inspect.getsource(LinuxDriver) + inspect.getsource(App)
    for code in ("?25l", "?1003h", "?1004h", "?2026$p", "?2048$p", "[>{KITTY"):
        assert code in source


@pytest.mark.parametrize("said", UNSAID)
def test_the_driver_holds_back_what_readers_speak(said: str) -> None:
    written: list[str] = []
    driver = QuietDriver.__new__(QuietDriver)
    driver._writer_thread = SimpleNamespace(write=written.append, is_alive=lambda: True)  # type: ignore[assignment]
    driver.write(said + "h")
    driver.write("\x1b[3;4HToday")
    assert written == ["\x1b[3;4HToday"]


def test_the_driver_is_silent_when_the_terminal_is_gone() -> None:
    written: list[str] = []
    driver = QuietDriver.__new__(QuietDriver)
    driver._writer_thread = SimpleNamespace(write=written.append, is_alive=lambda: False)  # type: ignore[assignment]
    driver.write("Today")
    assert written == []
