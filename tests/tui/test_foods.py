"""Add food: what is eaten often is one key away."""

from datetime import date, timedelta
from typing import Any

import pytest
from tui.eaten import eaten
from tui.rows import text

from companion.domain.entries import QuickEaten
from companion.services.companion import Companion
from companion.tui.widgets.searchfield import SearchField


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


@pytest.mark.quick
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


async def test_the_card_shows_figures_measure_source_and_that_the_texture_is_not_known(
    table: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(table, "foods", size, "s", *"milk") as seen:
        shown = text(seen.rows())
        for words in ("kcal in 100 g", "3 g protein", "1 cup, 244 g: 149 kcal", "Source: USDA"):
            assert words in shown
        assert "Texture not known: it can be written down, but is never suggested." in shown


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
