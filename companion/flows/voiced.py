"""What of a guided session a voice speaks, where the settings ask for one."""

from typing import TYPE_CHECKING

from companion.flows.levels import Heard
from companion.flows.steps import Menu, Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.flows.levels import Cue
    from companion.flows.steps import AnyStep
    from companion.services.companion import Companion
    from companion.surroundings.voice import Voice


class Voiced:
    """The voice of one face. It never waits."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        self._voice: Voice | None = None  # made once there is something to say

    def tell(self, cues: "Iterable[Cue]" = (), step: "AnyStep | None" = None) -> None:
        """Speak cues that were just said and, where it is a session's, the step just shown."""
        if not self._companion.settings.voice:
            self._voice = None
            return
        from companion.flows.guided_choices import ID

        title = step.title if isinstance(step, Step) and step.id == ID else ""
        if isinstance(step, Menu) and not title:
            self._voice = None  # between two sessions a screen reader may have been started, or ended
        self.speak(*(cue.text for cue in cues if not isinstance(cue, Heard)), title)

    def speak(self, *texts: str) -> None:
        """Speak what is not empty, where the settings ask for a voice and one can be heard."""
        said = " ".join(text for text in texts if text)
        if not said or not self._companion.settings.voice:
            return
        from companion.surroundings.voice import Voice
        from companion.wording.spoken import spoken

        self._voice = self._voice or Voice()
        self._voice.say(spoken(said))
