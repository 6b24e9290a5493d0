"""What the rooms that show entries have in common: they look again, say what cannot be read, and go on."""

from asyncio import gather
from collections.abc import Callable
from typing import Any

import pytest
from tui.rows import text

from companion.errors import Failure
from companion.services.companion import Companion
from companion.tui.screens.watching import Watching
from companion.tui.widgets.picker import Picker
from companion.tui.widgets.searchfield import SearchField

pytestmark = pytest.mark.slow

ROOMS = ["today", "intake", "foods", "meals", "fatigue", "weight", "plan", "history", "trends"]
SAID = "cannot be read"


def gone() -> list[str]:
    """A folder that cannot be listed any more."""
    raise Failure("unreadable", file="diary", fault="Permission denied")


@pytest.fixture
def full(ruth: Companion) -> Companion:
    """Somebody who wrote down one of each."""
    ruth.intake.quick("Toast", kcal=120)
    ruth.weight.log(56.8, confirmed=True)
    ruth.fatigue.log(3)
    ruth.foods.prepare()
    return ruth


@pytest.fixture
def shut(full: Companion, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes the folder of the diary unreadable."""
    return lambda: monkeypatch.setattr(full.diary.shelf, "names", gone)


@pytest.mark.parametrize("name", ROOMS)
async def test_a_folder_lost_under_a_live_room_is_one_sentence_until_it_is_back(
    full: Companion,
    visit: Any,
    shut: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    name: str,
) -> None:
    async with visit(full, name, size) as seen:
        room, before, focused = seen.app.screen, seen.rows(), type(seen.app.focused)
        assert isinstance(room, Watching)
        shut()
        room.look()
        shown = text(await seen.press())
        assert SAID in shown
        assert "Permission denied" in shown
        assert all(len(row) <= size[0] for row in seen.rows())
        room.look()
        assert seen.app.screen is room
        monkeypatch.undo()
        room.look()
        await seen.press()
        assert SAID not in text(seen.rows())
        assert seen.rows() == before
        assert type(seen.app.focused) is focused


@pytest.mark.parametrize("name", ROOMS)
async def test_a_folder_that_cannot_be_read_from_the_start_is_one_sentence_with_the_way_out(
    full: Companion, visit: Any, shut: Callable[[], None], name: str
) -> None:
    async with visit(full, "preferences", (80, 24)) as seen:
        shut()
        seen.app.open(name)
        assert SAID in text(await seen.press())
        await seen.press("enter", "w", "e", "m", "o", "0")
        assert seen.app.is_running


async def test_the_settings_do_not_need_the_diary(
    full: Companion, visit: Any, shut: Callable[[], None]
) -> None:
    async with visit(full, "preferences", (80, 24)) as seen:
        before = seen.rows()
        shut()
        seen.app.screen.look()
        assert await seen.press() == before


async def test_nothing_is_read_again_while_nobody_writes(full: Companion, visit: Any) -> None:
    for name in ROOMS:
        async with visit(full, name, (80, 24)) as seen:
            read: list[str] = []
            seen.app.screen.load = lambda name=name, read=read: read.append(name)
            seen.app.screen.look()
            assert read == []


@pytest.mark.parametrize("name", ROOMS)
async def test_another_width_keeps_focus_and_row_and_what_is_said_is_seen(
    full: Companion, visit: Any, name: str
) -> None:
    async with visit(full, name, (80, 24), "down") as seen:
        room, focused = seen.app.screen, type(seen.app.focused)
        row = [picker.value for picker in room.query(Picker)]
        for columns in (40, 120, 80):
            await seen.pilot.resize_terminal(columns, 30)
            await seen.press()
            assert type(seen.app.focused) is focused
            assert [picker.value for picker in room.query(Picker)] == row
            seen.app.say(f"Seen at {columns}.")
            assert f"Seen at {columns}." in text(await seen.press())


@pytest.mark.parametrize("name", [*ROOMS, "preferences"])
async def test_settings_changed_in_another_window_hold_here_and_are_seen(
    full: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    async with visit(full, name, (80, 24)) as seen:

        def changed() -> bool:
            full.settings = full.settings.model_copy(update={"theme": "clear"})
            monkeypatch.undo()
            return True

        monkeypatch.setattr(full.preferences, "refresh", changed)
        read: list[str] = []
        load = seen.app.screen.load
        seen.app.screen.load = lambda: (read.append(name), load())
        seen.app.screen.look()
        await seen.press()
        assert seen.app.theme == "clear"
        assert read == [name]


async def test_settings_that_cannot_be_used_are_said_once(
    full: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(full, "history", (80, 24)) as seen:
        monkeypatch.setattr(full.preferences, "refresh", gone)
        seen.app.screen.look()
        assert SAID in text(await seen.press())
        assert "Today, Tuesday 14 April" in text(seen.rows())


@pytest.mark.parametrize("name", [*ROOMS, "preferences", "warnings"])
async def test_every_head_says_demo_in_a_demo(
    full: Companion, visit: Any, size: tuple[int, int], name: str
) -> None:
    async with visit(full, name, size) as seen:
        assert "DEMO" not in seen.rows()[0]
    full.demo = True
    async with visit(full, name, size) as seen:
        assert seen.rows()[0].count("DEMO") == 1


async def test_a_search_goes_on_in_another_width(full: Companion, visit: Any) -> None:
    async with visit(full, "foods", (80, 24), "s", *"mil") as seen:
        await seen.pilot.resize_terminal(40, 30)
        await seen.press("k")
        assert isinstance(seen.app.focused, SearchField)
        assert seen.app.screen.typed == "milk"


async def test_a_room_that_is_being_rebuilt_is_drawn_once_it_stands(
    full: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(full, "weight", (80, 24)) as seen:
        room, before = seen.app.screen, seen.rows()
        body = room.query_one(".body")
        mount_all = body.mount_all

        def meanwhile(parts: Any) -> Any:
            room.draw()  # as when somebody else wrote something
            return mount_all(parts)

        monkeypatch.setattr(body, "mount_all", meanwhile)
        room.run_worker(room.rebuild())
        assert await seen.press() == before


async def test_of_two_rebuilds_at_once_the_second_is_not_drawn_by_the_first(
    full: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the window is made wider while somebody else writes something."""
    async with visit(full, "weight", (80, 24)) as seen:
        room, before = seen.app.screen, seen.rows()
        body = room.query_one(".body")
        mount_all = body.mount_all

        def meanwhile(parts: Any) -> Any:
            room.draw()
            return mount_all(parts)

        monkeypatch.setattr(body, "mount_all", meanwhile)
        await gather(room.rebuild(), room.rebuild())
        assert await seen.press() == before


async def test_a_body_of_another_width_is_not_drawn(
    full: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a window is dragged its size is known before there is a body for it."""
    async with visit(full, "trends", (80, 24)) as seen:
        room, before = seen.app.screen, seen.rows()
        monkeypatch.setattr(type(room), "fitting", lambda _: "wide")
        monkeypatch.setattr(type(room), "wide", True)
        monkeypatch.setattr(room, "built_at", None)
        room.draw()
        assert await seen.press() == before


async def test_a_key_that_comes_while_a_room_is_rebuilt_may_leave_it_and_find_nothing_to_do(
    full: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(full, "today", (80, 24), "a") as seen:
        room, allowed = seen.app.screen, list[Any]()
        body = room.query_one(".body")
        mount_all = body.mount_all

        def meanwhile(parts: Any) -> Any:
            allowed.append(room.check_action("press", ("1",)))
            room.dismiss()
            return mount_all(parts)

        assert room.check_action("press", ("1",))
        monkeypatch.setattr(body, "mount_all", meanwhile)
        await room.rebuild()
        await room.rebuild()
        assert allowed == [False]
        assert text(await seen.press()).startswith("Today")
