"""When a guided session speaks by itself: what time made due between two looks at it, each of it once.

Only what is newest is said: who was away for minutes hears where the session stands, not all that was missed.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from companion.domain.sessions import Phase, SessionView

if TYPE_CHECKING:
    from companion.domain.entries import Part

SECONDS_SAID = (30, 10)  # how many seconds before its end a rest speaks
MINUTES_FROM = 120  # a stretch longer than this many seconds speaks once a minute
LONG_WORK = 60  # a movement or hold of so many seconds speaks as a rest does
APART = 5  # seconds between two sayings, at least

Kind = Literal["left", "hold", "let_go", "times", "done", "rest_over", "session_over"]
BELLS: dict[Kind, int] = {"rest_over": 1, "session_over": 3}
WORKING = (Phase.MOVE, Phase.HOLD)
OVER = (Phase.DONE, Phase.STOPPED)


class Due(NamedTuple):
    """What is to be said: of `left` the seconds, of `let_go` and `times` the repetition that begins."""

    kind: Kind
    number: int = 0


def marks(total: int) -> tuple[int, ...]:
    """The seconds left at which a stretch of so many seconds speaks, longest first."""
    if total > MINUTES_FROM:
        return (*range((total - APART) // 60 * 60, 0, -60), SECONDS_SAID[-1])
    return tuple(mark for mark in SECONDS_SAID if mark + APART <= total)


def moments(part: "Part") -> dict[tuple[int, Phase], Kind]:
    """What is said as a repetition begins, and as its hold does, where there is room between two sayings.

    "Hold" is only said where "let go" follows it.
    """
    cycle = part.move_s + part.hold_s
    found: dict[tuple[int, Phase], Kind] = {}
    last = 0.0
    for rep in range(1, part.reps + 1):
        begins = (rep - 1) * cycle
        if rep > 1 and begins - last >= APART and cycle >= APART:
            found[rep, Phase.MOVE], last = "let_go" if part.hold_s >= APART else "times", begins
        if part.hold_s >= APART and begins + part.move_s - last >= APART:
            found[rep, Phase.HOLD], last = "hold", begins + part.move_s
    return found


def due(before: SessionView, now: SessionView) -> Due | None:
    """What is to be said, having looked `before` and then `now`."""
    if now.under in OVER:
        return Due("session_over") if now.under is Phase.DONE and before.under not in OVER else None
    rested = before.under is Phase.REST or (before.under in WORKING and now.index != before.index)
    if rested and now.under in (Phase.READY, *WORKING):
        return Due("rest_over")
    if before.under in WORKING and now.under not in WORKING:
        return Due("done")
    if now.index != before.index or now.phase is Phase.PAUSED or now.part is None:
        return None
    return _passed(before, now) or (_moment(now, now.part) if _place(before) != _place(now) else None)


def wait(view: SessionView) -> float | None:
    """Seconds until there may be something to say; None while the session waits for the person."""
    if view.phase is Phase.PAUSED or view.seconds_left is None:
        return None
    coming = [mark for mark in _marks(view) if mark < view.seconds_left]
    return float(view.seconds_left - max(coming, default=0))


def still(view: SessionView) -> SessionView:
    """The same, its seconds standing at the last ones that were said: nothing moves between two sayings."""
    total = view.seconds_total
    if view.seconds_left is None or total is None:
        return view
    at = min((mark for mark in (total, *_marks(view)) if mark >= view.seconds_left), default=total)
    return replace(view, seconds_left=at)


def _marks(view: SessionView) -> tuple[int, ...]:
    total = view.seconds_total or 0
    speaks = view.under is Phase.REST or (view.under in WORKING and total >= LONG_WORK)
    return marks(total) if speaks else ()


def _place(view: SessionView) -> tuple[int, int, Phase]:
    return view.index, view.rep, view.under


def _passed(before: SessionView, now: SessionView) -> Due | None:
    """The mark passed since; a stretch that was made longer comes by its marks again."""
    if before.under is not now.under or before.rep != now.rep:
        return None
    if now.seconds_left is None or before.seconds_left is None:
        return None
    passed = [mark for mark in _marks(now) if now.seconds_left <= mark < before.seconds_left]
    return Due("left", min(passed)) if passed else None


def _moment(now: SessionView, part: "Part") -> Due | None:
    if now.under not in WORKING or not now.rep:
        return None
    kind = moments(part).get((now.rep, now.under))
    return Due(kind, now.rep) if kind else None
