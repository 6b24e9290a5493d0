"""A rise in the room of tiredness: the level in words, why, what to do, and the reason that was noted."""

from typing import Any

import pytest
from tui.rated import PARTS, RISE, SIZES, beside, marks, rated
from tui.rows import cut, text

from companion.services.companion import Companion
from companion.tui.screens.fatigue import Fatigue
from companion.tui.widgets.course import Course


@pytest.mark.parametrize("size", SIZES)
async def test_a_rise_is_told_in_words_and_in_shape_and_nothing_is_cut(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    rated(ruth, RISE)
    async with visit(ruth, "fatigue", size) as seen:
        state = ruth.fatigue.state().watch
        shown = beside(seen.app)
        assert state.level == "warning"
        assert f"your last {marks(seen.app).count('◆')} ratings average" in shown
        for words in ("▲ Warning: more tired than usual", "Your usual is", "your usual, 2 to 4", "◆ since"):
            assert words in shown
        assert "tell your team this week" in shown
        assert seen.app.screen.query_one(Course).picture.band == state.band(0, 10) == (2, 4)
        assert cut(seen.app, PARTS) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("rise", ["56", "5656"], ids=["notice", "warning"])
async def test_a_long_sentence_after_an_answer_cuts_nothing(
    ruth: Companion, visit: Any, size: tuple[int, int], rise: str
) -> None:
    rated(ruth, RISE[:-7] + rise)
    async with visit(ruth, "fatigue", size) as seen:
        seen.app.say("Saved, and a sentence that goes on. " * 4, "notice")
        await seen.pilot.pause()
        await seen.pilot.pause()
        assert "Your usual is" in beside(seen.app)
        assert cut(seen.app, PARTS) == []


async def test_a_warning_has_a_screen_of_its_own_once(ruth: Companion, visit: Any) -> None:
    rated(ruth, RISE[:-7] + "56")
    assert ruth.fatigue.state().watch.level == "notice"
    async with visit(ruth, "fatigue", (80, 24), "9") as seen:
        assert type(seen.app.screen).__name__ == "SayDialog"
        await seen.press("1", "0")  # read, and no reason noted
        shown = text(await seen.press("9"))
        assert ruth.fatigue.state().watch.level == "warning"
        assert type(seen.app.screen) is Fatigue
        assert "Saved: tiredness 9 of 10" in shown


async def test_a_rise_that_is_said_already_is_not_said_twice_where_rows_are_few(
    ruth: Companion, visit: Any
) -> None:
    rated(ruth, RISE[:-7] + "5")
    async with visit(ruth, "fatigue", (40, 24), "5", "0") as seen:
        assert ruth.fatigue.state().watch.level == "notice"
        assert text(seen.rows()).count("ratings average") == 1
        assert cut(seen.app, PARTS) == []


async def test_w_gives_the_numbers_the_limits_whose_they_are_and_what_to_do(
    ruth: Companion, visit: Any
) -> None:
    rated(ruth, RISE)
    async with visit(ruth, "fatigue", (80, 24), "w") as seen:
        shown = text(seen.rows())
        assert "Your usual is 3.1; 2 to 4 is usual for you." in shown
        assert "by 1 or more on average" in shown
        assert "The program set these limits" in shown
        assert "tell your team this week" in shown
        await seen.press("q")
        assert type(seen.app.screen) is Fatigue


async def test_limits_that_were_decided_name_who_decided_them(ruth: Companion, visit: Any) -> None:
    ruth.plan.set("limits", "watch.least_rise=2", decided_by="P. Ray", confirmed=True)
    async with visit(ruth, "fatigue", (80, 24), "w") as seen:
        shown = text(seen.rows())
    assert "by 2 or more on average" in shown
    assert "P. Ray set limits of your own here" in shown


async def test_a_rise_asks_for_a_reason_once_the_answer_is_saved(
    ruth: Companion, visit: Any, size: Any
) -> None:
    rated(ruth, RISE[:-7] + "5")
    async with visit(ruth, "fatigue", size, "6") as seen:
        assert ruth.fatigue.state().watch.level == "notice"
        assert "Do you know a reason for being more tired?" in text(seen.rows())
        shown = text(await seen.press("1"))
        assert "Saved: a poor night." in shown
        assert cut(seen.app, PARTS) == []
        shown = text(await seen.press("l"))
        assert "6 of 10, in a rise. You noted: a poor night." in shown


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_noted_stands_beside_the_reason(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    rated(ruth, RISE)
    ruth.fatigue.explain("poor_night")
    async with visit(ruth, "fatigue", size) as seen:
        assert "You noted: a poor night." in beside(seen.app)
        assert cut(seen.app, PARTS) == []


async def test_e_notes_a_reason_in_own_words_and_cuts_nothing(ruth: Companion, visit: Any, size: Any) -> None:
    rated(ruth, RISE)
    async with visit(ruth, "fatigue", size, "e", "4") as seen:
        await seen.press(*"The heating was off for two days and then the whole family came", "enter")
        assert [entry.reason[:11] for entry in ruth.diary.entries("explained")] == ["The heating"]
        assert cut(seen.app, PARTS) == []


@pytest.mark.parametrize("size", SIZES)
async def test_without_a_level_the_slow_drift_stands_beside_the_picture(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    rated(ruth, "34" * 28)
    async with visit(ruth, "fatigue", size) as seen:
        assert "Your last 28 days average 3.5" in beside(seen.app)
        assert cut(seen.app, PARTS) == []


async def test_w_tells_the_slow_drift_with_its_limits(ruth: Companion, visit: Any) -> None:
    rated(ruth, "34" * 28)
    async with visit(ruth, "fatigue", (80, 24), "w", "space") as seen:
        shown = text(seen.rows())
        assert "That is much the same." in shown
        assert "It is never a notice." in shown
