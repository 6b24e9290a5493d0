"""A session on the disk: its beginning, every part that is over, its end, and what could not be saved yet."""

from typing import TYPE_CHECKING, Literal, TypeVar

from companion.domain.entries import (
    CheckedIn,
    Correction,
    Entry,
    FunctionNote,
    Rated,
    SessionEnded,
    SessionPaced,
    SessionStarted,
    SessionTaken,
    StepDone,
)
from companion.domain.sessions import OVER, Finished, Stage
from companion.errors import CompanionError, Unknown

if TYPE_CHECKING:
    from companion.domain.exercises import Exercise
    from companion.domain.sessions_run import SessionRun
    from companion.services.companion import Companion

S = TypeVar("S", Rated, SessionTaken, StepDone, SessionPaced, CheckedIn, FunctionNote)
Reason = Literal["too_hard", "pain", "tired"]


class KeptSession:
    """Saves what a run has finished, each part before the next begins.

    What cannot be saved never stops the session: `trouble` says why, and the next command or finished step
    tries again. Where another process goes on with the session, or ended it, `left_to` is the entry that says
    so: nothing happens here any more. `holds` is the id of the entry with which this one has it.
    """

    _run: "SessionRun"

    def __init__(self, companion: "Companion", started: SessionStarted, holds: str = "") -> None:
        self._companion = companion
        self.started = started
        self.ended: SessionEnded | None = None
        self.trouble: CompanionError | None = None
        self._kept = {step.part: step for step in self._of(StepDone)}
        self._unsaved: list[Entry] = []
        self._reasons: dict[int, Reason] = {}
        self.left_to: SessionTaken | SessionEnded | None = None
        self._holds = holds or started.id
        self._seen: object = None  # the token of the diary at the last look

    @property
    def id(self) -> str:
        """The id of the entry that began it."""
        return self.started.id

    @property
    def title(self) -> str:
        """The session's name, the short one where there is one."""
        programme = self._companion.programmes.all().get(self.started.programme)
        return programme.label if programme and programme.name == self.started.title else self.started.title

    def exercise(self, id: str) -> "Exercise":
        """The exercise of a part; raises Unknown for one that the content no longer has."""
        exercises = self._companion.content.exercises
        if id not in exercises:
            raise Unknown("unknown_exercise", value=id, known=list(exercises))
        return exercises[id]

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

    def _look_around(self) -> bool:
        """Take up what another process wrote about this session; whether there was any of it."""
        if self.left_to is not None or self._run.stage in OVER:
            return False
        try:
            if (token := self._changed()) == self._seen:
                return False
            self._seen, before = token, self._run
            ends = self._companion.diary.of(SessionEnded, since=self.started.at.date())
            others = [end for end in ends if end.session == self.id]
            taken = [one for one in self._of(SessionTaken) if one.id > self._holds]
            steps = {step.part: step for step in self._of(StepDone) if step.part not in self._kept}
        except CompanionError:  # what cannot be read now is read at the next look
            return False
        elsewhere: list[SessionTaken | SessionEnded] = [*others, *taken[::-1]]
        self.left_to = next(iter(elsewhere), None)
        over = [Finished(n, step.outcome, step.mode) for n, step in sorted(steps.items())]
        self._run = self._run.done_elsewhere(self._companion.clock(), over)
        self._kept |= {n: step for n, step in steps.items() if self._run is not before}
        return self.left_to is not None or self._run is not before

    def _changed(self) -> object:
        return self._companion.diary.changed("step", since=self.started.at.date())

    def _because(self, run: "SessionRun", reason: Reason | None) -> None:
        """Remember why the parts that a command leaves out are left out."""
        fresh = {f.part for f in run.outcomes if f.outcome == "skipped"} - set(self._kept)
        if reason is not None:
            self._reasons |= dict.fromkeys(fresh, reason)

    def _keep(self, reason: str | None = None) -> None:
        """Save outcomes that are new, take back the ones that were unskipped, and the end."""
        over = {finished.part for finished in self._run.outcomes}
        for part in [part for part in self._kept if part not in over]:
            self._take_back(self._kept.pop(part))
            self._reasons.pop(part, None)
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
            reason=self._reasons.get(finished.part) if finished.outcome == "skipped" else None,
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
