"""The question which face is to open, asked before one is there."""

from typing import TYPE_CHECKING

from companion.flows.ask import Ask
from companion.flows.steps import Flow, Option
from companion.wording import faces

if TYPE_CHECKING:
    from companion.services.companion import Companion


def choose_face(companion: "Companion", *, reader: bool = False) -> Flow:
    """Which face opens from now on; `reader` is whether a screen reader runs. The result is the face."""
    options = [Option(way, label) for way, label in faces.ways(companion.content)]
    default = "linear" if reader else "full"
    way = yield Ask(companion).choose("face", options, default=default)
    face, switch = ("calm", True) if way == faces.SWITCH else (way, False)
    companion.preferences.open_with(face, switch=switch)
    return face
