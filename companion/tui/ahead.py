"""Fast typing: what follows S in one go belongs to the search, though the list still had the focus.

A key that comes before the question it was meant for does nothing in the room beneath.
"""

from typing import Any

from textual import events
from textual.app import App

from companion.tui.widgets.searchfield import SearchField

WARNING_SIGNS = "exclamation_mark"  # never held back


class Ahead(App[Any]):
    """An app in which keys go to the field that a key before them opened."""

    @property
    def asking(self) -> bool:
        """Whether a question is on its way to the screen."""
        return False

    async def _on_key(self, event: events.Key) -> None:
        field = self.focused
        if self.asking and event.key != WARNING_SIGNS:
            event.prevent_default()
            return
        if isinstance(field, SearchField) and event.time < field.since:
            event.prevent_default()
            field._forward_event(events.Key(event.key, event.character))
