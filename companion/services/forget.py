"""Forgetting for good: the one thing that rewrites what was written down."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from companion.domain.forgetting import about, holding
from companion.errors import Refused
from companion.store import forgetting

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.store.forgetting import Forgetting


def forget(companion: "Companion", before: date, *, confirmed: bool) -> "Forgetting":
    """Remove what is about days before a date, copies included; unless confirmed only say what would go.

    What was decided before and still holds stays. Raises NotAllowed for anybody but the owner.
    """
    actor = companion.actor
    actor.require("admit")
    if before > companion.today_date() + timedelta(days=1):
        raise Refused("forget_ahead", before=before)
    starts = companion.settings.day_start
    return forgetting.forget(
        companion.diary,
        before,
        lambda entry: about(entry, starts) < before,
        holding,
        actor.name,
        really=confirmed,
    )
