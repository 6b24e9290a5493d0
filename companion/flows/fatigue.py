"""Conversations about tiredness."""

from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.entries import When
from companion.flows.ask import Ask
from companion.flows.steps import Flow, Option, Say
from companion.wording import fatigue

if TYPE_CHECKING:
    from companion.services.companion import Companion

WHO = (Option(False, "The person said so"), Option(True, "It is my own view"))


def log_fatigue(
    companion: "Companion",
    *,
    rating: int | None = None,
    when: When | None = None,
    helper_view: bool | None = None,
    at: datetime | None = None,
    note: str | None = None,
) -> Flow:
    """Write down how tired, 0 to 10; the watch speaks up where ratings rise. No answer writes nothing.

    A helper is asked whether the person said so, since a helper's own view stays out of the usual.
    """
    ask = Ask(companion)
    if rating is None:
        rating = yield ask.rating("fatigue")
        if rating is None:
            return None
    if helper_view is None and companion.actor.helps:
        helper_view = yield ask.choose("helper_view", WHO, default=False)
    result = companion.fatigue.log(rating, when=when, helper_view=bool(helper_view), at=at, note=note)
    level = "info" if result.watch.level == "none" else "notice"
    warns = result.watch.level == "warning" and result.rose  # what was told already waits for nobody
    yield Say(fatigue.logged(result), "warning" if warns else level)
    return result
