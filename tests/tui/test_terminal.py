"""The real driver in a real pseudo-terminal: what is written, where the cursor is, how it ends."""

import re
import signal
from collections.abc import Iterator

import pytest
from terminal import Terminal

pytestmark = pytest.mark.slow

PROGRAM = """
import sys
from companion.bootstrap import without_diary
from companion.config.settings import Settings
from companion.errors import Failure
from companion.tui.app import CompanionApp
from companion.tui.screens.room import Room
from companion.tui.widgets.keys import Key
from companion.tui.widgets.rows import Row, Rows

class Few(Room):
    heading = "Few"
    keys = (
        Key("q", "Leave", "app.quit"),
        Key("f", "Fail", "fail", shown=False),
        Key("g", "Fault", "fault", shown=False),
        Key("m", "Memory", "memory", shown=False),
    )
    def body(self):
        yield Rows([Row(str(n), f"Choice {n}") for n in range(5)])
    def action_fail(self):
        raise Failure("disk_full", file="[/nope]")
    def action_fault(self):
        raise ZeroDivisionError("a weight of 56.8")
    def action_memory(self):
        raise MemoryError

companion = without_diary()
companion.settings = Settings(paint=sys.argv[1])
app = CompanionApp(companion, Few)
app.run()
sys.exit(app.return_code or 0)
"""


def start(paint: str = "cells", **env: str) -> Terminal:
    return Terminal("-c", PROGRAM, paint, **env)


@pytest.fixture(params=["cells", "stock"])
def session(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    made = start(request.param)
    yield made
    made.close()


def test_nothing_is_written_that_readers_speak_and_the_cursor_stays_shown(session: Terminal) -> None:
    session.until("Warning signs")
    session.press("q")
    assert session.end() == 0
    for said in ("\x1b[?25l", "\x1b[?1003h", "\x1b[?1004h", "\x1b[?2026", "\x1b[?2048", "\x1b[>", "\x1b]22;"):
        assert said not in session.written


def test_what_comes_after_it_is_written_plainly(session: Terminal) -> None:
    session.until("Warning signs")
    session.press("q")
    session.end()
    before, _, _ = session.written.rpartition("\x1b[?1049l")
    assert re.findall(r"\x1b\[[0-9;]*m", before)[-1] in ("\x1b[m", "\x1b[0m")


def test_the_hardware_cursor_follows_the_focused_row(session: Terminal) -> None:
    session.until("Warning signs")
    session.press("down")
    session.until("\x1b[4;4H")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_with_a_code_of_its_own(session: Terminal, number: int, code: int) -> None:
    session.until("Warning signs")
    assert session.kill(number) == code
    assert "Traceback" not in session.written


def test_it_does_not_stop_where_nobody_could_let_it_go_on() -> None:
    session = Terminal(
        "-c", f"import signal; signal.signal(signal.SIGTSTP, signal.SIG_IGN)\n{PROGRAM}", "cells"
    )
    session.until("Warning signs")
    session.child.kill(signal.SIGTSTP)
    session.press("down")
    session.until("\x1b[4;4H")
    assert "\x1b[?1049l" not in session.written
    assert session.kill(signal.SIGTERM) == 143


def test_a_new_size_writes_the_screen_again(session: Terminal) -> None:
    session.until("Warning signs")
    session.resize(40, 24)
    session.until("Choice 4")
    session.until("Warning")


def test_coming_back_from_a_suspension_writes_the_screen_again(session: Terminal) -> None:
    session.until("Warning signs")
    session.child.kill(signal.SIGTSTP)
    session.until("\x1b[?1049l")
    session.child.kill(signal.SIGCONT)
    session.until("\x1b[?1049h")
    session.until("Choice 4")
    session.until("Warning signs")


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("f", "The disk is full, so [/nope] could not be saved."),
        ("g", "Something went wrong inside"),
        ("m", "There is not enough memory to go on."),
    ],
)
def test_what_nobody_met_ends_in_a_sentence(session: Terminal, key: str, told: str) -> None:
    session.until("Warning signs")
    session.press(key)
    assert session.end() == 1
    _, _, after = session.written.partition("\x1b[?1049l")
    assert told in " ".join(after.split())
    assert "Traceback" not in after
    assert "56.8" not in after


def test_no_color_writes_no_colour_code() -> None:
    session = start(NO_COLOR="1")
    session.until("Warning signs")
    session.press("q")
    session.end()
    assert "38;" not in session.written
    assert "48;" not in session.written
    assert "\x1b[1m" in session.written
