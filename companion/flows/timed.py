"""A clock as steps: how it is ended, what is said at its mark, and how much went by for who asks."""

from typing import TYPE_CHECKING, Any

from companion.flows.levels import Cue
from companion.flows.steps import AnyStep, Choose, Option, Say, Timer
from companion.wording import clocks

if TYPE_CHECKING:
    from datetime import datetime

    from companion.services.companion import Companion

END, SO_FAR = "end", "so_far"
A_SECOND = 1  # nobody asks how many of a shorter unit there are


class Timed:
    """Time that passes until somebody ends it; `result` is how many whole units went by."""

    def __init__(self, companion: "Companion", timer: Timer) -> None:
        self._companion, self._timer = companion, timer
        self._began: datetime = companion.clock()
        self._marked = timer.start >= timer.mark  # it was said before the clock was ended and taken up again
        self._said: Say | None = None
        self.done, self.result = False, None

    result: int | None
    guides = False

    @property
    def step(self) -> AnyStep:
        """How it is ended; the number that was asked for."""
        if self._said:
            return self._said
        timer = self._timer
        options: tuple[Option, ...] = (Option(END, timer.end),)
        if timer.unit_s >= A_SECOND:
            options = (*options, Option(SO_FAR, clocks.so_far(timer.unit)))
        return Choose(id=timer.id, title=timer.title, help=timer.help, spoken=timer.spoken, options=options)

    def answer(self, value: Any) -> None:
        """It is ended, or somebody asks how much went by."""
        if self._said:
            self._said = None
        elif value == SO_FAR:
            self._said = Say(clocks.passed(self.passed, self._timer.unit))
        else:
            self.done, self.result = True, self.passed

    def back(self) -> bool:
        """To the question before."""
        return False

    @property
    def passed(self) -> int:
        """Whole units that went by."""
        return min(self._timer.start + int(self._seconds() // self._timer.unit_s), self._timer.most)

    def due(self) -> list[Cue]:
        """The sentence at the mark, once."""
        if self._marked or self.passed < self._timer.mark:
            return []
        self._marked = True
        rings = self._timer.bell and self._companion.settings.bell
        return [Cue(self._timer.at_mark, int(rings))]

    def wait(self) -> float | None:
        """Seconds until the mark."""
        if self._marked:
            return None
        return max(0.0, (self._timer.mark - self._timer.start) * self._timer.unit_s - self._seconds())

    def hold(self) -> None:
        """Whatever is timed goes on."""

    def _seconds(self) -> float:
        return max(0.0, (self._companion.clock() - self._began).total_seconds())
