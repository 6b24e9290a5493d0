"""Tells in the room on top what others wrote, in the place of what was saved, and takes no focus."""

from typing import TYPE_CHECKING

from companion.flows.reminding import Reminding
from companion.tui.screens.room import Room

if TYPE_CHECKING:
    from collections.abc import Hashable

    from companion.services.news import Piece
    from companion.tui.app import CompanionApp


class Newsbearer:
    """Looks at each beat. What comes while somebody is asked something waits for the room beneath."""

    def __init__(self, app: "CompanionApp") -> None:
        self._app = app
        self._pieces: list[Piece] = []
        self._reminding = Reminding(app.companion, app.knock)
        self._stood = ("", "")  # what was said when one looked last
        self._diary: Hashable | None = None  # which diary it was, before any restore
        self._plan: list[Piece] = []  # changes of the plan that were told last and stand there still
        self._before = self._told = ""  # what stood in front of them, and all that was told

    def begin(self) -> None:
        """What is written from now on is news."""
        self._app.companion.news.look()
        self._diary = self._app.companion.diary.shelf.generation()

    def look(self) -> None:
        """Tell what is new, once what was said last has stood for a while."""
        app, room = self._app, self._app.screen
        self._begin_anew()
        fresh = app.companion.news.look()
        self._pieces += fresh
        guided = any(isinstance(one, Room) and one.guides for one in app.screen_stack)
        if not guided:
            self._reminding.look(news=bool(fresh))
        if not isinstance(room, Room) or app.asking or not self._pieces:
            return
        stands = room.notice.text, room.notice.level
        if stands[0] and stands != self._stood:
            self._stood = stands
            return
        if stands[0] != self._told:
            self._plan, self._before = [], stands[0] if stands[1] != "info" else ""
        self._plan = self._all_of_plan()
        text = self._fitted(room)
        if room.overhear(text, "notice" if self._plan or self._before else "info"):
            self._pieces.clear()
            self._told = text

    def _begin_anew(self) -> None:
        """After a restore what stands there may tell of an entry that is no more."""
        before, now = self._diary, self._app.companion.diary.shelf.generation()
        self._diary = now or before
        if before in (None, self._diary):
            return
        self._pieces, self._plan, self._stood = [], [], ("", "")
        for room in self._app.screen_stack:
            if isinstance(room, Room):
                room.tell("")

    def _all_of_plan(self) -> "list[Piece]":
        """What stands there still and what is new, the newest first, one a matter."""
        from companion.services.news import standing

        fresh = [piece for piece in self._pieces if piece.changes_plan]
        oldest_first = [*reversed(self._plan), *reversed(fresh)]
        return standing(sorted(oldest_first, key=lambda piece: piece.entry.recorded))

    def _fitted(self, room: Room) -> str:
        """As much of it as there is room for; changes that have none are counted, and what stood goes."""
        from companion.wording.news import left_out, told

        companion, plan = self._app.companion, self._plan
        others = [piece for piece in self._pieces if not piece.changes_plan]
        said = told([*plan, *others], companion.content, companion.settings.weight_unit)
        text = ""
        for before in dict.fromkeys((self._before, "")):
            for count in range(len(plan), min(len(plan), 1) - 1, -1):
                more = [left_out(len(plan) - count)] if count < len(plan) else []
                text = " ".join(filter(None, (before, *said[:count], *more, *said[len(plan) :])))
                if room.notice.holds(text, "notice" if plan or before else "info"):
                    return text
        return text
