"""What holds on every room and dialog: the hardware cursor, contrast as it is drawn, nothing that moves."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.style import Style
from terminal import Terminal
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from companion.bootstrap import open_companion
from companion.services.companion import Companion
from companion.tui.app import ROOMS, CompanionApp
from companion.tui.themes import CLEAR, DAYLIGHT, DUSK, PAPER, THEMES, token
from companion.tui.widgets.picker import Picker
from companion.tui.widgets.rows import Rows

pytestmark = pytest.mark.slow
AFTERNOON = "2026-04-14T16:05:00+02:00"
WAYS = (  # from Today to every room, and to a dialog of every kind
    "", "w", "?", "!", "k", "2", "2 o", "2 o enter", "2 o enter 1", "2 o enter 1 enter", "2 d",
    "2 n", "4", "4 enter", "4 w", "4 l", "4 e", "5", "5 enter", "5 l", "5 w", "5 y", "6", "6 enter", "6 w",
    "6 l", "6 f", "6 t", "p", "p 1", "p 8", "p e", "p e 1", "p e 1 1", "p 9", "p 9 1", "p w", "p a", "h",
    "h o", "s", "s c", "s down down enter", "a", "a s m i l k enter",
    "a s m i l k enter enter", "n", "e 1", "t", "f", "f 1", "b", "7", "1 3", "1 3 1", "1 3 1 1",
    "1 3 1 1 space", "1 3 1 1 space space", "1 3 1 1 f", "1 3 1 1 x",
    "8", "8 1", "8 5", "8 7", "8 l",
)  # fmt: skip
LEAST = {DUSK.name: 4.5, CLEAR.name: 7.0, DAYLIGHT.name: 4.5, PAPER.name: 7.0}
PAGE = 20  # more than the rows of any list at these sizes
PICTURE = 3.0  # bars, lines and the ground under the cursor; words stand beside them


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Companion:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("COMPANION_NOW", AFTERNOON)
    mask = os.umask(0o077)
    companion = open_companion(via="full", demo=True)
    os.umask(mask)
    companion.foods.prepare()
    return companion


class Walked:
    """A full screen on a way from Today, and back again."""

    def __init__(self, pilot: Any) -> None:
        self.pilot, self.app = pilot, pilot.app

    async def go(self, way: str) -> None:
        for key in way.split():
            await self.pilot.press({"!": "exclamation_mark", "?": "question_mark"}.get(key, key))
            await self.pilot.pause()

    async def home(self) -> None:
        while len(self.app.screen_stack) > 1:
            screen = self.app.screen
            await screen.run_action("back" if hasattr(screen, "action_back") else "dismiss")
            await self.pilot.pause()

    @property
    def strips(self) -> Any:
        return self.app.screen._compositor.render_strips()

    def line(self, y: int) -> str:
        """One row of the screen, painted alone."""
        compositor = self.app.screen._compositor
        around = Region(0, y, compositor.size.width, 1)
        return Strip.join(compositor._render_chops(around, y.__eq__)[y].values()).text


def some(rows: list[Any]) -> list[Any]:
    """Rows of a list: the first page and what comes after it, now and then one further down, the last."""
    return [row for place, row in enumerate(rows) if place < PAGE or place % PAGE == 0 or row is rows[-1]]


def items(widget: Widget) -> Iterator[tuple[str, str]]:
    """Puts the cursor on one item of a widget after another: its name, and a word of its line."""
    if isinstance(widget, Rows):
        for number, row in enumerate(widget.rows):
            widget.go(number)
            yield row.label, row.label.split()[0]
    elif isinstance(widget, Picker):
        rows = [row for row in enumerate(widget.rows) if not str(row[1].value).startswith("#")]
        for number, key in some(rows):
            widget.move_cursor(row=number)
            cells = [str(cell).split() for cell in widget.get_row_at(number)]
            yield str(key.value), next((words[0] for words in cells if words), "")
    else:
        yield type(widget).__name__, ""


async def astray(walked: Walked) -> list[str]:
    """Items of the screen on top whose line is not the one the hardware cursor stands in."""
    app, lost = walked.app, []
    for widget in app.screen.focus_chain:
        widget.focus()
        await walked.pilot.pause()
        for name, word in items(widget):
            await walked.pilot.pause()
            place = app.cursor_place()
            line = walked.line(place.y)
            marked = not isinstance(widget, Rows | Picker) or "›" in line
            if not (widget.region.contains_point(place) and word.rstrip("….") in line and marked):
                lost.append(f"{name}: {place} {line.strip()!r}")
    return lost


@pytest.mark.parametrize("size", [(80, 24), (40, 24)], ids=["80x24", "40x24"])
async def test_the_hardware_cursor_stands_on_the_item_that_has_the_focus(
    demo: Companion, size: tuple[int, int]
) -> None:
    lost, seen = {}, set()
    async with CompanionApp(demo).run_test(size=size) as pilot:
        walked = Walked(pilot)
        await pilot.pause()
        for way in WAYS:
            await walked.go(way)
            seen.add(type(pilot.app.screen).__name__)
            if found := await astray(walked):
                lost[way] = found
            await walked.home()
    assert lost == {}
    assert {kind.partition(":")[2] for kind in ROOMS.values()} - {"Page"} <= seen


def contrast(one: Color, other: Color) -> float:
    """As WCAG 2 measures it."""

    def luminance(colour: Color) -> float:
        parts = [part / 255 for part in colour.rgb]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def drawn(text: str) -> bool:
    """Whether it is a line or a block and no word."""
    return all(char in " ·" or "─" <= char <= "▟" for char in text)


def inked(strips: Any) -> dict[tuple[str, str, bool], str]:
    """Pairs of ink and ground that stand on the screen, and whether as a picture: an example of each."""
    found = {}
    for strip in strips:
        for text, style, _ in strip:
            if text.strip() and isinstance(style, Style) and style.color and style.bgcolor:
                ink, ground = (Color.from_rich_color(colour).hex for colour in (style.color, style.bgcolor))
                found[ink, ground, drawn(text)] = text.strip()
    return found


def weak(strips: Any, least: float) -> dict[tuple[str, str, bool], str]:
    """Words and pictures whose ink is too close to their ground."""
    return {
        pair: text
        for pair, text in inked(strips).items()
        if contrast(Color.parse(pair[0]), Color.parse(pair[1])) < (PICTURE if pair[2] else least)
    }


def ground(walked: Walked) -> Color | None:
    """The ground of the row under the cursor; None where no list has the focus."""
    place = walked.app.cursor_place()
    if isinstance(walked.app.focused, Rows | Picker):
        style = walked.strips[place.y].crop(place.x + 2, place.x + 3)._segments[0].style
        return Color.from_rich_color(style.bgcolor)
    return None


async def test_what_is_drawn_has_its_contrast_in_every_theme(demo: Companion) -> None:
    """A screen whose pairs of colours all stood on screens before is not drawn in the other themes again."""
    faint, unseen, known = {}, {}, set()
    async with CompanionApp(demo).run_test(size=(80, 24)) as pilot:
        walked, app = Walked(pilot), pilot.app
        await pilot.pause()
        for way in WAYS:
            await walked.go(way)
            fresh = inked(walked.strips).keys() - known
            known |= fresh
            for theme in THEMES if fresh else ():
                app.theme = theme.name
                getattr(app.screen, "look", lambda: None)()  # as every two seconds
                await pilot.pause()
                if found := weak(walked.strips, LEAST[theme.name]):
                    faint[way, theme.name] = found
                mine, around = ground(walked), Color.parse(token(theme, "surface"))
                if mine is not None and contrast(mine, around) < PICTURE:
                    unseen[way, theme.name] = mine.hex
            app.theme = DUSK.name
            await walked.home()
    assert faint == {}
    assert unseen == {}
    assert len(known) > len(THEMES)


def test_nothing_moves_by_itself(demo: Companion) -> None:
    assert CompanionApp(demo).animation_level == "none"
    sheets = "".join(path.read_text() for path in Path(__file__).parents[2].glob("styles/*.tcss"))
    assert "transition" not in sheets
    assert "blink" not in sheets


async def test_the_caret_of_a_field_does_not_blink(demo: Companion) -> None:
    async with CompanionApp(demo).run_test(size=(80, 24)) as pilot:
        walked = Walked(pilot)
        for way in ("k", "2 s", "6 enter"):
            await walked.go(way)
            assert [field.cursor_blink for field in pilot.app.screen.query(Input)] == [False], way
            await walked.home()


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    env = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "COMPANION_NOW": AFTERNOON}
    opened = Terminal("-m", "companion", "--demo", "--full", **env)
    yield opened
    opened.close()


def test_a_window_of_one_cell_and_back_keeps_the_screen_and_the_step(terminal: Terminal) -> None:
    terminal.see("Choose a session")
    for way, back in (("2", "0"), ("4", "0"), ("5", "0"), ("6", "0"), ("p", "0"), ("h", "0"), ("s", "0"),
                      ("a", "0"), ("6 1", "q"), ("1 3 1 1", "")):  # fmt: skip
        for key in way.split():
            terminal.rest()
            terminal.press(key)
        terminal.rest()
        before = terminal.screen
        for wide, high in ((1, 1), (80, 24)):
            terminal.resize(wide, high)
            terminal.rest()
        assert terminal.again(before) == before, way
        if back:
            terminal.press(back)
    assert "1 of" in terminal.screen
