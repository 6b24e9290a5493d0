"""The latest moment: a program whose output nobody reads stands still in a write, and still has to end."""

import os
import signal
from contextlib import suppress

from companion.errors import SIGNALLED

GRACE = 5.0  # seconds for leaving in good order; every entry is on the disk before


def end_within(seconds: float, code: int) -> None:
    """End with this code after so many seconds, whatever stands still then."""
    _alarm(seconds, lambda *_: os._exit(code))


def hang_up_after(seconds: float) -> None:
    """After so many seconds leave as with a lost line; 0 takes it back."""
    _alarm(seconds, _hang_up)


def _hang_up(*_: object) -> None:
    """What a lost line does, here and now: a signal sent to oneself may wait until the write is over."""
    leave = signal.getsignal(signal.SIGHUP)
    if callable(leave):
        leave(signal.SIGHUP, None)
    else:
        os._exit(SIGNALLED + signal.SIGHUP)


def hung_up(number: int) -> None:
    """A signal to leave came: what does not leave by itself now is ended, with the code of the signal."""
    end_within(GRACE, SIGNALLED + number)


def _alarm(seconds: float, do: "signal._HANDLER") -> None:
    with suppress(ValueError, AttributeError):  # not in the main thread; a machine without such clocks
        signal.signal(signal.SIGALRM, do)
        signal.setitimer(signal.ITIMER_REAL, seconds)
