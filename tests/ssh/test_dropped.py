"""A line that drops in the middle of a session, and the same session gone on with on another device."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from sshd import Sshd, drop
from terminal import Terminal

from companion.bootstrap import open_companion
from companion.domain.entries import StepDone
from companion.services.companion import Companion

ON = {"full": "space", "calm": "1", "linear": "1"}  # what goes on in a session
TAKE = {"full": "enter", "calm": "1", "linear": "1"}  # the one key that goes on with a session at the start
SETTINGS = """\
welcome = false
face = "full"
movement = "done"
bell = false
same_key_ms = 0
any_key_ms = 0
field_key_ms = 0
"""
LONG = 10.0  # seconds, against a program that never does it
Come = Callable[..., Terminal]


@pytest.fixture
def home(tmp_path: Path) -> Companion:
    """Ruth's diary, to which she and Maria are let in; she has begun a session at home."""
    folder = tmp_path / "diary"
    folder.mkdir(mode=0o700)
    (folder / "settings.toml").write_text(SETTINGS)
    companion = open_companion(folder)
    companion.people.set("name", "Ruth")
    companion.caregivers.add("Ruth", "patient")
    companion.caregivers.add("Maria", "caregiver")
    companion.sessions.start("morning_full_body")
    return companion


@pytest.fixture
def come(server: Sshd, home: Companion) -> Iterator[Come]:
    """`come("ruth", "session", "resume", "--calm")`: somebody at a terminal of their own."""
    server.keys.write_text("")
    for name in ("Ruth", "Maria"):
        server.admit(name.lower(), "--data-dir", str(home.folder), "serve-ssh", "--as", name)
    there: list[Terminal] = []

    def terminal(name: str, *words: str, size: tuple[int, int] = (80, 24)) -> Terminal:
        there.append(server.terminal(name, *words, size=size))
        return there[-1]

    yield terminal
    for one in there:
        one.child.kill(signal.SIGCONT)
        one.close()


def steps(home: Companion) -> list[tuple[int, str]]:
    return [(step.part, step.by) for step in home.diary.of(StepDone)]


def until(
    true: Callable[[], object], what: str | Callable[[], str], every: Callable[[], object] = lambda: None
) -> None:
    """Wait until it is so; `every` is done between two looks."""
    end = monotonic() + LONG
    while not true():
        assert monotonic() < end, what if isinstance(what, str) else what()
        every()
        sleep(0.1)


def do(terminal: Terminal, face: str, home: Companion, count: int) -> None:
    """Press on until so many steps are on the disk."""
    until(
        lambda: len(steps(home)) >= count,
        lambda: f"step {count} was not written:\n{terminal.screen}",
        lambda: (terminal.press(ON[face]), terminal.rest()),
    )


def running(home: Companion, name: str) -> list[int]:
    """The processes of somebody who came in to this diary."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        is_python = bool(words) and b"python" in words[0]
        if is_python and str(home.folder).encode() in words and words[-2:-1] == [name.encode()]:
            found.append(int(process.name))
    return found


def nothing_is_left(home: Companion) -> None:
    """Neither a lock nor half an entry."""
    assert all(state.ok for state in home.diary.check())
    assert not list(home.folder.rglob("*.tmp"))
    home.fatigue.log(3)  # raises Busy where somebody holds the lock


OTHER = [("full", "linear"), ("calm", "full"), ("linear", "calm")]


@pytest.mark.parametrize(
    ("first", "then", "one", "other"),
    [
        ("full", "linear", "Ruth", "Maria"),
        ("calm", "full", "Maria", "Ruth"),
        ("linear", "calm", "Ruth", "Maria"),
    ],
)
def test_a_session_dropped_at_step_4_goes_on_by_one_key_elsewhere(
    come: Come, home: Companion, first: str, then: str, one: str, other: str
) -> None:
    terminal = come(one.lower(), "session", "resume", f"--{first}")
    terminal.see("Relaxed belly breathing")
    do(terminal, first, home, 3)
    assert running(home, one)
    drop(terminal)
    until(lambda: not running(home, one), "it goes on though nobody is there")
    assert steps(home) == [(0, one), (1, one), (2, one)]
    nothing_is_left(home)

    phone = come(other.lower(), f"--{then}", size=(40, 24))
    phone.see("Go on at step 4", f"{one}'s, ", "Steps 1 to 3 of")
    phone.rest()
    phone.press(TAKE[then])
    do(phone, then, home, 4)
    drop(phone)
    until(lambda: not running(home, other), "it goes on though nobody is there")
    assert steps(home) == [(0, one), (1, one), (2, one), (3, other)]


@pytest.mark.parametrize(("first", "then"), OTHER)
def test_two_screens_in_one_session_and_only_the_newer_goes_on(
    come: Come, home: Companion, first: str, then: str
) -> None:
    ruth = come("ruth", "session", "resume", f"--{first}")
    ruth.see("Relaxed belly breathing")
    do(ruth, first, home, 3)
    maria = come("maria", f"--{then}", size=(40, 24))
    maria.see("Go on at step 4")
    maria.rest()
    maria.press(TAKE[then])
    do(maria, then, home, 4)
    ruth.press(ON[first])
    ruth.see("Maria goes on with this session")
    do(maria, then, home, 5)
    assert [part for part, _ in steps(home)] == [0, 1, 2, 3, 4]
    assert {by for part, by in steps(home) if part >= 3} == {"Maria"}


def test_a_frozen_screen_does_not_stop_the_session_elsewhere(come: Come, home: Companion) -> None:
    ruth = come("ruth", "session", "resume", "--full")
    ruth.see("Relaxed belly breathing")
    do(ruth, "full", home, 3)
    ruth.child.kill(signal.SIGSTOP)
    maria = come("maria", "--calm", size=(40, 24))
    maria.see("Go on at step 4")
    maria.press("1")
    do(maria, "calm", home, 5)
    ruth.child.kill(signal.SIGCONT)
    ruth.see("Maria goes on with this session")
    assert [part for part, _ in steps(home)] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("face", "number", "code"),
    [("full", signal.SIGTERM, 143), ("calm", signal.SIGHUP, 129), ("linear", signal.SIGTERM, 143)],
)
def test_a_signal_at_home_leaves_the_terminal_elsewhere_as_it_was(
    come: Come, home: Companion, face: str, number: signal.Signals, code: int
) -> None:
    terminal = come("maria", "session", "resume", f"--{face}")
    terminal.see("Relaxed belly breathing")
    (process,) = running(home, "Maria")
    os.kill(process, number)
    assert terminal.end() == code
    left = [terminal.written.rpartition(f"\x1b[?{mode}h") for mode in ("1049", "1000", "2004")]
    assert all(f"\x1b[?{mode[1][3:-1]}l" in mode[2] for mode in left if mode[1])
    assert "\x1b[?25l" not in terminal.written
    assert "Traceback" not in terminal.written
