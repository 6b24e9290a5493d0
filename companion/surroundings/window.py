"""How large a window may be: one of 65,535 columns and as many rows would take gigabytes to draw."""

import os
import sys

WIDEST, HIGHEST = 500, 200  # columns, rows


def clamped(size: tuple[int, int]) -> tuple[int, int]:
    """A size that can be drawn: columns and rows."""
    wide, high = size
    return min(wide, WIDEST), min(high, HIGHEST)


def too_large() -> tuple[int, int] | None:
    """The size of this program's window, where it is more than can be drawn."""
    for stream in (sys.__stdout__, sys.__stderr__, sys.__stdin__):
        try:
            size = os.get_terminal_size(stream.fileno()) if stream else None
        except (OSError, ValueError):  # no terminal
            continue
        if size is not None:
            return None if clamped(size) == size else (size.columns, size.lines)
    return None
