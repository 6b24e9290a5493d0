"""A diary that others wrote in the full screen: the bytes of every room, dialog, help and notice."""

from typing import Any

import pytest
from hostile.inputs import SEQUENCE, steering
from rich.cells import cell_len
from rich.color import ColorSystem

from companion.tui.app import ROOMS, CompanionApp
from companion.tui.paint import Painter

WAYS = {
    80: ("", "?", "!", "k", "2", "2 o", "2 o enter", "2 n", "4", "4 enter", "4 x", "5", "5 w", "6", "8", "p",
         "p 1", "p e 1", "p w", "h", "h enter", "h o", "s", "a", "a enter", "e 1", "f 1", "u", "1 3 1 1",
         "1 3 1 1 ?", "ctrl+p"),
    40: ("", "2", "2 o", "4", "4 enter", "5", "6", "8", "p", "p e 1", "h", "s", "a", "a enter", "e 1",
         "1 3 1 1"),
}  # fmt: skip
NAMES = {"!": "exclamation_mark", "?": "question_mark"}


def faults(app: Any, wide: int, high: int) -> list[str]:
    """What is wrong with what stands on the screen, as it would be written to a terminal."""
    strips = app.screen._compositor.render_strips()
    written = Painter().frame(strips, ColorSystem.TRUECOLOR)
    found = [f"{char!r} is written" for char in steering(SEQUENCE.sub("", written), own="")]
    found += [f"row of {cell_len(strip.text)}" for strip in strips if cell_len(strip.text) != wide]
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    found += ["a link" for style in styles if style.link]
    found += ["a click of theirs" for style in styles if "app.quit" in str(style.meta)]
    return found if len(strips) == high else [*found, f"{len(strips)} rows"]


@pytest.mark.parametrize(("text", "wide"), [("hostile", 80), ("wide", 40)])
async def test_no_room_passes_on_what_steers_or_breaks_its_rows(text, wide, theirs):
    wrong, seen = {}, set()
    app = CompanionApp(theirs(text))
    async with app.run_test(size=(wide, 24)) as pilot:
        await pilot.pause()
        for way in WAYS[wide]:
            for key in way.split():
                await pilot.press(NAMES.get(key, key))
            await pilot.pause()
            seen.add(type(app.screen).__name__)
            if found := faults(app, wide, 24):
                wrong[way] = found[:5]
            while len(app.screen_stack) > 1:
                screen = app.screen
                await screen.run_action("back" if hasattr(screen, "action_back") else "dismiss")
                await pilot.pause()
        assert app.return_code is None
    assert wrong == {}
    missed = {"Page", "Recipe"} if wide == 80 else {"Page", "Recipe", "WarningSigns"}
    assert {kind.partition(":")[2] for kind in ROOMS.values()} - missed <= seen


async def test_a_line_end_in_a_note_makes_no_row_of_its_own(companion):
    companion.people.set("name", "Ruth")
    companion.intake.quick("Tea", kcal=2, note="first\n9. Leave")
    app = CompanionApp(companion)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("4", "enter"):
            await pilot.press(key)
            await pilot.pause()
            assert faults(app, 80, 24) == []
