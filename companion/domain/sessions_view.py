"""Works out what a face shows of a guided session at one moment."""

from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING

from companion.domain.frozen import frozen
from companion.domain.sessions import OVER, Phase, SessionView, Stage

if TYPE_CHECKING:
    from companion.domain.entries import Part
    from companion.domain.sessions_clock import SessionClock


@frozen
class _Clock:
    """Where the person is within a stage: phase, repetition, seconds of it left and in all."""

    phase: Phase
    rep: int = 0
    left: float | None = None
    total: float | None = None


def view(run: "SessionClock", now: datetime) -> SessionView:
    """Show a run that has been ticked to now."""
    clock = _clock(run, now)
    part, after = _eased(run, run.index), _eased(run, _open_after(run))
    working = run.stage in (Stage.READY, Stage.ACTIVE)
    resting = run.stage is Stage.REST
    extended = run.seconds - run.length_s if resting else 0
    return SessionView(
        phase=Phase.PAUSED if run.paused_at else clock.phase,
        under=clock.phase,
        index=run.index,
        part=part,
        next=after if working else part,
        step=part.step if part else _steps(run),
        steps=_steps(run),
        rep=clock.rep,
        reps=part.reps if part else 0,
        seconds_left=_up(clock.left),
        seconds_total=_up(clock.total),
        extended_s=_up(extended) or 0,
        asked_s=_up(run.extra_s) or 0,
        reason=("asked" if run.extra_s else run.rest_reason) if extended else None,
        parts_done=len(run.outcomes),
        time_left_s=_up(_time_left(run, now)) or 0,
        can_unskip=run.last_skipped is not None,
        can_ease=run.can_ease,
        eased=run.ease,
    )


def _up(seconds: float | None) -> int | None:
    """Round up, but not for a rounding error's sake."""
    return None if seconds is None else max(0, ceil(round(seconds, 3)))


def _steps(run: "SessionClock") -> int:
    return max((part.step for part in run.parts), default=0)


def _eased(run: "SessionClock", index: int) -> "Part | None":
    if index >= len(run.parts):
        return None
    return run.parts[index].model_copy(update={"mode": run.mode_of(index)})


def _open_after(run: "SessionClock") -> int:
    return next((i for i in run.open if i > run.index), len(run.parts))


def _clock(run: "SessionClock", now: datetime) -> _Clock:
    if run.part is None or run.stage in (Stage.ASK, *OVER):
        return _Clock(Phase(run.stage.value))
    if run.stage is Stage.ACTIVE:
        return _Clock(Phase.MOVE) if run.waits else _repetition(run, run.part, now)
    phase = Phase(run.stage.value)
    if run.waits:
        return _Clock(phase)
    return _Clock(phase, 0, run.seconds - run.elapsed(now).total_seconds(), run.seconds)


def _repetition(run: "SessionClock", part: "Part", now: datetime) -> _Clock:
    """Find the repetition, and whether it is being moved or held."""
    elapsed = run.elapsed(now).total_seconds()
    cycle = part.move_s + part.hold_s
    done = min(int(elapsed // cycle), part.reps - 1)
    within = elapsed - done * cycle
    if within < part.move_s:
        return _Clock(Phase.MOVE, done + 1, part.move_s - within, part.move_s)
    return _Clock(Phase.HOLD, done + 1, cycle - within, part.hold_s)


def _time_left(run: "SessionClock", now: datetime) -> float:
    """Estimate the rest of the session; what waits for the person counts as planned."""
    if run.part is None or run.stage in OVER:
        return 0
    asking = run.stage is Stage.ASK
    passed = 0 if asking else run.elapsed(now).total_seconds()
    left = max(0.0, run.seconds - passed)
    if run.stage in (Stage.REST, Stage.ASK):
        left += run.part.ready_s
    if run.stage is not Stage.ACTIVE:
        left += run.pace.active_s(run.part)
    before = run.part
    for part in (run.parts[i] for i in run.open if i != run.index):
        left += run.pace.rest_after(before, part) * run.rest_factor + part.ready_s + run.pace.active_s(part)
        before = part
    return left
