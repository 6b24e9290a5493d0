"""A choice in pages: rows with a digit each, for faces that show or say a few at a time."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from companion.flows.steps import Choose, Option

MOST = 8  # choices on a page; 9 is for more, 0 for back
MORE = "9"


class Row(NamedTuple):
    """One choice of a page and the digit that takes it; without an option it shows the next page."""

    key: str
    label: str
    detail: str = ""
    option: Option | None = None


Fits = Callable[[Sequence[Row]], bool]


def pages(step: Choose, fits: Fits = lambda _: True, *, most: int = MOST, more: str = "") -> list[list[Row]]:
    """The choices of a step in pages that fit, at least one choice on each; `more` is the word for the next.

    An option's own digit stays its digit, since the digit of a texture level is the level; the others have
    the digits that are left, from the first on.
    """
    found: list[list[Row]] = []
    left = list(step.options)
    while left or not found:
        count = min(len(left), most)
        while count > 1 and not fits(_rows(left[:count], more if len(left) > count or found else "")):
            count -= 1
        rest = left[count:]
        found.append(_rows(left[:count], more if rest or found else ""))
        left = rest
    return found


def _rows(options: Sequence[Option], more: str) -> list[Row]:
    taken = {option.key for option in options if option.key.isdigit()}
    highest = max(taken, default="0")  # beside levels, a digit that could be taken for one comes last
    free = iter(sorted((d for d in "12345678" if d not in taken), key=lambda digit: digit < highest))
    keyed = [(o.key if o.key.isdigit() else next(free, ""), o) for o in options]
    rows = [Row(key, _label(o, key), o.detail, o) for key, o in keyed]
    return [*rows, Row(MORE, more)] if more else rows


def _label(option: Option, key: str) -> str:
    """Without the digit that stands in front of it already: 5. Minced & moist."""
    return (option.spoken or option.label).removeprefix(f"{key}, ")
