"""The warning signs: from everywhere, emergencies first, never in the way and never missing."""

from typing import Any

import pytest
from tui.rows import text

from companion.services.companion import Companion
from companion.tui.app import CompanionApp
from companion.tui.screens.warnings import WarningSigns
from companion.tui.widgets.big import Big
from companion.tui.widgets.font import blocks


async def test_all_emergency_signs_stand_on_one_page_at_80(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "warnings", (80, 24)) as seen:
        shown, head = text(seen.rows()), seen.rows()[0]
    signs = [
        t.text
        for id, t in ruth.content.section("warn").items()
        if id.startswith("warn.emergency.") and id[-1].isdigit()
    ]
    assert len(signs) == 11
    assert all(sign in shown for sign in signs)
    assert "EMERGENCY" in shown
    assert "stop reading and call" in head


async def test_space_shows_the_rest_at_40_and_says_which_page(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "warnings", (40, 24)) as seen:
        pages = [text(seen.rows())]
        assert "1 of 3" in seen.rows()[0]
        pages += [text(await seen.press("space")), text(await seen.press("space"))]
    everything = " ".join(pages)
    for id, sign in ruth.content.section("warn").items():
        if id.startswith("warn.emergency.") and id[-1].isdigit():
            assert sign.text in everything
    assert ruth.content.text("warn.tell_staff").text in everything


async def test_the_own_number_is_written_large(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    ruth.people.set("emergency-number", "112")
    async with visit(ruth, "warnings", size) as seen:
        shown = "\n".join(seen.rows())
    assert all(row.strip() in shown for row in blocks("112", 1))


async def test_without_a_number_it_says_the_local_one(
    companion: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(companion, "warnings", size) as seen:
        shown = text(seen.rows())
    assert "your local emergency" in shown


async def test_a_long_number_is_written_in_words(ruth: Companion, visit: Any, size: tuple[int, int]) -> None:
    ruth.people.set("emergency-number", "0800 123 45 67")
    async with visit(ruth, "warnings", size) as seen:
        assert "0800 123 45 67" in text(seen.rows())


@pytest.mark.parametrize(("key", "group"), [("2", "same_day"), ("3", "soon"), ("1", "emergency")])
async def test_digits_show_the_three_groups(ruth: Companion, visit: Any, key: str, group: str) -> None:
    async with visit(ruth, "warnings", (80, 24), "2", key) as seen:
        shown = text(seen.rows())
    assert ruth.content.text(f"warn.{group}.1").text in shown
    assert ("EMERGENCY" in shown) == (group == "emergency")


async def test_0_goes_back_to_the_very_question_one_was_asked(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24), "4", "enter") as seen:
        asked = seen.app.screen
        await seen.press("down", "exclamation_mark")
        assert type(seen.app.screen).__name__ == "WarningSigns"
        await seen.press("exclamation_mark", "0")
        assert seen.app.screen is asked
        await seen.press("6")
        assert [entry.rating for entry in ruth.diary.entries("fatigue")] == [6]


async def test_a_damaged_diary_does_not_keep_them_shut(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    for name in ruth.diary.shelf.names():
        ruth.diary.shelf.replace(name, b"{", None)
    async with visit(ruth, "warnings", size) as seen:
        shown = text(seen.rows())
    assert "EMERGENCY" in shown
    assert "your local emergency" in shown


async def test_a_number_that_is_not_known_is_written_down_here(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    async with visit(ruth, "warnings", size) as seen:
        assert "N Write it down" in text(seen.rows())
        await seen.press("n", *"112", "enter")
        shown = await seen.press()
        assert ruth.people.person().emergency_number == "112"
        assert "Write it down" not in "\n".join(shown)
        assert [big.text for big in seen.app.screen.query(Big)] == ["112"]


async def test_who_may_not_write_the_number_down_is_told(ruth: Companion, visit: Any) -> None:
    ruth.by = "Karim"
    async with visit(ruth, "warnings", (80, 24), "n") as seen:
        assert isinstance(seen.app.screen, WarningSigns)
        assert seen.app.screen.notice.text.startswith("A caregiver may not")


async def test_the_signs_stand_in_the_first_frame(
    ruth: Companion, visit: Any, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[str] = []
    display = CompanionApp._display

    def painted(app: CompanionApp, screen: Any, renderable: Any) -> None:
        if isinstance(screen, WarningSigns) and renderable is not None:
            frames.append(text([strip.text for strip in screen._compositor.render_strips()]))
        display(app, screen, renderable)

    monkeypatch.setattr(CompanionApp, "_display", painted)
    async with visit(ruth, "today", size, "exclamation_mark"):
        pass
    first = ruth.content.section("warn")["warn.emergency.1"].text
    assert first in frames[0]
    assert size[0] == 40 or "stop reading and call" in frames[0]


async def test_which_page_it_is_stands_there_with_the_first_sign(
    ruth: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    frames: list[list[str]] = []
    ruth.people.set("emergency-number", "0800 123 45 67")
    async with visit(ruth, "today", size) as seen:
        shown = CompanionApp._display

        def look(self: CompanionApp, screen: Any, renderable: Any) -> None:
            frames.append(seen.rows())
            shown(self, screen, renderable)

        monkeypatch.setattr(CompanionApp, "_display", look)
        await seen.press("exclamation_mark")
    first = next(rows for rows in frames if any("•" in row for row in rows))
    assert " of " in first[0]
    assert first[0] == frames[-1][0]
