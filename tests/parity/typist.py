"""Answers the face in plain lines by digits and lines alone, finding the digits in what it says."""

import re
from collections.abc import Callable
from io import StringIO
from itertools import count
from typing import Any

from companion.flows.steps import Choose, Confirm, Option, Read, Say, Step
from companion.flows.walk import Talk, Walk
from companion.linear.face import run
from companion.linear.keys import Keys
from companion.linear.streams import Lines, heard
from companion.services.companion import Companion
from companion.wording.numbers import plain

LINES = 400  # typed at most, against a walk that never ends
PAGES = 40


class Remembering(Walk):
    """A walk that remembers what was asked and what was said."""

    def __init__(self, companion: Companion, first: Any, *talks: Talk) -> None:
        self.asked: list[Step] = []
        self.said: list[str] = []
        super().__init__(companion, first, *talks)

    def answer(self, value: Any = None) -> None:
        """Remember the step, then answer it."""
        step = self.step
        if isinstance(step, Say):
            self.said.append(step.text)
        elif isinstance(step, Step):
            self.asked.append(step)
        super().answer(value)


class Pipe:
    """A pipe with somebody at its other end, who hears what was said and types a line; None ends it."""

    terminal = False

    def __init__(self, walk: Walk) -> None:
        self.walk, self.stream = walk, StringIO()
        self._read, self._left = 0, LINES

    def __call__(self, companion: Companion) -> int:
        """Let the face run until this pipe is closed; its exit code."""
        ticks = count(step=10)
        lines = Lines(self.stream)
        return run(
            companion, self.walk, Keys(self, lines, lambda: companion.settings, lambda: next(ticks)), lines
        )

    @property
    def text(self) -> str:
        """All that was said so far."""
        return self.stream.getvalue()

    def read(self, seconds: float | None) -> bytes:
        """The next line."""
        block, self._read = self.text[self._read :], len(self.text)
        self._left -= 1
        assert self._left, f"no end:\n{self.text}"
        typed = self.typed(block)
        return b"" if typed is None else f"{typed}\n".encode()

    def typed(self, block: str) -> str | None:
        """What is typed after this was said."""
        raise NotImplementedError


class Typist(Pipe):
    """Somebody who types `answer(step)` for each step, until that is END.

    What is to be chosen is looked for among the rows that were said, with 9 for more rows.
    """

    def __init__(self, walk: Walk, answer: Callable[[Any], Any]) -> None:
        super().__init__(walk)
        self._answer, self._pages = answer, 0

    def typed(self, block: str) -> str | None:
        """The digit, the number or the words for the step that is asked."""
        step = self.walk.step
        if isinstance(step, Say | Read):
            return "1"
        value = self._answer(step)
        if value is END:
            return None
        if isinstance(step, Confirm):
            return "2" if value else "1"
        if not isinstance(step, Choose):
            return plain(value)
        if step.is_rating:
            return "11" if value is None else str(value)
        option = next(option for option in step.options if option.value == value)
        return self._digit(option, block)

    def _digit(self, option: Option, block: str) -> str:
        """The digit said before an option, or that of the next page."""
        if "A dot says" in block:
            return "."
        label = rf"(\d)\. {re.escape(heard(option.spoken or option.label).rstrip('.'))}(?:[,.:;]|$)"
        if option.key.isdigit():
            label = rf"({option.key})\. "  # the digit of a level is the level, and is not said twice
        found = re.search(f"^{label}", block, re.MULTILINE)
        self._pages = 0 if found else self._pages + 1
        assert self._pages < PAGES, f"{option.label} is on no page:\n{self.text}"
        return found[1] if found else "9"


END = object()  # nothing more is typed
