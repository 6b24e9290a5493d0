"""The tracker: the day by slot against its floor, and a key for everything one does with an entry."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from textual.widget import Widget

from companion.domain.entries import Taken
from companion.errors import Failure
from companion.services.companion import Companion
from companion.tui.app import CompanionApp
from companion.tui.screens.intake import NEEDS_ENTRY, NEEDS_NO_DAY, Intake
from companion.tui.widgets.daylist import DayList
from companion.tui.widgets.daysum import Sentences
from companion.wording import intake_day

SIZES = [(80, 24), (40, 24), (120, 36)]
BUSY = 40


def text(rows: list[str]) -> str:
    """The rows as one line, breaks forgotten."""
    return " ".join(" ".join(rows).split())


def whole(app: Any) -> list[str]:
    """The widgets that do not fit where they stand: outside the body, or of no size."""
    body = app.screen.query_one(".body").region
    return [
        str(widget)
        for widget in app.screen.query("Big, Bar, Told, Sentences, DayList, More")
        if isinstance(widget, Widget) and (not body.contains_region(widget.region) or not widget.size.area)
    ]


def at(companion: Companion, hour: int, days_ago: int = 0) -> datetime:
    """A full hour, today or so many days ago."""
    return companion.clock().replace(hour=hour, minute=0) - timedelta(days=days_ago)


def eat(companion: Companion, name: str, kcal: float, hour: int, *, ago: int = 0, by: str = "") -> Taken:
    """A quick entry, by somebody."""
    companion.by = by or None
    logged = companion.intake.quick(name, kcal=kcal, at=at(companion, hour, ago))
    companion.by = None
    return logged.entry


def a_day(companion: Companion) -> dict[str, Taken]:
    """Breakfast, two things at lunch, one of them by Maria."""
    return {
        "porridge": eat(companion, "Porridge", 465, 8),
        "cod": eat(companion, "Cod in sauce", 353, 12, by="Maria"),
        "prunes": eat(companion, "Prune drink", 135, 13),
    }


def under(seen: Any) -> str:
    """What the row under the cursor says."""
    return str(seen.rows()[seen.app.cursor_place().y].strip())


def names(companion: Companion, ago: int = 0) -> list[tuple[str, str]]:
    """Slot and name of what a day holds now."""
    day = companion.today_date() - timedelta(days=ago)
    return [(entry.slot, entry.name) for entry in companion.intake.day(day).day.entries]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """The rooms that were opened, and with which facts; none opens."""
    found: list[tuple[Any, ...]] = []
    monkeypatch.setattr(CompanionApp, "open", lambda _, *facts, then=None: found.append(facts))
    return found


# What is shown


@pytest.mark.parametrize("size", SIZES)
async def test_the_day_stands_by_slot_with_its_sums_against_the_floor(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", size) as seen:
        shown = text(seen.rows())
        assert "Eaten today" in seen.rows()[0]
        assert seen.app.screen.query_one("Big").text == "953"
        assert "at least 1,900" in shown
        assert "947 kcal to go." in shown
        assert ("Protein ?" if size[0] == 40 else "Protein not known") in shown
        assert "Supper nothing yet –" in shown
        assert [row.slot for row in seen.app.screen.rows if row.total is None] == ["lunch"]
        assert whole(seen.app) == []
        if size[0] >= 80:
            assert "set by J. Okafor, 14 April" in shown
            assert "Cod in sauce Maria 353 488" in shown or "Maria 12:00 353 488" in shown
            assert "Afternoon, supper, evening and night are still to come." in shown


async def test_it_opens_at_this_part_of_the_day(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    async with visit(ruth, "intake", size) as seen:
        assert isinstance(seen.app.focused, DayList)
        assert under(seen).startswith("› Afternoon")


async def test_an_empty_day_without_a_target_says_what_begins_it(
    companion: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(companion, "intake", size) as seen:
        shown = text(seen.rows())
        assert "Nothing eaten yet. A adds something, Y copies yesterday." in shown
        assert "a target" in shown
        assert "More" not in shown
        assert whole(seen.app) == []


async def test_the_floor_once_reached_is_said_in_words(ruth: Companion, visit: Any) -> None:
    eat(ruth, "Feast", 2500, 12)
    async with visit(ruth, "intake", (80, 24)) as seen:
        assert "Floor reached." in text(seen.rows())
        assert "2,500" in text(seen.rows())


@pytest.mark.parametrize("size", SIZES)
async def test_an_unknown_energy_is_a_question_mark_and_said_not_to_be_counted(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    ruth.intake.drink(200, what="Herbal tea", at=at(ruth, 15))
    async with visit(ruth, "intake", size) as seen:
        assert under(seen).endswith("?")
        assert "1 of unknown energy." in text(seen.rows())


@pytest.mark.parametrize("size", SIZES)
async def test_who_wrote_a_row_is_named_where_it_was_not_the_person(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", size) as seen:
        shown = text(await seen.press("8", "8"))
        assert "Cod" in under(seen)
        assert "by Maria" in shown
        shown = text(await seen.press("8", "8"))
        assert "Porridge" in under(seen)
        assert "by Ruth" not in shown


@pytest.mark.parametrize(
    ("by", "share", "said"),
    [("", 0.75, "three quarters "), ("Maria", 0.75, "75 %, Maria "), ("Maria", 0.5, "half, Maria ")],
)
async def test_how_much_of_a_meal_stands_beside_it(
    ruth: Companion, visit: Any, by: str, share: float, said: str
) -> None:
    meal = next(iter(ruth.content.meals))
    ruth.by = by or None
    ruth.meals.log(meal, eaten=share, slot="afternoon")
    ruth.by = None
    async with visit(ruth, "intake", (80, 24)) as seen:
        assert said in under(seen)


@pytest.mark.parametrize("size", SIZES)
async def test_forty_entries_scroll_under_sums_that_stay(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    for n in range(BUSY):
        eat(ruth, f"Spoonful {n}", 10, 6 + n % 10)
    async with visit(ruth, "intake", size) as seen:
        await seen.press("home")
        for _ in range(len(seen.app.screen.rows) - 1):
            row = seen.app.screen.row
            assert row.name in under(seen)
            assert "1,500 kcal to go." in text(seen.rows())
            await seen.press("2")
        assert under(seen).startswith("› Night")
        assert "More above" in text(seen.rows())
        assert "More below" in text(await seen.press("home"))
        assert len([row for row in seen.app.screen.rows if row.entry]) == BUSY
        assert whole(seen.app) == []


@pytest.mark.parametrize("size", SIZES)
async def test_long_and_hostile_names_stay_in_their_place(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    eat(ruth, "[red]\x1b[31mSoup[/]\u202e" + "w" * 90, 99, 15, by="A helper of a very long name")
    async with visit(ruth, "intake", size) as seen:
        shown = text(seen.rows())
        assert "[red]" in under(seen)
        assert "99" in under(seen)
        assert "\x1b" not in shown
        assert "…" in under(seen)
        assert all(len(row) <= size[0] for row in seen.rows())
        assert whole(seen.app) == []


async def test_a_slot_that_is_no_longer_in_the_settings_still_shows(
    ruth: Companion, visit: Any, opened: list[Any]
) -> None:
    eat(ruth, "Toast", 120, 15)
    ruth.settings = ruth.settings.model_copy(update={"slots": {"day": "06:00", "night": "22:00"}})
    async with visit(ruth, "intake", (80, 24), "end") as seen:
        assert under(seen).startswith("› Afternoon")
        assert "Toast" in under(seen)
        await seen.press("a")
        assert opened == [("foods", None, None)]


async def test_another_width_keeps_the_row_in_other_columns(ruth: Companion, visit: Any) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", (80, 24), "8", "8") as seen:
        for columns in (40, 120, 80):
            await seen.pilot.resize_terminal(columns, 30)
            await seen.press()
            assert "Cod" in under(seen)
            assert under(seen).endswith("353" if columns == 40 else "488")


async def test_a_cursor_key_changes_two_rows_and_one_line(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", size, "home") as seen:
        await seen.press("down")  # to Morning, which has nothing
        await seen.press("down")
        before = seen.rows()
        after = await seen.press("down")
        changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        about = seen.app.screen.query_one("#about").region
        assert len(changed) <= 2 + about.height
        assert all(y in (10, 11, 12, 13) or about.y <= y < about.bottom for y in changed)


async def test_a_damaged_diary_is_one_plain_sentence(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    eat(ruth, "Toast", 120, 8)
    for name in ruth.diary.shelf.names():
        raw = ruth.diary.shelf.read(name)
        assert raw is not None
        ruth.diary.shelf.replace(name, raw[: len(raw) // 2], None)
    async with visit(ruth, "intake", size) as seen:
        assert "is damaged" in text(seen.rows())
        await seen.press("enter", "a", "g", "l", "k", "y", "i")
        assert type(seen.app.screen).__name__ == "Intake"
        await seen.press("0")
        assert type(seen.app.screen).__name__ != "Intake"


def test_sentences_that_do_not_fit_are_left_out_whole_and_the_first_is_never() -> None:
    said = Sentences()
    assert said.fitting(["One two.", "Three four five."], 12, 1) == ["One two."]
    assert said.fitting(["One two.", "Three four five.", "Six."], 14, 1) == ["One two. Six."]
    assert said.fitting(["One two three four."], 8, 1) == ["One two…"]


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
    ruth: Companion, visit: Any, opened: list[Any], key: str
) -> None:
    async with visit(ruth, "intake", (80, 24), "down", key) as seen:
        assert opened == [("foods", None, "supper")]
        assert "Add" in seen.rows()[-1]


async def test_a_adds_to_the_slot_of_an_entry_as_well(ruth: Companion, visit: Any, opened: list[Any]) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", (80, 24), "home", "a"):
        assert opened == [("foods", None, "breakfast")]


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


async def test_p_opens_the_plan(ruth: Companion, visit: Any, opened: list[Any]) -> None:
    async with visit(ruth, "intake", (80, 24), "p"):
        assert opened == [("plan",)]


def test_what_needs_an_entry_is_what_a_key_does() -> None:
    assert {key.action for key in Intake.keys} >= NEEDS_ENTRY | NEEDS_NO_DAY
    assert all(hasattr(Intake, f"action_{key.action.partition('(')[0]}") for key in Intake.keys)


async def test_entries_of_unknown_energy_alone_are_a_question_mark_and_never_0(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    ruth.intake.drink(200, what="Herbal tea", at=at(ruth, 15))
    async with visit(ruth, "intake", size) as seen:
        assert seen.app.screen.query_one("Big").text == "?"
        assert "to go" not in text(seen.rows())
    async with visit(ruth, "today", size) as seen:
        assert seen.app.screen.query_one("Big").text == "?"
        shown = text(seen.rows())
        assert "1 not known" in shown
        assert "Protein not known" in shown
        assert "Fluid 200 mL" in shown


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
    ruth: Companion, visit: Any, opened: list[Any]
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
        assert opened == [("foods", ruth.today_date() - timedelta(days=1), "supper")]
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


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_the_week_of_protein_is_one_key_away(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "intake", size) as seen:
        shown = text(await seen.press("w"))
        assert "Protein over the week" in shown
        assert "Not known yet: 0 whole days of the last 7; it needs 4." in shown
        await seen.press("0")
        assert type(seen.app.screen).__name__ == "Intake"


@pytest.mark.parametrize("size", SIZES)
async def test_a_planned_dish_stands_in_brackets_until_it_is_eaten(ruth, visit, size):
    ruth.day_plan.plan("turkey_bolognese", slot="supper")
    async with visit(ruth, "intake", size, "down") as seen:
        assert any("planned: Turkey" in row and "[510]" in row for row in seen.rows())
        assert "Planned, not eaten yet." in text(seen.rows())
        await seen.press("enter", "3")  # half of it
        assert not any("planned" in row for row in seen.rows()[:-4])
        assert [entry.slot for entry in ruth.intake.day().day.entries] == ["supper"]
        await seen.press("u")
        assert any("planned: Turkey" in row for row in seen.rows())


async def test_a_planned_dish_that_no_longer_fits_says_so_and_can_be_taken_out(ruth, visit):
    ruth.day_plan.plan("turkey_bolognese", slot="supper")
    ruth.plan.set("food-level", "4", decided_by="A. Lee")
    async with visit(ruth, "intake", (80, 24), "down") as seen:
        assert any("no longer fits: Turkey" in row for row in seen.rows())
        assert "No longer fits food level 4." in text(seen.rows())
        assert seen.app.screen.why_not("again")
        assert "Enter Change" in text(seen.rows())  # and not Eaten
        await seen.press("enter", "1")  # take it out
        assert ruth.day_plan.planned() == ()
