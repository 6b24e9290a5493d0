"""Forgetting for good: the one thing that rewrites what was written down."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from companion.errors import Refused

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.store.forgetting import Forgetting


class Forget:
    """Removes what was written down, for good."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def before(self, first: date, *, confirmed: bool) -> "Forgetting":
        """Remove what is about days before a date, copies and kept reports too; unless confirmed only say it.

        What was decided before and still holds stays. Raises NotAllowed for anybody but the owner.
        """
        from companion.domain.forgetting import day_of_entry, holding
        from companion.store import forgetting, moving, papers

        companion = self._companion
        actor = companion.actor
        actor.require("admit")
        if first > companion.today_date() + timedelta(days=1):
            raise Refused("forget_ahead", before=first)
        starts = companion.settings.day_start
        found = forgetting.forget(
            companion.diary,
            first,
            lambda entry: day_of_entry(entry, starts) < first,
            holding,
            actor.name,
            really=confirmed,
        )
        told = papers.about(companion.folder, first) if companion.folder else []
        if confirmed:
            papers.remove(told)
        kept = map(str, moving.kept_before(companion.folder)) if companion.folder else ()
        return replace(found, papers=len(told), strangers=(*found.strangers, *kept))
