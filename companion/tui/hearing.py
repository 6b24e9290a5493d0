"""What of a guided session is heard in the full screen: bells, and a voice where one is wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.domain.sessions import SessionView
from companion.domain.sessions_heard import BELLS, due
from companion.flows import guided_choices
from companion.flows.voiced import Voiced
from companion.wording import sessions_spoken

if TYPE_CHECKING:
    from companion.tui.screens.player import Player

BEAT = 0.4  # seconds between two bells of a pattern, so that they can be counted


class Hearing:
    """Follows the views of one session; says what the spoken faces say, when they say it."""

    def __init__(self, player: "Player", waits_for_signal: Callable[[SessionView], bool]) -> None:
        self._player, self._waits_for_signal = player, waits_for_signal
        self._titled: SessionView | None = None
        self._voiced: Voiced | None = None

    def look(self, before: SessionView, now: SessionView, *, by_itself: bool) -> None:
        """Hear what differs; of what somebody did only that the session is done."""
        found = due(before, now)
        if found and not by_itself and found.kind != "session_over":
            found = None
        text = ""
        if found:
            text = sessions_spoken.cue(found, now.reps)
            self._ring(BELLS.get(found.kind, 0))
        if self._player.companion.settings.voice:
            told = self._titled is not None and guided_choices.same(self._titled, now)
            self._voiced = self._voiced or Voiced(self._player.companion)
            self._voiced.speak(text, "" if told else self._title(now))
            self._titled = now

    def _ring(self, times: int) -> None:
        app = self._player.app
        if times and self._player.companion.settings.bell:
            app.bell()
            for beat in range(1, times):
                app.set_timer(beat * BEAT, app.bell)

    def _title(self, view: SessionView) -> str:
        session = self._player.session
        if not guided_choices.shows(view):
            return ""
        if self._waits_for_signal(view):
            return session.stop_signal_aloud
        return guided_choices.now(view, session).title
