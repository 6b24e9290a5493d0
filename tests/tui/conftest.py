"""A full screen with one plain room, for the parts that need one."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from textual.app import ComposeResult
from textual.widgets import Static
from tui.stage import Lines, Stage

from companion.config.settings import Settings
from companion.content.library import Library
from companion.services.companion import Companion
from companion.store.shelf import MemoryShelf
from companion.tui.app import CompanionApp, room
from companion.tui.screens.room import Room
from companion.tui.widgets.keys import Key
from companion.tui.widgets.words import words

SIZES = [(80, 24), (40, 24)]


class Plain(Room):
    """A room that counts what its keys did."""

    heading = "Plain"
    keys: ClassVar[tuple[Key, ...]] = (
        Key("u", "Undo", "undo"),
        Key("1,2,3", "Open", "open", label="1 to 3"),
        Key("h", "Held back", "held", shown=False),
        Key("0", "Back", "back"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.refused = ""

    def fact(self) -> tuple[str, str]:
        return "Tuesday 14 April, 16:05   Ruth", "Tue 14 April"

    def body(self) -> ComposeResult:
        yield Static(words("[bold]Words from people[/]"))

    def why_not(self, action: str) -> str:
        return self.refused if action == "undo" else ""

    def action_undo(self) -> None:
        self.done.append("undo")

    def action_open(self, key: str) -> None:
        self.done.append(f"open {key}")

    def action_held(self) -> None:
        self.done.append("held")


def plain_app(room: Callable[[], Room] = Plain, **settings: Any) -> CompanionApp:
    """An app over no diary at all."""
    nobody = SimpleNamespace(
        settings=Settings(**settings), content=Library(), demo=False, gated=False, by=None, guest="",
        require_let_in=lambda: None, news=SimpleNamespace(look=list),
        diary=SimpleNamespace(shelf=MemoryShelf()),
    )  # fmt: skip
    return CompanionApp(nobody, room)  # type: ignore[arg-type]


@pytest.fixture
def make_app() -> Callable[..., CompanionApp]:
    return plain_app


@pytest.fixture(params=SIZES, ids=["80x24", "40x24"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param


@pytest.fixture
def lines() -> Callable[[CompanionApp], list[str]]:
    """What stands on the screen, row by row."""
    return lambda app: [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


@pytest.fixture
def visit(lines: Callable[[CompanionApp], list[str]]) -> Callable[..., Any]:
    """Opens a room at a size, presses keys, and gives the app while it runs and its rows."""

    @asynccontextmanager
    async def opened(
        companion: Companion, name: str, size: tuple[int, int], *keys: str
    ) -> AsyncIterator[Any]:
        app = CompanionApp(companion, lambda: room(name))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()

            async def press(*more: str) -> list[str]:
                for key in more:
                    await pilot.press(key)
                    await pilot.pause()
                await pilot.pause()
                return lines(app)

            if keys:
                await press(*keys)
            yield SimpleNamespace(app=app, pilot=pilot, press=press, rows=lambda: lines(app))

    return opened


@pytest.fixture
def rooms_opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """The rooms that were opened, and with which facts; none opens."""
    found: list[tuple[Any, ...]] = []
    monkeypatch.setattr(CompanionApp, "open", lambda _, *facts, then=None: found.append(facts))
    return found


@pytest.fixture
def stage(companion: Companion, clock: Any, lines: Lines) -> Stage:
    """A player, once it is opened, over an empty diary."""
    return Stage(companion, clock, lines)


@pytest.fixture
def table(ruth: Companion) -> Companion:
    """Ruth's companion, the food table ready to be searched."""
    ruth.foods.prepare()
    return ruth


@pytest.fixture
def regular(table: Companion, clock: Any) -> Companion:
    """Somebody who has porridge often, milk sometimes, a quick entry once, since levels were decided."""
    start = clock.now
    clock.go(days=5)
    for days in range(4):
        table.intake.log_food("oatmeal_cooked", grams=200, at=start + timedelta(days=days))
    table.intake.log_food("milk_whole", grams=150, at=start)
    table.intake.quick("Aunt Milly's stew", kcal=320, at=start)
    return table
