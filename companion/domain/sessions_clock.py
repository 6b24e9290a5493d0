"""The clockwork of a guided session: stages with deadlines, never counted ticks.

A run knows when its stage began and how long it lasts; `tick(now)` moves it past every deadline that has
come, so late, missing or doubled ticks change nothing. Only a gap longer than `Pace.longest_gap_s` since the
run was last seen does: then nobody was guided. A rest still runs out, but whatever the person would have had
to do waits, paused, as it stood when last seen.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from companion.domain.frozen import frozen
from companion.domain.sessions import OVER, Finished, Pace, Stage

if TYPE_CHECKING:
    from companion.domain.entries import Mode, Part


@frozen
class SessionClock:
    """One session under way. `index` is the part being done or coming next; `length_s` is as planned."""

    parts: tuple["Part", ...]
    pace: Pace
    stage: Stage
    began: datetime
    seen: datetime
    outcomes: tuple[Finished, ...] = ()
    index: int = 0
    length_s: float = 0
    extra_s: float = 0  # asked for, on top of this rest or countdown, or of the one that comes
    rest_factor: float = 1
    rest_reason: str | None = None
    ease: int = 0
    check_in_done: bool = False
    brief: bool = False  # the check-in asks about the bout or set only
    paused_at: datetime | None = None

    @classmethod
    def start(cls, parts: tuple["Part", ...], at: datetime, pace: Pace | None = None) -> Self:
        """Begin with the first part, getting ready."""
        return cls.resume_from(parts, (), at, pace)

    @classmethod
    def resume_from(
        cls,
        parts: tuple["Part", ...],
        outcomes: Iterable[Finished],
        at: datetime,
        pace: Pace | None = None,
        *,
        check_in_done: bool = False,
    ) -> Self:
        """Go on with a session that broke off: get ready for the first part without an outcome."""
        run = cls(parts, pace or Pace(), Stage.READY, at, at, tuple(outcomes), check_in_done=check_in_done)
        return run._ready(at)

    @property
    def part(self) -> "Part | None":
        """The part being done or coming next, as planned."""
        return self.parts[self.index] if self.index < len(self.parts) else None

    @property
    def open(self) -> list[int]:
        """The parts without an outcome, in their order."""
        over = {finished.part for finished in self.outcomes}
        return [i for i in range(len(self.parts)) if i not in over]

    def mode_of(self, index: int) -> "Mode":
        """Tell the mode a part has now, made gentler where asked."""
        return self.pace.eased(self.parts[index], self.ease)

    @property
    def waits(self) -> bool:
        """Whether only the person can end this stage."""
        part = self.part
        if part is None or self.stage in (Stage.ASK, *OVER):
            return True
        if self.stage is Stage.READY:
            return self.pace.wait_for_go or part.exercise in self.pace.set_up
        return self.stage is Stage.ACTIVE and self.pace.by_hand(part)

    @property
    def seconds(self) -> float:
        """How long this stage lasts, with what was added to it."""
        if self.stage is Stage.REST:
            return self.length_s * self.rest_factor + self.extra_s
        return self.length_s + (self.extra_s if self.stage is Stage.READY else 0)

    @property
    def deadline(self) -> datetime | None:
        """When this stage ends by itself; None while it waits or is paused."""
        if self.waits or self.paused_at:
            return None
        return self.began + timedelta(seconds=self.seconds)

    def elapsed(self, now: datetime) -> timedelta:
        """Tell how much of this stage has passed; a pause takes no time."""
        return (self.paused_at or now) - self.began

    @property
    def last_skipped(self) -> int | None:
        """The part skipped last, while that can still be taken back."""
        if self.stage is Stage.STOPPED:
            return None
        return next((f.part for f in reversed(self.outcomes) if f.outcome == "skipped"), None)

    @property
    def can_ease(self) -> bool:
        """Whether a part that is still to do has a gentler mode."""
        still = [self.parts[i] for i in self.open]
        return any(self.pace.eased(p, self.ease) != self.pace.eased(p, self.ease + 1) for p in still)

    def tick(self, now: datetime) -> Self:
        """Let time pass until now. Call it with every tick and keep the result."""
        run = self._turned_back(now) if now < self.seen else self
        if now - run.seen > timedelta(seconds=run.pace.longest_gap_s):
            run = run._unseen(now)
        while (end := run.deadline) is not None and end <= now:
            run = run._after(end)
        return replace(run, seen=now)

    def _turned_back(self, now: datetime) -> Self:
        """Follow a clock that was set back: no time has passed."""
        back = self.seen - now
        paused_at = self.paused_at and self.paused_at - back
        return replace(self, began=self.began - back, seen=now, paused_at=paused_at)

    def _unseen(self, now: datetime) -> Self:
        """Deal with a long gap: a rest runs out, anything else waits as it stood."""
        run, at = self, self.seen
        if run.stage is Stage.REST and run.deadline is not None:
            if run.deadline > now:
                return run
            at = run.deadline
            run = run._after(at)
        return run if run.waits or run.paused_at else replace(run, paused_at=at)

    def _after(self, at: datetime) -> Self:
        """Enter the stage that follows this one by itself."""
        if self.stage is Stage.READY:
            return self._active(at)
        if self.stage is Stage.REST:
            return self._ready(at)
        over = Finished(self.index, "done", self.mode_of(self.index))
        return replace(self, outcomes=(*self.outcomes, over))._leave(at)

    def _enter(self, stage: Stage, at: datetime, length_s: float = 0) -> Self:
        return replace(self, stage=stage, began=at, length_s=length_s, paused_at=None)

    def _ready(self, at: datetime) -> Self:
        run = replace(self, index=self._first_open(), extra_s=0)
        part = run.part
        return run._enter(Stage.READY, at, part.ready_s) if part else run._enter(Stage.DONE, at)

    def _active(self, at: datetime) -> Self:
        part = self.parts[self.index]
        return replace(self, extra_s=0)._enter(Stage.ACTIVE, at, self.pace.active_s(part))

    def _first_open(self) -> int:
        return next(iter(self.open), len(self.parts))

    def _leave(self, at: datetime) -> Self:
        """Leave a part that has its outcome: the end, the check-in, or the rest before the next one.

        Who only got ready for it has rested already.
        """
        part = self.parts[self.index]
        run = replace(self, index=self._first_open())
        coming = run.part
        if coming is None:
            return run._enter(Stage.DONE, at)
        rested = self.stage is Stage.READY
        rest_s = run.pace.between_s if rested else run.pace.rest_after(part, coming)
        halfway = 2 * len(run.outcomes) >= len(run.parts)
        if halfway and run.pace.check_in and not run.check_in_done:
            return replace(run, check_in_done=True, brief=False)._enter(Stage.ASK, at, rest_s)
        if run.pace.check_in and not rested and run.pace.asks_between(part, coming):
            return replace(run, brief=True)._enter(Stage.ASK, at, rest_s)
        return run._enter(Stage.REST, at, rest_s)
