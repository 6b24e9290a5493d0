"""A line of text. Enter keeps it; the rows below do the same for those who cannot type."""

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from companion.domain.text import show
from companion.flows.steps import Text
from companion.tui.dialogs.dialog import Dialog
from companion.tui.keyed import WARNING_SIGNS
from companion.tui.widgets.keys import Key
from companion.tui.widgets.rows import Row, Rows


class TextDialog(Dialog):
    """A field, then two rows: keep and back. Down and Tab lead to them; there the digits work.

    Who has neither key empties the field: Enter on nothing goes back where words are needed.
    """

    step: Text
    BINDINGS: ClassVar = [("down", "app.focus_next", "Down"), ("up", "app.focus_previous", "Up")]
    keys: ClassVar[tuple[Key, ...]] = (
        Key("enter", "Keep", "keep"),
        Key("1", "Keep", "keep", shown=False),
        Key("0", "Back", "back", label="Down, 0"),
    )

    def bar(self) -> tuple[Key, ...]:
        """Where words are needed, Enter on nothing goes back."""
        keep, first, back = self.keys
        if not self.step.optional:
            back = replace(back, label="Enter on nothing")
        return keep, first, back, WARNING_SIGNS

    def body(self) -> ComposeResult:
        """The field and the rows."""
        default = " ".join(show(str(self.step.default or "")).split())
        field = Input(default, max_length=self.step.limit, compact=True)
        field.cursor_blink = False
        yield field
        yield Rows(self.rows())

    def rows(self, *, digits: bool = False) -> list[Row]:
        """Keep and back; their digits are shown while they work."""
        return [Row("1" if digits else " ", "Keep"), Row("0" if digits else " ", "Back")]

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """In the field a digit is typed, on the rows it answers."""
        self.query_one(Rows).set_rows(self.rows(digits=isinstance(event.widget, Rows)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field: nothing is no answer, so there it goes back, unless nothing will do."""
        if event.value or self.step.optional:
            self.send(event.value)
        else:
            self.action_back()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """One of the rows."""
        self.action_back() if event.index else self.action_keep()

    def action_keep(self) -> None:
        """Keep what is typed."""
        self.send(self.query_one(Input).value)
