"""How much, from 0 to 10, in words: 0 to 9 answer at once, T is ten, N is no answer, Q goes back.

Who came back to the question may have come by 0, again and again: there 0 only goes to its row.
"""

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult

from companion.flows.steps import TEN, Choose
from companion.tui.dialogs.dialog import Dialog
from companion.tui.widgets.keys import Key
from companion.tui.widgets.rows import Row, Rows
from companion.wording import fatigue


class RatingDialog(Dialog):
    """Eleven rows; the cursor starts on the default, mostly the last answer."""

    step: Choose
    keys: ClassVar[tuple[Key, ...]] = (
        Key("0,1,2,3,4,5,6,7,8,9", "Answer", "digit", label="0 to 9"),
        Key("t", "Ten", "ten"),
        Key("enter", "This one", "this", shown=False),
        Key("n", "No answer", "none", "Skip"),
        Key("q", "Back", "back"),
    )

    def body(self) -> ComposeResult:
        """The numbers with their words; a detail is a mark in the row."""
        default = self.step.default if self.step.default in range(TEN + 1) else 0
        numbers = [o for o in self.step.options if o.value is not None]
        yield Rows([Row(str(o.value), o.label, mark=o.detail) for o in numbers], default)

    def bar(self) -> tuple[Key, ...]:
        """Without N where a number is needed; with what 0 does where somebody came back."""
        first, *others = (k for k in super().bar() if k.action != "none" or not self.why_not("none"))
        if not self.returned:
            return (first, *others)
        return (replace(first, label="1 to 9"), Key("0", "Zero", "zero", label="0 then Enter"), *others)

    def why_not(self, action: str) -> str:
        """Some steps need a number."""
        needed = all(option.value is not None for option in self.step.options)
        return fatigue.NUMBER_NEEDED if action == "none" and needed else ""

    def action_none(self) -> None:
        """Not known, which is not the same as fine."""
        self.send(None)

    def action_digit(self, digit: str) -> None:
        """The number that was pressed."""
        if digit == "0" and self.returned:
            self.action_zero()
        else:
            self.send(int(digit))

    def action_zero(self) -> None:
        """To the row of 0."""
        self.query_one(Rows).go_to("0")

    def action_ten(self) -> None:
        """Ten."""
        self.send(TEN)

    def action_this(self) -> None:
        """The row under the cursor."""
        self.send(self.query_one(Rows).index)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Enter, Space or a click."""
        self.send(event.index)
