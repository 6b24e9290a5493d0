"""A program that nobody uses over SSH: says that it will leave, leaves, and is kept by any key."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from companion.domain.idle import MINUTE, Idle, State, limits
from companion.flows.levels import Cue
from companion.surroundings import deadline
from companion.surroundings.remote import ssh
from companion.wording import idle as words

if TYPE_CHECKING:
    from companion.flows.walk import Walk
    from companion.services.companion import Companion

STUCK = 2 * MINUTE  # after the time to leave: who has not left by then cannot, as what is written is not read

Limits = Callable[[bool], Idle | None]


class Idleness:
    """Knows how long ago a key came. Faces feed it `pressed`, and ask `look` after `wait` seconds.

    `in_session` is set by the face: there it waits longer. `over` once it is time to leave.
    """

    def __init__(
        self,
        found: Limits,
        *,
        clock: Callable[[], float] = monotonic,
        at_latest: Callable[[float], None] = deadline.hang_up_after,
        stuck: float = STUCK,
    ) -> None:
        self._found, self._clock, self._at_latest, self._stuck = found, clock, at_latest, stuck
        self._last, self._armed, self._said = clock(), 0.0, False
        self.in_session = self.over = False
        self._arm()

    def pressed(self) -> bool:
        """A key came; whether it only answers what was said, and is to do nothing else."""
        answers, self._said = self._said, False
        self._last = self._clock()
        self._arm()
        return answers

    def wait(self, *, in_session: bool | None = None) -> float | None:
        """Seconds until there is something to say or to do; None for never."""
        self.in_session = self.in_session if in_session is None else in_session
        self._arm()
        found = self._found(self.in_session)
        return None if found is None or self.over else found.wait(self._quiet())

    def look(self) -> State:
        """What became of it since: "warned" once, when it is to be said; "over" when it is time to leave.

        It is said in every case: who slept through it, as a program that was stopped, has that time still.
        """
        found = self._found(self.in_session)
        state: State = "awake" if found is None else found.state(self._quiet())
        if found and state == "over" and not self._said:
            self._last, state = self._clock() - found.warn, "warned"
        self.over = state == "over"
        told, self._said = self._said, state != "awake"
        return "awake" if state == "warned" and told else state

    def cues(self, walk: "Walk") -> list[Cue]:
        """For a walk that nobody answers: that it closes soon, a session held meanwhile; then it is over."""
        self.in_session = walk.guides
        state = self.look()
        walk.over = walk.over or state == "over"
        if state != "warned":
            return []
        walk.hold()
        return [Cue(self.warning())]

    def warning(self) -> str:
        """That it will leave, and when."""
        found = self._found(self.in_session)
        return words.warning(found.leave - found.warn, in_session=self.in_session) if found else ""

    def farewell(self) -> str:
        """Why it left."""
        found = self._found(self.in_session)
        return words.farewell(found.leave, in_session=self.in_session) if found else ""

    def _quiet(self) -> float:
        return max(0.0, self._clock() - self._last)

    def _arm(self) -> None:
        """The hard end, for a program that stands still because nobody reads what it writes."""
        found = self._found(self.in_session)
        at = self._last + found.leave + self._stuck if found else 0.0
        if at != self._armed:
            self._armed = at
            self._at_latest(max(1.0, at - self._clock()) if found else 0.0)


def over_ssh(companion: "Companion") -> Idleness | None:
    """For who comes in over SSH, by the settings; None for who sits at this machine."""
    if not (companion.gated or ssh()):
        return None
    return Idleness(lambda in_session: limits(companion.settings.idle_minutes, in_session=in_session))
