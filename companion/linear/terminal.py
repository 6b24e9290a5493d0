"""The terminal, or whatever streams there are: single keys while the face is open, as it was afterwards."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from companion.config.settings import Settings
from companion.errors import SIGNALLED
from companion.linear.keys import Keys
from companion.linear.streams import Descriptor, Gone, Lines, Source, Stream

try:
    import termios
except ImportError:  # a machine that has no such terminals: a line is an answer there
    termios = None  # type: ignore[assignment]


NARROWEST = 20  # columns; with fewer, words are broken anyway


@contextmanager
def opened(settings: Callable[[], Settings]) -> Iterator[tuple[Keys, Lines]]:
    """Keys and lines of this process. A signal ends it with a code of its own; the terminal is as before."""
    lines = Lines(sys.stdout, columns)
    with _signals_obeyed() as woken, _source(woken) as source:
        try:
            yield Keys(source, lines, settings), lines
        except Gone:
            _nobody_reads()
            raise
        except SystemExit as end:
            if end.code == SIGNALLED + signal.SIGHUP:
                _nobody_reads()
            raise


def columns() -> int | None:
    """How wide the terminal is that is written to; None for anything else."""
    try:
        wide = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return None
    return wide if wide >= NARROWEST else None


@contextmanager
def _source(woken: int | None) -> Iterator[Source]:
    try:
        number = sys.stdin.fileno()
    except (OSError, ValueError, AttributeError):  # text that somebody put there
        yield Stream(sys.stdin)
        return
    if termios is None or not os.isatty(number):
        yield Descriptor(number, woken=woken)
        return
    with single_keys(number):
        yield Descriptor(number, terminal=True, woken=woken)


@contextmanager
def single_keys(number: int) -> Iterator[None]:
    """No waiting for Enter and no echo; set again when a stopped program goes on."""
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
        yield
    finally:
        with suppress(ValueError):
            signal.signal(signal.SIGCONT, stopped)
        with suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(number, termios.TCSANOW, before)


@contextmanager
def _signals_obeyed() -> Iterator[int | None]:
    """A lost line and a request to end leave through every `finally`.

    Yields where a byte comes with each signal: one that came just before a wait would not end it.
    """
    before = {number: signal.getsignal(number) for number in (signal.SIGHUP, signal.SIGTERM)}
    try:
        for number in before:
            signal.signal(number, _leave)
    except ValueError:  # not in the main thread, to which no signal comes
        yield None
        return
    woken, wakes = os.pipe()
    os.set_blocking(wakes, False)
    former = signal.set_wakeup_fd(wakes, warn_on_full_buffer=False)
    try:
        yield woken
    finally:
        signal.set_wakeup_fd(former)
        for number, handler in before.items():
            signal.signal(number, handler)
        os.close(woken)
        os.close(wakes)


def _leave(number: int, _: FrameType | None) -> None:
    raise SystemExit(SIGNALLED + number)


def _nobody_reads() -> None:
    """What is still to be written goes nowhere, so that Python does not fail over it at the end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
