"""The plain lines on streams that a test fills, with time that a test moves."""

import io
from collections.abc import Callable
from typing import Any

from stepped import SteppedClock

from companion.config.settings import Settings
from companion.linear.face import run
from companion.linear.keys import Keys
from companion.linear.streams import Lines
from companion.services.companion import Companion

AT_ONCE = {"same_key_ms": 0, "any_key_ms": 0, "field_key_ms": 0}
START = 1000.0  # seconds of the clock that keys are timed with


class Typing:
    """A source: text is typed at once, a number is so many seconds without a key. Then the input ends."""

    def __init__(self, *pieces: str | bytes | float, clock: SteppedClock, terminal: bool) -> None:
        self._pieces, self._clock, self.terminal = list(pieces), clock, terminal
        self.now = START

    def read(self, seconds: float | None) -> bytes | None:
        while self._pieces:
            piece = self._pieces[0]
            if not isinstance(piece, int | float):
                self._pieces.pop(0)
                return piece.encode() if isinstance(piece, str) else piece
            if seconds is not None and seconds < piece:
                self._pieces[0] = piece - seconds
                self._pass(seconds)
                return None
            self._pieces.pop(0)
            self._pass(piece)
            seconds = None if seconds is None else seconds - piece
        return b""

    def _pass(self, seconds: float) -> None:
        self.now += seconds
        self._clock.go(seconds=seconds)


class Heard(str):
    """Everything that was written."""

    __slots__ = ()

    @property
    def last(self) -> str:
        """After the last answer but the goodbye."""
        return self.rstrip().rpartition(": ")[2]


Talks = Callable[..., Heard]


def listen(
    companion: Companion,
    walk: Any,
    *pieces: Any,
    clock: SteppedClock,
    terminal: bool = True,
    filtered: bool = False,
) -> Heard:
    """Run a walk with this typing; what was said. Keys may come at once, but where they are `filtered`."""

    def settings() -> Settings:
        return companion.settings if filtered else companion.settings.model_copy(update=AT_ONCE)

    out = io.StringIO()
    source = Typing(*pieces, clock=clock, terminal=terminal)
    lines = Lines(out)
    keys = Keys(source, lines, settings, lambda: source.now)
    assert run(companion, walk, keys, lines) == 0
    return Heard(out.getvalue())
