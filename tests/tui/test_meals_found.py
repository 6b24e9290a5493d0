"""Finding a meal: by a word, by a mark, what is hidden, and a recipe of one's own."""

from typing import Any

from textual import events
from tui.rows import text

from companion.services.companion import Companion
from companion.tui.widgets.picker import Picker


async def test_a_search_shows_results_with_each_letter_and_0_clears_it(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "today", size, "2") as seen:
        all_of_them = len(seen.app.screen.offers)
        await seen.press("S", *"avo")
        found = seen.app.screen.offers
        assert 0 < len(found) < all_of_them
        shown = text(await seen.press(*"qqq"))
        assert "Nothing at your level has that word. 0 clears it." in shown
        await seen.press("0")
        assert len(seen.app.screen.offers) == all_of_them
        assert type(seen.app.screen).__name__ == "Meals"
        await seen.press("0")
        assert type(seen.app.screen).__name__ == "Today"


async def test_enter_after_a_search_goes_to_what_was_found(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "meals", (80, 24), "s", *"avo", "enter") as seen:
        assert isinstance(seen.app.focused, Picker)
        found = seen.app.screen.offer().meal
        await seen.press("enter", "enter")
        assert ruth.diary.entries("meal")[0].meal == found.id


async def test_a_tag_narrows_the_list(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "meals", (80, 24), "t", "2") as seen:
        offers = list(seen.app.screen.offers.values())
        assert all("freezer" in offer.meal.tags for offer in offers)
        await seen.press("t", "1")
        assert len(seen.app.screen.offers) > len(offers)


async def test_a_search_finds_a_meal_of_another_time_of_day(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "meals", (80, 24)) as seen:
        elsewhere = next(
            o.meal for o in ruth.meals.allowed(kind="food") if o.meal.id not in seen.app.screen.offers
        )
        await seen.press("s", *elsewhere.name.split()[0].lower())
        assert elsewhere.id in seen.app.screen.offers


async def test_a_word_typed_in_one_go_after_s_is_the_search(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "meals", (80, 24)) as seen:
        kind = seen.app.screen.kind
        for sign in "sudot":
            seen.app.post_message(events.Key(sign, sign))
        for _ in range(3):
            await seen.press()
        assert (seen.app.screen.typed, seen.app.screen.kind) == ("udot", kind)


async def test_what_is_hidden_is_said_beside_the_list(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "meals", size) as seen:
        assert "hidden" not in text(seen.rows())
        ruth.people.set("avoid", "milk")
        seen.app.screen.look()
        await seen.press()
        hidden = len(ruth.meals.picked(kind="food", slot="afternoon").hidden)
        assert f"{hidden} hidden: milk" in text(seen.rows())
        ruth.people.set("avoid", "")
        ruth.people.set("diet", "vegan")
        await seen.press("s", *"turkey")
        assert "Nothing at your level has that word" in text(seen.rows())
        assert "hidden: not vegan." in text(seen.rows())


async def test_n_keeps_a_recipe_of_ones_own_and_lists_it(ruth: Companion, visit: Any) -> None:
    ruth.foods.prepare()
    async with visit(ruth, "meals", (80, 24), "n") as seen:
        await seen.press(
            *"Mash", "enter", *"boiled potato", "enter", "enter", *"200", "enter", "enter", "enter"
        )
        await seen.press("2", "4", *"K. Weber", "enter", "1", "enter")
        assert "Saved: Mash, 172 kcal and 3 g protein a serving." in text(seen.rows())
        (kept,) = ruth.recipes.own()
        assert kept in seen.app.screen.offers
        await seen.press("s", *"mash")
        rows = text(seen.rows())
        assert "Mash, own" in rows
