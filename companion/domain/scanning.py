"""One switch: choices are offered one after another, and a press takes the one that was offered."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, repeat
from math import inf
from typing import NamedTuple

LEAST_SAME_MS = 500  # a switch that bounces must never choose twice, whatever the filter of other keys is
# Nobody answers what came less than about 0.3 s ago: a press then was on its way to the choice before, which
# is the usual mistake of a slow hand. Of a short interval it is only a fifth, so that as few as can be of the
# presses that are meant for the choice itself are lost.
LATE_S, LATE_SHARE = 0.3, 0.2
SPEECH_STARTS_S, LETTERS_A_SECOND = 0.5, 15  # measured with three screen readers
# Simpson, Koester and LoPresti 2007: an interval fits where the mean reaction is 0.65 of it.
MOMENT_S = 0.001  # less is left by rounding, and would never go by
REACTION_SHARE = 0.65
SHORTEST_MS, LONGEST_MS = 800, 10_000


class Pace(NamedTuple):
    """How long a choice is offered, how much longer the first one, how many rounds; `aloud` is speech on."""

    each_s: float
    first_s: float
    rounds: int
    aloud: bool = False


class Offer(NamedTuple):
    """What is offered: its place in the list, None while paused. A new `number` is announced, once."""

    number: int
    place: int | None


class Scan:
    """Offers labels from the second `at` on, counted by the clock: a machine that slept announces once.

    `lead` is what is said before the first. One label alone is offered for good: a press can mean no other.
    """

    def __init__(self, labels: Sequence[str], pace: Pace, at: float, *, lead: str = "") -> None:
        self._labels, self._pace, self._lead = labels, pace, lead
        self._before = 0  # what was offered until the last pause
        self._begin(at)

    def offer(self, at: float) -> Offer:
        """What is offered at this second."""
        number = self._number(at)
        return Offer(self._before + number, self._place(number))

    def wait(self, at: float) -> float | None:
        """Seconds until something else is offered; None where that takes a press."""
        number = self._number(at)
        if number == len(self._ends) or self._ends[number] == inf:
            return None
        return max(MOMENT_S, self._ends[number] - (at - self._start))

    def rounds(self, at: float) -> int:
        """How many whole rounds were let pass."""
        return self._number(at) // len(self._labels)

    def press(self, at: float) -> int | None:
        """The place of the label that is taken; None where the scan was paused, and begins anew.

        None as well where the list came only just now: whoever pressed meant what stood there before.
        """
        number = self._number(at)
        passed = at - self._start - (self._ends[number - 1] if number else 0)
        if passed < min(LATE_S, LATE_SHARE * self._pace.each_s):
            return self._place(number - 1) if number else None
        if number == len(self._ends):
            self._before += number + 1
            self._lead = ""  # nothing is said before it now
            self._begin(at)
            return None
        return self._place(number)

    def hold(self, at: float, text: str) -> None:
        """Leave time to hear something said in between: what is offered is offered that much longer."""
        number = self._number(at)
        self._ends[number:] = [end + self._spoken_s(text) for end in self._ends[number:]]

    def _begin(self, at: float) -> None:
        # Only the first choice of a new list comes as a surprise; after a round one is in time with it.
        self._start = at
        pace, more = self._pace, self._spoken_s(self._lead) if self._lead else 0.0
        round_s = [max(pace.each_s, self._spoken_s(label)) for label in self._labels]
        if len(round_s) == 1:
            self._ends = [inf]
            return
        ends = accumulate(chain.from_iterable(repeat(round_s, pace.rounds)))
        self._ends = [end + pace.first_s + more for end in ends]

    def _number(self, at: float) -> int:
        return bisect_right(self._ends, at - self._start)

    def _place(self, number: int) -> int | None:
        return number % len(self._labels) if number < len(self._ends) else None

    def _spoken_s(self, text: str) -> float:
        return SPEECH_STARTS_S + len(text) / LETTERS_A_SECOND if self._pace.aloud else 0.0


def interval_ms(reactions_s: Sequence[float]) -> int:
    """How long a choice is offered to somebody who reacts in these seconds, to the tenth of a second."""
    fitting = sum(reactions_s) / len(reactions_s) / REACTION_SHARE
    return min(max(round(fitting * 10) * 100, SHORTEST_MS), LONGEST_MS)
