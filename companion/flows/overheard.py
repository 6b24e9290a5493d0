"""What others write meanwhile, as something to be said in between."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.flows.levels import Cue
    from companion.services.companion import Companion

# Seconds between two looks, in every face: what was written elsewhere is there and told within five.
LOOK_EVERY = 2.0


class Overheard:
    """Listens from now on."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        companion.news.look()

    def cues(self) -> "list[Cue]":
        """All that is new in one piece, or nothing."""
        pieces = self._companion.news.look()
        if not pieces:
            return []
        from companion.flows.levels import Heard
        from companion.wording.news import told

        companion = self._companion
        return [Heard(" ".join(told(pieces, companion.content, companion.settings.weight_unit)))]
