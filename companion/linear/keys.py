"""What a person types: one key at once or a line with Enter, behind the filter for hands that shake.

On a terminal the filter is always on: a held key would act on every question that follows.
"""

import unicodedata
from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Literal

from companion.config.settings import Settings
from companion.domain.keyfilter import KeyFilter
from companion.linear.presses import Presses
from companion.linear.streams import Lines, Source

if TYPE_CHECKING:
    from companion.flows.idle import Idleness

How = Literal["key", "choice", "words"]  # one key; a key and Enter; a number or words and Enter

ENTER, DELETE, CLEAR, END = "\n", "\x7f\b", "\x15", "\x04"
HELD_ON = "held on"  # answered for who held a key down and has let go, or keeps the program open
PASTED = "pasted"  # answered for more at once than a hand can type, where one key was asked for
HELD = 6  # presses left out, from which a key was held down and no hand shook
QUIET = 0.6  # seconds without a key, after which it was let go
PASTE = 64  # bytes in one piece, from which nobody typed them
SETTLED = 0.05  # seconds without another piece, after which a paste is over
LONGEST = 2_000  # characters that are kept of a line
PIECES = 4_096  # of a paste that are taken away before anything is answered


class Paste(str):
    """What came in one piece and was typed by nobody; no part of it is a key."""

    __slots__ = ()


class Keys:
    """Reads from a source; what is typed is written behind the prompt, since the terminal does not."""

    def __init__(
        self,
        source: Source,
        lines: Lines,
        settings: Callable[[], Settings],
        clock: Callable[[], float] = monotonic,
        idle: "Idleness | None" = None,
    ) -> None:
        self._idle = idle
        self._source, self._lines, self._settings, self._clock = source, lines, settings, clock
        self._presses = Presses()
        self._came: deque[tuple[str, float]] = deque()  # a key, or a whole paste, and when it came
        self._typed = ""
        self._over = self._kept_open = False
        self._filter: tuple[Settings, KeyFilter] | None = None
        self._dropped, self._last = 0, 0.0

    def now(self) -> float:
        """Seconds of the clock that keys are timed with."""
        return self._clock()

    def answer(self, seconds: float | None, how: How) -> str | None:
        """What was typed; Enter alone is "". None where nothing was begun in so many seconds.

        Raises EOFError at the end of input. A line that was begun is waited for however long it takes, or
        until nobody has pressed a key for so long that it is to be said.
        """
        if how == "key" and self._source.terminal:
            return self.key(seconds)
        while True:
            if self._typed:
                seconds = self._idle.wait() if self._idle else None
            key = self._next(seconds, in_field=True)
            if key is None or (key is HELD_ON and not self._typed):
                return key
            if key is not HELD_ON and self._edit(key):
                line, self._typed = self._typed, ""
                self._lines.end_line()
                return line.strip()

    def key(self, seconds: float | None, *, echo: bool = True) -> str | None:
        """One key that counts, as answer() does; a switch needs nothing else."""
        key = self._next(seconds, in_field=False)
        if key is None or key is HELD_ON:
            return key
        if isinstance(key, Paste):
            return PASTED
        if echo and key.isprintable() and key != " ":
            self._lines.echo(key)
        return "" if key in "\r\n" else key

    def _edit(self, key: str) -> bool:
        """Take a key into the line; whether the line is finished. Of a paste its first line is taken."""
        if isinstance(key, Paste):
            line, *others = key.replace("\r", ENTER).lstrip(ENTER).split(ENTER)
            self._add(line)
            return bool(others)
        if key in "\r\n":
            return True
        if key in DELETE:
            self._erase(1)
        elif key == CLEAR:
            self._erase(len(self._typed))
        else:
            self._add(key)
        return False

    def _add(self, text: str) -> None:
        kept = "".join(char for char in text.replace("\t", " ") if char.isprintable())
        kept = kept[: LONGEST - len(self._typed)]
        self._typed += kept
        self._echo(kept)

    def _erase(self, count: int) -> None:
        gone = self._typed[len(self._typed) - count :] if self._typed else ""
        self._typed = self._typed[: len(self._typed) - len(gone)]
        self._echo("\b \b" * sum(map(_columns, gone)))

    def _echo(self, text: str) -> None:
        if text and self._source.terminal:
            self._lines.echo(text)

    def _next(self, seconds: float | None, *, in_field: bool) -> str | None:
        end = None if seconds is None else self._clock() + max(seconds, 0)
        while True:
            while self._came:
                key, at = self._came.popleft()
                if self._counts(key, at, in_field=in_field):
                    return key
            if self._over:
                if self._typed and not self._source.terminal:
                    return ENTER  # the last line of a file may lack its end
                raise EOFError
            came = self._read(self._patience(end))
            if self._kept_open:
                self._kept_open = False
                return HELD_ON
            if not came:
                now = self._clock()
                if self._dropped >= HELD and now - self._last >= QUIET:
                    self._dropped = 0
                    return HELD_ON
                if end is not None and now >= end:
                    return None

    def _patience(self, end: float | None) -> float | None:
        """Seconds to wait for the next piece."""
        ends = [] if end is None else [end]
        if self._dropped >= HELD:
            ends.append(self._last + QUIET)
        return max(0.0, min(ends) - self._clock()) if ends else None

    def _read(self, seconds: float | None) -> bool:
        """Take in what comes; whether anything came."""
        data = self._source.read(seconds)
        if data is None:
            return False
        if data and self._idle and self._idle.pressed():
            self._kept_open = True
            return True
        pasted = self._source.terminal and len(data) >= PASTE
        if pasted:
            data = self._whole_paste(data)
        at = self._clock()
        text = self._presses.read(data, at)
        if self._source.terminal and END in text and not self._typed:
            text, self._over = text.partition(END)[0], True
        self._over = self._over or not data
        self._came.extend([(Paste(text), at)] if pasted else [(char, at) for char in text])
        return True

    def _whole_paste(self, data: bytes) -> bytes:
        """Its beginning; the rest is taken away, so that no part of it answers the next question."""
        for _ in range(PIECES):
            more = self._source.read(SETTLED)
            if not more:
                self._over = more is not None
                break
            data = (data + more)[: LONGEST * 4]
        return data

    def _counts(self, key: str, at: float, *, in_field: bool) -> bool:
        settings = self._settings()
        if not self._source.terminal or isinstance(key, Paste):
            return True
        if self._filter is None or self._filter[0] is not settings:
            made = KeyFilter(settings.same_key_ms, settings.any_key_ms, settings.typed_key_ms)
            self._filter = settings, made
        self._last = at
        counts = self._filter[1].take(key, at, in_field=in_field)
        self._dropped = 0 if counts else self._dropped + 1
        return counts


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
