"""Fast typing: what follows S in one go belongs to the search, though the list still had the focus."""

from typing import Any

from textual import events
from textual.app import App

from companion.tui.widgets.searchfield import SearchField


class Ahead(App[Any]):
    """An app in which keys go to the field that a key before them opened."""

    async def _on_key(self, event: events.Key) -> None:
        field = self.focused
        if isinstance(field, SearchField) and event.time < field.since:
            event.prevent_default()
            field._forward_event(events.Key(event.key, event.character))
