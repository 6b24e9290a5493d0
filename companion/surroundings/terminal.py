"""The manners of a terminal: streams, signals, keys one at a time, and readers that go away."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from companion.errors import SIGNALLED
from companion.surroundings.deadline import hung_up

try:
    import termios
except ImportError:  # a machine that has no such terminals: a line is an answer there
    termios = None  # type: ignore[assignment]


def open_streams() -> None:
    """What was closed before the start has no input, and nobody reads what is written there.

    The numbers are taken as well, so that no file that is opened later stands where the output stood.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - open to the end
            setattr(sys, name, nothing)


def nobody_reads() -> None:
    """What is still to be written goes nowhere, so that Python does not fail over it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def obey_signals() -> None:
    """A lost line and a request to end leave through every `finally`, with a code of their own."""
    for number in (signal.SIGHUP, signal.SIGTERM):
        with suppress(ValueError):  # not in the main thread, to which no signal comes
            signal.signal(number, _leave)


def _leave(number: int, _: FrameType | None) -> None:
    hung_up(number)
    if number == signal.SIGHUP:
        nobody_reads()
    raise SystemExit(SIGNALLED + number)


@contextmanager
def wakes() -> Iterator[int]:
    """Where a byte comes with each signal: one that came just before a wait would not end it."""
    heard, rung = os.pipe()
    os.set_blocking(rung, False)
    former: int | None = None
    with suppress(ValueError):  # not in the main thread
        former = signal.set_wakeup_fd(rung, warn_on_full_buffer=False)
    try:
        yield heard
    finally:
        if former is not None:
            signal.set_wakeup_fd(former)
        os.close(heard)
        os.close(rung)


@contextmanager
def single_keys(number: int) -> Iterator[bool]:
    """No waiting for Enter and no echo, also after a stop; whether this is a terminal that can do so."""
    if termios is None or not os.isatty(number):
        yield False
        return
    before = termios.tcgetattr(number)

    def begin(*_: object) -> None:
        with suppress(termios.error):  # a lost line goes on as well, before it ends
            mode = termios.tcgetattr(number)
            mode[3] &= ~(termios.ICANON | termios.ECHO)
            mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
            termios.tcsetattr(number, termios.TCSANOW, mode)

    stopped = signal.getsignal(signal.SIGCONT)
    try:
        with suppress(ValueError):  # not in the main thread
            signal.signal(signal.SIGCONT, begin)
        begin()
        yield True
    finally:
        with suppress(ValueError):
            signal.signal(signal.SIGCONT, stopped)
        with suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(number, termios.TCSANOW, before)


def forget_typed(number: int) -> None:
    """What was typed and not read yet is for nobody."""
    if termios is not None:
        with suppress(termios.error):
            termios.tcflush(number, termios.TCIFLUSH)
