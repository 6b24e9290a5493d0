"""A guided session as a pure state machine: what a person can do with it, each a new run.

Nothing shortens a rest but going on. The service keeps what `tick` and the commands return, and saves the
outcomes it has not saved yet; only `unskip` takes outcomes away.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Self

from companion.domain.frozen import frozen
from companion.domain.sessions import OVER, Finished, SessionView, Stage
from companion.domain.sessions_clock import SessionClock
from companion.domain.sessions_view import view


@frozen
class SessionRun(SessionClock):
    """One session under way, with its commands."""

    def at(self, now: datetime) -> SessionView:
        """Show what a face shows at this moment."""
        return view(self.tick(now), now)

    def go_on(self, now: datetime) -> Self:
        """Start, say "done", end the rest, or end the pause. A check-in wants its answer first."""
        run = self.tick(now)
        if run.paused_at:
            return run.resume(now)
        return run if run.stage in (Stage.ASK, *OVER) else run._after(now)

    def pause(self, now: datetime) -> Self:
        """Stop the clock. Nothing to pause at a check-in or once it is over."""
        run = self.tick(now)
        if run.paused_at or run.stage in (Stage.ASK, *OVER):
            return run
        return replace(run, paused_at=now)

    def resume(self, now: datetime) -> Self:
        """Let the clock go on where it stood."""
        run = self.tick(now)
        if run.paused_at is None:
            return run
        return replace(run, began=run.began + (now - run.paused_at), paused_at=None)

    def skip(self, now: datetime) -> Self:
        """Leave out this exercise, in a rest the one that comes; a rest under way goes on."""
        run = self.tick(now)
        step = run.part and run.part.step
        return run._leave_out(now, {i for i, part in enumerate(run.parts) if part.step == step})

    def leave_out(self, now: datetime, exercises: Collection[str]) -> Self:
        """Go on without these exercises; those still to come count as skipped."""
        run = self.tick(now)
        return run._leave_out(now, {i for i, part in enumerate(run.parts) if part.exercise in exercises})

    def unskip(self, now: datetime) -> Self:
        """Take the last skip back: get ready for that exercise, or in a rest let it be the one that comes."""
        run = self.tick(now)
        last = run.last_skipped
        if last is None:
            return run
        step = run.parts[last].step
        kept = tuple(f for f in run.outcomes if f.outcome == "done" or run.parts[f.part].step != step)
        run = replace(run, outcomes=kept)
        index = run._first_open()
        if index == run.index or run.stage in (Stage.REST, Stage.ASK):
            return replace(run, index=index)
        return run._ready(now)

    def done_elsewhere(self, now: datetime, outcomes: Collection[Finished]) -> Self:
        """Take up outcomes that were written elsewhere; who was at one of these gets ready for the next."""
        over = {finished.part for finished in self.outcomes}
        fresh = tuple(finished for finished in outcomes if finished.part not in over)
        if not fresh or self.stage in OVER:
            return self
        run = replace(self, outcomes=(*self.outcomes, *fresh))
        if self.index not in {finished.part for finished in fresh}:
            return run
        if run.open and self.stage in (Stage.REST, Stage.ASK):
            return replace(run, index=run._first_open())
        return run._ready(now)

    def more_rest(self, now: datetime, seconds: float) -> Self:
        """Lengthen this rest or countdown, else the rest that comes."""
        run = self.tick(now)
        return run if run.stage in OVER else replace(run, extra_s=run.extra_s + seconds)

    def stretch_rest(self, now: datetime, factor: float, reason: str) -> Self:
        """Make this rest and all that follow so many times as long; never shorter than before."""
        run = self.tick(now)
        if factor <= run.rest_factor:
            return run
        return replace(run, rest_factor=factor, rest_reason=reason)

    def easier(self, now: datetime) -> Self:
        """Go on one mode gentler, this part and what follows, where the exercises allow it."""
        run = self.tick(now)
        return replace(run, ease=run.ease + 1) if run.can_ease else run

    def harder(self, now: datetime) -> Self:
        """Take one step of `easier` back."""
        run = self.tick(now)
        return replace(run, ease=max(0, run.ease - 1))

    def asked(self, now: datetime) -> Self:
        """Go on after the check-in; the rest begins now, in full."""
        run = self.tick(now)
        return run._enter(Stage.REST, now, run.length_s) if run.stage is Stage.ASK else run

    def stop(self, now: datetime) -> Self:
        """End here; what was done stays done."""
        run = self.tick(now)
        return run if run.stage in OVER else run._enter(Stage.STOPPED, now)

    def _leave_out(self, now: datetime, indexes: set[int]) -> Self:
        if self.stage in OVER:
            return self
        skipped = tuple(Finished(i, "skipped", self.mode_of(i)) for i in self.open if i in indexes)
        run = replace(self, outcomes=(*self.outcomes, *skipped))
        if self.index not in indexes:
            return run
        if self.stage not in (Stage.REST, Stage.ASK):
            return run._leave(now)
        run = replace(run, index=run._first_open())
        if run.part is None:
            return run._enter(Stage.DONE, now)
        return replace(run, length_s=max(run.length_s, run.pace.between_s))
