"""The tracker: the day by slot against its floor, and a key for everything one does with an entry."""

from typing import Any

import pytest
from tui.eaten import BUSY, a_day, at, eat, under, whole
from tui.rows import text

from companion.services.companion import Companion
from companion.tui.themes import CLEAR, DAYLIGHT, DUSK, token
from companion.tui.widgets.daylist import DayList, More
from companion.tui.widgets.daysum import Sentences

SIZES = [(80, 24), (40, 24), (120, 36)]


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
    ruth: Companion, visit: Any, rooms_opened: list[Any]
) -> None:
    eat(ruth, "Toast", 120, 15)
    ruth.settings = ruth.settings.model_copy(update={"slots": {"day": "06:00", "night": "22:00"}})
    async with visit(ruth, "intake", (80, 24), "end") as seen:
        assert under(seen).startswith("› Afternoon")
        assert "Toast" in under(seen)
        await seen.press("a")
        assert rooms_opened == [("foods", None, None)]


async def test_another_width_keeps_the_row_in_other_columns(ruth: Companion, visit: Any) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", (80, 24), "8", "8") as seen:
        for columns in (40, 120, 80):
            await seen.pilot.resize_terminal(columns, 30)
            await seen.press()
            assert "Cod" in under(seen)
            assert under(seen).endswith("353" if columns == 40 else "488")


async def test_a_list_that_is_gone_has_no_more_rows_to_tell_of(ruth: Companion, visit: Any) -> None:
    a_day(ruth)
    async with visit(ruth, "intake", (80, 24)) as seen:
        more = seen.app.screen.query_one(More)
        await more.remove()
        more.tell()  # what the last drawing of the list had called for
        assert not more.is_attached


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
    async with visit(ruth, "today", size, "5") as seen:
        assert "is damaged" in text(seen.rows())
        await seen.press("enter", "a", "g", "l", "k", "y", "i")
        assert type(seen.app.screen).__name__ == "Intake"
        await seen.press("0")
        assert type(seen.app.screen).__name__ == "Today"


def test_sentences_that_do_not_fit_are_left_out_whole_and_the_first_is_never() -> None:
    said = Sentences()
    assert said.fitting(["One two.", "Three four five."], 12, 1) == ["One two."]
    assert said.fitting(["One two.", "Three four five.", "Six."], 14, 1) == ["One two. Six."]
    assert said.fitting(["One two three four."], 8, 1) == ["One two…"]


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


async def test_two_planned_dishes_of_a_slot_are_summed_up_in_its_first_row(ruth, visit):
    ruth.day_plan.plan("turkey_bolognese", slot="supper")
    ruth.day_plan.plan("turkey_bolognese", slot="supper")
    async with visit(ruth, "intake", (80, 24)) as seen:
        first, second = [row for row in seen.rows() if "planned: Turkey" in row]
        assert first.split()[-2:] == ["[510]", "[1,019]"]
        assert second.split()[-1] == "[510]"


async def test_a_name_has_more_room_where_no_slot_has_several_rows(ruth, visit):
    name = "Silky egg purée with soft cream cheese"
    ruth.intake.quick(name, kcal=312, slot="supper")
    async with visit(ruth, "intake", (80, 24)) as seen:
        assert any(name in row for row in seen.rows())
        ruth.intake.quick("Broth", kcal=90, slot="supper")
        seen.app.screen.look()
        await seen.press()
        assert any("Silky" in row and row.split()[-2:] == ["312", "402"] for row in seen.rows())
        assert not any(name in row for row in seen.rows()[:-4])


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


async def test_another_theme_recolours_the_slots_without_an_entry_at_once(
    ruth: Companion, visit: Any
) -> None:
    async with visit(ruth, "intake", (80, 24)) as seen:
        for theme in (CLEAR, DAYLIGHT, DUSK):
            seen.app.theme = theme.name
            seen.app.screen.look()
            (quiet,) = seen.app.screen.query_one(DayList).get_row("slot supper")
            assert [span.style for span in quiet.spans] == [token(theme, "quiet")]
