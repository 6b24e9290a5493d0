"""What of a guided session a voice speaks, where the settings ask for one."""

from typing import TYPE_CHECKING

from companion.flows.guided_choices import ID
from companion.flows.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.flows.levels import Cue
    from companion.flows.steps import AnyStep
    from companion.services.companion import Companion
    from companion.surroundings.voice import Voice

_voices: "list[Voice]" = []  # made once somebody wants to hear it


def voiced(companion: "Companion", cues: "Iterable[Cue]" = (), step: "AnyStep | None" = None) -> None:
    """Speak cues that were just said and, where it is a session's, the step just shown. Never waits."""
    title = step.title if isinstance(step, Step) and step.id == ID else ""
    speak(companion, *(cue.text for cue in cues), title)


def speak(companion: "Companion", *texts: str) -> None:
    """Speak what is not empty, where the settings ask for a voice and one can be heard."""
    said = " ".join(text for text in texts if text)
    if not said or not companion.settings.voice:
        return
    from companion.wording.spoken import spoken

    voice().say(spoken(said))


def voice() -> "Voice":
    """The one voice of this program."""
    from companion.surroundings.voice import Voice

    if not _voices:
        _voices.append(Voice())
    return _voices[0]
