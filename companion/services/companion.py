"""The one object a face holds: who acts, when, and a service for each topic."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from companion import __version__
from companion.domain.day import day_of
from companion.domain.entries import TAKEN, Correction, Entry, Taken
from companion.domain.limits_ranges import Limits
from companion.domain.people import Actor, Via, same_name
from companion.domain.plan import limit_changes
from companion.domain.text import clean, named
from companion.errors import CompanionError, Malformed, NotAllowed, Refused, first_fault
from companion.services.service import Service

if TYPE_CHECKING:
    from pathlib import Path

    from companion.config.clock import Clock
    from companion.config.settings import Settings
    from companion.content.library import Library
    from companion.services.caregivers import Caregivers
    from companion.services.day_plan import DayPlan
    from companion.services.energy import Energy
    from companion.services.fatigue import Fatigue
    from companion.services.foods import Foods
    from companion.services.forget import Forget
    from companion.services.history import History
    from companion.services.imports import Imports
    from companion.services.intake_again import IntakeAgain
    from companion.services.intake_week import IntakeWeek
    from companion.services.meals import Meals
    from companion.services.meals_next import MealsNext
    from companion.services.news import News
    from companion.services.people import People
    from companion.services.plan import Plan
    from companion.services.preferences import Preferences
    from companion.services.programmes import Programmes
    from companion.services.recipes import Recipes
    from companion.services.reminders import Reminders
    from companion.services.reports import Reports
    from companion.services.sessions import Sessions
    from companion.services.sessions_after import SessionsAfter
    from companion.services.sessions_before import SessionsBefore
    from companion.services.sessions_notes import SessionsNotes
    from companion.services.swallowing import SwallowingWatch
    from companion.services.today import Today
    from companion.services.trends import Trends
    from companion.services.tube import Tube
    from companion.services.tube_talk import TubeTalks
    from companion.services.weight import Weight
    from companion.services.welcome import Welcome
    from companion.store.diary import Diary

E = TypeVar("E", bound=Entry)
L = TypeVar("L", bound=Limits)
NAMELESS = "the person"


class Companion:
    """The services of one person's diary, for one actor in one face."""

    people: Service["People"] = Service("people.People")
    caregivers: Service["Caregivers"] = Service("caregivers.Caregivers")
    plan: Service["Plan"] = Service("plan.Plan")
    meals: Service["Meals"] = Service("meals.Meals")
    meals_next: Service["MealsNext"] = Service("meals_next.MealsNext")
    day_plan: Service["DayPlan"] = Service("day_plan.DayPlan")
    foods: Service["Foods"] = Service("foods.Foods")
    recipes: Service["Recipes"] = Service("recipes.Recipes")
    intake: Service["IntakeAgain"] = Service("intake_again.IntakeAgain")
    intake_week: Service["IntakeWeek"] = Service("intake_week.IntakeWeek")
    energy: Service["Energy"] = Service("energy.Energy")
    weight: Service["Weight"] = Service("weight.Weight")
    tube_talk: Service["TubeTalks"] = Service("tube_talk.TubeTalks")
    fatigue: Service["Fatigue"] = Service("fatigue.Fatigue")
    programmes: Service["Programmes"] = Service("programmes.Programmes")
    sessions: Service["Sessions"] = Service("sessions.Sessions")
    sessions_before: Service["SessionsBefore"] = Service("sessions_before.SessionsBefore")
    sessions_after: Service["SessionsAfter"] = Service("sessions_after.SessionsAfter")
    sessions_notes: Service["SessionsNotes"] = Service("sessions_notes.SessionsNotes")
    tube: Service["Tube"] = Service("tube.Tube")
    swallowing: Service["SwallowingWatch"] = Service("swallowing.SwallowingWatch")
    history: Service["History"] = Service("history.History")
    forget: Service["Forget"] = Service("forget.Forget")
    imports: Service["Imports"] = Service("imports.Imports")
    news: Service["News"] = Service("news.News")
    preferences: Service["Preferences"] = Service("preferences.Preferences")
    today: Service["Today"] = Service("today.Today")
    reminders: Service["Reminders"] = Service("reminders.Reminders")
    trends: Service["Trends"] = Service("trends.Trends")
    reports: Service["Reports"] = Service("reports.Reports")
    welcome: Service["Welcome"] = Service("welcome.Welcome")

    def __init__(
        self,
        *,
        diary: "Diary",
        content: "Library",
        settings: "Settings",
        clock: "Clock",
        folder: "Path | None" = None,
        by: str | None = None,
        via: Via = "command",
        demo: bool = False,
        gated: bool = False,
    ) -> None:
        self.unasked = diary  # for who tells who it is that reads
        self.content = content
        self.settings = settings
        self.clock = clock
        self.folder = folder
        self.via: Via = via
        self.demo = demo
        self.gated = gated  # only somebody who was let in may act, as over SSH
        self.by = None if by is None else named(by)
        if self.by == "":  # an empty shell variable; the person is not meant
            raise Malformed("no_actor_name")

    @property
    def diary(self) -> "Diary":
        """The diary; where only those let in may act, raises NotAllowed for anybody else, at each look."""
        self.require_let_in()
        return self.unasked

    def require_let_in(self) -> None:
        """Raise NotAllowed where whoever acts is not, or no longer, let in."""
        if self.gated:
            self.actor.require("see")

    @property
    def actor(self) -> Actor:
        """Who acts: somebody let in, or the person; a name that nobody vouched for is marked unverified.

        Where only those let in may act, raises NotAllowed for anybody else.
        """
        known = self.caregivers.find(self.by) if self.by else None
        if known:
            return Actor(name=known.caregiver, role=known.acts_as, via=self.via)
        if self.gated:
            raise NotAllowed("not_admitted", name=self.by or NAMELESS)
        name = self.person_name
        if self.by is None or same_name(self.by, name):
            return Actor(name=name, role="owner", via=self.via)
        return Actor(name=self.by, role="caregiver", via=self.via, verified=False)

    @property
    def person_name(self) -> str:
        """What the person is called in entries."""
        return self.people.person().name or NAMELESS

    @property
    def guest(self) -> str:
        """The name of whoever acts, where that is not the person; "" where it is."""
        if self.by is None:
            return ""
        with suppress(CompanionError):  # what cannot be read is said elsewhere
            return "" if same_name(self.by, self.person_name) else self.by
        return self.by

    def today_date(self) -> date:
        """The day it is now; a day begins at the hour of the settings."""
        return day_of(self.clock(), self.settings.day_start)

    def day_of(self, entry: Entry) -> date:
        """The day an entry belongs to."""
        return entry.day(self.settings.day_start)

    def taken(self, first: date, last: date) -> list[Taken]:
        """What was eaten and drunk on these days, both included."""
        found = self.diary.entries(*TAKEN, since=first, until=last + timedelta(days=1))
        return [e for e in found if isinstance(e, Taken) and first <= self.day_of(e) <= last]

    def sign(
        self, model: type[E], *, at: datetime | None = None, note: str | None = None, **facts: object
    ) -> E:
        """A new entry of this kind, with who, when, through which face and by which version."""
        now, actor = self.clock(), self.actor
        about, written = self.past(at or now), self.note(note)
        try:
            return model(
                at=about,
                recorded=now,
                by=actor.name,
                role=actor.role,
                via=actor.via,
                verified=actor.verified,
                version=__version__,
                note=written,
                **facts,
            )
        except ValidationError as error:
            key, fault = first_fault(error)
            raise Refused("bad_value", key=key, fault=fault) from None

    def past(self, at: datetime) -> datetime:
        """The time, unless it is still to come, or so long ago that it is a slip; raises Refused then."""
        now, ahead = self.clock(), self.content.limit("limits.future_minutes")
        if at.year < self.content.limit("limits.earliest_year"):
            raise Refused("long_ago", at=at)
        if at > now + timedelta(minutes=ahead):
            raise Refused("future", at=at, now=now)
        return at

    def note(self, text: str | None) -> str | None:
        """A note as it may be kept; None where nothing is left of it."""
        limit = self.content.limit("limits.note_characters")
        return clean(text, limit=int(limit), lines=True) or None if text else None

    def keep(self, entry: E) -> E:
        """Write one entry; it is on the disk when this returns, with its id."""
        return self.write(entry)[0]  # type: ignore[return-value]

    def write(self, *entries: Entry) -> tuple[Entry, ...]:
        """Write entries as one act: the one way into the diary, held to what the actor's role may write."""
        actor = self.actor
        for entry in entries:
            actor.require(self.about(entry).needs)
        if self.gated:
            self._within_a_day(actor.name, len(entries))
        written = self.diary.append(*entries)
        if "news" in vars(self):  # whoever has not looked for news yet needs not know its own words
            self.news.wrote(written)
        return written

    def _within_a_day(self, name: str, more: int) -> None:
        """Raise Refused where somebody from afar would write more than anybody needs to."""
        from companion.store.tally import lately

        most = int(self.content.limit("limits.entries_a_day"))
        if lately(self.diary, name, timedelta(days=1)) + more > most:
            raise Refused("entries_a_day", name=name, most=most)

    def about(self, entry: Entry) -> Entry:
        """The entry; of a correction the one it is about in the end."""
        while isinstance(entry, Correction):
            entry = self.diary.find(entry.target).entry
        return entry

    def within(self, what: str, value: float) -> float:
        """The value, if it is possible at all; else raises Refused with the limits (content: limits.*)."""
        low, high = self.content.bounds(what)
        if not low <= value <= high:
            raise Refused("out_of_range", what=what, value=value, low=low, high=high)
        return value

    def limits(self, model: type[L], group: str) -> L:
        """The limits of a group: the content's starting values, changed where a therapist decided."""
        start = self.content.limits(model, group)
        decided = self.plan.in_force().value("limits")
        if decided is None:
            return start
        changes = limit_changes(decided).items()
        return start.changed({n.partition(".")[2]: v for n, v in changes if n.startswith(f"{group}.")})

    def limits_by(self, group: str) -> str | None:
        """Who decided limits of this group; None where all of them are the content's."""
        by = [who for name, who in self.plan.limits.whose().items() if name.startswith(f"{group}.")]
        return " and ".join(dict.fromkeys(by)) or None
