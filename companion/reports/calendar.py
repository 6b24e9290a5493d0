"""Planned sessions and weighing as an iCalendar file (RFC 5545), which every calendar reads.

Importing it again changes what is there: each series keeps its name (UID), a hash that says nothing.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from companion import __version__
from companion.domain.text import show
from companion.wording import reminders

if TYPE_CHECKING:
    from companion.services.reminders import Planned, PlannedSessions, PlannedWeighing

OCTETS = 75  # of a line, its end left out (RFC 5545, 3.1)
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKS = 12  # then the series ends by itself: plans change, and nobody is to be reminded for ever
WEIGHING = timedelta(minutes=15)  # so that it can be seen in a calendar


def calendar(
    planned: "Planned", made: datetime, *, names: bool = False, own: bool = False, alarm: int | None = None
) -> str:
    """The file's text, with CRLF line ends. `alarm` is in minutes before; None reminds of nothing.

    Without `names` it does not say who, nor which programme: a calendar is seen by others. Without `own` it
    does not name a programme of one's own.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Companion//Companion {__version__}//EN"]
    lines.append("CALSCALE:GREGORIAN")
    if planned.demo:
        lines.append(f"X-WR-CALNAME:{_text(reminders.DEMO)}")
    if planned.sessions:
        title = reminders.session(planned, names=names, own=own)
        lines += _event(planned, made, "session", title, _sessions(planned.sessions), alarm)
    title = reminders.weighing(planned, names=names)
    lines += _event(planned, made, "weighing", title, _weighing(planned.weighing), alarm)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(
    planned: "Planned", made: datetime, what: str, title: str, times: list[str], alarm: int | None
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(f'{what} {planned.mark}'.encode()).hexdigest()[:32]}@companion"
    yield f"DTSTAMP:{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SUMMARY:{_text(title)}"
    yield "CLASS:PRIVATE"
    yield from times
    if alarm is not None:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_text(title)}"
        yield f"TRIGGER:-PT{alarm}M"
        yield "END:VALARM"
    yield "END:VEVENT"


def _sessions(planned: "PlannedSessions") -> list[str]:
    later = (planned.starts.date() - planned.first).days  # what is after midnight is of the day before
    days = ",".join(WEEKDAYS[day] for day in sorted((day + later) % 7 for day in planned.weekdays))
    return _times(planned.starts, timedelta(minutes=planned.minutes), f"FREQ=WEEKLY;BYDAY={days}")


def _weighing(planned: "PlannedWeighing") -> list[str]:
    return _times(planned.starts, WEIGHING, f"FREQ=DAILY;INTERVAL={planned.every}")


def _times(starts: datetime, lasts: timedelta, rule: str) -> list[str]:
    """When, again and again. The times are those of the clock on the wall and name no zone (form 1).

    Ten in the morning is ten in the morning wherever somebody is, in summer and in winter.
    """
    until = starts + timedelta(weeks=WEEKS, seconds=-1)
    return [
        f"DTSTART:{starts:%Y%m%dT%H%M%S}",
        f"DURATION:PT{int(lasts.total_seconds() // 60)}M",
        f"RRULE:{rule};UNTIL={until:%Y%m%dT%H%M%S}",
    ]


def _text(text: str) -> str:
    """A text in one line (3.3.11): nothing in it ends the line, so that nothing of it is read as another."""
    return show(text).translate(ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """The parts of a line that is too long, each after the first with a blank; no letter is cut in two."""
    part, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > OCTETS:
            yield part
            part, size = " ", 1
        part += char
        size += octets
    yield part
