"""The frame: keys declared once, sentences that stay, leaving cleanly, faults without values."""

import os
import signal
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from rich.console import Console
from textual.screen import ModalScreen
from textual.widgets import Static
from tui.rows import text

from companion.surroundings.deadline import hang_up_after
from companion.tui.app import CompanionApp
from companion.tui.paint import Painter
from companion.tui.widgets.keys import Key, Keys
from companion.tui.widgets.notice import Notice

MakeApp = Callable[..., CompanionApp]
Lines = Callable[[CompanionApp], list[str]]


@pytest.mark.parametrize(
    ("key", "done"),
    [("u", "undo"), ("U", "undo"), ("1", "open 1"), ("3", "open 3"), ("H", "held"), ("h", "held")],
)
async def test_a_key_declared_once_works_in_small_and_capital_letters(
    make_app: MakeApp, key: str, done: str
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.press(key)
        assert app.screen.done == [done]  # type: ignore[attr-defined]


async def test_a_rare_key_is_not_in_the_bar_and_is_under_help(make_app: MakeApp, lines: Lines) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Held back" not in app.screen.query_one(Keys).render().plain
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Held back" in "\n".join(lines(app))
        await pilot.press("0")
        await pilot.pause()
        assert len(app.screen_stack) == 1


async def test_a_key_out_of_use_says_why(make_app: MakeApp, lines: Lines) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.refused = "Nothing to take back."  # type: ignore[attr-defined]
        await pilot.press("u")
        await pilot.pause()
        assert app.screen.done == []  # type: ignore[attr-defined]
        assert "▲ Nothing to take back." in "\n".join(lines(app))


async def test_a_click_on_a_chip_or_its_word_does_what_the_key_does(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click(Keys, offset=(4, 0))
        await pilot.click(Keys, offset=(8, 0))
        await pilot.pause()
        assert app.screen.done == ["undo", "undo"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("said", ["Saved.", "A long sentence that needs more than one row at forty columns."])
async def test_what_is_said_stays_in_the_room(
    make_app: MakeApp, lines: Lines, size: tuple[int, int], said: str
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        app.say(said)
        await pilot.pause()
        assert said in text(lines(app))
        assert app.screen.query_one(Notice).size.height == (2 if len(said) > 40 and size[0] == 40 else 1)


async def test_the_frame_fits_at_every_size(make_app: MakeApp, lines: Lines, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = lines(app)
        assert "Plain" in seen[0]
        assert "14 April" in seen[0]
        assert "Warning" in seen[-1]
        assert app.screen.has_class("-narrow") is (size[0] < 80)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
async def test_a_signal_ends_the_program_with_its_code(make_app: MakeApp, number: int, code: int) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        os.kill(os.getpid(), number)
        await pilot.pause()
        await pilot.pause()
        assert app._exit
    hang_up_after(0)  # nor is this process ended, which goes on
    assert app.return_code == code


async def test_a_fault_shows_no_values(make_app: MakeApp) -> None:
    app = make_app()

    def fault() -> None:
        weight_of_ruth = 56.8
        raise ZeroDivisionError(f"{bool(weight_of_ruth)}")

    async def run() -> None:
        async with app.run_test() as pilot:
            app.call_later(fault)
            await pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await run()
    console = Console(file=StringIO(), width=120)
    for renderable in app._exit_renderables:
        console.print(renderable)
    assert "56.8 " not in console.file.getvalue()  # type: ignore[attr-defined]
    assert "locals" not in console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("paint", ["cells", "stock"])
def test_the_setting_chooses_the_painter(make_app: MakeApp, paint: str) -> None:
    assert isinstance(make_app(paint=paint).painter, Painter) is (paint == "cells")


@pytest.mark.parametrize("theme", ["dusk", "clear", "daylight", "paper"])
async def test_every_theme_starts(make_app: MakeApp, theme: str) -> None:
    app = make_app(theme=theme)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.current_theme.name == theme


async def test_no_color_leaves_no_colour_in_any_cell(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        styles = [segment.style for strip in app.screen._compositor.render_strips() for segment in strip]
        assert any(style and style.bold for style in styles)
        assert {(style.color, style.bgcolor) for style in styles if style} == {(None, None)}


class Veil(ModalScreen[None]):
    """A dialog that lets the room show through."""

    CSS = "Veil { background: $background 60%; } Veil Static { width: 20; height: 3; }"

    def compose(self) -> Any:
        yield Static("漢字 over the room", markup=False)


async def test_frames_of_a_stack_of_screens_come_out_whole(make_app: MakeApp) -> None:
    import pyte
    from rich.color import ColorSystem

    app, painter = make_app(), Painter()
    terminal = pyte.Screen(80, 24)
    stream = pyte.Stream(terminal)
    async with app.run_test(size=(80, 24)) as pilot:
        for change in (
            lambda: None,
            lambda: app.push_screen(Veil()),
            app.pop_screen,
            lambda: app.say("漢 saved"),
        ):
            change()
            await pilot.pause()
            strips = app.screen._compositor.render_strips()
            stream.feed(painter.frame(strips, ColorSystem.TRUECOLOR))
            assert [line.rstrip() for line in terminal.display] == [strip.text.rstrip() for strip in strips]
            assert painter.frame(app.screen._compositor.render_strips(), ColorSystem.TRUECOLOR) == ""


async def test_other_keys_in_as_many_rows_lay_nothing_out(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        bar = app.screen.query_one(Keys)
        bar.set((Key("x", "Stop", "stop"), *bar.keys[1:]))
        assert not bar._layout_required
        bar.set([Key(letter, "Many words to read", "stop") for letter in "abcdefgh"])
        assert bar._layout_required
