"""The manners of a terminal: a stop and what comes after it, and signals that come just before a wait."""

import os
import select
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from companion.config.settings import Settings
from companion.linear import streams
from companion.linear.terminal import opened
from companion.surroundings.terminal import open_streams, single_keys

SHELL = termios.ICANON | termios.ECHO  # how a shell has the terminal while a program stands still


@pytest.fixture
def terminal() -> Iterator[int]:
    """Somebody's terminal, as a program has it."""
    person, program = os.openpty()
    yield program
    os.close(person)
    os.close(program)


@pytest.fixture
def signals() -> Iterator[None]:
    """What is obeyed here is forgotten afterwards."""
    numbers = (signal.SIGHUP, signal.SIGTERM, signal.SIGCONT, signal.SIGUSR1)
    kept = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def waits_for_enter(terminal: int) -> bool:
    return bool(termios.tcgetattr(terminal)[3] & SHELL)


def test_a_stopped_program_that_goes_on_has_single_keys_again(terminal: int, signals: None) -> None:
    shell = termios.tcgetattr(terminal)
    with single_keys(terminal) as one_by_one:
        assert (one_by_one, waits_for_enter(terminal)) == (True, False)
        termios.tcsetattr(terminal, termios.TCSANOW, shell)
        signal.raise_signal(signal.SIGCONT)
        assert not waits_for_enter(terminal)
    assert termios.tcgetattr(terminal) == shell


def test_what_is_no_terminal_has_no_single_keys() -> None:
    heard, _ = pipe = os.pipe()
    with single_keys(heard) as one_by_one:
        assert not one_by_one
    for number in pipe:
        os.close(number)


def test_a_signal_just_before_a_wait_ends_the_wait(
    terminal: int, signals: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    woken: list[Any] = []

    def now(watched: list[int], *others: Any) -> Any:
        """What is there already; nothing is waited for."""
        ready = select.select(watched, [], [], 0)
        woken.append(ready[0])
        return ready

    signal.signal(signal.SIGUSR1, lambda *_: None)
    with ExitStack() as stack:
        stream = stack.enter_context(os.fdopen(os.dup(terminal)))
        monkeypatch.setattr(sys, "stdin", stream)
        keys, _ = stack.enter_context(opened(Settings))
        signal.raise_signal(signal.SIGUSR1)
        monkeypatch.setattr(streams, "select", type("Now", (), {"select": staticmethod(now)}))
        assert keys.answer(0, "key") is None
    assert woken[0], "the wait would have gone on"


def test_closed_streams_are_opened_on_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    open_streams()
    with sys.stdin as nothing, sys.stdout as nowhere, sys.stderr as nowhere_either:
        assert nothing.read() == ""
        assert nowhere.write("lost") == nowhere_either.write("lost") == 4
