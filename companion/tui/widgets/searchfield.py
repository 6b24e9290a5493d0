"""The field for a word in a list that has keys of its own."""

from typing import ClassVar

from textual import events
from textual.widgets import Input


class SearchField(Input):
    """Takes letters; digits and signs pass on to the keys of the room."""

    BINDINGS: ClassVar = [("down", "screen.to_list", "List"), ("escape", "screen.back", "Clear")]

    def __init__(self, typed: str) -> None:
        super().__init__(typed, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self.since = 0.0  # when it was given the focus, on the clock of the events

    def begin(self) -> None:
        """What is typed from now on goes here; the first letter replaces what is in it."""
        self.screen.set_focus(self)
        self.select_all()
        self.since = events.Focus().time

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Whether a key is typed into the field."""
        return character is not None and (character.isalpha() or character in " '-")

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            event.prevent_default()
