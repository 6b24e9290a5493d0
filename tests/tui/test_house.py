"""What a terminal can do is known by its name."""

import re

import pytest
from rich.color import ColorSystem
from rich.segment import Segment
from textual.strip import Strip

from companion.tui.house import erases
from companion.tui.paint import Painter

ERASED = re.compile(r"\x1b\[\d*[XK]")
WIDTH = 40


def second_frame() -> str:
    """What is written where a row of words becomes one of a letter and blanks."""
    painter = Painter(erase=erases())
    rows = [Strip([Segment(text)]).adjust_cell_length(WIDTH) for text in ("word " * 8, "a")]
    return [painter.frame([row], ColorSystem.TRUECOLOR) for row in rows][-1]


@pytest.mark.parametrize("term", ["xterm-256color", "linux", "tmux-256color", "rxvt-unicode-256color"])
def test_a_terminal_that_erases_is_not_sent_blanks(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setenv("TERM", term)
    assert ERASED.search(second_frame())


@pytest.mark.parametrize("term", ["screen-256color", "vt100", "eterm-color", ""])
def test_where_it_may_not_erase_no_word_of_before_stays(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setenv("TERM", term)
    written = second_frame()
    assert not ERASED.search(written)
    assert f"a{' ' * (len('word ' * 8) - 2)}" in written
