"""The key filter in front of every key of the full screen, with times of our own."""

from collections.abc import Callable
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from companion.config.settings import Settings
from companion.flows.steps import Text
from companion.tui.app import CompanionApp
from companion.tui.dialogs.text import TextDialog
from companion.tui.screens.room import Room
from companion.tui.widgets.rows import Row, Rows

MakeApp = Callable[..., CompanionApp]


class Few(Room):
    """Ten rows."""

    heading = "Few"

    def body(self) -> Any:
        yield Rows([Row(str(n), f"Choice {n}") for n in range(10)])


async def press(pilot: Pilot[Any], key: str, *milliseconds: int) -> None:
    """The same key at these times."""
    for at in milliseconds:
        event = events.Key(key, key if len(key) == 1 else None)
        event.time = at / 1000
        pilot.app.post_message(event)
    await pilot.pause()


@pytest.mark.parametrize(
    ("settings", "row"),
    [({}, 5), ({"key_filter": True}, 1), ({"key_filter": True, "same_key_ms": 0, "any_key_ms": 0}, 5)],
    ids=["off", "on", "on with zeros"],
)
async def test_five_fast_presses_of_down(make_app: MakeApp, settings: dict[str, Any], row: int) -> None:
    app = make_app(Few, **settings)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", 0, 50, 100, 150, 200)
        assert app.screen.query_one(Rows).index == row


async def test_a_key_held_down_moves_one_row(make_app: MakeApp) -> None:
    app = make_app(Few, key_filter=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", 0, *range(400, 2400, 33))
        assert app.screen.query_one(Rows).index == 1
        await press(pilot, "down", 3000)
        assert app.screen.query_one(Rows).index == 2


async def test_a_key_of_the_room_counts_once(make_app: MakeApp) -> None:
    app = make_app(key_filter=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u", 0, 60, 120, 180)
        assert app.screen.done == ["undo"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("times", "typed"), [((0, 100), "a"), ((0, 200), "aa"), ((0, 200, 230, 260), "aa")])
async def test_in_a_field_the_same_letter_may_come_twice(
    make_app: MakeApp, times: tuple[int, ...], typed: str
) -> None:
    app = make_app(key_filter=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(TextDialog(Text(id="t", title="Note")))
        await pilot.pause()
        await press(pilot, "a", *times)
        assert app.screen.query_one(Input).value == typed


async def test_in_a_field_quick_digits_all_count(make_app: MakeApp) -> None:
    app = make_app(key_filter=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(TextDialog(Text(id="t", title="Note")))
        await pilot.pause()
        for at, digit in enumerate("150"):
            await press(pilot, digit, 120 * at)
        assert app.screen.query_one(Input).value == "150"


async def test_a_setting_counts_from_the_moment_it_is_changed(make_app: MakeApp) -> None:
    app = make_app(Few)
    async with app.run_test(size=(80, 24)) as pilot:
        app.companion.settings = Settings(key_filter=True)
        await press(pilot, "down", 0, 50)
        assert app.screen.query_one(Rows).index == 1
        app.companion.settings = Settings()
        await press(pilot, "down", 60, 70)
        assert app.screen.query_one(Rows).index == 3
