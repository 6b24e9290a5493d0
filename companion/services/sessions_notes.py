"""What speaks about single exercises: too hard, pain, falls, load, weight and food. Rules W12 to W15."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from companion.domain.day import day_of
from companion.domain.entries import FunctionNote, Mode, NoteAbout, Pain
from companion.domain.frozen import frozen
from companion.domain.function_notes import (
    Code,
    Finding,
    Said,
    Step,
    fallen,
    gentler,
    hurts,
    missed,
    too_hard,
)
from companion.domain.intake import whole
from companion.domain.limits import FunctionLimits, LoadLimits, ProteinLimits
from companion.domain.load import (
    LittleEaten,
    MoreMinutes,
    bands_again,
    little_eaten,
    loss_since,
    more_minutes,
)
from companion.errors import Unknown
from companion.services.sessions_pace import TIRING

if TYPE_CHECKING:
    from companion.domain.exercises import Exercise
    from companion.domain.weight import WeightState
    from companion.services.companion import Companion

FALLS = "fall_risk"  # the flag of what a fall or near fall concerns
HELD_LEVELS = ("amber", "red")


@frozen
class Hold:
    """Why an exercise waits: pain, bands too soon (`again` says when), weight lost, or little eaten.

    `until` is the day on which noted pain no longer counts, though nobody spoke of it.
    """

    code: Literal["pain", "bands", "weight", "intake"]
    pain: Finding | None = None
    until: date | None = None
    again: datetime | None = None
    hours: float = 0  # of rest between bands
    weight: "WeightState | None" = None
    eaten: LittleEaten | None = None


@frozen
class Standing:
    """What stands about exercises today: which wait and why, which begin one mode gentler and why.

    `function_by` and `load_by` decided limits of their own; None where those of the content are in force.
    """

    held: Mapping[str, Hold]
    gentler: Mapping[str, Finding]
    more: MoreMinutes | None
    function_by: str | None = None
    load_by: str | None = None

    def mode(self, exercise: "Exercise", planned: Mode) -> Mode:
        """The mode an exercise begins in."""
        return gentler(planned, exercise.modes) if exercise.id in self.gentler else planned


class SessionsNotes:
    """Writes notes about exercises and falls; works out what they and the load mean for a session."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        self._seen: tuple[Hashable, Standing] | None = None

    def note(
        self,
        about: NoteAbout,
        exercise: str | None = None,
        *,
        pain: Pain | None = None,
        session: str | None = None,
        at: datetime | None = None,
        note: str | None = None,
    ) -> FunctionNote:
        """Write a word about an exercise, or a fall; raises Unknown for an exercise nobody knows."""
        self._companion.actor.require("log")
        exercises = self._companion.content.exercises
        if exercise is not None and exercise not in exercises:
            raise Unknown("unknown_exercise", value=exercise, known=list(exercises))
        signed = self._companion.sign(
            FunctionNote, about=about, exercise=exercise, pain=pain, session=session, at=at, note=note
        )
        return self._companion.keep(signed)

    def asks_breath(self) -> bool:
        """Whether the newest answer after aerobic work was about breath, as somebody does not speak."""
        since = self._companion.today_date() - timedelta(days=self._limits.notes_days)
        names = ("talks", "breathes_easily")
        found = self._companion.diary.facts("check_in", *names, since=since)
        answers = [breath is not None for talks, breath in found if (talks, breath) != (None, None)]
        return bool(answers) and answers[-1]

    def lately(self) -> list["Exercise"]:
        """The exercises of the last days, the newest first: those a word about pain may mean."""
        since = self._companion.today_date() - timedelta(days=self._limits.missed_days)
        found = [step.exercise for step in self._steps(since) if step.done]
        exercises = self._companion.content.exercises
        return [exercises[id] for id in dict.fromkeys(reversed(found)) if id in exercises]

    def standing(self) -> Standing:
        """What stands now; worked out once as long as nothing was written and the minute is the same."""
        since = self._companion.today_date() - timedelta(days=self._limits.notes_days)
        minute = self._companion.clock().replace(second=0, microsecond=0)
        changed = self._companion.diary.changed(since=since)
        key = (changed, minute, self._companion.settings.day_start)
        if self._seen is None or self._seen[0] != key:
            self._seen = (key, self._stand())
        return self._seen[1]

    def leaves(self, exercises: Iterable["Exercise"]) -> bool:
        """Whether any of these may be done today, as `standing` says.

        All that speaks against most of them is pain, so that load, weight and food are seldom looked into.
        """
        said = list(self._said(self._companion.today_date() - timedelta(days=self._limits.notes_days)))
        hurt = hurts(self._lasting(said), self._agreed()) if said else {}
        tiring = []
        for exercise in exercises:
            if exercise.id not in hurt and exercise.category not in TIRING:
                return True
            tiring.append(exercise.id)
        return bool(tiring) and not self.standing().held.keys() >= set(tiring)

    def _stand(self) -> Standing:
        today, limits = self._companion.today_date(), self._limits
        said = list(self._said(today - timedelta(days=limits.notes_days)))
        agreed = self._agreed()
        well = {one.exercise: one.at for one in said if one.about == "well" and one.exercise}
        lifted = {id: max(filter(None, (agreed.get(id), well.get(id)))) for id in {*agreed, *well}}
        steps = list(self._steps(today - timedelta(days=limits.missed_holds_days + limits.missed_days)))
        found = missed(steps, today, limits, lifted) | too_hard(said, today, limits, lifted)
        if fall := fallen(said, today, limits):
            for exercise in self._companion.content.exercises.values():
                if FALLS in exercise.flags and fall.at > lifted.get(exercise.id, _BEFORE):
                    found[exercise.id] = Finding(_fell(fall), fall.on, fall.on)
        counts = timedelta(days=limits.notes_days + 1)
        hurt = hurts(self._lasting(said), agreed)
        pains = {id: Hold("pain", pain=pain, until=pain.on + counts) for id, pain in hurt.items()}
        by = self._companion.limits_by
        return Standing({**self._loads(agreed), **pains}, found, self._more(), by("function"), by("load"))

    @property
    def _limits(self) -> FunctionLimits:
        return self._companion.limits(FunctionLimits, "function")

    def _agreed(self) -> dict[str, datetime]:
        """When a therapist last allowed each exercise, by its name or its kind."""
        when = dict[str, datetime]()
        if not (given := self._companion.plan.clearances()):  # or every exercise would be read
            return when
        for exercise in self._companion.content.exercises.values():
            found = [given[what].at for what in (exercise.id, exercise.category) if what in given]
            if found:
                when[exercise.id] = max(found)
        return when

    def _said(self, since: date) -> Iterator[Said]:
        names = ("at", "about", "exercise", "pain")
        for at, about, exercise, pain in self._companion.diary.facts("function_note", *names, since=since):
            moment = datetime.fromisoformat(at)
            yield Said(self._day(moment), moment, about, exercise, pain)

    def _lasting(self, said: list[Said]) -> list[Said]:
        """The notes, where a little pain that was followed by a sore morning has lasted."""
        since = min((one.on for one in said if one.pain == "little"), default=None)
        if since is None:
            return said
        felt = self._companion.diary.facts("felt", "at", "what", since=since)
        sore = {self._day(datetime.fromisoformat(at)) for at, what in felt if what == "sore"}
        return [
            one._replace(pain="lasting")
            if one.pain == "little" and one.on + timedelta(days=1) in sore
            else one
            for one in said
        ]

    def _steps(self, since: date) -> Iterator[Step]:
        """The steps since a day, oldest first; what was left out to finish gently says nothing."""
        names = ("at", "exercise", "outcome", "reason")
        for at, exercise, outcome, reason in self._companion.diary.facts("step", *names, since=since):
            if reason != "tired":
                moment = datetime.fromisoformat(at)
                yield Step(self._day(moment), moment, exercise, outcome == "done")

    def _loads(self, agreed: Mapping[str, datetime]) -> dict[str, Hold]:
        """Bands too soon after the last ones; aerobic work and bands while weight or food is short."""
        limits, exercises = self._companion.limits(LoadLimits, "load"), self._companion.content.exercises
        now, today = self._companion.clock(), self._companion.today_date()
        held = {}
        since = (now - timedelta(hours=limits.resistance_hours)).date()
        bands = [
            step.at for step in self._steps(since)
            if step.done and step.exercise in exercises and exercises[step.exercise].category == "resistance"
        ]  # fmt: skip
        again = bands_again(max(bands, default=None), now, limits)
        loss, eaten = self._loss(), self._eaten(limits, today)
        anything = again is not None or eaten is not None or loss is not None
        for exercise in exercises.values() if anything else ():
            if exercise.category not in TIRING:
                continue
            yes = agreed[exercise.id].date() if exercise.id in agreed else None
            if again is not None and exercise.category == "resistance":
                held[exercise.id] = Hold("bands", again=again, hours=limits.resistance_hours)
            if eaten is not None and (yes is None or yes <= today - timedelta(days=limits.agreed_days)):
                held[exercise.id] = Hold("intake", eaten=eaten)
            if loss is not None and (yes is None or yes < loss[0]):
                held[exercise.id] = Hold("weight", weight=loss[1])
        return held

    def _loss(self) -> tuple[date, "WeightState"] | None:
        """Since when the weight is as low as it is, where that is amber or red."""
        weight = self._companion.weight
        state = weight.state()
        if state is None or state.level not in HELD_LEVELS:
            return None
        since = state.on - timedelta(days=self._limits.notes_days)
        begun = loss_since([(one.on, one.level) for one in weight.states(since)])
        return (begun, state) if begun is not None else None

    def _eaten(self, limits: LoadLimits, today: date) -> LittleEaten | None:
        """Whether the last days brought well below the target; days that are not known whole stay out."""
        since, until = today - timedelta(days=limits.intake_days), today - timedelta(days=1)
        if not (days := self._companion.intake.days(since, until)):
            return None
        protein = self._companion.limits(ProteinLimits, "protein")
        known = {on: day.total.kcal for on, day in days.items() if whole(day, protein)}
        return little_eaten(known, self._companion.energy.targets().energy.kcal, today, limits)

    def _more(self) -> MoreMinutes | None:
        """Whether the last seven days had markedly more minutes than the seven before."""
        limits, today = self._companion.limits(LoadLimits, "load"), self._companion.today_date()
        since = today - timedelta(days=2 * limits.week_days)
        begun = dict(self._companion.diary.facts("session", "id", "parts", since=since))
        minutes: list[tuple[date, float]] = []
        names = ("at", "session", "part", "outcome")
        for at, session, part, outcome in self._companion.diary.facts("step", *names, since=since):
            if outcome == "done" and session in begun and part < len(begun[session]):
                done = begun[session][part]
                seconds = done["reps"] * (done["move_s"] + done["hold_s"]) + done["rest_s"]
                minutes.append((self._day(datetime.fromisoformat(at)), seconds / 60))
        return more_minutes(minutes, today, limits)

    def _day(self, at: datetime) -> date:
        return day_of(at, self._companion.settings.day_start)


def _fell(one: Said) -> Code:
    return "fall" if one.about == "fall" else "near_fall"


_BEFORE = datetime.fromisoformat("0001-01-02T00:00:00+00:00")
