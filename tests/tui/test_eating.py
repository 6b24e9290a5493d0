"""Eating with the clock: from the recipe to the diary, and what the clock says at its mark."""

from typing import Any

import pytest
from tui.rows import text

from companion.flows.textures import try_flow
from companion.services.companion import Companion
from companion.tui.dialogs.timer import TimerDialog


async def test_from_the_recipe_a_meal_is_eaten_with_the_clock(
    ruth: Companion, visit: Any, clock: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "meals", size, "o", "enter") as seen:
        assert "Sit upright" in text(seen.rows())
        shown = text(await seen.press("1"))
        assert "minutes › 1 Finished" in shown
        assert "It may be enough for now" not in shown
        clock.go(minutes=30)
        seen.app.screen.tick()
        await seen.pilot.pause()
        assert "You have been eating for 30 minutes. It may be enough for now" in text(seen.rows())
        assert seen.app.screen.passed == 30
        clock.go(minutes=2)
        assert "M Another share" in text(await seen.press("enter")) or size[0] == 40
        assert "Was there coughing?" in text(await seen.press("2"))
        await seen.press("2", "1")
        (entry,) = ruth.intake.day().day.entries
        assert (entry.eaten, entry.minutes, entry.coughs, entry.helped) == (0.75, 32, 1, False)


async def test_the_number_stands_still_between_minutes(ruth: Companion, visit: Any, clock: Any) -> None:
    async with visit(ruth, "meals", (80, 24), "e", "1") as seen:
        before = seen.rows()
        clock.go(seconds=59)
        seen.app.screen.tick()
        await seen.pilot.pause()
        assert seen.rows() == before
        clock.go(seconds=1)
        seen.app.screen.tick()
        await seen.pilot.pause()
        assert seen.rows() != before


@pytest.mark.parametrize("bell", [True, False])
async def test_the_flow_test_counts_to_ten_and_rings_where_the_bell_is_on(
    ruth: Companion, visit: Any, clock: Any, bell: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruth.preferences.set("bell", "yes" if bell else "no")
    async with visit(ruth, "today", (80, 24)) as seen:
        rung: list[int] = []
        monkeypatch.setattr(seen.app, "bell", lambda: rung.append(1))
        seen.app.begin(lambda: try_flow(ruth))
        await seen.press("1", "1")
        dialog = seen.app.screen
        assert isinstance(dialog, TimerDialog)
        for _ in range(3):
            clock.go(seconds=5)
            dialog.tick()
        await seen.pilot.pause()
        assert "Close the tip now." in text(seen.rows())
        assert len(rung) == bell
        shown = text(await seen.press("1", *"3", "enter"))
        assert "level 1. This glass is thinner than planned" in shown


async def test_what_was_advised_stands_before_a_meal_and_on_drinks_only_once_recorded(
    ruth: Companion, visit: Any
) -> None:
    async with visit(ruth, "today", (80, 24), "b") as seen:
        assert "Advised to you" not in text(seen.rows())
    ruth.plan.set("straw", "no", decided_by="K. Weber, swallowing therapist")
    async with visit(ruth, "today", (80, 24), "b") as seen:
        assert "Advised to you No straw. Advised by K. Weber" in text(seen.rows())
        await seen.press("0", "2")
        assert "Advised" not in text(seen.rows())
        assert "Advised straw advised against" in text(await seen.press("d")).replace("│", "")
