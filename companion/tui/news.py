"""Tells in the room on top what others wrote, in the place of what was saved, and takes no focus."""

from typing import TYPE_CHECKING

from companion.flows.overheard import LOOK_EVERY
from companion.tui.screens.room import Room

if TYPE_CHECKING:
    from companion.services.news import Piece
    from companion.tui.app import CompanionApp


class Newsbearer:
    """Looks every two seconds. What comes while somebody is asked something waits for the room beneath."""

    def __init__(self, app: "CompanionApp") -> None:
        self._app = app
        self._pieces: list[Piece] = []
        self._stood = ("", "")  # what was said when one looked last
        self._stays = self._told = ""  # of what was told last: what has to be known, and all of it

    def begin(self) -> None:
        """From now on."""
        self._app.companion.news.look()
        self._app.set_interval(LOOK_EVERY, self.look)

    def look(self) -> None:
        """Tell what is new, once what was said last has stood for a while."""
        app, room = self._app, self._app.screen
        self._pieces += app.companion.news.look()
        if not isinstance(room, Room) or app.asking or not self._pieces:
            return
        stands = room.notice.text, room.notice.level
        if stands[0] and stands != self._stood:
            self._stood = stands
            return
        from companion.wording.news import told

        companion, before = app.companion, self._stays
        if stands[0] != self._told:
            before = stands[0] if stands[1] != "info" else ""
        said = told(self._pieces, companion.content, companion.settings.weight_unit)
        plan = sum(piece.changes_plan for piece in self._pieces)
        stays = " ".join(filter(None, (before, *said[:plan])))
        text = " ".join(filter(None, (stays, *said[plan:])))
        if room.overhear(text, "notice" if stays else "info"):
            self._pieces.clear()
            self._stays, self._told = stays, text
