"""One of several: a digit answers at once, Enter takes the row."""

from dataclasses import replace
from string import ascii_letters
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from companion.flows.steps import Choose
from companion.tui.dialogs.dialog import Dialog
from companion.tui.keyed import WARNING_SIGNS
from companion.tui.widgets.keys import Key
from companion.tui.widgets.rows import Row, Rows

ALL = 9  # choices that digits can reach
PAGE = 8  # choices on a page when there are more; 9 shows the next page


class ChooseDialog(Dialog):
    """Up to nine choices on one page, else eight and "more". A choice may have a key of its own."""

    step: Choose
    BINDINGS: ClassVar = [Binding(letter, f"press({letter!r})", show=False) for letter in ascii_letters]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("1,2,3,4,5,6,7,8,9", "Choose", "digit"),
        Key("enter", "This one", "this", "This"),
        Key("0", "Back", "back"),
    )

    def __init__(self, step: Choose) -> None:
        super().__init__(step)
        self.page = 0

    @property
    def pages(self) -> int:
        """How many pages the choices need."""
        return 1 if len(self.step.options) <= ALL else -(-len(self.step.options) // PAGE)

    def rows(self) -> list[Row]:
        """The choices of this page, with their digits."""
        first, many = self.page * PAGE, self.pages > 1
        seen = self.step.options[first : first + PAGE] if many else self.step.options
        rows = [Row(option.key or str(n), option.label, option.detail) for n, option in enumerate(seen, 1)]
        return [*rows, Row("9", "More", f"page {self.page + 1} of {self.pages}")] if many else rows

    def body(self) -> ComposeResult:
        """The rows, the default under the cursor."""
        values = [option.value for option in self.step.options]
        start = values.index(self.step.default) if self.step.default in values else 0
        if self.pages > 1:
            self.page, start = divmod(start, PAGE)
        yield Rows(self.rows(), start)

    def bar(self) -> tuple[Key, ...]:
        """The digits that are in use."""
        last = min(len(self.step.options), ALL)
        if not last:
            return (self.keys[-1], WARNING_SIGNS)
        own = [option.key for option in self.step.options if option.key]
        numbers = [key for key in own if key.isdigit()] or ["1", str(last)]
        through = f"{numbers[0]} to {numbers[-1]}" if numbers[0] != numbers[-1] else numbers[0]
        letters = [key for key in own if not key.isdigit()]
        digits = replace(self.keys[0], label=", ".join([through, *letters]))
        back = Key("q", "Back", "back") if self.zero else self.keys[-1]
        return (digits, *self.keys[1:-1], back, WARNING_SIGNS)

    @property
    def zero(self) -> bool:
        """Whether 0 is an answer, so that Q goes back."""
        return any(option.key == "0" for option in self.step.options)

    async def action_press(self, name: str) -> None:
        """The key of a choice comes before those of the dialog."""
        if any(row.key == name.upper() for row in self.query_one(Rows).rows):
            self.action_digit(name)
        elif self.zero and name in "qQ":
            self.action_back()
        else:
            await super().action_press(name)

    def action_digit(self, digit: str) -> None:
        """The choice with this key, if there is one."""
        keys = [row.key for row in self.query_one(Rows).rows]
        if digit.upper() in keys:
            self.take(keys.index(digit.upper()))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Enter, Space or a click."""
        self.take(event.index)

    def action_this(self) -> None:
        """The row under the cursor, if there is one."""
        if self.step.options:
            self.take(self.query_one(Rows).index)

    def take(self, index: int) -> None:
        """Send a choice of this page, or show the next page."""
        if self.pages > 1 and index == len(self.query_one(Rows).rows) - 1:
            self.page = (self.page + 1) % self.pages
            self.query_one(Rows).set_rows(self.rows())
        else:
            self.send(self.step.options[self.page * PAGE + index].value)
