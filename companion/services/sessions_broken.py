"""A session that was broken off, here or on another device: where it stands, and who had it last."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.entries import Part, SessionStarted, SessionTaken, StepDone
from companion.domain.frozen import frozen
from companion.domain.limits import SessionLimits
from companion.domain.people import same_person

if TYPE_CHECKING:
    from companion.domain.sessions import Finished
    from companion.services.companion import Companion

A_MINUTE = timedelta(minutes=1)


@frozen
class Unfinished:
    """A session broken off: its beginning, what was finished, and the part it goes on with.

    `by` is who had it last, "" for whoever acts now; `minutes` is how long ago something was written in it.
    """

    started: SessionStarted
    finished: "tuple[Finished, ...]"
    part: Part
    by: str = ""
    minutes: int = 0


def broken_off(companion: "Companion") -> Unfinished | None:
    """The newest session, if it neither finished nor was stopped and is worth going on with."""
    hours = companion.limits(SessionLimits, "session").resume_hours
    now = companion.clock()
    since = now - timedelta(hours=hours)
    newest = _newest(companion, since)
    if newest is None:  # as mostly: then no step is read
        return None
    entries = companion.diary.entries("session", "session_taken", "step", since=since.date())
    started = next(e for e in entries if isinstance(e, SessionStarted) and e.id == newest)
    from companion.domain.sessions import Finished

    steps = {e.part: e for e in entries if isinstance(e, StepDone) and e.session == started.id}
    finished = tuple(Finished(n, step.outcome, step.mode) for n, step in sorted(steps.items()))
    coming = next((part for n, part in enumerate(started.parts) if n not in steps), None)
    if coming is None:
        return None
    taken = [e for e in entries if isinstance(e, SessionTaken) and e.session == started.id]
    had = max((started, *taken), key=lambda entry: entry.id)
    last = max(entry.recorded for entry in (started, *taken, *steps.values()))
    mine = same_person(had, companion.actor)
    return Unfinished(started, finished, coming, "" if mine else had.by, max(0, (now - last) // A_MINUTE))


def _newest(companion: "Companion", since: datetime) -> str | None:
    """The session that was begun last, if it has no end."""
    facts, day = companion.diary.facts, since.date()
    begun = ((datetime.fromisoformat(at), id) for at, id in facts("session", "at", "id", since=day))
    _, newest = max((one for one in begun if one[0] >= since), default=(since, None))
    return None if (newest,) in facts("session_end", "session", since=day) else newest
