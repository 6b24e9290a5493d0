"""What can be done with a guided session by one press, and the sentence that says what came of it."""

from collections.abc import Callable

from companion.domain.sessions import Phase, SessionView
from companion.flows import guided_choices as choices
from companion.services.sessions_running import RunningSession
from companion.wording import sessions_player as told
from companion.wording import sessions_spoken as spoken

Command = Callable[[RunningSession, SessionView], str]


def _go_on(session: RunningSession, before: SessionView) -> str:
    """Start, done, or the end of the rest; the same again begins at once."""
    again = before.phase is Phase.REST and choices.known(before, session)
    now = session.go_on()
    if again and now.under is Phase.READY and now.index == before.index:
        session.go_on()
    return ""


def _stay(session: RunningSession, before: SessionView) -> str:
    """It goes on, where it was stopped meanwhile."""
    if before.phase is Phase.PAUSED:
        session.go_on()
    return ""


def _pause(session: RunningSession, before: SessionView) -> str:
    if before.phase is not Phase.PAUSED:
        session.pause()
    return ""


def _more_rest(session: RunningSession, before: SessionView) -> str:
    now = session.more_rest()
    return told.more_rest(now, now.asked_s - before.asked_s)


def _easier(session: RunningSession, before: SessionView) -> str:
    return told.who_moves_now(before, session.easier())


def _harder(session: RunningSession, before: SessionView) -> str:
    return told.who_moves_now(before, session.harder())


def _skip(session: RunningSession, before: SessionView) -> str:
    session.skip()
    return spoken.skipped(session.exercise(before.part.exercise)) if before.part else ""


def _unskip(session: RunningSession, _before: SessionView) -> str:
    session.unskip()
    return ""


def _time(session: RunningSession, _before: SessionView) -> str:
    return spoken.time_left(session.view())


COMMANDS: dict[str, Command] = {
    choices.GO: _go_on,
    choices.STAY: _stay,
    choices.PAUSE: _pause,
    choices.MORE_REST: _more_rest,
    choices.EASIER: _easier,
    choices.HARDER: _harder,
    choices.SKIP: _skip,
    choices.UNSKIP: _unskip,
    choices.TIME: _time,
}
