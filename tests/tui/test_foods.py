"""Add food: what is eaten often is one key away; any other food is found while one types."""

from asyncio import Event
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from textual import events

from companion.domain.entries import QuickEaten
from companion.flows.foods import log_food
from companion.services.companion import Companion
from companion.tui.screens import foods
from companion.tui.widgets.foodcard import FoodCard
from companion.tui.widgets.foodpicker import FoodPicker
from companion.tui.widgets.searchfield import SearchField


def text(rows: list[str]) -> str:
    """The rows as one line, breaks forgotten."""
    return " ".join(" ".join(rows).split())


def eaten(companion: Companion) -> list[tuple[str, float | None, str]]:
    """What was eaten today: name, grams, slot."""
    return [(e.name, getattr(e, "grams", None), e.slot) for e in companion.intake.day().day.entries]


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


async def test_an_empty_diary_says_what_will_be_here_and_s_begins(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "foods", size) as seen:
        assert "What is eaten often will be here" in text(seen.rows())
        assert "There is nothing" not in text(seen.rows())
        await seen.press("m")
        assert "Nothing is written down yet" in seen.app.screen.notice.text
        await seen.press("s")
        assert isinstance(seen.app.focused, SearchField)


async def test_a_opens_it_and_enter_writes_the_likeliest_again(
    regular: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(regular, "today", size, "a", "enter") as seen:
        assert eaten(regular) == [("Porridge (oatmeal), made with water", 200, "afternoon")]
        assert "Saved: 200 g of Porridge" in text(seen.rows())
        assert "Add food" in seen.rows()[0]


@pytest.mark.parametrize(("digit", "name"), [("1", "Porridge"), ("2", "Milk, whole"), ("3", "Aunt Milly")])
async def test_a_digit_takes_its_row_at_once(regular: Companion, visit: Any, digit: str, name: str) -> None:
    async with visit(regular, "foods", (80, 24)) as seen:
        row = next(row for row in seen.rows() if f" {digit}  " in row[:6])
        assert name in row
        await seen.press(digit)
        assert eaten(regular)[0][0].startswith(name)


async def test_a_digit_without_a_row_does_nothing(regular: Companion, visit: Any) -> None:
    async with visit(regular, "foods", (80, 24), "9"):
        assert eaten(regular) == []


async def test_m_asks_for_another_amount(regular: Companion, visit: Any, size: tuple[int, int]) -> None:
    async with visit(regular, "foods", size, "m", "1", "2", "0", "enter"):
        assert eaten(regular) == [("Porridge (oatmeal), made with water", 120, "afternoon")]


async def test_u_takes_it_back(regular: Companion, visit: Any) -> None:
    async with visit(regular, "foods", (80, 24), "enter", "u"):
        assert eaten(regular) == []


async def test_it_is_written_for_the_day_and_slot_it_was_opened_with(regular: Companion, visit: Any) -> None:
    yesterday = regular.today_date() - timedelta(days=1)
    async with visit(regular, "today", (80, 24)) as seen:
        seen.app.open("foods", yesterday, "lunch")
        await seen.press()
        assert "Lunch, yesterday" in seen.rows()[0]
        await seen.press("enter")
        await seen.press("s", *"honey", "enter", "enter", "enter")
    kept = regular.intake.day(yesterday).day.entries
    assert [(e.name.split()[0], e.slot) for e in kept] == [("Porridge", "lunch"), ("Honey", "lunch")]
    assert eaten(regular) == []


async def test_a_day_to_come_is_refused_in_words(regular: Companion, visit: Any) -> None:
    async with visit(regular, "today", (80, 24)) as seen:
        seen.app.open("foods", date(2026, 4, 21), "lunch")
        assert "to come" in text(await seen.press()) or "future" in text(seen.rows())
        await seen.press("enter", "k")
        assert type(seen.app.screen).__name__ == "Foods"
        assert eaten(regular) == []


async def test_the_head_names_the_slot_that_is_written_where_none_was_given(
    regular: Companion, visit: Any, clock: Any
) -> None:
    clock.go(hours=2)  # a quarter past six: supper
    yesterday = regular.today_date() - timedelta(days=1)
    async with visit(regular, "today", (80, 24)) as seen:
        seen.app.open("foods", yesterday, None)
        await seen.press()
        assert "Lunch, yesterday" in seen.rows()[0]
        await seen.press("enter")
    assert [entry.slot for entry in regular.intake.day(yesterday).day.entries] == ["lunch"]


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


async def test_name_and_energy_stand_in_the_list_at_40_columns(regular: Companion, visit: Any) -> None:
    async with visit(regular, "foods", (40, 24)) as seen:
        assert "3  Aunt Milly's stew" in text(seen.rows()).replace("3 Aunt", "3  Aunt")
        assert any("Aunt Milly's stew" in row and row.endswith("320") for row in seen.rows())


async def test_digits_keep_their_rows_while_the_room_is_open(regular: Companion, visit: Any) -> None:
    async with visit(regular, "foods", (80, 24)) as seen:
        before = list(seen.app.screen.picker.hits)
        for _ in range(9):
            regular.intake.quick("Aunt Milly's stew", kcal=320)
        seen.app.screen.look()
        await seen.press("2", "2", "u")
        assert list(seen.app.screen.picker.hits) == before
        assert "Undone: " in seen.app.screen.notice.text
    async with visit(regular, "foods", (80, 24)) as seen:
        assert list(seen.app.screen.picker.hits) != before


async def test_letters_move_where_digits_take_rows(
    regular: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(regular, "foods", size, "f", "F", "b") as seen:
        assert seen.app.screen.picker.cursor_row == 1
        assert eaten(regular) == []


async def test_the_cursor_stands_at_the_words_of_an_empty_list(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "foods", size) as seen:
        place = seen.app.cursor_place()
        assert (
            seen.rows()[place.y][place.x :].startswith("Nothing")
            or "What is eaten often will be" in (seen.rows()[place.y][place.x :])
        )


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


async def test_the_card_shows_figures_measure_source_and_that_the_texture_is_not_known(
    table: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(table, "foods", size, "s", *"milk") as seen:
        shown = text(seen.rows())
        for words in ("kcal in 100 g", "3 g protein", "1 cup, 244 g: 149 kcal", "Source: USDA"):
            assert words in shown
        assert "Texture not known: it can be written down, but is never suggested." in shown


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


async def test_another_entry_elsewhere_appears_by_itself(table: Companion, visit: Any) -> None:
    async with visit(table, "foods", (80, 24)) as seen:
        table.intake.log_food("honey", grams=10)
        seen.app.screen.look()
        assert "Honey" in text(await seen.press())


async def test_long_names_leave_every_row_in_its_place(
    regular: Companion, visit: Any, size: tuple[int, int]
) -> None:
    regular.intake.quick("[red]" + "Grandmother's " * 6, kcal=5000)
    async with visit(regular, "foods", size, "s", *"grand") as seen:
        assert all(len(row) <= size[0] for row in seen.rows())
        assert any("[red]Grandmother's" in row for row in seen.rows())
        assert isinstance(seen.app.screen.picker.current.usual.entry, QuickEaten)


async def test_another_width_keeps_the_row(regular: Companion, visit: Any) -> None:
    async with visit(regular, "foods", (80, 24), "down") as seen:
        key = seen.app.screen.picker.value
        for columns in (40, 120, 80):
            await seen.pilot.resize_terminal(columns, 30)
            await seen.press()
            assert seen.app.screen.picker.value == key
