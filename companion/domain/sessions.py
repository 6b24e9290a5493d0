"""The words of a guided session: phases, outcomes, pace, view. See sessions_clock.py, sessions_run.py."""

from collections.abc import Collection, Mapping
from dataclasses import field
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.domain.entries import Mode, Outcome, Part, Unwell

GENTLER: tuple["Mode", ...] = ("active", "active_assisted", "passive")


class Phase(StrEnum):
    """What the person is asked to do now."""

    READY = "ready"
    MOVE = "move"
    HOLD = "hold"
    REST = "rest"
    ASK = "ask"  # the check-in in the middle; waits for the answer
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"


class Stage(Enum):
    """Where a run is; moving and holding are told apart only when it is looked at."""

    READY = "ready"
    ACTIVE = "active"
    REST = "rest"
    ASK = "ask"
    DONE = "done"
    STOPPED = "stopped"


OVER = (Stage.DONE, Stage.STOPPED)


class Finished(NamedTuple):
    """A part that is over: its index, whether it was done, and in which mode."""

    part: int
    outcome: "Outcome"
    mode: "Mode"


class Check(NamedTuple):
    """What a check-in heard beside the rating; None where it was not asked or not answered.

    `breathes_easily`, as at the start, stands for `talks` where nobody speaks.
    """

    exercise: str | None = None
    effort: int | None = None
    talks: bool | None = None
    breathes_easily: bool | None = None
    unwell: "Unwell | None" = None

    @property
    def breath(self) -> bool | None:
        """Whether there is breath enough, by talking or else by breathing."""
        return self.breathes_easily if self.talks is None else self.talks


@frozen
class Pace:
    """How a session is run: the person's settings and the therapist's limits. Times in seconds.

    `modes` says which modes an exercise allows; one that is not named keeps its planned mode. Exercises by
    id: `own_pace` waits for "done", as breath follows no clock; `set_up` waits until everything is in place;
    `asks_after` has a short check-in after each bout or set; `rest_shares` is the least rest, in times of the
    work before it.
    """

    wait_for_go: bool = False
    manual: bool = False
    check_in: bool = True
    between_s: float = 0
    least_rest_s: float = 0
    longest_gap_s: float = 600  # the content's value is the one in force
    modes: Mapping[str, tuple["Mode", ...]] = field(default_factory=lambda: MappingProxyType({}))
    own_pace: Collection[str] = ()
    set_up: Collection[str] = ()
    asks_after: Collection[str] = ()
    rest_shares: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    def eased(self, part: "Part", steps: int) -> "Mode":
        """Find the mode that is up to so many steps gentler than planned, as far as the exercise allows."""
        allowed = self.modes.get(part.exercise, ())
        down = [mode for mode in GENTLER[GENTLER.index(part.mode) + 1 :] if mode in allowed]
        return (part.mode, *down)[min(steps, len(down))]

    def rest_after(self, part: "Part", coming: "Part") -> float:
        """Tell how long to rest between two parts; changing the exercise takes its time."""
        change = self.between_s if part.step != coming.step else 0
        work = self.rest_shares.get(part.exercise, 0) * self.active_s(part)
        return max(part.rest_s, self.least_rest_s, change, work)

    def by_hand(self, part: "Part") -> bool:
        """Tell whether the part waits for "done": by choice, or because it has no time of its own."""
        if part.exercise in self.own_pace:
            return True
        return part.move_s + part.hold_s == 0 or (self.manual and part.move_s > 0)

    def asks_between(self, part: "Part", coming: "Part") -> bool:
        """Tell whether a short check-in stands between two parts: after a bout or set, not between sides."""
        return part.exercise in self.asks_after and (part.step, part.set) != (coming.step, coming.set)

    def active_s(self, part: "Part") -> float:
        """Add up all repetitions of a part; for one done by hand this is an estimate."""
        return part.reps * (part.move_s + part.hold_s)


@frozen
class SessionView:
    """What a face shows at one moment.

    `part` is the one being done, in a rest or a check-in the one that comes; its mode is the eased one.
    `next` is the part that comes next, in a rest or a check-in the same as `part`. `under` is the phase a
    pause interrupts, else the phase itself. Seconds are rounded up; None means that it waits for the person.
    `extended_s` is what a rest has beyond its plan, `reason` why: "asked", or what `stretch_rest` was told.
    `asked_s` was asked for on top: of this rest or countdown, else of the rest that comes.
    """

    phase: Phase
    under: Phase
    index: int
    part: "Part | None"
    next: "Part | None"
    step: int
    steps: int
    rep: int
    reps: int
    seconds_left: int | None
    seconds_total: int | None
    extended_s: int
    asked_s: int
    reason: str | None
    parts_done: int
    time_left_s: int
    can_unskip: bool
    can_ease: bool
    eased: int
