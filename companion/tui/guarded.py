"""An app that closes once whoever is at it is let in no longer: it looks now and then, and at each key."""

from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App

from companion.errors import CompanionError, NotAllowed
from companion.flows.overheard import LOOK_EVERY
from companion.tui.attended import USES

if TYPE_CHECKING:
    from companion.services.companion import Companion


class Guarded(App[Any]):
    """Nothing that was pressed reaches a screen of somebody who was let out meanwhile."""

    companion: "Companion"

    def on_mount(self) -> None:
        """Only over SSH can somebody be let in no longer."""
        if self.companion.gated:
            self.set_interval(LOOK_EVERY, self.is_let_in)

    async def on_event(self, event: events.Event) -> None:
        """Let what somebody does through, while they are let in."""
        if not isinstance(event, USES) or event.is_forwarded or self.is_let_in():
            await super().on_event(event)

    def is_let_in(self) -> bool:
        """Whether whoever acts may see this still; else the app ends with one sentence."""
        try:
            self.companion.require_let_in()
        except NotAllowed as error:
            from companion.wording.errors import sentence

            self.exit(None, error.exit_code, sentence(error))
            return False
        except CompanionError:
            return True  # what cannot be read is said by the rooms
        return True
