"""The day at a glance: what was eaten, how tired, the weight, what is due and what comes next."""

from datetime import date
from typing import TYPE_CHECKING

from companion.domain.day import SLOTS, begins
from companion.domain.entries import Drunk
from companion.domain.frozen import frozen
from companion.services.remarks import Remark

if TYPE_CHECKING:
    from companion.domain.intake import Week
    from companion.domain.meals_next import Suggestion
    from companion.domain.people import Person
    from companion.domain.programmes import Programme
    from companion.domain.weight import WeightState
    from companion.services.companion import Companion
    from companion.services.day_plan import PlannedDish
    from companion.services.energy import Targets
    from companion.services.fatigue import FatigueState
    from companion.services.intake import DayIntake
    from companion.services.sessions_after import Question
    from companion.services.sessions_broken import Unfinished
    from companion.services.sessions_offered import Choice, Choices

EVENING = "evening"


@frozen
class Next:
    """The one thing to do next: a code and what it is about."""

    code: str  # "resume", "session", "gentle", "level", "eat"
    slot: str  # the part of the day it is now; of a meal, the one it is for
    choices: "Choices | None" = None  # to see what comes first; of the plan's programme alone on a usual day
    unfinished: "Unfinished | None" = None
    planned: "PlannedDish | None" = None  # the first that is not eaten yet, and it still fits
    idea: "Suggestion | None" = None  # else what would go well

    @property
    def choice(self) -> "Choice | None":
        """The session suggested first."""
        return self.choices.offered[0] if self.choices and self.choices.offered else None


@frozen
class DayView:
    """Everything the Today screen and `companion today` show."""

    date: date
    person: "Person"
    demo: bool
    intake: "DayIntake"
    fatigue: "FatigueState"
    weight: "WeightState | None"
    week: "Week"
    due: tuple[Remark, ...]
    planned: tuple["PlannedDish", ...] = ()
    after: "Question | None" = None  # what is asked after a session now


class Today:
    """Gathers the day; reads each thing once."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def view(self) -> DayView:
        """The day as it stands."""
        # who may read is itself read from the diary: asked within the look, it costs no second one
        with self._companion.unasked.steady():
            self._companion.actor.require("see")
            return self._view()

    def _view(self) -> DayView:
        companion = self._companion
        fatigue, weight = companion.fatigue.state(), companion.weight.state()
        after, tell = companion.sessions_after.due_and_tell()
        targets = companion.energy.targets()
        return DayView(
            date=companion.today_date(),
            person=companion.people.person(),
            demo=companion.demo,
            intake=companion.intake.day(targets=targets),
            fatigue=fatigue,
            weight=weight,
            week=companion.intake_week.protein(targets),
            due=tuple(self._due(weight, targets, after, tell)),
            after=after,
            planned=self._planned(),
        )

    def view_and_next(self) -> tuple[DayView, Next]:
        """Both, read in one go: they ask for much of the same."""
        with self._companion.unasked.steady():
            return self.view(), self.next()

    def next(self) -> Next:
        """A broken session first; else a session, gentle on a tired day; after it a meal, the level first.

        In the evening a meal comes before a session that was not begun.
        """
        with self._companion.diary.steady():
            return self._next()

    def _next(self) -> Next:
        slot = self._companion.intake.slot(None, self._companion.clock())
        if unfinished := self._companion.sessions.unfinished():
            return Next("resume", slot, unfinished=unfinished)
        choices = self._first()
        if choices is None or not choices.offered:
            decided = self._companion.plan.in_force().food_level is not None
            if not decided:
                return Next("level", slot)
            return self._meal(slot)
        return Next("gentle" if choices.tired else "session", slot, choices)

    def _first(self) -> "Choices | None":
        """The choices; of a day that asks for nothing less only the plan's, which would come first."""
        usual = self._companion.plan.in_force().value("programme")
        known = self._companion.programmes.all().get(str(usual)) if usual else None
        found = self.choices(known) if known else None
        return found if found and found.offered and not found.tired else self.choices()

    def choices(self, only: "Programme | None" = None) -> "Choices | None":
        """What today allows of sessions, or of one; None after one, in the evening, where one is unwell."""
        return None if self.moved() else self._companion.sessions.choices(only=only)

    def moved(self) -> bool:
        """Whether it is too late for a session today: after one, in the evening, where one is unwell."""
        companion = self._companion
        done = bool(companion.sessions.ended_today()) or self._evening()
        return done or companion.sessions_before.unwell_today()

    def _meal(self, now: str) -> Next:
        """The first planned dish from this part of the day on, else the last one before that was left out.

        Without any, what would go well in the first part of the day that is empty.
        """
        slots = list(self._companion.settings.slots)
        later = slots[slots.index(now) :]
        fits = [dish for dish in self._planned() if not dish.misfit]
        ahead = [dish for dish in fits if dish.entry.slot in later]
        if planned := next(iter(ahead or fits[::-1]), None):
            return Next("eat", planned.entry.slot, planned=planned)
        day = self._companion.intake.day().day
        eaten = {entry.slot for entry in day.entries if not isinstance(entry, Drunk)}
        slot = next((slot for slot in later if slot not in eaten), now)
        return Next("eat", slot, idea=next(iter(self._companion.meals_next.next(slot, 1)), None))

    def _planned(self) -> tuple["PlannedDish", ...]:
        return self._companion.day_plan.planned()

    def _evening(self) -> bool:
        """Whether the evening of this day has begun, by the settings or else as it usually does."""
        companion = self._companion
        settings, now = companion.settings, companion.clock()
        starts = settings.slots.get(EVENING, SLOTS[EVENING])
        return begins(companion.today_date(), starts, settings.day_start, now.tzinfo) <= now

    def _due(
        self,
        weight: "WeightState | None",
        targets: "Targets",
        after: "Question | None",
        tell: tuple[date, ...],
    ) -> list[Remark]:
        companion, today = self._companion, self._companion.today_date()
        due = self._due_of_sessions(after, tell)
        asked = after is not None and after.when == "morning"  # one answer serves both
        own = (rated for rated in companion.fatigue.daily(1).values() if not rated.helper_view)
        if not asked and not any(companion.day_of(rated) == today for rated in own):
            around = companion.fatigue.own_today() is not None  # a session was rated, not the day
            due.append(Remark("rating", {"around": around}))
        if drift := companion.fatigue.drift_due():
            due.append(Remark("drift", {"drift": drift}))
        if companion.reminders.weighing_due(weight.on if weight else None):
            due.append(Remark("weight", {"last": weight.on if weight else None}))
        due += companion.swallowing.due()
        plan = companion.plan.in_force()
        if plan.food_level is None:
            due.append(Remark("food_level"))
        if plan.drink_level is None:
            due.append(Remark("drink_level"))
        if reasons := companion.tube_talk.due(weight, targets):
            due.append(Remark("tube_talk", {"reasons": reasons}))
        return due

    def _due_of_sessions(self, after: "Question | None", tell: tuple[date, ...]) -> list[Remark]:
        companion = self._companion
        due = []
        if unfinished := companion.sessions.unfinished():
            due.append(Remark("session_broken_off", {"unfinished": unfinished}))
        elif companion.reminders.session_planned():
            due.append(Remark("session_planned"))
        if after is not None:
            due.append(Remark("after_session", {"question": after}))
        if tell:
            due.append(Remark("tell_therapist", {"days": tell}))
        return due
