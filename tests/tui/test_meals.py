"""The picker keeps to the levels; a usual meal is Enter, Enter."""

from typing import Any

import pytest
from tui.rows import text

from companion.domain.textures import DRINK_LEVELS, FOOD_LEVELS, softness
from companion.services.companion import Companion
from companion.tui.widgets.mealcard import MealCard
from companion.tui.widgets.picker import Picker


@pytest.mark.parametrize("level", FOOD_LEVELS)
async def test_no_time_of_day_ever_lists_a_firmer_meal(companion: Companion, visit: Any, level: str) -> None:
    companion.plan.set("food-level", level, decided_by="J. Okafor", confirmed=True)
    companion.plan.set("drink-level", "2", decided_by="J. Okafor", confirmed=True)
    async with visit(companion, "meals", (80, 24)) as seen:
        listed = 0
        for _ in range(len(companion.settings.slots) + 1):
            await seen.press("right")
            for offer in seen.app.screen.offers.values():
                listed += 1
                assert softness(level, offer.level) >= 0  # type: ignore[arg-type]
                assert offer.meal.kind == "food"
        assert listed


@pytest.mark.parametrize("level", DRINK_LEVELS)
async def test_d_lists_drinks_of_the_level_alone(companion: Companion, visit: Any, level: str) -> None:
    companion.plan.set("drink-level", level, decided_by="J. Okafor", confirmed=True)
    async with visit(companion, "meals", (80, 24), "d") as seen:
        assert any("Drink" in row and "Level" in row for row in seen.rows())
        assert {offer.level for offer in seen.app.screen.offers.values()} <= {level}
        assert all(offer.meal.kind == "drink" for offer in seen.app.screen.offers.values())


async def test_it_opens_on_the_meals_of_now(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    async with visit(ruth, "meals", size) as seen:
        assert seen.rows()[0].split()[0] == "Afternoon"
        assert all("afternoon" in offer.meal.slots for offer in seen.app.screen.offers.values())
        assert seen.app.screen.offers


@pytest.mark.parametrize("key", ["l", "L", "right"])
async def test_another_time_of_day_is_one_key_away(ruth: Companion, visit: Any, key: str) -> None:
    async with visit(ruth, "meals", (80, 24), key) as seen:
        assert seen.rows()[0].split()[0] == "Supper"
        await seen.press("left", "left")
        assert seen.rows()[0].split()[0] == "Lunch"


@pytest.mark.parametrize(("key", "slot"), [("6", "Supper"), ("4", "Lunch")])
async def test_digits_change_the_time_of_day(ruth: Companion, visit: Any, key: str, slot: str) -> None:
    async with visit(ruth, "meals", (80, 24), key) as seen:
        assert seen.rows()[0].split()[0] == slot


async def test_only_some_is_called_so(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    async with visit(ruth, "meals", size) as seen:
        assert any("T  Only some" in row and "D  Drinks" in row for row in seen.rows())


async def test_before_a_level_is_decided_there_is_one_enter_and_the_cursor_stands_at_the_words(
    companion: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(companion, "meals", size) as seen:
        shown = text(seen.rows())
        assert shown.count(" Enter ") == 2  # the key, and "Enter writes it down."
        assert "Enter The level" in shown
        assert "Eaten" not in shown
        place = seen.app.cursor_place()
        assert seen.rows()[place.y][place.x :].startswith("First the food level.")
        assert len(seen.rows()[place.y]) > size[0] * 0.6


async def test_enter_enter_writes_down_all_of_the_first_meal(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "meals", size) as seen:
        first = next(iter(seen.app.screen.offers.values())).meal
        shown = text(await seen.press("enter", "enter"))
        (kept,) = ruth.diary.entries("meal")
        assert (kept.meal, kept.eaten, kept.slot) == (first.id, 1.0, "afternoon")
        assert "Saved: all of" in shown
        assert f"{round(kept.kcal):,}" in seen.rows()[0]
        assert type(seen.app.screen).__name__ == "Meals"


@pytest.mark.quick
async def test_space_alone_does_it_too(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "meals", (80, 24), "space", "space"):
        assert len(ruth.diary.entries("meal")) == 1


@pytest.mark.parametrize(("digit", "share"), [("1", 1.0), ("2", 0.75), ("3", 0.5), ("4", 0.25), ("5", 0.0)])
async def test_digits_save_a_share_at_once(ruth: Companion, visit: Any, digit: str, share: float) -> None:
    async with visit(ruth, "meals", (80, 24), "enter", digit):
        assert [entry.eaten for entry in ruth.diary.entries("meal")] == [share]


async def test_the_question_shows_the_dish_and_the_energy_of_each_share(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "meals", size) as seen:
        offer = seen.app.screen.offer()
        kcal = ruth.meals.nutrients(offer.meal).kcal
        shown = text(await seen.press("enter"))
    assert offer.meal.name in shown
    assert f"{int(kcal + 0.5)} kcal" in shown
    assert f"{int(kcal / 2 + 0.5)} kcal" in shown
    assert "1 to 5 Save" in shown


async def test_m_asks_for_share_minutes_and_coughs(ruth: Companion, visit: Any) -> None:
    async with visit(
        ruth, "meals", (80, 24), "enter", "m", "0", ".", "6", "enter", "2", "5", "enter", "1", "enter", "2"
    ):
        (kept,) = ruth.diary.entries("meal")
        assert (kept.eaten, kept.minutes, kept.coughs) == (0.6, 25, 1)


async def test_0_in_the_question_writes_nothing(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "meals", (80, 24), "enter", "0") as seen:
        assert ruth.diary.entries("meal") == []
        assert type(seen.app.screen).__name__ == "Meals"


async def test_without_a_level_nothing_is_suggested_and_p_begins_the_plan(
    companion: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(companion, "meals", size) as seen:
        first = "First the food level. Nothing is suggested before it is decided. Enter writes it down."
        assert first in text(seen.rows())
        assert text(seen.rows()).count("D Drinks") == 1
        assert seen.app.screen.offers == {}
        shown = text(await seen.press("enter"))
        assert "Which food level?" in shown
        assert companion.diary.entries("meal") == []
        await seen.press("0", "p")
        assert type(seen.app.screen).__name__ == "Plan"


async def test_a_new_level_holds_at_once(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "meals", (80, 24)) as seen:
        assert "5" in {offer.level for offer in seen.app.screen.offers.values()}
        ruth.plan.set("food-level", "4", decided_by="J. Okafor")
        seen.app.screen.look()
        assert "5" not in {offer.level for offer in seen.app.screen.offers.values()}


async def test_the_card_keeps_its_size_and_fits_for_every_meal(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "meals", size) as seen:
        card = seen.app.screen.query_one(MealCard)
        before = card.size
        for _ in range(len(seen.app.screen.offers)):
            await seen.pilot.press("down")
            await seen.pilot.pause()
            drawn = card.render().plain.split("\n")
            assert card.size == before
            assert len(drawn) <= before.height
            assert all(len(row) <= before.width for row in drawn)
            assert "Test it" in card.render().plain


async def test_o_opens_the_recipe_with_method_tests_and_credit_in_pages(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "meals", size) as seen:
        meal = seen.app.screen.offer().meal
        pages = [text(await seen.press("o"))]
        pages += [text(await seen.press("space")) for _ in range(9)]
    everything = " ".join(pages)
    assert meal.method[0].split()[0] in everything
    assert "In it" in everything
    assert "Test it" in everything
    assert "Dysphagia Diet Standardisation Initiative" in everything
    assert "1 of" in pages[0]


async def test_a_hostile_meal_name_is_shown_as_plain_text(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "meals", size) as seen:
        room = seen.app.screen
        offer = room.offer()
        evil = offer.meal.model_copy(update={"name": "[red]\x1b[31mSoup[/] \u202e" + "w" * 70})
        room.query_one(MealCard).set(
            type(offer)(evil, "5", 0), ruth.meals.nutrients(offer.meal), (), room_foods(ruth, evil)
        )
        await seen.pilot.pause()
        assert "\x1b" not in text(seen.rows())
        assert "[red]" in room.query_one(MealCard).render().plain or size[0] < 80


def room_foods(companion: Companion, meal: Any) -> dict[str, str]:
    """The names of a meal's foods."""
    return {p.food: companion.content.foods[p.food].name for p in (*meal.ingredients, *meal.fortify)}


async def test_another_width_shows_the_same_meal_in_other_columns(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "meals", (80, 24), "down", "down") as seen:
        meal = seen.app.screen.offer().meal
        for columns in (40, 120, 80):
            await seen.pilot.resize_terminal(columns, 30)
            await seen.press()
            assert seen.app.screen.offer().meal is meal
            assert meal.label in text(seen.rows())


async def test_at_40_columns_the_list_says_how_many_there_are(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "meals", (40, 24)) as seen:
        there = seen.app.screen.query_one(Picker).row_count
        assert f"{there} meals" in seen.rows()[1]
        await seen.press("d")
        there = seen.app.screen.query_one(Picker).row_count
        assert f"{there} drink" in seen.rows()[1]
