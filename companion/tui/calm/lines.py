"""The lines of the calm screen: what stands in one, and what Enter or a digit does there."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import Any, NamedTuple

from rich.cells import cell_len

from companion.domain.frozen import frozen
from companion.domain.text import show
from companion.tui.widgets.rows import wrapped
from companion.wording.spoken import spoken

CHARACTERS = 220  # that a listener is told on a new screen
FEW = 5  # rows that a page of a menu has, where they fit at all
RESULT = 96  # of them kept free above a menu for what was done, so that its digits stay what they are
BETWEEN = 1  # more a line, since some readers say where one ends
LEAST = 8  # columns that are written for; on a narrower screen they are cut
ALL = 10_000  # for those who look
SHORTER = "…"


class Act(Enum):
    """What taking a line does."""

    NOTHING = auto()
    ANSWER = auto()  # sends its value
    PAGE = auto()  # shows the page as many further on as its value
    BACK = auto()
    FIELD = auto()  # what is typed is the answer
    KEEP = auto()  # from beside the field


@frozen
class Line:
    """One line; `key` takes it, or with `goes` only leads to it. `whole` is a longer text than fits.

    What of a label does not fit stands in the lines of `rest` below it, which the cursor passes over.
    """

    text: str
    key: str = ""
    act: Act = Act.NOTHING
    value: Any = None
    goes: bool = False
    whole: str = ""
    rest: tuple[str, ...] = ()
    is_rest: bool = False

    @property
    def heard(self) -> str:
        """All of it."""
        return self.whole or self.text

    @property
    def is_back(self) -> bool:
        """Whether it leads back, if only by a page."""
        return self.act is Act.BACK or (self.act is Act.PAGE and self.value < 0)

    def is_as(self, other: "Line") -> bool:
        """Whether taking this line is taking the other, in whatever words."""
        return self.act is not Act.NOTHING and (self.act, self.value) == (other.act, other.value)


class Space(NamedTuple):
    """What there is room for: columns, lines, characters said; `spent` are those said beside the lines."""

    wide: int
    high: int
    said: int = CHARACTERS
    spent: int = 0

    def holds(self, lines: Sequence[Line]) -> bool:
        """Whether lines fit."""
        said = [text for line in lines for text in (line.text, *line.rest)]
        return len(said) <= self.high and sum(len(text) + BETWEEN for text in said) <= self.said

    def less(self, characters: int) -> "Space":
        """What there is room for beside so many characters."""
        return self._replace(said=self.said - characters)


def laid(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines with what goes on below them."""
    return tuple(each for line in lines for each in (line, *(Line(part, is_rest=True) for part in line.rest)))


class Sheet(NamedTuple):
    """A step as lines. The cursor begins at `start`; `field` is where one types, or -1."""

    lines: tuple[Line, ...]
    start: int = 0
    field: int = -1
    pages: int = 1

    def of_key(self, key: str) -> int:
        """Where the line of a key is, or -1."""
        found = (n for n, line in enumerate(self.lines) if line.key and line.key == key.lower())
        return next(found, -1)

    @property
    def first(self) -> int:
        """The first line that can be taken."""
        return next((n for n, line in enumerate(self.lines) if line.act is not Act.NOTHING), 0)


def heard(text: str) -> str:
    """A text as it is said, on one line."""
    return spoken(" ".join(show(text).split()))


def folded(text: str, wide: int) -> list[Line]:
    """A text in as many lines as it needs."""
    return [Line(part) for part in wrapped(heard(text), max(LEAST, wide))]


def row(
    wide: int, key: str, label: str, act: Act, value: Any = None, *, detail: str = "", goes: bool = False
) -> Line:
    """A line that can be taken: a long label goes on below, a long detail is shortened at a word."""
    mark, room = (f"{key}. " if key else ""), max(LEAST, wide)
    plain = mark + heard(label)
    whole = plain + (f", {heard(detail)}" if detail else "")
    if cell_len(plain) <= room:
        text, rest = shortened(whole, room), []
    else:
        first, *others = wrapped(heard(label), max(LEAST, room - len(mark)))
        text, rest = mark + first, [" " * len(mark) + part for part in others]
    return Line(text, key.lower(), act, value, goes, whole if text != whole else "", tuple(rest))


def shortened(text: str, wide: int) -> str:
    """A text in at most `wide` columns, cut between words where that is possible."""
    if cell_len(text) <= wide:
        return text
    room = max(1, wide - len(SHORTER))
    while cell_len(text) > room:
        cut = text.rpartition(" ")[0]
        text = cut if cell_len(cut) > wide // 3 else text[:-1]
    return text.rstrip(" ,.;:") + SHORTER


def value_of(step_default: Any) -> str:
    """A default as it is typed."""
    return f"{step_default:g}" if isinstance(step_default, int | float) else show(str(step_default))
