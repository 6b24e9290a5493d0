"""Speaks through Speech Dispatcher, where it is installed and nothing else speaks already.

A face that shows one step at a time has a `companion.flows.voiced.Voiced` and tells it the cues that it has
just said and the step it has just presented; what of it is spoken, and whether, is decided there.
"""

import shutil
import subprocess
from collections.abc import Callable
from threading import Thread

from companion.domain.text import clean
from companion.surroundings.readers import reader
from companion.surroundings.remote import ssh

PROGRAM = "spd-say"
LONGEST = 400  # letters of one saying


class Voice:
    """Says one text at a time, each new one in place of the one before; never waits, never fails."""

    def __init__(self, hears_another: Callable[[], bool] | None = None) -> None:
        self._hears_another = hears_another or (lambda: bool(reader()) or ssh())
        self._program: str | None = None  # None: nobody has looked yet; empty: it cannot speak
        self._saying: subprocess.Popen[bytes] | None = None

    def say(self, text: str) -> None:
        """Begin to say it; silence where no voice is there, a screen reader runs, or over SSH."""
        said = clean(text, limit=LONGEST)
        if said and (program := self._found()):
            self.hush()
            self._begin(program, said)

    def hush(self) -> None:
        """Stop handing over what is still being handed over."""
        if self._saying is not None:
            self._saying.terminate()
            self._saying = None

    def _found(self) -> str:
        if self._program is None:
            found = shutil.which(PROGRAM) or ""
            self._program = "" if not found or self._hears_another() else found
        return self._program

    def _begin(self, program: str, said: str) -> None:
        quiet = subprocess.DEVNULL
        try:
            # Text is the kind of message that takes the place of the one before it.
            self._saying = subprocess.Popen(  # noqa: S603 - an argument list, no shell
                [program, "--priority", "text", "--", said], stdin=quiet, stdout=quiet, stderr=quiet,
                start_new_session=True,
            )  # fmt: skip
        except (OSError, ValueError):
            self._program = ""
            return
        Thread(target=self._saying.wait, daemon=True).start()
