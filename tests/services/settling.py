"""Sessions that were done and the answers after them: shared by the tests of settling."""

from datetime import timedelta

from companion.domain.sessions import Phase
from companion.services.sessions_after import Answer


def session(companion, clock, start=3, programme="hands_wrists", last=0):
    """A session that began with a rating and was done to its end."""
    companion.fatigue.log(start, when="before")
    running = companion.sessions.start(programme)
    while not running.ended:
        running.answered() if running.view().phase is Phase.ASK else running.go_on()
    clock.go(minutes=last)
    return running


def answer(companion, rating, felt=None):
    return companion.sessions_after.log(Answer(companion.sessions_after.due(), rating, felt))


def mornings_of(companion, clock, rating, days=8):
    """A usual morning."""
    for ago in range(days, 0, -1):
        at = clock() - timedelta(days=ago, hours=8)
        companion.fatigue.log(rating, when="morning", at=at)


def next_morning(clock):
    clock.now = (clock.now + timedelta(days=1)).replace(hour=8, minute=0)


def befores(companion, clock, rating):
    for ago in range(8, 0, -1):
        companion.fatigue.log(rating, when="before", at=clock() - timedelta(days=ago))
