"""What the care team is handed: a time span gathered whole, with who wrote what; names only where asked."""

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, get_args

from companion.domain.day import SLOTS
from companion.domain.entries import (
    Cause,
    Clearance,
    Decision,
    Entry,
    Explained,
    FunctionNote,
    Rated,
    Scalar,
    SessionEnded,
    SessionStarted,
    Taken,
    TeamTold,
    Weighed,
    WhyEnded,
)
from companion.domain.people import Person, same_name
from companion.domain.plan import KEYS, PlanInForce
from companion.errors import Refused
from companion.services.plan import TEXTURES
from companion.services.reports_hands import Hand, Hands
from companion.services.reports_known import Known

if TYPE_CHECKING:
    from pathlib import Path

    from companion.content.library import Library
    from companion.domain.weight import Unit
    from companion.services.companion import Companion
    from companion.services.energy import Targets
    from companion.services.reminders import Planned
    from companion.services.sessions_past import SessionPast
    from companion.services.trends import Span

E = TypeVar("E", bound=Entry)
CAUSES = get_args(Cause)
WHY_ENDED = get_args(WhyEnded)


class Report:
    """Everything of some weeks that a paper may say; its parts are read when first asked for.

    Without `names` nobody's name and no free text of an entry is told: roles stand in their place.
    """

    def __init__(self, companion: "Companion", span: "Span", *, weeks: int, names: bool, notes: bool) -> None:
        self._companion = companion
        self.span = span
        self.weeks = weeks
        self.names = names
        self.notes = notes
        self.made: datetime = companion.clock()
        self.demo = companion.demo

    @property
    def day_start(self) -> int:
        """The hour at which a day begins."""
        return self._companion.settings.day_start

    @property
    def content(self) -> "Library":
        """Where names of levels, exercises and programmes come from."""
        return self._companion.content

    @property
    def unit(self) -> "Unit":
        """The unit of weights at home; a paper is written in kilograms, as clinics are."""
        return self._companion.settings.weight_unit

    @property
    def slots(self) -> tuple[str, ...]:
        """The parts of a day, in their order."""
        return tuple(self._companion.settings.slots)

    def day_of(self, entry: Entry) -> date:
        """The day an entry belongs to."""
        return self._companion.day_of(entry)

    @property
    def first(self) -> date:
        """The first day."""
        return self.span.first

    @property
    def last(self) -> date:
        """The last day, which may still run."""
        return self.span.last

    @cached_property
    def person(self) -> Person:
        """The person; without a name where names are left out."""
        person = self._companion.people.person()
        return person if self.names else person.model_copy(update={"name": None})

    @cached_property
    def age(self) -> int | None:
        """Years, from the year of birth."""
        return self._companion.people.age()

    @cached_property
    def standing(self) -> PlanInForce:
        """The plan in force now."""
        return self._companion.plan.in_force()

    @cached_property
    def targets(self) -> "Targets":
        """The targets in force now."""
        return self._companion.energy.targets()

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """What was decided about the plan in this time, oldest first."""
        return tuple(one for one in self._of(Decision) if one.key in KEYS and self._in(one))

    @property
    def textures(self) -> tuple[Decision, ...]:
        """Those of them about textures."""
        return tuple(one for one in self.decisions if one.key in TEXTURES)

    @cached_property
    def textures_before(self) -> dict[str, Decision]:
        """The texture decisions in force as the time began, by key."""
        return {key: one for key, one in self.before.items() if key in TEXTURES}

    @cached_property
    def before(self) -> dict[str, Decision]:
        """Every decision in force as the time began, by key."""
        return {one.key: one for one in self._of(Decision) if self._companion.day_of(one) < self.first}

    @cached_property
    def clearances(self) -> dict[str, Clearance]:
        """What is cleared now, by exercise id or kind."""
        return self._companion.plan.clearances()

    @cached_property
    def weights(self) -> tuple[Weighed, ...]:
        """Every weight of the time, oldest first."""
        return self.span.weight.weighed

    @cached_property
    def ratings(self) -> tuple[Rated, ...]:
        """Every fatigue rating, oldest first."""
        return self._of(Rated, self.first)

    @cached_property
    def taken(self) -> tuple[Taken, ...]:
        """Everything eaten and drunk, oldest first."""
        return tuple(one for day in self.span.eaten_days for one in day.entries)

    @cached_property
    def explained(self) -> tuple[Explained, ...]:
        """Reasons that were noted for being tired."""
        return self._of(Explained, self.first)

    @cached_property
    def told(self) -> tuple[TeamTold, ...]:
        """What the care team was told."""
        return self._of(TeamTold, self.first)

    @property
    def planned(self) -> "Planned":
        """The sessions and weighings to come."""
        return self._companion.reminders.planned()

    @cached_property
    def happened(self) -> tuple[FunctionNote, ...]:
        """Falls, pain, exercises that were too hard or go well again."""
        return self._of(FunctionNote, self.first)

    @cached_property
    def started(self) -> tuple[SessionStarted, ...]:
        """Sessions as they were begun."""
        return self._of(SessionStarted, self.first)

    @property
    def hands(self) -> tuple[Hand, ...]:
        """Who wrote things down in this time, by role, then by how much."""
        return tuple(self._hands.known.values())

    def hand(self, by: str, role: str) -> Hand:
        """Whoever wrote something, as they are told of."""
        return self._hands.hand(by, role)

    @cached_property
    def _hands(self) -> Hands:
        return Hands(self._companion, self.first, self.last, names=self.names)

    def decider(self, who: str) -> str | None:
        """Who decided, as it was written; None for somebody of the house, where names are left out.

        Who decides is a professional, whom the decision is to be asked about.
        """
        return who if self.names or not self._hands.of_the_house(who) else None

    def is_person(self, who: str) -> bool:
        """Whether a name is that of the person."""
        return same_name(who, self._companion.person_name)

    def own(self, text: str | None) -> str | None:
        """Free words of somebody, as they were written; None where notes are left out."""
        return text if self.notes else None

    def words(self, entry: Entry) -> str | None:
        """What an entry calls what it is about: the content's words always, own words only with notes.

        A name of something taken, whom somebody told, a reason, the title of a session; None where left out.
        """
        match entry:
            case Taken():
                return self.own(entry.name) or self._known.taken(entry)
            case TeamTold():
                return self.own(entry.whom)
            case Explained():
                return entry.reason if entry.reason in CAUSES else self.own(entry.reason)
            case SessionEnded():
                return self.reason(entry)
            case SessionStarted():
                return self.title(entry)
        return None

    def slot(self, name: str) -> str | None:
        """A part of the day; None for one that somebody named, where notes are left out."""
        return name if name in SLOTS else self.own(name)

    def title(self, session: "SessionPast | SessionStarted") -> str | None:
        """The title of a session's programme, "" for a rest; None for one's own, where notes are left out."""
        known = self.content.programmes.get(session.programme)
        return session.title if self.notes or not session.title else known.name if known else None

    def reason(self, ended: "SessionPast | SessionEnded") -> str | None:
        """Why a session ended: a known code; own words only with notes. None where nothing was said."""
        return ended.reason if ended.reason in WHY_ENDED else self.own(ended.reason)

    def decided(self, decision: Decision) -> Scalar:
        """What was decided; None for a programme of one's own, whose id is own words, without notes."""
        value = decision.value
        ours = decision.key != "programme" or value is None or value in self.content.programmes
        return value if ours else self.own(str(value))

    @cached_property
    def _known(self) -> Known:
        return Known(self._companion)

    def _of(self, model: type[E], since: date | None = None) -> tuple[E, ...]:
        found = self._companion.diary.of(model, since=since)
        return tuple(one for one in found if since is None or self._in(one))

    def _in(self, entry: Entry) -> bool:
        return self.first <= self._companion.day_of(entry) <= self.last


class Reports:
    """Gathers a report, and keeps its file."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def gather(self, weeks: int = 4, *, names: bool = False, notes: bool = False) -> Report:
        """The last weeks up to today; raises Refused for none or too many (limits.report_weeks)."""
        self._companion.actor.require("see")
        self._companion.within("report_weeks", weeks)
        span = self._companion.trends.over(weeks * 7)
        return Report(self._companion, span, weeks=weeks, names=names, notes=notes)

    def keep(self, report: Report, suffix: str, raw: bytes) -> "Path":
        """Write a report as a file into the folder of the diary; where it is now.

        It is a copy on the disk of whoever keeps the diary: raises NotAllowed for those who may only look.
        """
        from companion.store import papers

        companion = self._companion
        companion.actor.require("log", "arrange")
        if companion.folder is None:
            raise Refused("no_folder_here")
        return papers.keep(companion.folder, papers.name(report.last, report.weeks, suffix), raw)
