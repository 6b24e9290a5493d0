"""A key of the tracker for everything one does with an entry."""

from typing import Any

import pytest
from tui.eaten import BUSY, a_day, eat, names, under
from tui.rows import text

from companion.services.companion import Companion
from companion.tui.screens.intake import NEEDS_ENTRY, NEEDS_NO_DAY, Intake
from companion.wording import intake_day

# What the keys do


@pytest.mark.parametrize("key", ["enter", "space"])
async def test_enter_asks_what_to_change_and_changes_it(
    ruth: Companion, visit: Any, key: str, size: tuple[int, int]
) -> None:
    eat(ruth, "Toast", 120, 15)
    async with visit(ruth, "intake", size, key) as seen:
        assert type(seen.app.screen).__name__ == "ChooseDialog"
        await seen.press("1", "2", "0", "0", "enter")
        assert [e.kcal for e in ruth.intake.day().day.entries] == [200]
        assert "Changed: Toast, 120 kcal." in text(seen.rows())
        assert under(seen).endswith("200")


@pytest.mark.parametrize("key", ["enter", "space", "a"])
async def test_a_row_without_an_entry_leads_to_the_foods_of_its_slot(
    ruth: Companion, visit: Any, rooms_opened: list[Any], key: str
) -> None:
    async with visit(ruth, "intake", (80, 24), "down", key) as seen:
        assert rooms_opened == [("foods", None, "supper")]
        assert "Add" in seen.rows()[-1]


async def test_a_adds_to_the_slot_of_an_entry_as_well(
    ruth: Companion, visit: Any, rooms_opened: list[Any]
) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", (80, 24), "home", "a"):
        assert rooms_opened == [("foods", None, "breakfast")]


async def test_g_writes_the_row_down_again_now_and_stays_on_it(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", size, "home", "g") as seen:
        assert names(ruth)[-1] == ("afternoon", "Porridge")
        assert "Saved: Porridge, 465 kcal." in text(seen.rows())
        assert under(seen).startswith("› Breakfast")


@pytest.mark.parametrize("key", ["g", "v", "n", "x", "i"])
async def test_a_key_that_needs_an_entry_says_why_it_does_nothing(
    ruth: Companion, visit: Any, size: tuple[int, int], key: str
) -> None:
    async with visit(ruth, "intake", size, key) as seen:
        assert intake_day.NO_ENTRY in text(seen.rows())
        assert ruth.intake.day().day.entries == ()


async def test_a_quick_entry_and_a_drink_go_to_the_slot_under_the_cursor(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "intake", (80, 24), "down") as seen:
        await seen.press("k", *"Toast", "enter", "1", "2", "0", "enter")
        assert names(ruth) == [("supper", "Toast")]
        await seen.press("d", "1", "5", "0", "enter", "enter")
        assert [slot for slot, _ in names(ruth)] == ["supper", "supper"]


async def test_yesterdays_meal_of_this_slot_is_two_keys(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    eat(ruth, "Cheese", 173, 15, ago=1)
    eat(ruth, "Toast", 120, 8, ago=1)
    async with visit(ruth, "intake", size, "y", "enter") as seen:
        assert names(ruth) == [("afternoon", "Cheese")]
        assert under(seen).startswith("› Afternoon")
        assert "Cheese" in under(seen)


async def test_v_moves_a_row_and_the_cursor_goes_with_it(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", size, "home", "v", "2") as seen:
        assert ("morning", "Porridge") in names(ruth)
        assert under(seen).startswith("› Morning")
        assert "Porridge" in under(seen)


async def test_n_writes_a_note_that_the_line_below_shows(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", size, "home", "n", *"slow", "enter") as seen:
        assert "Note: slow" in text(seen.rows())
        assert [entry.note for entry in ruth.intake.day().day.entries if entry.note] == ["slow"]


async def test_a_long_note_shows_its_beginning_and_i_shows_it_all(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    eat(ruth, "Toast", 120, 15)
    ruth.history.edit(
        ruth.intake.day().day.entries[0].id, note="Coughed at the crusts,\nso none next time " * 4
    )
    async with visit(ruth, "intake", size) as seen:
        assert "Note: Coughed at the crusts, so none next time…" in text(seen.rows())
        assert text(await seen.press("i")).count("so none next time") == 4


async def test_x_takes_out_u_brings_back_and_the_key_says_which(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", size, "home", "x") as seen:
        assert "Removed: Porridge, 465 kcal." in text(seen.rows())
        assert " ".join(under(seen).split()).startswith("› Breakfast nothing yet")
        assert "U Undo" in text(seen.rows()[-2:])
        shown = await seen.press("u")
        assert "Brought back: Porridge" in text(shown)
        assert "U Redo" in text(shown[-2:])
        assert ("breakfast", "Porridge") in names(ruth)
        shown = await seen.press("u")
        assert "U Undo" in text(shown[-2:])
        assert ("breakfast", "Porridge") not in names(ruth)


async def test_a_long_sentence_takes_rows_of_the_list_and_never_the_one_under_the_cursor(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    for n in range(BUSY):
        eat(ruth, f"Spoonful {n}", 10, 6 + n % 10)
    async with visit(ruth, "intake", size, "home") as seen:
        for _ in range(BUSY // 2):
            seen.app.say("Saved. " * 30)
            await seen.press()
            assert seen.app.screen.row.name in under(seen)
            await seen.press("down")
            assert seen.app.screen.row.name in under(seen)


async def test_what_was_said_goes_when_the_cursor_moves(ruth: Companion, visit: Any) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", (80, 24), "home", "x") as seen:
        assert "Removed" in text(seen.rows())
        assert "Removed" not in text(await seen.press("down"))


async def test_after_the_last_row_is_removed_the_cursor_holds_its_neighbour(
    ruth: Companion, visit: Any
) -> None:
    eat(ruth, "Toast", 120, 23, ago=1)
    eat(ruth, "Milk", 60, 23, ago=1)
    async with visit(ruth, "intake", (80, 24), "l", "end") as seen:
        assert "Milk" in under(seen)
        await seen.press("x")
        assert "Toast" in under(seen)
        await seen.press("x")
        assert under(seen).startswith("› Night")


async def test_i_tells_who_when_and_through_which_face(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", size, "8", "8", "i") as seen:
        shown = text(seen.rows())
        shown += text(await seen.press("space"))
        assert "By Maria (name not checked), command, Tuesday 14 April, 16:15." in shown
        assert "Protein not known, carbohydrate not known" in shown
        await seen.press("0")
        assert "Cod" in under(seen)


async def test_p_opens_the_plan(ruth: Companion, visit: Any, rooms_opened: list[Any]) -> None:
    async with visit(ruth, "intake", (80, 24), "p"):
        assert rooms_opened == [("plan",)]


def test_what_needs_an_entry_is_what_a_key_does() -> None:
    assert {key.action for key in Intake.keys} >= NEEDS_ENTRY | NEEDS_NO_DAY
    assert all(hasattr(Intake, f"action_{key.action.partition('(')[0]}") for key in Intake.keys)
