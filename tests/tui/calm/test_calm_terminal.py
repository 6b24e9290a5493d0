"""The calm screen in a real pseudo-terminal: what is written, where the cursor is, how it ends."""

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
from companion.flows.steps import Choose, Option, Say, Text
from companion.flows.walk import Talk
from companion.tui.calm.app import run_calm

def flow(companion):
    step = Choose(id="few", title="Which one?", options=tuple(Option(n, f"Choice {n}") for n in range(1, 6)))
    chosen = yield step
    if chosen == 4:
        raise ZeroDivisionError("a weight of 56.8")
    if chosen == 5:
        raise Failure("disk_full", file="/nope")
    name = yield Text(id="name", title="Name?")
    yield Say(f"Saved: {len(name)} letters.")

companion = without_diary()
companion.settings = Settings(calm_mark=sys.argv[1], same_key_ms=0, any_key_ms=0, field_key_ms=0)
sys.exit(run_calm(companion, first=(Talk(flow), Talk(flow))))
"""
DRAWN = re.compile("[\u2500-\u259f\u2190-\u21ff\u2800-\u28ff\ue000-\uf8ff]")
QUERIES = (
    "\x1b[?25l",
    "\x1b[?1003h",
    "\x1b[?1000h",
    "\x1b[?1004h",
    "\x1b[?2026",
    "\x1b[?2048",
    "\x1b[>",
    "\x1b]",
)
MOVE = re.compile(r"\x1b\[(\d+);(\d+)H")


def start(mark: str = "cursor", size: tuple[int, int] = (80, 24), **env: str) -> Terminal:
    return Terminal("-c", PROGRAM, mark, size=size, **env)


@pytest.fixture
def session() -> Iterator[Terminal]:
    made = start()
    made.see("5. Choice 5", "0. Back")
    yield made
    made.close()


def since(session: Terminal, *keys: str) -> str:
    """What keys brought."""
    before = len(session.written)
    session.press(*keys)
    session.rest()
    return session.written[before:]


def test_nothing_is_drawn_or_asked_that_readers_speak(session: Terminal) -> None:
    since(session, "down", "?", "0", "1")
    session.see("Name:")
    assert not DRAWN.search(session.written)
    for code in QUERIES:
        assert code not in session.written


def test_down_moves_the_cursor_and_writes_nothing_else(session: Terminal) -> None:
    session.rest()
    for line in range(3, 8):
        assert since(session, "down") == f"\x1b[{line};1H"
    assert session.screen.splitlines()[6] == "0. Back"


def test_row_and_announcement_come_in_one_piece_with_the_cursor(session: Terminal) -> None:
    session.rest()
    written = since(session, "\t")
    assert "2. Choice 2" in written
    assert MOVE.findall(written)[-1] == ("3", "1")
    assert written.endswith("\x1b[3;1H")


def test_the_marked_row_is_written_where_looks_count() -> None:
    session = start("row")
    session.see("0. Back")
    session.rest()
    written = since(session, "down")
    assert ("1. Choice 1" in written, "2. Choice 2" in written, "3. Choice 3" in written) == (
        True,
        True,
        False,
    )
    session.close()


def test_typing_writes_the_character_alone(session: Terminal) -> None:
    since(session, "1")
    assert session.screen.splitlines()[0] == "Name:"
    written = since(session, "R")
    assert MOVE.sub("", re.sub(r"\x1b\[[\d;]*m", "", written)) == "R"


def test_a_paste_of_a_million_characters_is_cut(session: Terminal) -> None:
    since(session, "1")
    session.press("\x1b[200~" + "1" * 1_000_000 + "\x1b[201~", "\r")
    session.see("Which one?", "Saved: 80 letters.")


def test_a_paste_that_the_terminal_does_not_mark_presses_no_row(session: Terminal) -> None:
    session.rest()
    session.press("1 2\r" * 250_000)
    session.rest()
    assert session.screen.splitlines()[0] == "Which one?"
    assert since(session, "down").endswith("\x1b[3;1H")
    session.press("1")
    session.see("Name:")
    session.press("R" * 100)
    session.see("R" * 71)


def test_a_size_of_1_by_1_and_back_shows_the_step_again(session: Terminal) -> None:
    since(session, "down", "down")
    session.resize(1, 1)
    session.rest()
    session.resize(40, 24)
    session.see("Which one?", "1. Choice 1", "5. Choice 5", "0. Back")
    assert since(session, "down").endswith("\x1b[5;1H")


@pytest.mark.parametrize(
    ("key", "told"), [("5", "The disk is full, so /nope could not be saved"), ("4", "Something went wrong")]
)
def test_what_went_wrong_is_a_sentence(session: Terminal, key: str, told: str) -> None:
    session.press(key)
    if key == "5":
        session.see(told)
        return
    assert session.end() == 1
    after = session.written.partition("\x1b[?1049l")[2]
    assert told in " ".join(after.split())
    assert "56.8" not in after


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_it_with_a_code_of_its_own(
    session: Terminal, number: signal.Signals, code: int
) -> None:
    assert session.kill(number) == code
    assert "Traceback" not in session.written


def test_a_lost_line_ends_the_program_with_129(tmp_path: object) -> None:
    session = Terminal("-m", "companion", "--demo", "--calm", COMPANION_DATA_DIR=f"{tmp_path}/diary")
    session.see("Main menu", "0. Leave")
    assert session.hang_up() == 129


def test_ctrl_c_leaves_as_a_command_does(session: Terminal) -> None:
    session.press("\x03")
    assert session.end() == 130


def test_no_color_writes_no_colour_code() -> None:
    session = start("row", NO_COLOR="1")
    session.see("0. Back")
    since(session, "down")
    session.close()
    assert "38;" not in session.written
    assert "48;" not in session.written
    assert "\x1b[1;7m" in session.written
