"""What happened as rows of a list, the newest day first; a session is one row unless everything is shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from companion.domain.day import day_of
from companion.domain.entries import (
    CheckedIn,
    Correction,
    Entry,
    Felt,
    SessionEnded,
    SessionPaced,
    SessionStarted,
    SessionTaken,
    StepDone,
)
from companion.domain.frozen import frozen
from companion.wording import history, numbers
from companion.wording.people import FACES
from companion.wording.sessions import why_ended

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.weight import Unit
    from companion.store.month import Kept

INSIDE = (StepDone, SessionTaken, SessionPaced, SessionEnded, CheckedIn)  # told with their session
LATE = 60  # seconds between what an entry is about and its writing, from which on both are told
ENDS = {"finished": "all of it", "stopped": "ended early"}
BROKEN_OFF = "broken off"
NOTE = "Note"
ENTRY = "Entry"  # the title of everything about one
TAKE, BRING = "Take back", "Bring back"  # what Enter does, in the bar
BACK, AGAIN = "Enter takes it back.", "Enter brings it back."
TAKEN_BACK = "Taken back."
NO_MORE = "The list ends here. `companion history --days 365` goes further back."
NOTHING = "Nothing was written down in these days."
EMPTY = (
    f"{NOTHING} What is written down stands here, with who wrote it. At the start, key 2 writes down a meal."
)
FURTHER = "M looks further back."


@frozen
class Row:
    """One row: the entry it takes back, its day, when, what in words, who, through which face, a note."""

    id: str
    day: date
    at: datetime
    what: str
    by: str
    face: str
    removed: bool
    entry: Entry

    @property
    def title(self) -> str:
        """What happened; what was taken back says so first. Of a correction the next row says it."""
        shown = self.removed and not isinstance(self.entry, Correction)
        return f"Taken back: {self.what}" if shown else self.what


@dataclass
class _Session:
    """What belongs to one session."""

    steps: set[int] = field(default_factory=set)
    ended: SessionEnded | None = None


def rows(
    found: Sequence["Kept"],
    content: "Library",
    day_start: int,
    *,
    everything: bool = False,
    unit: "Unit" = "kg",
) -> list[Row]:
    """The newest day first, and in it the newest; a day is the one where it happened, whatever the offset.

    With `everything` each step of a session and each change of pace has its row.
    """
    others = {kept.entry.id: kept.entry for kept in found}
    sessions = {} if everything else _sessions(found)
    inside = {
        id for id, entry in others.items()
        if isinstance(entry, INSIDE) and entry.session in sessions
    }  # fmt: skip
    told = []
    for kept in found:
        entry = kept.entry
        if not everything and isinstance(entry, Felt) and entry.what == "nothing":
            continue
        if entry.id in inside or (isinstance(entry, Correction) and entry.target in inside):
            continue
        if entry.id in sessions and isinstance(entry, SessionStarted):
            what = session(entry, sessions[entry.id].steps, sessions[entry.id].ended)
        else:
            what = numbers.capital(history.described(entry, content, others, unit))
        at, face = history.moment(entry), FACES[entry.via]
        on = day_of(at, day_start)
        told.append(Row(entry.id, on, at, what, entry.by, face, kept.removed, entry))
    return sorted(told, key=lambda row: (row.day, row.at.timestamp(), row.id), reverse=True)


def _sessions(found: Iterable["Kept"]) -> Mapping[str, _Session]:
    """What was done in each session that began in these days."""
    sessions = {kept.entry.id: _Session() for kept in found if isinstance(kept.entry, SessionStarted)}
    began = {kept.entry.id: kept.entry for kept in found if isinstance(kept.entry, SessionStarted)}
    for kept in found:
        entry = kept.entry
        if kept.removed or not isinstance(entry, StepDone | SessionEnded) or entry.session not in sessions:
            continue
        assert entry.session is not None
        one = sessions[entry.session]
        if isinstance(entry, SessionEnded):
            one.ended = entry
        elif entry.outcome == "done":
            one.steps.add(began[entry.session].parts[entry.part].step)
    return sessions


def session(started: SessionStarted, steps: set[int], ended: SessionEnded | None) -> str:
    """Hands and wrists, 4 of 6 steps, ended early."""
    end = ENDS.get(ended.outcome, "") if ended else BROKEN_OFF
    why = why_ended(ended) if ended else ""
    return f"{started.title}, {len(steps)} of {started.steps} steps, {end}{why}"


def day(value: date, today: date) -> str:
    """Today, Tuesday 14 April; Monday 13 April; the year where it is another."""
    named = {0: "Today, ", 1: "Yesterday, "}.get((today - value).days, "")
    return f"{named}{numbers.weekday(value)}{'' if value.year == today.year else f' {value.year}'}"


def span(days: int, before: int = 0) -> str:
    """The last 7 days; without the newest of them: 8 to 30 days ago."""
    return f"{before} to {days - 1} days ago" if before else f"The last {days} days"


def facts(row: Row) -> str:
    """What stands beside a row: 18:30, Maria."""
    return f"{row.at:%H:%M}, {row.by}"


def signed(row: Row) -> str:
    """By Maria, name not checked, in the full screen; when it was written down, if that was another time."""
    entry = row.entry
    checked = "" if entry.verified else " (name not checked)"
    late = abs((entry.recorded - entry.at).total_seconds()) >= LATE and not isinstance(entry, Correction)
    when = f" Written down {numbers.day(entry.recorded)}, {numbers.clock(entry.recorded)}." if late else ""
    on = numbers.day_near(row.at, entry.recorded)
    return f"By {entry.by}{checked}, {row.face}, {on}, {numbers.clock(row.at)}.{when}"


def details(row: Row) -> list[tuple[str, str]]:
    """Everything about one entry: title and text each."""
    entry = row.entry
    told = [("", numbers.sentence(row.title)), ("", signed(row))]
    told += [(NOTE, entry.note)] if entry.note else []
    return [*told, ("In the diary", f"Entry {entry.id}, written by version {entry.version}.")]
