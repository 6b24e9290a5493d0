"""What the first screen costs, counted rather than timed."""

import subprocess
import sys
from collections import Counter
from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen

from companion.services.companion import Companion

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
