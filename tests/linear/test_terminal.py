"""The plain lines in a real pseudo-terminal, on pipes, and how they end."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal import PATIENCE, PLACE, Terminal

pytestmark = pytest.mark.slow

PROGRAM = """
import sys, termios
from pathlib import Path
from companion.bootstrap import open_companion
from companion.linear.face import run_linear
before = termios.tcgetattr(0) if sys.stdin.isatty() else None
code = 1
try:
    code = run_linear(open_companion(Path(sys.argv[1])))
finally:
    if before is not None and len(sys.argv) > 2:
        print("as before" if termios.tcgetattr(0) == before else "changed")
    assert "textual" not in sys.modules and "click" not in sys.modules
sys.exit(code)
"""
AT_MENU = "Your choice: "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A diary that was opened before."""
    folder = tmp_path / "diary"
    folder.mkdir()
    quick = "same_key_ms = 0\nany_key_ms = 0\nfield_key_ms = 0\n"
    (folder / "settings.toml").write_text(f"welcome = false\n{quick}", encoding="utf-8")
    return folder


@pytest.fixture
def session(folder: Path) -> Iterator[Callable[..., Terminal]]:
    made: list[Terminal] = []

    def start(*look: str, **env: str) -> Terminal:
        made.append(Terminal("-c", PROGRAM, str(folder), *look, **env))
        made[-1].until(AT_MENU)
        return made[-1]

    yield start
    for terminal in made:
        terminal.close()


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_a_drink_is_written_down_and_taken_back_by_keys(session, folder, term):
    terminal = session("look", TERM=term)
    digit = key_of(terminal, "Drink")
    terminal.press(digit)
    terminal.until("Number: ")
    terminal.press("250\r")
    terminal.until("Words: ")
    terminal.press("\r")
    terminal.until("Saved: ")
    terminal.until(AT_MENU)
    assert "250 millilitres" in terminal.written
    for label in ("Day and more", "Undo"):
        terminal.press(key_of(terminal, label))
        terminal.until(AT_MENU)
    assert "Undone: " in terminal.written
    terminal.press("0")
    terminal.until(AT_MENU)
    terminal.press("0")
    terminal.until("Leave the program?")
    terminal.press("2")
    assert terminal.end() == 0
    assert terminal.written.endswith("Goodbye.\r\nas before\r\n")
    assert "\x1b" not in terminal.written
    assert (folder / "settings.toml").exists()


def key_of(terminal: Terminal, label: str) -> str:
    """The digit of a choice that was said."""
    row = next(line for line in reversed(terminal.written.splitlines()) if f". {label}" in line)
    return row.partition(".")[0]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_it_with_the_terminal_as_it_was(session, number, code):
    terminal = session("look")
    assert terminal.kill(number) == code
    assert "as before" in terminal.written
    assert "Traceback" not in terminal.written


def test_a_lost_line_ends_it(session):
    assert session().hang_up() == 129


def test_ctrl_c_says_what_is_kept(session):
    terminal = session()
    terminal.press("\x03")
    assert terminal.end() == 130
    assert "Stopped. What was saved before is kept." in terminal.written


def test_a_megabyte_is_pasted_and_the_menu_still_answers(session):
    terminal = session()
    for _ in range(256):
        terminal.press("x" * 4096)
    terminal.until("Not a choice.")
    terminal.until(AT_MENU)
    terminal.press("0")
    terminal.until("Leave the program?")
    terminal.press("2")
    assert terminal.end() == 0
    assert len(terminal.written) < 8000


def run_with(folder: Path, answers: str, **streams: int) -> subprocess.CompletedProcess[str]:
    kept = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "dumb"}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)], cwd=PLACE, env=kept, input=answers, text=True,
        timeout=PATIENCE, **(streams or {"capture_output": True}),
    )  # fmt: skip


def test_on_pipes_a_line_is_an_answer(folder):
    done = run_with(folder, "x\n0\n2\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Not a choice." in done.stdout
    assert done.stdout.endswith("Goodbye.\n")
    assert "\x1b" not in done.stdout


def test_without_input_it_ends_by_itself(folder):
    done = run_with(folder, "")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("The input has ended. What was answered is saved.\n")


def test_a_closed_pipe_ends_it_quietly(folder):
    read, write = os.pipe()
    os.close(read)
    try:
        done = run_with(folder, "1\n", stdout=write, stderr=subprocess.PIPE)
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, "")
