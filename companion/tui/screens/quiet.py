"""The line above the keys while a session is guided: what was said about a phase goes with it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from companion.tui.screens.room import Room
from companion.wording import sessions_player as told
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from companion.domain.sessions import Phase, SessionView
    from companion.services.sessions_running import RunningSession

HEARD_FOR = timedelta(seconds=8)


class QuietLine(Room):
    """What could not be saved stays; what others wrote outlives a phase, so that there is time to read it."""

    session: "RunningSession"
    view: "SessionView"
    talking: bool
    said_phase: "tuple[Phase, int]"

    def __init__(self) -> None:
        super().__init__()
        self.troubled = ""
        self._heard_until: datetime | None = None

    def show_trouble(self) -> None:
        """Say once what could not be saved, and once that it is saved."""
        trouble = sentence(self.session.trouble) if self.session.trouble else ""
        if trouble != self.troubled:
            self.tell(trouble or told.SAVED_AGAIN, "warning" if trouble else "info")
            self.troubled = trouble

    def clear_notice(self) -> None:
        """What was said about a phase goes with it."""
        now = (self.view.under, self.view.index)
        if self._heard_until and self.companion.clock() < self._heard_until:
            return
        if now != self.said_phase and not self.troubled and self.notice.text:
            self.tell("")
        self.said_phase = now

    def overhear(self, text: str, level: str) -> bool:
        """Said beside the clock, and not over a question or what could not be saved."""
        if self.talking or self.troubled:
            return False
        self._heard_until = self.companion.clock() + HEARD_FOR
        return super().overhear(text, level)
