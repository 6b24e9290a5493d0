"""When a program that nobody uses any more says so, and when it leaves: seconds without a key."""

from typing import Literal

from companion.domain.frozen import frozen

MINUTE = 60.0
WARNED, WARNED_IN_SESSION = 1 * MINUTE, 5 * MINUTE  # seconds before it leaves
# In a session hands are busy or rest, and a helper has none free for keys: it may last so many times longer.
SESSION_FACTOR = 4

State = Literal["awake", "warned", "over"]


@frozen
class Idle:
    """`leave`: seconds without a key after which it leaves; `warn`: after which it says that it will."""

    leave: float
    warn: float

    def state(self, quiet: float) -> State:
        """What so many seconds without a key come to."""
        if quiet < self.warn:
            return "awake"
        return "warned" if quiet < self.leave else "over"

    def wait(self, quiet: float) -> float:
        """Seconds until the next state; 0 where there is none."""
        return max(0.0, (self.warn if quiet < self.warn else self.leave) - quiet)


def limits(minutes: int, *, in_session: bool) -> Idle | None:
    """The limits for so many minutes; None for 0, which is never."""
    if minutes <= 0:
        return None
    leave = minutes * MINUTE * (SESSION_FACTOR if in_session else 1)
    return Idle(leave, leave - min(leave / 2, WARNED_IN_SESSION if in_session else WARNED))
