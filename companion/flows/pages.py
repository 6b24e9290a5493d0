"""A choice in pages: rows with a digit each, for faces that show or say a few at a time."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from companion.wording import choices

if TYPE_CHECKING:
    from companion.flows.steps import Choose, Option

MOST = 8  # choices on a page; 9 is for more, 0 for back
FEW = 3  # choices that always stand together: who answers yes or no hears both
DIGITS, MORE = "12345678", "9"


class Row(NamedTuple):
    """One choice of a page and the digit that takes it; without an option it shows the next page."""

    key: str
    label: str
    detail: str = ""
    option: "Option | None" = None


Fits = Callable[[Sequence[Row]], bool]


def pages(
    step: "Choose", fits: Fits = lambda _: True, *, most: int = MOST, more: str = ""
) -> list[list[Row]]:
    """The choices of a step in pages that fit, at least one choice on each.

    `more` is the word for the next page; without it there is one page. An option's own digit stays its digit,
    since the digit of a texture level is the level. Others beside it have digits that are no level.
    """
    few = len(step.options) <= FEW
    found: list[list[Row]] = []
    left = list(step.options)
    own = max((option.key for option in left if option.key.isdigit()), default="")
    while left or not found:
        for count in range(min(len(left), most), -1, -1):
            on = more if len(left) > count else choices.FIRST_PAGE if found and more else ""
            rows = _rows(left[:count], own, on)
            if count <= 1 or (all(row.key for row in rows) and (few or fits(rows))):
                break
        found.append(rows)
        left = left[count:]
    return found


def _rows(options: Sequence["Option"], own: str, more: str) -> list[Row]:
    """`own` is the highest digit that a choice of any page has of its own; no answer has the last one."""
    free = iter([digit for digit in DIGITS if digit > own])
    rows: list[Row] = []
    for option in options:
        last = bool(own) and option.value is None and not more
        key = option.key if option.key.isdigit() else MORE if last else next(free, "")
        rows.append(Row(key, _label(option, key), option.detail, option))
    rows.sort(key=lambda row: row.key if own else "")
    return [*rows, Row(MORE, more)] if more else rows


def _label(option: "Option", key: str) -> str:
    """Without the digit that stands in front of it already: 5. Minced & moist."""
    return (option.spoken or option.label).removeprefix(f"{key}, ")
