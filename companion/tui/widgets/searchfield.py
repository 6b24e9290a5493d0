"""The field for a word in a list that has keys of its own."""

from typing import ClassVar

from textual import events
from textual.widgets import Input


class SearchField(Input):
    """Takes letters; digits and signs pass on to the keys of the room."""

    BINDINGS: ClassVar = [("down", "screen.to_list", "List"), ("escape", "screen.back", "Clear")]

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Whether a key is typed into the field."""
        return character is not None and (character.isalpha() or character in " '-")

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            event.prevent_default()
