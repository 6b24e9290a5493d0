"""The calm app under a pilot: keys arrive, rows and cursor are drawn, time and settings count."""

from collections.abc import Callable
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from companion.config.settings import Settings
from companion.flows.steps import Choose, Menu, Option, Text
from companion.flows.walk import Cue, Into, Talk, Walk
from companion.services.companion import Companion
from companion.tui.calm import screen
from companion.tui.calm.app import CalmApp

FEW = Choose(id="few", title="Which one?", options=tuple(Option(n, f"Choice {n}") for n in range(1, 6)))
AT_ONCE = Settings(same_key_ms=0, any_key_ms=0, field_key_ms=0)
NAME = Text(id="name", title="Name?")

MANY = Choose(id="many", title="Which one?", options=tuple(Option(n, f"Choice {n}") for n in range(20)))


def asking(*steps: Any) -> Any:
    def flow(_: Companion) -> Any:
        answers: list[Any] = []
        for step in steps:
            answers.append((yield step))  # noqa: PERF401 - a comprehension cannot yield

    return flow


def menu(_: Companion) -> Menu:
    return Menu(id="m", title="Main", options=(Option(Into(menu), "Stay"),))


@pytest.fixture
def make(companion: Companion) -> Callable[..., CalmApp]:
    """An app over steps, in which the same key may come again at once."""
    companion.settings = AT_ONCE
    return lambda *steps: CalmApp(companion, Walk(companion, Into(menu), Talk(asking(*steps))))


def rows(app: CalmApp) -> list[str]:
    """What stands on the screen."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


async def press(pilot: Pilot[Any], key: str, *milliseconds: int) -> None:
    """The same key at these times."""
    for at in milliseconds:
        event = events.Key(key, key if len(key) == 1 else None)
        event.time = at / 1000
        pilot.app.post_message(event)
    await pilot.pause()


async def test_keys_move_draw_and_answer(make: Any) -> None:
    app = make(FEW, NAME)
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("down")
        assert rows(app)[:3] == ["Which one?", "1. Choice 1", "2. Choice 2"]
        assert rows(app)[app.cursor_place().y] == "2. Choice 2"
        await pilot.press("enter", "R", "u")
        assert rows(app)[0] == "Name: Ru"
        assert app.cursor_place() == (8, 0)
        await pilot.press("down")
        assert app.cursor_place() == (0, 1)


async def test_a_size_of_1_by_1_and_back_keeps_the_step(make: Any) -> None:
    app = make(FEW)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down")
        before = rows(app)
        await pilot.resize_terminal(1, 1)
        await pilot.pause()
        assert rows(app) == ["3"]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert rows(app) == before
        assert before[app.cursor_place().y] == "3. Choice 3"


@pytest.mark.parametrize(("settings", "row"), [({}, "5. Choice 5"), ({"key_filter": True}, "2. Choice 2")])
async def test_four_fast_presses(make: Any, companion: Companion, settings: Any, row: str) -> None:
    app = make(FEW)
    companion.settings = Settings(**settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", 0, 50, 100, 150)
        assert rows(app)[app.cursor_place().y] == row
        if settings:
            assert app.told_when_quiet
            app.tell()
            await pilot.pause()
            assert rows(app)[-1] == "Which one? 2. Choice 2"


HELD = (0, *range(500, 2500, 33))


@pytest.mark.parametrize("times", [(0, 66, 132, 198), HELD], ids=["four presses", "held down"])
async def test_a_key_that_acts_acts_once_with_the_settings_as_they_come(
    make: Any, companion: Companion, times: tuple[int, ...]
) -> None:
    app = make(MANY, NAME)
    companion.settings = Settings()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "9", *times)
        assert rows(app)[1] == "1. Choice 8"


@pytest.mark.parametrize(("steadier", "typed"), [(False, "aaa"), (True, "aa")])
async def test_where_words_are_typed_quick_hands_lose_no_letter_and_shaking_ones_type_it_once(
    make: Any, companion: Companion, steadier: bool, typed: str
) -> None:
    app = make(NAME)
    companion.settings = Settings(key_filter=steadier)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", 0, 200, 230)
        assert rows(app)[0] == f"Name: {typed}"


async def test_cues_ring_and_the_clock_is_asked_again(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make(FEW)
    rung: list[int] = []
    monkeypatch.setattr(app, "bell", lambda: rung.append(1))
    async with app.run_test(size=(80, 24)) as pilot:
        walk = app.face.walk
        walk.due = lambda **_: [Cue("Rest over.", 1)]
        app.screen.tick()
        await pilot.pause()
        assert (rows(app)[-1], rung) == ("Rest over.", [1])


async def test_a_changed_theme_or_mark_counts_at_once(make: Any, companion: Companion) -> None:
    app = make(FEW)
    async with app.run_test(size=(80, 24)) as pilot:
        companion.settings = Settings(theme="paper", calm_mark="row")
        await pilot.press("down")
        assert (app.theme, app.painter.looks) == ("paper", True)
        row = app.screen._compositor.render_strips()[2]
        assert [s.style.reverse for s in row if s.text.strip()] == [True]


async def test_what_is_said_again_is_written_again(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "HUSH", 3600)  # the hush is ended here, not by the time that a machine takes
    app = make(FEW)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("full_stop", "full_stop")
        assert rows(app)[-1] == ""
        app.screen.write()
        await pilot.pause()
        assert rows(app)[-1] == "Which one? 1. Choice 1"


async def test_the_warning_signs_are_one_key_away(make: Any) -> None:
    app = make(FEW)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("exclamation_mark")
        assert rows(app)[0].startswith("Warning signs.")
        await pilot.press("0")
        assert rows(app)[0] == "Which one?"
