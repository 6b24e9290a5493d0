"""The tracker on other days, and while others write: what is added goes to the day that is shown."""

from datetime import timedelta
from typing import Any

import pytest
from tui.eaten import BUSY, a_day, eat, names, under
from tui.rows import text

from companion.errors import Failure
from companion.services.companion import Companion

# Other days


@pytest.mark.parametrize(("back", "forth"), [("l", "r"), ("L", "R"), ("left", "right"), ("4", "6")])
async def test_other_days_are_a_key_away_and_the_head_says_which(
    ruth: Companion, visit: Any, back: str, forth: str
) -> None:
    eat(ruth, "Toast", 120, 8, ago=1)
    async with visit(ruth, "intake", (80, 24), back) as seen:
        assert "Eaten on Monday 13 April" in seen.rows()[0]
        assert "yesterday" in seen.rows()[0]
        assert "Toast" in text(seen.rows())
        assert "still to come" not in text(seen.rows())
        assert under(seen).startswith("› Afternoon")
        await seen.press(back)
        assert "Sunday 12 April" in seen.rows()[0]
        assert "Nothing was written down that day." in text(seen.rows())
        await seen.press(forth, forth)
        assert "Eaten today" in seen.rows()[0]


@pytest.mark.parametrize("key", ["r", "right", "6"])
async def test_no_day_lies_in_the_future(
    ruth: Companion, visit: Any, size: tuple[int, int], key: str
) -> None:
    async with visit(ruth, "intake", size, key) as seen:
        assert "Days to come have no entries yet." in text(seen.rows())
        assert "Eaten today" in seen.rows()[0]


async def test_t_goes_back_to_today(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    async with visit(ruth, "intake", size, *"llll") as seen:
        assert "4 days ago" in seen.rows()[0]
        await seen.press("t")
        assert "Eaten today" in seen.rows()[0]
        assert "This is today." in text(await seen.press("t"))


async def test_a_day_that_is_over_has_nothing_to_go(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    eat(ruth, "Toast", 120, 8, ago=1)
    eat(ruth, "Feast", 2500, 8, ago=2)
    async with visit(ruth, "intake", size, "l") as seen:
        assert "120 of at least 1,900 kcal." in text(seen.rows())
        assert "to go" not in text(seen.rows())
        assert "Floor reached." in text(await seen.press("l"))


async def test_what_is_added_on_another_day_is_written_for_that_day_and_slot(
    ruth: Companion, visit: Any, rooms_opened: list[Any]
) -> None:
    eat(ruth, "Cheese", 173, 18, ago=2)
    async with visit(ruth, "intake", (80, 24), "l", "down") as seen:
        await seen.press("k", *"Toast", "enter", "1", "2", "0", "enter")
        assert names(ruth, ago=1) == [("supper", "Toast")]
        await seen.press("d", "1", "5", "0", "enter", "enter")
        await seen.press("y", "enter")
        assert [slot for slot, _ in names(ruth, ago=1)] == ["supper"] * 3
        assert names(ruth, ago=1)[-1][1] == "Cheese"
        await seen.press("a")
        assert rooms_opened == [("foods", ruth.today_date() - timedelta(days=1), "supper")]
        assert names(ruth) == []


async def test_g_on_another_day_writes_it_for_now(ruth: Companion, visit: Any) -> None:
    eat(ruth, "Toast", 120, 15, ago=1)
    async with visit(ruth, "intake", (80, 24), "l", "g") as seen:
        assert names(ruth) == [("afternoon", "Toast")]
        assert "120 of at least 1,900 kcal today" in text(seen.rows())


async def test_another_year_is_named(ruth: Companion, visit: Any, clock: Any) -> None:
    clock.go(days=-103)  # to 1 January
    async with visit(ruth, "intake", (80, 24), "l") as seen:
        assert "Eaten on Wednesday 31 December 2025" in seen.rows()[0]


# What others write


async def test_what_another_window_writes_appears_and_the_cursor_keeps_its_entry(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", size, "8", "8") as seen:
        assert "Cod" in under(seen)
        eat(ruth, "Lassi", 279, 10, by="Maria")
        eat(ruth, "Milk", 60, 9)
        seen.app.screen.look()
        assert "Lassi" in text(await seen.press())
        assert "Cod" in under(seen)
        assert seen.app.screen.query_one("Big").text == "1,292"


async def test_nothing_is_read_again_while_nobody_writes(ruth: Companion, visit: Any) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", (80, 24)) as seen:
        before = seen.app.screen.day
        seen.app.screen.look()
        assert seen.app.screen.day is before


async def test_a_list_that_changes_below_keeps_its_place_in_view(ruth: Companion, visit: Any) -> None:
    for n in range(BUSY):
        eat(ruth, f"Spoonful {n}", 10, 6 + n % 10)
    async with visit(ruth, "intake", (80, 24), "home", *["down"] * 20) as seen:
        line = seen.app.cursor_place().y
        entry = under(seen)
        eat(ruth, "Late bite", 10, 16)
        seen.app.screen.look()
        await seen.press()
        assert under(seen) == entry
        assert seen.app.cursor_place().y == line


async def test_a_new_day_begins_by_itself(ruth: Companion, visit: Any, clock: Any) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", (80, 24)) as seen:
        clock.go(days=1)
        seen.app.screen.look()
        assert "Nothing eaten yet." in text(await seen.press())
        assert "Wednesday 15 April" in seen.rows()[0]


async def test_a_removal_that_cannot_be_saved_is_said_and_nothing_moves(
    ruth: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", (80, 24), "home") as seen:

        def fails(*_: Any, **__: Any) -> None:
            raise Failure("unwritable", file="2026-04.json", fault="No space left on device")

        monkeypatch.setattr(ruth.diary, "append", fails)
        shown = text(await seen.press("x"))
        assert "No space left on device" in shown
        assert "Porridge" in under(seen)
