"""An app that leaves when nobody uses it over SSH; what keeps it open counts before a screen sees it."""

from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App

if TYPE_CHECKING:
    from companion.flows.idle import Idleness

# What somebody does, for everything that asks who is there.
USES = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)


class Attended(App[Any]):
    """What somebody does keeps it open; what answers the warning does nothing else."""

    idle: "Idleness | None" = None

    async def on_event(self, event: events.Event) -> None:
        """Let what somebody does through, unless it only keeps the program open."""
        if isinstance(event, USES) and not event.is_forwarded and self.idle and self.idle.pressed():
            self.stays_open()
            return
        await super().on_event(event)

    def stays_open(self) -> None:
        """Say that it stays open, and where one is."""

    def leave_idle(self) -> None:
        """Leave, and say why on the terminal as it was before."""
        if self.idle is not None:
            self.exit(0, message=self.idle.farewell())
