"""A session under way: the pure run, and every finished step on the disk before the next begins."""

from typing import TYPE_CHECKING, TypeVar

from companion.domain.entries import (
    Correction,
    Entry,
    Rated,
    SessionEnded,
    SessionPaced,
    SessionStarted,
    StepDone,
    When,
)
from companion.domain.exercises import Exercise
from companion.domain.fatigue import Offer, during
from companion.domain.limits import SessionLimits
from companion.domain.sessions import OVER, Finished, Pace, SessionView, Stage
from companion.domain.sessions_run import SessionRun
from companion.domain.sessions_view import view
from companion.errors import CompanionError, Unknown

if TYPE_CHECKING:
    from companion.services.companion import Companion

S = TypeVar("S", Rated, StepDone, SessionPaced)
TIRING = ("aerobic", "resistance")  # what ends first when somebody tires; see care.md, "during"


class RunningSession:
    """Guides one session. Each command moves it to now, saves what was finished, and returns the view.

    What cannot be saved never stops the session: `trouble` says why, and the next command or finished step
    tries again.
    """

    def __init__(
        self, companion: "Companion", started: SessionStarted, finished: tuple[Finished, ...] = ()
    ) -> None:
        self._companion = companion
        self.started = started
        self.ended: SessionEnded | None = None
        self.trouble: CompanionError | None = None
        self._limits = companion.limits(SessionLimits, "session")
        self._kept = {step.part: step for step in self._of(StepDone)}
        self._unsaved: list[Entry] = []
        rated, paced = self._of(Rated), self._of(SessionPaced)
        self.last_rating = rated[-1].rating if rated else started.start_rating
        self.waiting: Offer | None = None  # an offer that the person has not answered yet
        self._run = SessionRun.resume_from(
            started.parts, finished, companion.clock(), self._pace(), check_in_done=bool(rated)
        )
        if paced:
            self._take_up(paced[-1])
        if rated and not (paced and paced[-1].id > rated[-1].id):
            self._await(self.offer(rated[-1].rating))

    @property
    def id(self) -> str:
        """The id of the entry that began it."""
        return self.started.id

    @property
    def title(self) -> str:
        """The session's name, the short one where there is one."""
        programme = self._companion.content.programmes.get(self.started.programme)
        return programme.label if programme and programme.name == self.started.title else self.started.title

    @property
    def stop_signal(self) -> str:
        """What a helper and the person agree before anything is moved."""
        return self._companion.content.text("stop_signal.card").text

    def view(self) -> SessionView:
        """What to show now. Call it as often as liked: what time has finished is saved first."""
        now = self._companion.clock()
        before, self._run = self._run, self._run.tick(now)
        if (before.outcomes, before.stage) != (self._run.outcomes, self._run.stage):
            self._keep()
        return view(self._run, now)

    def exercise(self, id: str) -> Exercise:
        """The exercise of a part; raises Unknown for one that the content no longer has."""
        exercises = self._companion.content.exercises
        if id not in exercises:
            raise Unknown("unknown_exercise", value=id, known=list(exercises))
        return exercises[id]

    def go_on(self) -> SessionView:
        """Start, done, or end of the rest, whichever comes next."""
        return self._move(self._run.go_on(self._companion.clock()))

    def pause(self) -> SessionView:
        """Stop the clock, or let it go on."""
        now = self._companion.clock()
        return self._move(self._run.resume(now) if self._run.paused_at else self._run.pause(now))

    def hold(self) -> SessionView:
        """Stop the clock, if it is not stopped already."""
        return self._move(self._run.pause(self._companion.clock()))

    def skip(self) -> SessionView:
        """Leave this exercise out."""
        return self._move(self._run.skip(self._companion.clock()))

    def unskip(self) -> SessionView:
        """Take the last skip back."""
        return self._move(self._run.unskip(self._companion.clock()))

    def more_rest(self) -> SessionView:
        """A longer rest, by the seconds the plan gives."""
        return self._move(self._run.more_rest(self._companion.clock(), self._limits.more_rest_s))

    def easier(self) -> SessionView:
        """One mode gentler."""
        return self._move(self._run.easier(self._companion.clock()))

    def harder(self) -> SessionView:
        """Take `easier` back."""
        return self._move(self._run.harder(self._companion.clock()))

    def gentler(self) -> SessionView:
        """Finish gently: no bands, no aerobic work, and everything else with help where it can be."""
        now = self._companion.clock()
        tiring = {p.exercise for p in self.started.parts if self.exercise(p.exercise).category in TIRING}
        run = self._run.leave_out(now, tiring)
        while run.can_ease:
            run = run.easier(now)
        self.waiting = None
        return self._move(run.stretch_rest(now, self._limits.rest_factor, "tired"))

    def stop(self, reason: str | None = None) -> SessionView:
        """End here; everything done is kept."""
        self.waiting = None
        return self._move(self._run.stop(self._companion.clock()), reason)

    def offer(self, rating: int | None, *, effort: int | None = None, unwell: bool = False) -> Offer:
        """What a rating given now would offer; writes nothing."""
        part = self._run.part
        category = self.exercise(part.exercise).category if part else None
        start = self.started.start_rating
        return during(start, rating, self._limits, effort=effort, unwell=unwell, category=category)

    def rate(self, rating: int | None, when: When = "during") -> Offer:
        """Write a rating given now, before its offer is asked about; one point up lengthens the rests."""
        offer = self.offer(rating)
        if when == "during":
            self._await(offer)
        if rating is not None:
            self.last_rating = rating
            self._unsaved.append(self._companion.sign(Rated, rating=rating, when=when, session=self.id))
        run = self._run
        if offer.code == "more_rest":
            run = run.stretch_rest(self._companion.clock(), self._limits.rest_factor, "tired")
        self._move(run)
        return offer

    def answered(self) -> SessionView:
        """The check-in has its answer; the rest begins."""
        self.waiting = None
        return self._move(self._run.asked(self._companion.clock()))

    def steps_done(self) -> tuple[int, int]:
        """How many exercises had at least one part done, of how many."""
        done = {self.started.parts[f.part].step for f in self._run.outcomes if f.outcome == "done"}
        return len(done), self.started.steps

    def save(self) -> bool:
        """Try again to save what is not saved yet; whether all of it is saved now."""
        try:
            while self._unsaved:
                kept = self._companion.keep(self._unsaved[0])
                del self._unsaved[0]
                self._learn(kept)
        except CompanionError as error:
            self.trouble = error
            return False
        self.trouble = None
        return True

    def _take_up(self, paced: SessionPaced) -> None:
        """A session that broke off goes on as gently as it had become."""
        now = self._companion.clock()
        while self._run.ease < paced.ease and self._run.can_ease:
            self._run = self._run.easier(now)
        self._run = self._run.stretch_rest(now, paced.rest_factor, "tired")

    def _await(self, offer: Offer) -> None:
        self.waiting = offer if offer.code in ("choice", "end") else None

    def _move(self, run: SessionRun, reason: str | None = None) -> SessionView:
        if (run.ease, run.rest_factor) != (self._run.ease, self._run.rest_factor):
            self._unsaved.append(
                self._companion.sign(
                    SessionPaced, session=self.id, ease=run.ease, rest_factor=run.rest_factor
                )
            )
        self._run = run
        self._keep(reason)
        return view(run, self._companion.clock())

    def _pace(self) -> Pace:
        settings = self._companion.settings
        return Pace(
            wait_for_go=settings.wait_for_go,
            manual=settings.movement == "done",
            between_s=self._limits.between_s,
            least_rest_s=self._limits.least_rest_s,
            longest_gap_s=self._limits.longest_gap_s,
            modes={id: self.exercise(id).modes for id in {part.exercise for part in self.started.parts}},
        )

    def _keep(self, reason: str | None = None) -> None:
        """Save outcomes that are new, take back the ones that were unskipped, and the end."""
        over = {finished.part for finished in self._run.outcomes}
        for part in [part for part in self._kept if part not in over]:
            self._take_back(self._kept.pop(part))
        for finished in self._run.outcomes:
            if finished.part not in self._kept:
                self._kept[finished.part] = self._step(finished)
                self._unsaved.append(self._kept[finished.part])
        if self.ended is not None and self._run.stage not in OVER:  # the last skip was taken back
            self._take_back(self.ended)
            self.ended = None
        if self.ended is None and self._run.stage in OVER:
            outcome = "finished" if self._run.stage is Stage.DONE else "stopped"
            self.ended = self._companion.sign(SessionEnded, session=self.id, outcome=outcome, reason=reason)
            self._unsaved.append(self.ended)
        self.save()

    def _step(self, finished: Finished) -> StepDone:
        part = self.started.parts[finished.part]
        return self._companion.sign(
            StepDone, session=self.id, part=finished.part, exercise=part.exercise, side=part.side,
            mode=finished.mode, outcome=finished.outcome,
        )  # fmt: skip

    def _take_back(self, kept: StepDone | SessionEnded) -> None:
        """Undo what is kept; what could not be saved yet is forgotten."""
        if kept.id:
            undo = self._companion.sign(Correction, at=kept.at, target=kept.id, action="undo")
            self._unsaved.append(undo)
        else:
            self._unsaved = [entry for entry in self._unsaved if entry is not kept]

    def _learn(self, kept: Entry) -> None:
        """Remember an entry with the id it got."""
        if isinstance(kept, StepDone):
            self._kept[kept.part] = kept
        elif isinstance(kept, SessionEnded):
            self.ended = kept

    def _of(self, model: type[S]) -> list[S]:
        """What was kept of this session, oldest first; of ratings only those given during it."""
        found = self._companion.diary.of(model, since=self.started.at.date())
        mine = (entry for entry in found if entry.session == self.id)
        return [entry for entry in mine if not isinstance(entry, Rated) or entry.when == "during"]
