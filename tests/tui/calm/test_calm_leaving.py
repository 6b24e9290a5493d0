"""No key leaves the first menu of the calm screen by itself, and what is written comes in one piece."""

import re
from typing import Any

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from companion.flows.steps import Menu, Option
from companion.flows.walk import Into, Walk
from companion.services.companion import Companion
from companion.tui.calm.app import CalmApp

CURSOR = re.compile(r"\x1b\[\d+;\d+H\Z")


@pytest.mark.parametrize("key", ["0", "escape"])
def test_every_way_back_from_the_first_menu_leads_to_the_row_that_leaves(sit: Any, key: str) -> None:
    seat = sit()
    for _ in range(2):
        seat.press(key)
        assert (seat.row, seat.face.ended) == ("0. Leave", False)
    seat.press("enter", "enter")
    assert not seat.face.ended
    seat.press("0", "enter", "2")
    assert seat.face.ended


def menu(_: Companion) -> Menu:
    return Menu(id="m", title="Main", options=(Option(Into(menu), "Stay"), Option(Into(other), "Go")))


def other(_: Companion) -> Menu:
    return Menu(id="o", title="Other", options=(Option(Into(menu), "Main"),))


async def test_the_rows_of_a_step_and_the_cursor_are_one_write(
    companion: Companion, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = CalmApp(companion, Walk(companion, Into(menu)))
    written: list[str] = []
    async with app.run_test() as pilot:
        await pilot.pause()
        monkeypatch.setattr(HeadlessDriver, "is_headless", False)
        monkeypatch.setattr(HeadlessDriver, "write", lambda _, data: written.append(data))
        await pilot.press("2")
        await pilot.pause()
        monkeypatch.undo()
    shown = [piece for piece in written if "Other" in piece]
    assert len(shown) == 1
    assert CURSOR.search(shown[0])
