"""What the plain lines are written to and read from: plain text and a bell, never an escape sequence."""

import os
import select
from collections.abc import Callable
from functools import lru_cache
from textwrap import wrap
from typing import Protocol, TextIO

from companion.domain.text import show
from companion.wording.spoken import spoken

BELL = "\a"
CHUNK = 65_536  # bytes


class Gone(Exception):
    """Nobody reads what is written any more."""


class Lines:
    """Writes whole lines, a prompt at the end of the last one, and what is typed behind it."""

    def __init__(self, stream: TextIO, wide: Callable[[], int | None] = lambda: None) -> None:
        self._stream, self._wide = stream, wide
        self._fresh = True  # at the beginning of a line

    def say(self, *lines: str, prompt: str = "", rings: int = 0) -> None:
        """Lines in one piece, so that a reader says them in one; the bell comes before them."""
        text = "".join(f"{self._folded(heard(line))}\n" for line in lines if line)
        if rings or text or prompt:
            self._write(("" if self._fresh else "\n") + BELL * rings + text + prompt)
            self._fresh = not prompt

    def ring(self) -> None:
        """A bell, wherever somebody is typing: it takes no place."""
        self._write(BELL)

    def echo(self, text: str) -> None:
        """What was typed, at the end of the line."""
        self._write(text)
        self._fresh = False

    def end_line(self) -> None:
        """To the beginning of a line, if it is not there."""
        if not self._fresh:
            self._write("\n")
            self._fresh = True

    def _folded(self, text: str) -> str:
        """Between words: a terminal breaks a line inside of them, and a reader then says two halves."""
        wide = self._wide()
        if wide is None or len(text) < wide:
            return text
        lines = (
            wrap(line, wide - 1, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
        )
        return "\n".join("\n".join(line) for line in lines)

    def _write(self, text: str) -> None:
        code = self._stream.encoding or "utf-8"
        try:
            self._stream.write(text.encode(code, "replace").decode(code))
            self._stream.flush()
        except (OSError, ValueError) as fault:  # a closed pipe, a lost line
            raise Gone from fault


@lru_cache(maxsize=512)  # a page is measured before it is said
def heard(text: str) -> str:
    """Text as a listener hears it; nothing in it can move a cursor."""
    return show(spoken(show(text)))


class Source(Protocol):
    """Where typing comes from."""

    terminal: bool  # a person's keys, one by one, not written to the screen by the terminal itself

    def read(self, seconds: float | None) -> bytes | None:
        """What came; None where nothing came in so many seconds, nothing at all at the end."""


class Descriptor:
    """A terminal or a pipe. `woken` is read as well: a byte comes there with every signal."""

    def __init__(self, number: int, *, terminal: bool = False, woken: int | None = None) -> None:
        self._number, self.terminal, self._woken = number, terminal, woken

    def read(self, seconds: float | None) -> bytes | None:
        """A terminal that was closed has ended."""
        watched = [self._number] if self._woken is None else [self._number, self._woken]
        try:
            ready = select.select(watched, [], [], seconds)[0]
            if self._woken in ready:
                os.read(self._woken, CHUNK)
            return os.read(self._number, CHUNK) if self._number in ready else None
        except OSError:
            return b""


class Stream:
    """Text that is all there already, a line at a time; time does not go by."""

    terminal = False

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def read(self, seconds: float | None) -> bytes | None:  # noqa: ARG002
        """The next line."""
        return self._stream.readline().encode("utf-8", "replace")
