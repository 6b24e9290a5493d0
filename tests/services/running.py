"""A session under way, pressed on to a phase: shared by the tests of it."""

from disk import full

from companion.domain.sessions import Phase


def begin(companion, programme="morning_full_body", rating=3):
    if rating is not None:
        companion.fatigue.log(rating, when="before")
    return companion.sessions.start(programme)


def until(session, clock, phase, index=0):
    """Let time pass, pressing on where the session waits, until this phase of this part or a later one."""
    view = session.view()
    while not (view.under is phase and view.index >= index):
        assert view.phase not in (Phase.DONE, Phase.STOPPED)
        if view.phase is Phase.ASK:
            session.rate(None)
            view = session.answered()
        elif view.seconds_left is None:
            view = session.go_on()
        else:
            clock.go(seconds=1)
            view = session.view()
    return view


def steps(companion):
    return [(e.part, e.outcome, e.mode) for e in companion.diary.entries("step")]


def full_disk(companion, monkeypatch):
    monkeypatch.setattr(companion, "keep", full)
