"""What is planned, in words: for a calendar that others see, too."""

from calendar import day_name
from typing import TYPE_CHECKING

from companion.wording import numbers

if TYPE_CHECKING:
    from companion.services.reminders import Planned

SESSION = "Gentle session"
WEIGHING = "Weigh-in"
DEMO = "DEMO. Everything in this calendar is invented."
DUE = "Companion: something is due"
NEWS = "Companion: there is something new"
WITHOUT = {
    "no_programme": "No programme is in the plan yet, so no sessions are in it.",
    "not_allowed": "A therapist has allowed none of the programme's exercises yet, so no sessions are in it.",
}


def session(planned: "Planned", *, names: bool, own: bool = False) -> str:
    """Gentle session; with names the programme and the person: Hands and wrists, Ruth.

    A programme of one's own is named only with `own` words.
    """
    if not names or planned.sessions is None:
        return _title(planned, SESSION)
    told = own or not planned.sessions.own
    return _title(planned, planned.sessions.programme.name if told else SESSION, planned.person)


def weighing(planned: "Planned", *, names: bool) -> str:
    """Weigh-in; with names: Weigh-in, Ruth."""
    return _title(planned, WEIGHING, planned.person if names else "")


def _title(planned: "Planned", *parts: str | None) -> str:
    """The parts that there are; in a demo each title says that it is one."""
    return ", ".join(filter(None, ("DEMO" if planned.demo else "", *parts)))


def told(planned: "Planned") -> list[str]:
    """What is planned, or why no sessions are: a sentence each."""
    return [_sessions(planned), _weighing(planned)]


def _sessions(planned: "Planned") -> str:
    found = planned.sessions
    if found is None:
        return WITHOUT[planned.why]
    every = len(found.weekdays) == len(day_name)
    days = "every day" if every else f"on {numbers.listed([day_name[day] for day in found.weekdays])}"
    return f"Sessions {days} at {found.starts:%H:%M}, about {numbers.count(found.minutes, 'minute')}."


def _weighing(planned: "Planned") -> str:
    found = planned.weighing
    return f"Weighing every {found.every} days at {found.starts:%H:%M}, first on {numbers.day(found.starts)}."
