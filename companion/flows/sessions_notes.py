"""Conversations about falls and pain, outside a session. Nobody is blamed for either."""

from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.limits import FunctionLimits
from companion.flows.ask import Ask
from companion.flows.sessions_running import how_it_hurts
from companion.flows.steps import Flow, Option, Say
from companion.wording import sessions_notes

if TYPE_CHECKING:
    from companion.domain.entries import Pain
    from companion.services.companion import Companion

WHICH = (
    Option(True, "A near fall", "Nearly fell, caught myself or was caught."),
    Option(False, "A fall", "To the floor, or against something."),
    Option(None, "Neither, go back"),
)


def note_fall(
    companion: "Companion",
    *,
    near: bool | None = None,
    at: datetime | None = None,
    note: str | None = None,
) -> Flow:
    """Write down a fall or a near fall; after a fall the warning signs follow."""
    if near is None:
        near = yield Ask(companion).choose("fall", WHICH)  # it begins on the last: Enter alone writes nothing
        if near is None:
            yield Say(sessions_notes.NOTHING_NOTED)
            return None
    kept = companion.sessions_notes.note("near_fall" if near else "fall", at=at, note=note)
    days = companion.limits(FunctionLimits, "function").fall_days
    yield Say(sessions_notes.fell(kept, days), "info" if near else "signs")
    return kept


def note_pain(
    companion: "Companion",
    *,
    exercise: str | None = None,
    pain: "Pain | None" = None,
    at: datetime | None = None,
    note: str | None = None,
) -> Flow:
    """Write down which exercise hurt, and how; some pain keeps it out until the therapist's word."""
    ask, content = Ask(companion), companion.content
    if exercise is None:
        known = companion.sessions_notes.lately() or list(content.exercises.values())
        exercise = yield ask.choose("hurt", [Option(one.id, one.name, spoken=one.aloud) for one in known])
    if pain is None:
        pain = yield from how_it_hurts(ask, lasting=True)
    if pain is None:
        yield Say(sessions_notes.NOTHING_NOTED)
        return None
    kept = companion.sessions_notes.note("pain", exercise, pain=pain, at=at, note=note)
    held = companion.sessions_notes.standing().held.get(exercise)
    yield Say(sessions_notes.noted(kept, content.exercises[exercise], held))
    return kept
