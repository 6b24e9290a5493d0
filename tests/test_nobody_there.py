"""Nobody at the terminal: each face says so, stays with a key, and leaves, also where nobody reads it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal import PATIENCE, Terminal

from companion.errors import SIGNALLED

pytestmark = pytest.mark.slow

PROGRAM = """
import os, sys, time
from pathlib import Path
from companion.__main__ import full
from companion.bootstrap import open_companion
from companion.domain.idle import Idle
from companion.flows.idle import Idleness
from companion.linear.face import run_linear
from companion.surroundings import deadline
from companion.tui.calm.app import run_calm
folder, face, leave, warn, frozen = Path(sys.argv[1]), sys.argv[2], *map(float, sys.argv[3:5]), sys.argv[5:]
deadline.GRACE = 0.5
companion = open_companion(folder)
full_up = 20 if frozen else 0
os.set_blocking(1, not frozen)
while full_up:  # what is on its way to the other end makes room once more
    try:
        os.write(1, b"." * 512)
        full_up = 20
    except BlockingIOError:
        full_up -= 1
        time.sleep(0.01)
os.set_blocking(1, True)
idle = Idleness(lambda _: Idle(leave, warn), stuck=0.5 if frozen else 60)
run = {"full": full, "calm": run_calm, "linear": run_linear}[face]
sys.exit(run(companion, idle=idle))
"""
FACES = ["full", "calm", "linear"]
FIRST = {"full": "Warning signs", "calm": "Main menu", "linear": "choice:"}
Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """`start("calm", 2.0, 1.0)`: seconds after which it leaves, and after which it says so."""
    (tmp_path / "settings.toml").write_text("welcome = false\nsame_key_ms = 0\nany_key_ms = 0\n")
    made: list[Terminal] = []

    def terminal(face: str, leave: float, warn: float, *more: str) -> Terminal:
        made.append(Terminal("-c", PROGRAM, str(tmp_path), face, str(leave), str(warn), *more))
        return made[-1]

    yield terminal
    for one in made:
        one.close()


@pytest.mark.parametrize("face", FACES)
def test_it_says_so_and_leaves_with_a_sentence_where_one_was(start: Start, face: str) -> None:
    terminal = start(face, 3.0, 1.5)
    terminal.see(FIRST[face])
    terminal.see("No key for a while.", "Any key keeps it open.")
    assert terminal.end() == 0
    after = terminal.written.rpartition("\x1b[?1049l")[2]
    assert "Closed after 3 seconds without a key. Everything saved is kept." in " ".join(after.split())


@pytest.mark.parametrize("face", FACES)
def test_the_key_that_keeps_it_open_does_nothing_else(start: Start, face: str) -> None:
    terminal = start(face, 60.0, 1.0)
    terminal.see("No key for a while.")
    was = len(terminal.written)
    terminal.press("4")
    terminal.rest()
    said = {"full": "It stays open.", "calm": "It stays open.", "linear": "choice:"}[face]
    assert said in terminal.written[was:]
    if face != "full":
        assert "tired" not in terminal.written[was:].replace("Tiredness", "")


@pytest.mark.parametrize("face", FACES)
def test_nothing_is_written_until_it_is_to_be_said(start: Start, face: str) -> None:
    terminal = start(face, 60.0, 4.0)
    terminal.see(FIRST[face])
    terminal.rest()
    came = terminal.child.read_nonblocking(65536, timeout=PATIENCE)
    assert "No key for a while." in came


@pytest.mark.parametrize("face", FACES)
def test_who_reads_nothing_any_more_does_not_keep_it_for_ever(start: Start, face: str) -> None:
    terminal = start(face, 1.0, 0.5, "frozen")
    assert terminal.over() == 129


@pytest.mark.parametrize("face", FACES)
def test_a_terminal_that_goes_without_a_signal_ends_the_program(tmp_path: Path, face: str) -> None:
    """One that does not control the program, as where a container's line closes: the input ends, no more."""
    ours, theirs = os.openpty()
    arguments = [sys.executable, "-m", "companion", "--data-dir", str(tmp_path), f"--{face}"]
    (tmp_path / "settings.toml").write_text("welcome = false\n")
    child = subprocess.Popen(arguments, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    shown = ""
    while FIRST[face] not in shown:
        shown += os.read(ours, 1 << 16).decode(errors="replace")
    os.close(ours)
    try:
        assert child.wait(PATIENCE) in (0, SIGNALLED + signal.SIGHUP)
    finally:
        child.kill()
        child.wait()
