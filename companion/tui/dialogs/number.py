"""A number, typed; Enter keeps it, Q goes back, since 0 is part of an answer."""

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from companion.flows.steps import Number
from companion.tui.dialogs.dialog import Dialog
from companion.tui.keyed import WARNING_SIGNS
from companion.tui.widgets.keys import Key
from companion.tui.widgets.words import words

TYPED = "0123456789.,-"


class NumberField(Input):
    """Takes digits; letters pass on to the keys of the dialog."""

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Whether a key is typed into the field."""
        return character is not None and character in TYPED

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and (event.character or "") not in TYPED:
            event.prevent_default()


class NumberDialog(Dialog):
    """A field with its unit behind it. Who has no Q empties it: Enter on nothing goes back, as for words."""

    step: Number
    keys: ClassVar[tuple[Key, ...]] = (Key("enter", "Keep", "keep"), Key("q", "Back", "back"))

    def bar(self) -> tuple[Key, ...]:
        """Where a number is needed, Enter on nothing goes back."""
        keep, back = self.keys
        return keep, back if self.step.optional else replace(back, label="Enter on nothing, Q"), WARNING_SIGNS

    def body(self) -> ComposeResult:
        """The field, the default already in it and chosen, so that a first digit replaces it."""
        default = "" if self.step.default is None else f"{self.step.default:g}"
        with Horizontal(classes="field"):
            field = NumberField(default, select_on_focus=True, compact=True)
            field.cursor_blink = False
            yield field
            yield Static(words(self.step.unit), classes="unit", markup=False)
        yield Static(words(f"{self.step.low:,g} to {self.step.high:,g}", "$quiet"), markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: nothing is no answer, so there it goes back, unless nothing will do."""
        if event.value.strip() or self.step.optional:
            self.send(event.value)
        else:
            self.action_back()

    def send(self, answer: object) -> None:
        """A number that was refused is chosen, so that the next digit replaces it."""
        super().send(answer)
        self.query_one(Input).select_all()

    def action_keep(self) -> None:
        """Keep what is typed."""
        self.send(self.query_one(Input).value)
