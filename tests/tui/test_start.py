"""What the first screen costs, counted rather than timed."""

import subprocess
import sys
from collections import Counter
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from companion.flows.steps import Confirm
from companion.services.companion import Companion
from companion.tui.app import CompanionApp
from companion.tui.dialogs.confirm import ConfirmDialog
from companion.tui.paint import Painted
from companion.tui.screens.today import Today

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


async def test_a_question_stands_in_the_middle_before_it_is_first_drawn(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24)) as seen:
        dialog = ConfirmDialog(Confirm(id="sure", title="Sure?"))
        seen.app.push_screen(dialog)
        assert dialog.styles.align == ("center", "middle")
        await seen.press()


async def test_the_first_room_is_whole_whenever_it_is_drawn_and_that_is_seldom(
    ruth: Companion, visit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames, display = list[list[str]](), CompanionApp._display

    def noted(app: CompanionApp, screen: Screen[Any], renderable: Any) -> None:
        if renderable is not None and not app._batch_count:
            frames.append([strip.text for strip in app.screen._compositor.render_strips()])
        display(app, screen, renderable)

    monkeypatch.setattr(CompanionApp, "_display", noted)
    async with visit(ruth, "today", (80, 24)) as seen:
        await seen.press()
    assert frames == [frames[-1]] * len(frames)
    assert len(frames) <= 2


def test_no_screen_has_a_place_for_what_is_never_shown(ruth: Companion) -> None:
    def places(app: App[Any]) -> list[str]:
        found = list[Widget]()
        with app._context():
            Screen[Any]()._extend_compose(found)
        return [type(widget).__name__ for widget in found]

    assert places(App()) == ["ToastRack", "Tooltip"]
    assert places(CompanionApp(ruth)) == []


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


async def test_a_size_that_the_window_had_before_is_passed_over(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24)) as seen:
        before = Size(40, 24)
        seen.app.screen.post_message(Resize(before, before))
        await seen.press()
        assert seen.app.screen.outer_size == Size(80, 24)
        assert seen.app.screen.has_class("-normal")


async def test_two_sizes_before_the_first_frame_keep_nobody_waiting(ruth: Companion) -> None:
    handled = list[Size]()

    class Watched(Today):
        async def _on_resize(self, event: Resize) -> None:
            handled.append(event.size)
            assert len(handled) < 20, "each brings the other back"

    app = CompanionApp(ruth, Watched)
    async with app.run_test(size=(80, 24)) as pilot:
        handled.clear()
        with app.batch_update():
            for wide in (40, 120, 40, 120):
                size = Size(wide, 24)
                app._size = size
                app.screen.post_message(Resize(size, size))
                app.screen.call_later(len, "")  # what keeps them from being taken as one
            await pilot.pause()
        await pilot.pause()
        assert app.screen.outer_size == size
