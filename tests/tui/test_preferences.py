"""The Settings room: every setting in plain words, changed at once."""

from typing import Any

import pytest
from tui.rows import text

from companion.config.settings import Settings, names
from companion.services.companion import Companion
from companion.wording import preferences


async def test_every_setting_is_listed_in_words_and_told_about(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "preferences", (80, 24)) as seen:
        listed = dict(seen.app.screen.listed)
        assert set(names(ruth.settings)) | {"slots"} == {key for key in listed if not key.startswith("#")}
        assert tuple(listed["weight-unit"]) == ("Weight unit", "kilograms")
        assert tuple(listed["day-start"]) == ("Start of the day", "04:00")
        assert tuple(listed["bell"]) == ("Sound after a rest", "yes")
        assert tuple(listed["theme"]) == ("Colour theme", "warm and dark")
        assert tuple(listed["same-key-ms"]) == ("The same key again", "0.6 seconds")


@pytest.mark.parametrize("key", names(Settings()))
def test_every_setting_has_a_name_and_a_sentence(companion: Companion, key: str) -> None:
    assert key.startswith("slots.") or f"setting.{key}" in companion.content.section("setting")
    assert preferences.about(key, companion.content)


async def test_a_unit_is_chosen_in_words(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    async with visit(ruth, "preferences", size, "enter") as seen:
        shown = text(seen.rows())
        assert "Kilograms" in shown
        assert "Stones and pounds" in shown
        await seen.press("2")
        assert ruth.settings.weight_unit == "lb"
        assert "Saved: weight unit, pounds." in text(seen.rows())
        assert "Weight unit pounds" in text(seen.rows())


async def test_a_theme_is_seen_at_once_and_told_by_its_looks(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "preferences", (80, 24), "c") as seen:
        assert "white and bright colours on black" in text(seen.rows())
        await seen.press("2")
        assert (ruth.settings.theme, seen.app.theme) == ("clear", "clear")
        assert seen.app.screen.key == "theme"


async def test_a_part_of_the_day_is_added_by_keys(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "preferences", (80, 24)) as seen:
        seen.app.screen.list.go("slots")
        await seen.press("enter", *"late tea", "enter", *"21:15", "enter")
        assert ruth.settings.slots["late tea"] == "21:15"
        assert "Late tea from 21:15" in text(seen.rows())


async def test_taking_a_part_of_the_day_out_leaves_what_was_eaten_then(ruth: Companion, visit: Any) -> None:
    entry = ruth.intake.quick("Toast", kcal=120, slot="lunch").entry
    async with visit(ruth, "preferences", (80, 24)) as seen:
        seen.app.screen.list.go("slots.lunch")
        shown = text(await seen.press("enter", "3"))
        assert "Saved: lunch is taken out." in shown
        assert "lunch" not in ruth.settings.slots
    (kept,) = ruth.intake.day().day.entries
    assert (kept.id, kept.slot) == (entry.id, "lunch")


async def test_a_name_that_another_part_has_is_asked_again(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "preferences", (80, 24)) as seen:
        seen.app.screen.list.go("slots")
        shown = text(await seen.press("enter", *"lunch", "enter"))
        assert "There is a part of the day called lunch already." in shown
        assert type(seen.app.screen).__name__ == "TextDialog"
        assert ruth.settings.slots["lunch"] == "12:00"


async def test_a_time_that_is_none_is_asked_again(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "preferences", (80, 24)) as seen:
        seen.app.screen.list.go("slots.lunch")
        shown = text(await seen.press("enter", "1", *"99", "enter"))
        assert "is not a time" in shown
        assert type(seen.app.screen).__name__ == "TextDialog"
        assert ruth.settings.slots["lunch"] == "12:00"


@pytest.mark.parametrize("key", ["enter", "c", "space"])
async def test_a_helper_is_told_before_the_first_question(ruth: Companion, visit: Any, key: str) -> None:
    ruth.by = "Maria"
    async with visit(ruth, "preferences", (80, 24), key) as seen:
        assert type(seen.app.screen).__name__ == "Preferences"
        assert "A caregiver may not do this" in text(seen.rows())


async def test_digits_reach_every_row(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    async with visit(ruth, "preferences", size) as seen:
        keys = [key for key, _ in seen.app.screen.listed if not key.startswith("#")]
        reached = [seen.app.screen.key]
        for _ in keys[1:]:
            await seen.press("2")
            reached.append(seen.app.screen.key)
        assert reached == keys
        await seen.press("8")
        assert seen.app.screen.key == keys[-2]


async def test_another_width_keeps_the_row(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "preferences", (80, 24), *["down"] * 4) as seen:
        key = seen.app.screen.key
        for columns in (40, 120, 80):
            await seen.pilot.resize_terminal(columns, 30)
            await seen.press()
            assert seen.app.screen.key == key
