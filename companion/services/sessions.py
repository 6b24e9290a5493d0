"""Guided sessions: what today allows, starting, going on after a break, what was done."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.domain.entries import Feeling, Mode, Part, SessionEnded, SessionStarted, SessionTaken, StepDone
from companion.domain.fatigue import TOO_MUCH, Offer
from companion.domain.fatigue_after import Softer, without
from companion.domain.frozen import frozen
from companion.domain.limits import SessionLimits
from companion.errors import Refused
from companion.services.sessions_broken import Unfinished, broken_off
from companion.services.sessions_offered import Choice, Choices, Held

if TYPE_CHECKING:
    from companion.domain.exercises import Exercise
    from companion.domain.programmes import Programme
    from companion.domain.sessions import Finished
    from companion.services.companion import Companion
    from companion.services.sessions_after import Answer
    from companion.services.sessions_running import RunningSession


@frozen
class SessionLogged:
    """A session that was done without guidance."""

    started: SessionStarted
    steps: int
    ended: SessionEnded


class Sessions:
    """Offers, starts and continues sessions; what is running is a RunningSession."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def programme(self, id: str) -> "Programme":
        """A programme by its id; raises Unknown."""
        return self._companion.programmes.find(id)

    def choices(
        self,
        rating: int | None = None,
        *,
        felt: Feeling | None = None,
        after: "Answer | None" = None,
        helper_view: bool = False,
        only: "Programme | None" = None,
    ) -> Choices:
        """Every programme: offered today, or held back and why. Without a rating today's newest counts.

        `felt` and `after` are answers that are not written down yet; `helper_view` is whose the rating is.
        `only` leaves out the other programmes.
        """
        before, settling = self._companion.sessions_before, self._companion.sessions_after
        offer = before.allowed(rating, felt, helper_view=helper_view)
        watch = self._companion.fatigue.state().watch
        softer = settling.in_force(after)
        offered, held = [], []
        for programme in (only,) if only else self._companion.programmes.all().values():
            if why := self._why_not(programme, offer):
                held.append(Held(programme, why))
            elif (choice := self._choice(programme, softer, offer)).minutes:
                offered.append(choice)
            else:
                held.append(Held(programme, "tired" if offer.code == "gentle" else "settling"))
        standing = self._companion.sessions_notes.standing()
        found = Choices(offer, watch, offer.rating, tuple(offered), tuple(held), softer, standing)
        offered.sort(key=lambda choice: self._rank(choice, gentle_first=found.tired))
        return replace(found, offered=tuple(offered), limits_by=self._companion.limits_by("after"))

    def start(
        self, id: str, mode: Mode | None = None, *, whole: bool = False, helper_view: bool = False
    ) -> "RunningSession":
        """Begin a session; its parts are kept with it. `mode` replaces the programme's where allowed.

        `whole`: all of it, though a hard session or morning would make it shorter. `helper_view`: the start
        rating is a helper's view, and so are those that follow.
        """
        self._companion.actor.require("log")
        programme, softer = self.programme(id), self._companion.sessions_after.in_force()
        before = self._companion.sessions_before
        tired = before.allowed(helper_view=helper_view).code == "gentle"
        parts = self.planned(programme, None if whole else softer, mode, tired=tired)
        if not parts:
            cleared = any(self.parts(programme, today=False))
            raise Refused("all_wait" if cleared else "all_need_clearance", programme=programme.name)
        if mode is not None and all(part.mode != mode for part in parts):
            raise Refused("mode_not_possible", mode=mode, programme=programme.name)
        started = self._begin(
            programme, parts, start_rating=before.rating(helper_view=helper_view),
            softened=softer.share if softer else None, whole=whole and softer is not None,
            helper_view=helper_view,
        )  # fmt: skip
        return self._running(started)

    def unfinished(self) -> Unfinished | None:
        """The newest session, if it neither finished nor was stopped and is worth going on with."""
        return broken_off(self._companion)

    def resume(self) -> "RunningSession":
        """Go on with the session broken off, at the same step; raises Refused if there is none.

        Whoever still has it open elsewhere leaves it: it is written down first, and read what was done after.
        """
        self._companion.actor.require("log")
        found = self.unfinished()
        if found is None:
            raise Refused("nothing_to_resume")
        taken = self._companion.keep(self._companion.sign(SessionTaken, session=found.started.id))
        now = self.unfinished() or found
        return self._running(found.started, now.finished, taken.id)

    def _running(
        self, started: SessionStarted, finished: "tuple[Finished, ...]" = (), holds: str = ""
    ) -> "RunningSession":
        from companion.services.sessions_running import RunningSession  # seldom needed

        return RunningSession(self._companion, started, finished, holds)

    def log(self, id: str, done: int, *, note: str | None = None) -> SessionLogged:
        """Write down a session done without guidance: its first `done` exercises."""
        self._companion.actor.require("log")
        programme = self.programme(id)
        parts, steps = tuple(self.parts(programme, today=False)), self.steps(programme)
        if not 0 < done <= steps:
            raise Refused("out_of_range", what="done", value=done, low=1, high=steps)
        sign, started = self._companion.sign, self._begin(programme, parts, note=note)
        session = started.id  # the act as well: one undo takes all of it back
        rows = [
            sign(
                StepDone, session=session, act=session, part=n, exercise=part.exercise, side=part.side,
                mode=part.mode,
            )
            for n, part in enumerate(parts)
            if part.step <= done
        ]  # fmt: skip
        outcome = "finished" if done == steps else "stopped"
        end = sign(SessionEnded, session=session, act=session, outcome=outcome)
        kept = self._companion.write(*rows, end)
        ended = kept[-1]
        assert isinstance(ended, SessionEnded)
        return SessionLogged(started=started, steps=done, ended=ended)

    def steps(self, programme: "Programme") -> int:
        """How many exercises a session of it has now."""
        return max((part.step for part in self.parts(programme, today=False)), default=0)

    def _begin(
        self,
        programme: "Programme",
        parts: tuple[Part, ...],
        *,
        note: str | None = None,
        **facts: Any,
    ) -> SessionStarted:
        """Write down that a session began, with the parts it began with."""
        signed = self._companion.sign(
            SessionStarted,
            programme=programme.id,
            title=programme.name,
            parts=parts,
            programme_version=programme.version,
            note=note,
            **facts,
        )
        return self._companion.keep(signed)

    def rest(self, reason: str | None = None) -> SessionEnded:
        """Write down that today is a day of rest, by choice."""
        self._companion.actor.require("log")
        return self._companion.keep(self._companion.sign(SessionEnded, outcome="rested", reason=reason))

    def ended_today(self) -> list[SessionEnded]:
        """The sessions of today that are over, rests by choice included."""
        today = self._companion.today_date()
        found = self._companion.diary.of(SessionEnded, since=today)
        return [ended for ended in found if self._companion.day_of(ended) == today]

    def stages(self) -> frozenset[int]:
        """The stages of Sinaki and Mulder that the person's stage stands for; empty while it is not known."""
        stage = self._companion.plan.in_force().value("stage")
        return frozenset(() if stage is None else self._companion.content.text(f"stage.{stage}").stages)

    def cleared(self, exercise: "Exercise") -> bool:
        """Whether the exercise needs no clearance, or has one, for itself or for its kind."""
        if not exercise.clearance:
            return True
        given = self._companion.plan.clearances()
        return exercise.id in given or exercise.category in given

    def _why_not(self, programme: "Programme", offer: Offer) -> str | None:
        if self._companion.programmes.misses_stage(programme):
            return "stage"
        exercises = self._companion.content.exercises
        if not any(self.cleared(exercises[item.exercise]) for item in programme.items):
            return "clearance"
        if not any(self.parts(programme)):
            return "waits"
        if offer.code == "do_not_start":
            return "unwell"
        return "tired" if offer.code == "gentle" and not programme.gentle else None

    def _rank(self, choice: Choice, *, gentle_first: bool) -> tuple[bool, bool, bool, float]:
        """On a tired day gentle and short ones first; else the plan's, those for the whole stage, others."""
        programme = choice.programme
        if gentle_first:
            return not programme.gentle, programme.mode == "passive", False, choice.minutes
        decided = self._companion.plan.in_force().value("programme")
        order = list(self._companion.programmes.all())
        partly = bool(self.stages() - set(programme.stages))
        return False, programme.id != decided, partly, order.index(programme.id)

    def _choice(self, programme: "Programme", softer: Softer | None, offer: Offer) -> Choice:
        exercises = self._companion.content.exercises
        left_out = tuple(i.exercise for i in programme.items if not self.cleared(exercises[i.exercise]))
        whole, planned = (
            self.planned(programme, less, tired=offer.code == "gentle") for less in (None, softer)
        )
        minutes, all_minutes = self._seconds(planned) / 60, self._seconds(whole) / 60
        whole_minutes = all_minutes if softer and planned != whole else None
        held = self._companion.sessions_notes.standing().held
        named = dict.fromkeys(item.exercise for item in programme.items)
        waits = tuple(id for id in named if id in held and id not in left_out)
        return Choice(programme, minutes, left_out, whole_minutes, waits)

    def _seconds(self, parts: tuple[Part, ...]) -> float:
        """How long these parts take, as the player says it."""
        if not parts:
            return 0.0
        from companion.domain.sessions_run import SessionRun
        from companion.domain.sessions_view import view
        from companion.services.sessions_pace import pace_for

        now, exercises = self._companion.clock(), self._companion.content.exercises
        pace = pace_for(self._companion, (exercises[id] for id in {part.exercise for part in parts}))
        return view(SessionRun.start(parts, now, pace), now).time_left_s

    def planned(
        self,
        programme: "Programme",
        softer: Softer | None = None,
        mode: Mode | None = None,
        *,
        tired: bool = False,
    ) -> tuple[Part, ...]:
        """The parts that a session of it begins with; softened, what is left of them.

        `tired`: the start allows neither bands nor aerobic work, as some softer days do. But for these a
        gentle one stays whole: it is what a softer day is offered.
        """
        whole, exercises = tuple(self.parts(programme, mode)), self._companion.content.exercises
        no_load = tired or (softer is not None and softer.no_load)
        load = {p.exercise for p in whole if no_load and exercises[p.exercise].category in TOO_MUCH}
        left = without(whole, load)
        if softer is None or programme.gentle:
            return left
        return self._companion.sessions_after.softened(
            left, softer.share * self._seconds(whole), self._seconds
        )

    def parts(
        self, programme: "Programme", mode: Mode | None = None, *, today: bool = True
    ) -> Iterator[Part]:
        """The parts of a programme in their order: exercise by exercise, set by set, side by side.

        Without `today`, what speaks against an exercise or for a gentler mode today does not count.
        """
        ready = self._companion.limits(SessionLimits, "session").ready_s
        exercises = self._companion.content.exercises
        standing = self._companion.sessions_notes.standing()
        held = standing.held if today else {}
        free = (item for item in programme.items if item.exercise not in held)
        allowed = [item for item in free if self.cleared(exercises[item.exercise])]
        for step, item in enumerate(allowed, 1):
            exercise = exercises[item.exercise]
            begins = standing.mode(exercise, item.mode) if today else item.mode
            chosen = mode if mode is not None and mode in exercise.modes else begins
            yield from programme.parts_of(item, exercise, step, chosen, ready)
