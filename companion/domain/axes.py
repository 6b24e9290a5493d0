"""Axes of pictures: round numbers along them, and how far they reach."""

from collections.abc import Iterable, Sequence
from math import ceil, floor


def scale(low: float, high: float, most: int, steps: Sequence[float]) -> list[float]:
    """Round numbers from below `low` to above `high`, by half a step: every second is for the axis.

    Of the steps it is the first that gives the axis at most `most` numbers.
    """
    for step in steps:
        first, last = floor(2 * low / step), ceil(2 * high / step)
        last = max(last, first + 2)
        if (last - first) // 2 < most:
            break
    return [number * step / 2 for number in range(first, last + 1)]


def reach(values: Sequence[float], lines: Iterable[float]) -> tuple[float, float]:
    """The least and the greatest to be seen: every value, and the nearest line below and above them."""
    low, high = min(values), max(values)
    marks = list(lines)
    return (
        max((mark for mark in marks if mark < low), default=low),
        min((mark for mark in marks if mark > high), default=high),
    )
