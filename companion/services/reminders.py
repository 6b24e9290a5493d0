"""What is planned and what is due: sessions by the plan's programme, and weighing."""

from datetime import date, datetime, time, timedelta
from math import ceil
from typing import TYPE_CHECKING

from companion.domain.day import begins, clock_time
from companion.domain.entries import Decision, PersonFact
from companion.domain.fatigue import TOO_MUCH
from companion.domain.frozen import frozen
from companion.domain.reminders import (
    at_night,
    days_a_week,
    first_again,
    first_on,
    is_due,
    to_quarter,
    weekdays,
)
from companion.services.sessions_offered import Choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.domain.programmes import Item, Programme
    from companion.services.companion import Companion


@frozen
class PlannedSessions:
    """The programme of the plan, its minutes, its days of the week (0 is Monday), the first day to come.

    `starts` is when that one is, by the clock on the wall: after midnight a day still goes on.
    `own`: the programme is one's own, and so is its name.
    """

    programme: "Programme"
    minutes: int
    weekdays: tuple[int, ...]
    first: date
    starts: datetime
    own: bool = False


@frozen
class PlannedWeighing:
    """Weighing every so many days; `starts` is the first to come, at the time of day of the last one."""

    every: int
    starts: datetime


@frozen
class Planned:
    """What is planned. Without sessions `why` says so: "no_programme", or "not_allowed" of all its exercises.

    `person` is a name, None where none is known. `mark` differs between diaries and says nothing. A `demo`
    is about nobody.
    """

    sessions: PlannedSessions | None
    weighing: PlannedWeighing
    person: str | None
    mark: str
    why: str = ""
    demo: bool = False


class Reminders:
    """Knows what is planned and what of it is due."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def planned(self) -> Planned:
        """What is planned from today on."""
        self._companion.actor.require("see")
        programme = self._programme()
        sessions = self._sessions(programme) if programme else None
        why = "" if sessions else "not_allowed" if programme else "no_programme"
        person = self._companion.people.person().name
        return Planned(sessions, self._weighing(), person, self._mark(), why, self._companion.demo)

    def session_planned(self) -> bool:
        """Whether the plan has a session today that nothing speaks against.

        None is once something was begun, done or rested, in the evening, nor on a day that asks for less.
        """
        companion, programme = self._companion, self._programme()
        if programme is None or companion.sessions.unfinished() or companion.today.moved():
            return False
        days = self._weekdays(self._cleared(programme)) if self._offered(programme) else ()
        return companion.today_date().weekday() in days

    def weighing_due(self, last: date | None) -> bool:
        """Whether a new weight is due, after one of that day; None is none yet."""
        return is_due(last, self._weigh_every(), self._companion.today_date())

    def due_now(self) -> list[str]:
        """A word for each thing that has become due by now, another for each time; for who may log."""
        companion, found = self._companion, []
        if not companion.actor.may("log"):
            return []
        day, last = companion.today_date(), companion.weight.latest()
        if after := companion.sessions_after.due():
            session = after.session.id if after.session else day
            found.append(f"after {after.when} {after.minutes} {session}")
        if self._is_time(self._session_time()) and self.session_planned():
            found.append(f"session {day}")
        on = companion.day_of(last) if last else None
        if self.weighing_due(on) and self._is_time(self._weighing_time()):
            found.append(f"weight {last.id if last else day}")
        return found

    def _programme(self) -> "Programme | None":
        decided = self._companion.plan.in_force().value("programme")
        return self._companion.programmes.all().get(str(decided)) if decided else None

    def _offered(self, programme: "Programme") -> bool:
        """Whether it is among the choices of a day that is not tired, found out without making them."""
        companion = self._companion
        offer, softer = companion.sessions_before.allowed(), companion.sessions_after.in_force()
        today = Choices(offer, companion.fatigue.state().watch, offer.rating, (), (), softer)
        if today.tired or offer.code == "do_not_start" or companion.programmes.misses_stage(programme):
            return False
        left_out = TOO_MUCH if softer is not None and softer.no_load else ()
        exercises = companion.content.exercises
        found = (exercises[item.exercise] for item in self._cleared(programme))
        return companion.sessions_notes.leaves(one for one in found if one.category not in left_out)

    def _cleared(self, programme: "Programme") -> "Iterator[Item]":
        cleared, exercises = self._companion.sessions.cleared, self._companion.content.exercises
        return (item for item in programme.items if cleared(exercises[item.exercise]))

    def _weekdays(self, items: "Iterable[Item]") -> tuple[int, ...]:
        exercises = self._companion.content.exercises
        return weekdays(days_a_week(exercises[item.exercise].dose.days_per_week for item in items))

    def _sessions(self, programme: "Programme") -> PlannedSessions | None:
        """None where a therapist has allowed none of its exercises."""
        from companion.services.programmes import lasting

        items = tuple(self._cleared(programme))
        if not items:
            return None
        days = self._weekdays(items)
        minutes = ceil(lasting(self._companion, programme.model_copy(update={"items": items})))
        at = self._session_time()
        first = first_on(days, self._to_come(at))
        own = programme.id not in self._companion.content.programmes
        return PlannedSessions(programme, minutes, days, first, self._on(first, at), own)

    def _weighing(self) -> PlannedWeighing:
        """On the weekday of the last time and at its time of day."""
        companion, last = self._companion, self._companion.weight.latest()
        at = to_quarter(self._weighing_time())
        on, every = companion.day_of(last) if last else None, self._weigh_every()
        return PlannedWeighing(every, self._on(first_again(on, every, self._to_come(at)), at))

    def _weighing_time(self) -> time:
        """The time of day of the last one; that of a session where there was none, or it was at night."""
        last, morning = self._companion.weight.latest(), next(iter(self._companion.settings.slots.values()))
        usual = last.at.time() if last else None
        return self._session_time() if usual is None or at_night(usual, clock_time(morning)) else usual

    def _weigh_every(self) -> int:
        return int(self._companion.content.limit("weight.weigh_every_days"))

    def _session_time(self) -> time:
        return clock_time(self._companion.settings.session_time)

    def _is_time(self, at: time) -> bool:
        """Whether it is this time or later, on the day that runs now."""
        now = self._companion.clock()
        return self._on(self._companion.today_date(), at) <= now.replace(tzinfo=None)

    def _to_come(self, at: time) -> date:
        """The first day on which this time is still to come."""
        today = self._companion.today_date()
        return today + timedelta(days=1) if self._is_time(at) else today

    def _on(self, day: date, at: time) -> datetime:
        """When that time is on a day, by the clock on the wall."""
        return begins(day, f"{at:%H:%M}", self._companion.settings.day_start, None)

    def _mark(self) -> str:
        """The id of the first thing that was said about the person; it stays when the diary moves house."""
        of = self._companion.diary.of
        return min((entry.id for entry in (*of(PersonFact), *of(Decision))), default="")
