"""A word and a number for two metres, side by side where they fit, else one above the other."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from companion.domain.frozen import frozen
from companion.domain.text import show
from companion.tui.widgets.font import CLOCK, blocks
from companion.tui.widgets.words import LEAD
from companion.tui.widths import place

GAPS = (2, 2, 6)  # columns between word and number, at least
LEAST = (0, 8, 13)  # rows that it takes, so that what stands below stays in place when a number comes
WORDS = (1, 2, 3)  # sizes of the word on narrow, usual and large screens
NUMBERS = {False: (2, 3, 5), True: (3, 3, 5)}  # and of the number; True where it is all that matters


@frozen
class Sizes:
    """How large word and number are, and whether they share their rows."""

    word: int
    number: int
    beside: bool


class Sign(Widget):
    """A phase word, a number at the right edge, and a plain word after the number.

    `room` is the widest number that will stand here, so that nothing moves when it grows.
    """

    DEFAULT_CSS = "Sign { width: 1fr; height: auto; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.word, self.number, self.unit, self.room, self.large = "", "", "", "", False

    def set(
        self, word: str, number: str = "", unit: str = "", *, room: str = "", large: bool = False
    ) -> None:
        """Show another word or number; the screen is laid out again only when the height changes."""
        fresh = (word, number, unit, max(room, number, key=len), large)
        if fresh == (self.word, self.number, self.unit, self.room, self.large):
            return
        width = self.content_size.width
        before = self.high(width) if width else 0
        self.word, self.number, self.unit, self.room, self.large = fresh
        self.refresh(layout=not width or self.high(width) != before)

    def sizes(self, width: int) -> Sizes:
        """The largest sizes that fit: the word gives way first, on wide screens not below its second size."""
        words, most = range(WORDS[self.place], 0, -1), NUMBERS[self.large][self.place]
        for number in (most, most - 1) if len(words) > 2 else ():
            for word in words[:-1]:
                if self.columns(word, number) <= width:
                    return Sizes(word, number, beside=True)
        for number in range(most, 0, -1):
            for word in words:
                if self.columns(word, number) <= width:
                    return Sizes(word, number, beside=True)
            if self.number_columns(number) <= width:
                fitting = (w for w in words if wide(self.word, w) <= width)
                return Sizes(next(fitting, 1), number, beside=False)
        return Sizes(1, 1, beside=False)

    @property
    def place(self) -> int:
        """Which of the three screens this is."""
        return place(*self.app.size)

    def columns(self, word: int, number: int) -> int:
        """Columns of word and number side by side, in these sizes."""
        return wide(self.word, word) + (GAPS[self.place] + self.number_columns(number) if self.room else 0)

    def number_columns(self, size: int) -> int:
        """Columns of the widest number and its unit."""
        digits = "0" * sum(char.isdigit() for char in self.room)
        return wide(digits + self.room.translate(DIGITLESS), size) + self.unit_columns

    @property
    def unit_columns(self) -> int:
        """Columns of the plain word with the blank before it."""
        return len(self.unit) + 1 if self.unit else 0

    def high(self, width: int) -> int:
        """Rows that it takes: those of its blocks, or of the blocks that come."""
        return max(self.rows(width), LEAST[self.place])

    def rows(self, width: int) -> int:
        """Rows of its blocks."""
        sizes = self.sizes(width)
        word, number = high(sizes.word), high(sizes.number) if self.room else 0
        return max(word, number) if sizes.beside else word + 1 + number

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """What it takes."""
        return self.high(width)

    def render(self) -> Content:
        """The blocks; the number stands at the right edge beside the word, at the left edge under it."""
        width = self.content_size.width
        sizes = self.sizes(width)
        word = blocks(self.word, sizes.word)
        number = blocks(self.number, sizes.number, CLOCK) if self.number else []
        lines: list[Content] = []
        if sizes.beside:
            for y in range(max(len(word), len(number))):
                left = word[y] if y < len(word) else ""
                right = number[y] if y < len(number) else ""
                unit = f" {show(self.unit)}" if number and self.unit and y == len(number) - 1 else ""
                gap = width - len(left) - len(right) - self.unit_columns if right else 0
                lines.append(Content.assemble((left, "$primary"), " " * gap, right, (unit, LEAD)))
        else:
            lines += [Content.styled(row, "$primary") for row in word]
            lines.append(Content(""))
            for y, row in enumerate(number):
                unit = f" {show(self.unit)}" if self.unit and y == len(number) - 1 else ""
                lines.append(Content.assemble(row, (unit, LEAD)))
        return Content("\n").join(lines)


DIGITLESS = {ord(digit): None for digit in "0123456789"}


def wide(text: str, size: int) -> int:
    """Columns of a text in blocks."""
    return len(blocks(text, size)[0]) if text else 0


def high(size: int) -> int:
    """Rows of a size."""
    return (5 * size + 1) // 2
