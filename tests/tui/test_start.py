"""What the first screen costs, counted rather than timed."""

import subprocess
import sys
from collections import Counter
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

from companion.services.companion import Companion
from companion.tui.paint import Painted

LOADED = """
import sys
import companion.tui.app, companion.tui.screens.today
print(*sys.modules)
"""
# Needed once somebody is asked something, opens a list, or meets an error.
LATER = (
    "companion.flows.steps",
    "companion.flows.conversation",
    "companion.tui.conversation",
    "companion.tui.dialogs",
    "companion.tui.widgets.picker",
    "companion.wording.errors",
    "textual.widgets._data_table",
)


@pytest.mark.slow
def test_the_day_opens_without_what_only_a_question_a_list_or_an_error_needs() -> None:
    found = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "companion.tui.screens.today" in found
    assert set(LATER).isdisjoint(found)


@pytest.mark.parametrize("size", [(80, 24), (40, 24), (120, 36)])
async def test_what_is_built_at_the_start_is_styled_once(
    ruth: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    styled: Counter[DOMNode] = Counter()
    parsed: list[str] = []
    apply, reparse = Stylesheet.apply, Stylesheet.reparse

    def counted(sheet: Stylesheet, node: DOMNode, **options: Any) -> None:
        styled[node] += 1
        apply(sheet, node, **options)

    monkeypatch.setattr(Stylesheet, "apply", counted)
    monkeypatch.setattr(Stylesheet, "reparse", lambda sheet: (parsed.append("again"), reparse(sheet)))

    async with visit(ruth, "today", size) as seen:
        body = [node for node in seen.app.screen.query("#parts *") if not isinstance(node, Screen)]
        times = {node: styled[node] for node in body if not node.can_focus}  # a focus changes the look

    assert len(times) > 5
    assert set(times.values()) == {1}
    assert not parsed


async def test_another_theme_is_read_at_once(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24)) as seen:
        before = seen.app.screen.styles.background
        seen.app.theme = "paper"
        await seen.press()
        assert seen.app.screen.styles.background != before


async def test_the_first_room_is_the_ground_floor(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24)) as seen:
        assert [type(screen).__name__ for screen in seen.app.screen_stack] == ["Today"]
        seen.app.screen.dismiss()
        await seen.press()
        assert type(seen.app.screen).__name__ == "Today"


async def test_a_room_opened_later_has_its_style_and_leaves_the_others_alone(
    ruth: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with visit(ruth, "today", (80, 24)) as seen:
        parsed, styled = list[str](), Counter[str]()
        parse, apply = Stylesheet._parse_rules, Stylesheet.apply

        def counted(sheet: Stylesheet, node: DOMNode, **options: Any) -> None:
            styled[type(node.screen).__name__] += 1
            apply(sheet, node, **options)

        def noted(sheet: Stylesheet, css: str, read_from: tuple[str, str], **options: Any) -> Any:
            parsed.append(read_from[0].rpartition("/")[2])
            return parse(sheet, css, read_from, **options)

        monkeypatch.setattr(Stylesheet, "apply", counted)
        monkeypatch.setattr(Stylesheet, "reparse", lambda _: parsed.append("all again"))
        monkeypatch.setattr(Stylesheet, "_parse_rules", noted)
        await seen.press("exclamation_mark")
        assert "warnings.tcss" in parsed
        assert "all again" not in parsed
        assert styled["WarningSigns"] > 0
        assert styled["Today"] == 0


def test_a_size_that_was_told_before_the_first_frame_has_nothing_written_again() -> None:
    again = list[str]()
    app = cast("Painted", SimpleNamespace(_drawn=0.0, repaint=lambda: again.append("again")))
    before = Resize(Size(80, 24), Size(80, 24))
    Painted.on_resize(app, before)
    app._drawn = before.time + 1
    Painted.on_resize(app, before)
    assert not again
    after = Resize(Size(80, 24), Size(80, 24))
    after.time = app._drawn + 1
    Painted.on_resize(app, after)
    assert again == ["again"]


async def test_the_rows_of_a_whole_update_are_those_of_the_screen(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24)) as seen:
        compositor = seen.app.screen._compositor
        whole = compositor.render_full_update()
        assert [Strip.join(row) for row in whole.strips] == compositor.render_strips()
        assert not hasattr(compositor.render_partial_update(), "strips")


def test_nothing_is_collected_until_the_first_screen_stands(
    ruth: Companion, monkeypatch: pytest.MonkeyPatch
) -> None:
    from companion import __main__
    from companion.tui.app import CompanionApp

    stood = list[bool]()
    monkeypatch.setattr(__main__, "collect_from_now_on", lambda: stood.append(True))

    def run(app: CompanionApp) -> None:
        waiting = list[Any]()
        monkeypatch.setattr(app, "call_after_refresh", lambda call, *_: waiting.append(call))
        app.first()
        assert not stood
        for call in waiting[:1]:
            call()

    monkeypatch.setattr(CompanionApp, "run", run)
    __main__.full(ruth)
    assert stood == [True]
