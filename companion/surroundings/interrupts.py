"""Ctrl+C while the program is still starting: nothing is begun yet, so it ends at once and says nothing."""

import os
import signal

from companion.errors import SIGNALLED


def end_at_once() -> None:
    """Until `listen`; where the signal is not Python's own to hear, it stays as it is."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def listen() -> None:
    """From now on somebody says what was interrupted."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(*_: object) -> None:
    os._exit(SIGNALLED + signal.SIGINT)
