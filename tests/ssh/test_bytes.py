"""What goes over a real line without compression: little enough for a phone in a bad place."""

from collections.abc import Iterator
from statistics import median

import pytest
from sshd import Line, Sshd, counted
from terminal import Terminal

NOON = "2026-04-14T12:05+02:00"
FIRST_SCREEN, KEY = 12_000, 1_000  # bytes
SHAKEN_HANDS = 5_000  # what SSH itself sends before anything is drawn, at most


@pytest.fixture(params=[(80, 24), (40, 24)], ids=["80x24", "40x24"])
def far(server: Sshd, request: pytest.FixtureRequest) -> Iterator[tuple[Line, Terminal]]:
    """The demo at the other end of a counted line, before anything is drawn."""
    server.keys.write_text("")
    server.admit("ruth", "--demo", "--full", now=NOON)
    with counted(server) as line:
        terminal = server.terminal("ruth", size=request.param, TERM="xterm-256color")
        yield line, terminal
        terminal.close()


def costs(line: Line, terminal: Terminal, *keys: str) -> list[int]:
    """The bytes that each key brings."""
    found = []
    for key in keys:
        terminal.rest()
        before = line.came
        terminal.press(key)
        terminal.rest()
        found.append(line.came - before)
    return found


def test_the_first_screen_and_a_cursor_key_are_small(far: tuple[Line, Terminal]) -> None:
    line, terminal = far
    terminal.see("kcal eaten")
    terminal.rest()
    assert len(terminal.written.encode()) < line.came <= FIRST_SCREEN + SHAKEN_HANDS
    assert len(terminal.written.encode()) <= FIRST_SCREEN
    for room in ("2", "5", "h"):
        terminal.press(room)
        moved = costs(line, terminal, *["down"] * 4)
        assert 0 < median(moved) <= KEY, room
        terminal.press("0")
