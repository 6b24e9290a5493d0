"""When steps of sessions were done, and in which session: of thousands as few are read as can be."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from companion.services.companion import Companion


def days_done(companion: "Companion", since: "date") -> set["date"]:
    """The days, from the month of a date on, on which a step was done."""
    return companion.diary.days("step", _done, companion.settings.day_start, since)


def done_in(companion: "Companion", session: str, since: "date") -> bool:
    """Whether a step of a session was done, in the months from that of a date on."""
    return companion.diary.has("step", ("session", session), _done, since)


def _done(step: dict[str, Any]) -> bool:
    return str(step.get("outcome", "done")) == "done"
