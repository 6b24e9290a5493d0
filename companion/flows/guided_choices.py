"""What a guided session shows to somebody who listens: a title, and what can be done now."""

from typing import TYPE_CHECKING

from companion.domain.sessions import Phase, SessionView
from companion.domain.sessions_heard import OVER, WORKING
from companion.flows.steps import Choose, Option
from companion.wording import sessions_spoken as say

if TYPE_CHECKING:
    from companion.services.sessions_running import RunningSession

ID = "session"
GO, STAY, AGREED, PAUSE, MORE_REST = "go", "stay", "agreed", "pause", "more_rest"
EASIER, HARDER, SKIP, UNSKIP = "easier", "harder", "skip", "unskip"
WORD, TIRED, HOW, TIME, END = "word", "tired", "how", "time", "end"
SAVE, LEAVE, SIGNS = "save", "leave", "signs"
WORDS = {
    PAUSE: say.PAUSE, MORE_REST: say.MORE_REST, EASIER: say.EASIER, HARDER: say.HARDER, SKIP: say.SKIP,
    UNSKIP: say.UNSKIP, WORD: say.WORD, TIRED: say.TIRED, HOW: say.HOW, TIME: say.TIME, END: say.END,
    SIGNS: say.SIGNS,
}  # fmt: skip


def now(view: SessionView, session: "RunningSession") -> Choose:
    """What to do now, most wanted first; what cannot be done now is not there."""
    assert view.part is not None
    exercise = session.exercise(view.part.exercise)
    if view.phase is Phase.PAUSED:
        title = say.paused(view, exercise)
    elif view.under is Phase.REST:
        title = say.rest(view, exercise)
    elif view.under in WORKING:
        title = say.working(view, exercise)
    else:
        title = say.ready(view, exercise, session.flags(view.part))
    options = [Option(GO, _go(view, session)), *(Option(way, WORDS[way]) for way in [*_ways(view), SIGNS])]
    return Choose(
        id=ID, title=title, help=say.about(view, exercise), options=tuple(options), brief_again=True
    )


def shows(view: SessionView) -> bool:
    """Whether there is something to do now, and no question and no end."""
    return view.part is not None and view.under not in (Phase.ASK, *OVER)


def signal(view: SessionView, session: "RunningSession") -> Choose:
    """The stop signal, agreed before a helper moves anything."""
    ways = [*([HARDER] if view.eased else []), END, SKIP, SIGNS]
    options = (Option(AGREED, say.AGREED), *(Option(way, WORDS[way]) for way in ways))
    return Choose(id=ID, title=session.stop_signal_aloud, help=session.stop_signal, options=options)


def staying() -> Choose:
    """Asked of who goes back: a session is never left by a press too many."""
    return Choose(id=ID, title=say.STILL_HERE, options=(Option(STAY, say.GO_ON), Option(END, say.END)))


def unsaved(trouble: str) -> Choose:
    """What could not be saved at the end, and what one can do."""
    return Choose(id=ID, title=trouble, options=(Option(SAVE, say.SAVE), Option(LEAVE, say.LEAVE)))


def known(view: SessionView, session: "RunningSession") -> bool:
    """Whether what comes after a rest is what was done before it, so that it begins without more words."""
    before, coming = session.about, view.part
    if before is None or coming is None or coming.mode == "passive":
        return False
    same = (before.exercise, before.side) == (coming.exercise, coming.side)
    return same and session.exercise(coming.exercise).category != "mobility"


def _go(view: SessionView, session: "RunningSession") -> str:
    if view.phase is Phase.PAUSED:
        return say.GO_ON
    if view.under is Phase.REST:
        return say.START_NOW if known(view, session) else say.TO_NEXT
    return say.DONE if view.under in WORKING else say.START


def _ways(view: SessionView) -> list[str]:
    """Everything but going on, in the order in which it is wanted."""
    easing = [*([EASIER] if view.can_ease else []), *([HARDER] if view.eased else [])]
    out = [SKIP, *([UNSKIP] if view.can_unskip else [])]
    if view.phase is Phase.PAUSED:
        return [WORD, END, TIRED, *easing, *out, HOW, TIME]
    if view.under is Phase.REST:
        return [MORE_REST, PAUSE, END, WORD, TIRED, TIME, *easing, *out, HOW]
    if view.under in WORKING:
        stop = [PAUSE] if view.seconds_left is not None else []
        return [*stop, WORD, END, TIRED, *easing, MORE_REST, *out, HOW, TIME]
    return [HOW, WORD, END, TIRED, *easing, *out, TIME]


def same(one: SessionView, other: SessionView) -> bool:
    """Whether two looks find the person at the same thing to do: repetitions and seconds may differ."""
    return _thing(one) == _thing(other)


def _thing(view: SessionView) -> tuple[object, ...]:
    under = Phase.MOVE if view.under in WORKING else Phase.STOPPED if view.under in OVER else view.under
    return view.index, under, view.phase is Phase.PAUSED, view.part and view.part.mode
