"""Keys and lines of this process: the terminal, or whatever streams there are."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from companion.config.settings import Settings
from companion.linear.keys import Keys
from companion.linear.streams import Descriptor, Gone, Lines, Source, Stream
from companion.surroundings.terminal import nobody_reads, obey_signals, single_keys, wakes

if TYPE_CHECKING:
    from companion.flows.idle import Idleness

NARROWEST = 20  # columns; with fewer, words are broken anyway


@contextmanager
def opened(settings: Callable[[], Settings], idle: "Idleness | None" = None) -> Iterator[tuple[Keys, Lines]]:
    """Single keys while it is open. A signal ends it with a code of its own; the terminal is as before."""
    lines = Lines(sys.stdout, columns)
    obey_signals()
    with wakes() as woken, _source(woken) as source:
        try:
            yield Keys(source, lines, settings, idle=idle), lines
        except Gone:
            nobody_reads()
            raise


def columns() -> int | None:
    """How wide the terminal is that is written to; None for anything else."""
    try:
        wide = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return None
    return wide if wide >= NARROWEST else None


@contextmanager
def _source(woken: int) -> Iterator[Source]:
    try:
        number = sys.stdin.fileno()
    except (OSError, ValueError, AttributeError):  # text that somebody put there
        yield Stream(sys.stdin)
        return
    with single_keys(number) as one_by_one:
        yield Descriptor(number, terminal=one_by_one, woken=woken)
