"""A session under way: the pure run, and every finished step on the disk before the next begins."""

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.domain.entries import (
    CheckedIn,
    FunctionNote,
    NoteAbout,
    Pain,
    Part,
    Rated,
    SessionPaced,
    SessionStarted,
    When,
)
from companion.domain.fatigue import Offer, during
from companion.domain.limits import SessionLimits
from companion.domain.sessions import OVER, Check, Finished, Pace, SessionView, Stage
from companion.domain.sessions_run import SessionRun
from companion.domain.sessions_view import view
from companion.services.sessions_kept import KeptSession, Reason
from companion.services.sessions_pace import TIRING, pace_for

if TYPE_CHECKING:
    from companion.services.companion import Companion

FALLS = ("fall_risk", "fall_risk_low")


class RunningSession(KeptSession):
    """Guides one session. Each command moves it to now, saves what was finished, and returns the view."""

    def __init__(
        self,
        companion: "Companion",
        started: SessionStarted,
        finished: tuple[Finished, ...] = (),
        holds: str = "",
    ) -> None:
        super().__init__(companion, started, holds)
        over = {one.part for one in finished}
        self._kept = {n: step for n, step in self._kept.items() if n in over}  # others are taken up at a look
        self.limits = companion.limits(SessionLimits, "session")
        rated, paced = self._of(Rated), self._of(SessionPaced)
        self.last_rating = rated[-1].rating if rated else started.start_rating
        self.last_check = Check()
        self.waiting: Offer | None = None  # an offer that the person has not answered yet
        self._run = SessionRun.resume_from(
            started.parts, finished, companion.clock(), self._pace(), check_in_done=bool(rated)
        )
        if paced:
            self._take_up(paced[-1])
        self._take_up_offer(rated[-1:], self._of(CheckedIn)[-1:], paced[-1].id if paced else "")

    @property
    def stop_signal(self) -> str:
        """What a helper and the person agree before anything is moved."""
        return self._companion.content.text("stop_signal.card").text

    @property
    def stop_signal_aloud(self) -> str:
        """The same for a listener, in fewer words."""
        return self._companion.content.text("stop_signal.card").aloud

    def view(self) -> SessionView:
        """What to show now. Call it as often as liked: what time has finished is saved first."""
        self._look_around()
        if self.left_to is not None:
            return view(self._run, self._run.seen)
        now = self._companion.clock()
        before, self._run = self._run, self._run.tick(now)
        if (before.outcomes, before.stage) != (self._run.outcomes, self._run.stage):
            self._keep()
        return view(self._run, now)

    def wait_for_go(self) -> None:
        """Let nothing begin before the person says so, whatever the settings: who listens needs that."""
        self.view()
        self._run = replace(self._run, pace=replace(self._run.pace, wait_for_go=True))

    @property
    def brief(self) -> bool:
        """Whether the check-in that waits is only about the bout or set just done."""
        return self._run.stage is Stage.ASK and self._run.brief

    @property
    def about(self) -> Part | None:
        """The part that a word about an exercise means: the one under way, in a rest the one before it."""
        run = self._run
        if run.outcomes and run.stage in (Stage.REST, Stage.ASK, *OVER):
            return self.started.parts[run.outcomes[-1].part]
        return run.part

    def flags(self, part: Part) -> list[str]:
        """What to take care of before a part begins: falls, and lying flat where it is done lying."""
        flags, named = self._companion.content.flags, self.exercise(part.exercise).flags
        wanted = [*FALLS, *(["orthopnoea"] if part.position == "lying" else [])]
        return [flags[name].text for name in wanted if name in named]

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

    def skip(self, reason: Reason | None = None) -> SessionView:
        """Leave this exercise out, and why, where that was said."""
        run = self._run.skip(self._companion.clock())
        self._because(run, reason)
        return self._move(run)

    def leave_out(self, exercise: str, reason: Reason) -> SessionView:
        """Go on without an exercise, whatever of it is still to come."""
        run = self._run.leave_out(self._companion.clock(), {exercise})
        self._because(run, reason)
        return self._move(run)

    def unskip(self) -> SessionView:
        """Take the last skip back."""
        return self._move(self._run.unskip(self._companion.clock()))

    def more_rest(self) -> SessionView:
        """A longer rest, by the seconds the plan gives."""
        return self._move(self._run.more_rest(self._companion.clock(), self.limits.more_rest_s))

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
        self._because(run, "tired")
        while run.can_ease:
            run = run.easier(now)
        self.waiting = None
        return self._move(run.stretch_rest(now, self.limits.rest_factor, "tired"))

    def stop(self, reason: str | None = None) -> SessionView:
        """End here; everything done is kept."""
        self.waiting = None
        return self._move(self._run.stop(self._companion.clock()), reason)

    def said(self, exercise: str, about: NoteAbout, pain: Pain | None = None) -> FunctionNote:
        """Keep a word about an exercise; too hard goes on one mode gentler, what hurts is left out."""
        note = self._companion.sign(FunctionNote, about=about, exercise=exercise, pain=pain, session=self.id)
        self._unsaved.append(note)
        if about == "pain":
            self.leave_out(exercise, "pain")
        elif about == "too_hard":
            self.easier()
        else:
            self.save()
        return note

    def pains(self) -> list[FunctionNote]:
        """The pains noted in this session, as they are kept."""
        return [note for note in self._of(FunctionNote) if note.about == "pain"]

    def offer(self, rating: int | None, check: Check | None = None) -> Offer:
        """What a rating given now would offer, with what else was heard; writes nothing."""
        check = check or Check()
        return during(
            self.started.start_rating, rating, self.limits, effort=check.effort, talks=check.breath,
            unwell=check.unwell is not None, category=self._category(check),
        )  # fmt: skip

    def rate(self, rating: int | None, when: When = "during", check: Check | None = None) -> Offer:
        """Write a rating given now, and what else was heard, before its offer is asked about.

        One point up lengthens the rests.
        """
        offer = self.offer(rating, check)
        if when == "during":
            self._await(offer)
        if check is not None and check != Check(check.exercise):
            self._unsaved.append(self._companion.sign(CheckedIn, session=self.id, **check._asdict()))
        self.last_check = check or Check()
        if rating is not None:
            self.last_rating = rating
            view = self.started.helper_view
            rated = self._companion.sign(Rated, rating=rating, when=when, session=self.id, helper_view=view)
            self._unsaved.append(rated)
        run = self._run
        if offer.code == "more_rest":
            run = run.stretch_rest(self._companion.clock(), self.limits.rest_factor, "tired")
        self._move(run)
        return offer

    def answered(self) -> SessionView:
        """The check-in has its answer; the rest begins."""
        self.waiting = None
        return self._move(self._run.asked(self._companion.clock()))

    def _take_up(self, paced: SessionPaced) -> None:
        """A session that broke off goes on as gently as it had become."""
        now = self._companion.clock()
        while self._run.ease < paced.ease and self._run.can_ease:
            self._run = self._run.easier(now)
        self._run = self._run.stretch_rest(now, paced.rest_factor, "tired")

    def _take_up_offer(self, rated: list[Rated], checked: list[CheckedIn], paced: str) -> None:
        """What the newest check-in offered is asked again, unless the session became gentler after it."""
        newest = max((entry.id for entry in (*rated, *checked)), default="")
        if not newest or paced > newest:
            return
        rating: int | None = rated[0].rating if rated else None
        if checked and rated and checked[0].recorded > rated[0].recorded:
            rating = None
        elif checked and rated and checked[0].recorded < rated[0].recorded:
            checked = []
        if checked:
            self.last_check = Check(*(getattr(checked[0], name) for name in Check._fields))
        self._await(self.offer(rating, self.last_check))

    def _category(self, check: Check) -> str | None:
        """The kind of what comes; of what was asked about, where it tires and more of it comes."""
        coming = [self.exercise(self.started.parts[n].exercise).category for n in self._run.open]
        asked = self.exercise(check.exercise).category if check.exercise else None
        if asked in TIRING and asked in coming:
            return asked
        part = self._run.part
        return self.exercise(part.exercise).category if part else None

    def _await(self, offer: Offer) -> None:
        self.waiting = offer if offer.code in ("choice", "end") else None

    def _move(self, run: SessionRun, reason: str | None = None) -> SessionView:
        if self._look_around() or self.left_to is not None:
            self.save()  # what was said counts; what was to be done was meant for what stood here before
            return self.view()
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
        ids = dict.fromkeys(part.exercise for part in self.started.parts)
        return pace_for(self._companion, map(self.exercise, ids))
