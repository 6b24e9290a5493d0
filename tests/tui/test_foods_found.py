"""Add food: any other food is found while one types, or written down without being found."""

from asyncio import Event
from collections.abc import Callable
from typing import Any

import pytest
from textual import events
from tui.eaten import eaten
from tui.rows import text

from companion.flows.foods import log_food
from companion.services.companion import Companion
from companion.tui.screens import foods
from companion.tui.widgets.foodcard import FoodCard
from companion.tui.widgets.foodpicker import FoodPicker


async def test_a_word_typed_in_one_go_after_s_is_the_search(table: Companion, visit: Any) -> None:
    async with visit(table, "foods", (80, 24)) as seen:
        for name, sign in [*((sign, sign) for sign in "smunk"), ("enter", "\r")]:
            seen.app.post_message(events.Key(name, sign))
        for _ in range(3):
            await seen.press()
        assert seen.app.screen.typed == "munk"
        assert eaten(table) == []


async def test_results_appear_while_typing_and_a_food_asks_how_much(
    table: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(table, "foods", size) as seen:
        shown = text(await seen.press("s", *"milk"))
        assert "Found for “milk”" in shown
        assert "Milk, whole" in shown
        shown = text(await seen.press("enter", "enter"))
        assert "Milk, whole: how much?" in shown
        assert "Half a cup" in shown
        assert "122 g, 74 kcal" in shown
        await seen.press("2")
        assert eaten(table) == [("Milk, whole", 122, "afternoon")]


async def test_the_amount_of_last_time_is_offered_first(regular: Companion, visit: Any) -> None:
    async with visit(regular, "foods", (80, 24)) as seen:
        seen.app.begin(lambda: log_food(regular, food="milk_whole"))
        assert "As last time" in text(await seen.press())
        await seen.press("enter")
        assert eaten(regular) == [("Milk, whole", 150, "afternoon")]


async def test_any_number_of_grams_is_the_last_choice(table: Companion, visit: Any) -> None:
    async with visit(table, "foods", (80, 24), "s", *"milk", "down", "enter", "5") as seen:
        assert "how many grams?" in text(seen.rows())
        await seen.press("3", "3", "enter")
        assert eaten(table) == [("Milk, whole", 33, "afternoon")]


async def test_what_was_eaten_before_comes_first_and_says_again(regular: Companion, visit: Any) -> None:
    async with visit(regular, "foods", (80, 24), "s", *"milk") as seen:
        first, second = (row for row in seen.rows()[3:5])
        assert "Milk, whole" in first
        assert "again, 150 g" in first
        assert "Milk, 2%" in second
        await seen.press("enter", "enter")
        assert eaten(regular) == [("Milk, whole", 150, "afternoon")]


async def test_again_stands_in_words_on_a_narrow_screen_too(regular: Companion, visit: Any) -> None:
    async with visit(regular, "foods", (40, 24), "s", *"porrige") as seen:
        assert seen.rows()[2].split()[-2] == "again"
        assert seen.rows()[2].split()[-1].isdigit()


async def test_a_search_without_a_result_can_be_written_down_anyway(
    table: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(table, "foods", size, "s", *"zzqqxx") as seen:
        assert "Nothing called “zzqqxx” was found. Enter writes it down" in text(seen.rows())
        assert "How much energy, in kcal?" in text(await seen.press("enter"))
        await seen.press("9", "0", "enter")
        assert eaten(table) == [("zzqqxx", None, "afternoon")]


async def test_k_takes_what_was_typed_as_the_name(table: Companion, visit: Any) -> None:
    async with visit(table, "foods", (80, 24), "s", *"stew", "enter", "k", "9", "enter"):
        assert eaten(table) == [("stew", None, "afternoon")]


async def test_0_clears_the_search_first_and_then_leaves(regular: Companion, visit: Any) -> None:
    async with visit(regular, "today", (80, 24), "a", "s", *"milk", "0") as seen:
        assert any("Eaten often" in row and row.split()[-1] == "kcal" for row in seen.rows())
        assert isinstance(seen.app.focused, FoodPicker)
        await seen.press("0")
        assert type(seen.app.screen).__name__ == "Today"


async def test_s_again_begins_another_search(table: Companion, visit: Any) -> None:
    async with visit(table, "foods", (80, 24), "s", *"milk", "enter", "s", *"egg") as seen:
        assert seen.app.screen.typed == "egg"


async def test_a_new_food_of_ones_own_is_found_at_once(
    table: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(table, "foods", size, "n", *"Gran soup", "enter", "2") as seen:
        assert "How much energy is in a serving, in kcal?" in text(seen.rows())
        await seen.press("2", "1", "0", "enter", "enter", "enter")
        assert "Saved: Gran soup, 210 kcal per serving." in text(seen.rows())
        assert seen.app.screen.picker.current.food.name == "Gran soup"
        assert "a food of your own" in seen.app.screen.query_one(FoodCard).render().plain
        await seen.press("enter", "2", "enter")
        assert [round(e.nutrients.kcal or 0) for e in table.intake.day().day.entries] == [420]


async def test_keys_are_answered_while_the_table_gets_ready(
    regular: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Event()

    async def in_its_time(work: Callable[[], Any]) -> None:
        await done.wait()
        work()

    del regular.foods.__dict__["_index"]
    monkeypatch.setattr(foods, "PREPARE_AFTER", 0.001)
    monkeypatch.setattr("asyncio.to_thread", in_its_time)
    async with visit(regular, "foods", (80, 24), "s", *"milk") as seen:
        assert "Getting the food table ready" in text(seen.rows())
        assert "again, 150 g" in text(seen.rows())
        done.set()
        shown = text(await seen.press())
        assert "Found for “milk”" in shown
        assert "Milk, 2%" in shown
