"""The one question before any face is there: a line of plain text, answered with one key."""

import os
import shutil
import sys
import termios
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from textwrap import fill
from typing import TYPE_CHECKING, Any

from companion.flows.conversation import Conversation
from companion.flows.faces import choose_face
from companion.flows.steps import Choose
from companion.wording import faces as words

if TYPE_CHECKING:
    from companion.cli.faces import Face
    from companion.services.companion import Companion

END = ("", "\x04")  # nothing more to read; Ctrl-D where no line is being edited


def asked(companion: "Companion", *, reader: bool) -> "Face | None":
    """Ask on the terminal which face is wanted; None where it was left without an answer."""
    talk = Conversation(lambda: choose_face(companion, reader=reader))
    while not talk.done:
        assert isinstance(talk.step, Choose)
        with single_keys(sys.stdin.fileno()) as read:
            answer = answered(talk.step, read, say)
        if answer is None:
            return None
        talk.answer(answer)
    found: Face = talk.result
    return found


def answered(step: Choose, read: Callable[[], str], say: Callable[[str], None]) -> Any:
    """The value of the option whose digit was pressed; None at the end of the input."""
    values = [option.value for option in step.options]
    digits, default = {str(n): value for n, value in enumerate(values, 1)}, values.index(step.default) + 1
    say(words.question(step.title, (option.label for option in step.options), default))
    while (key := read()) not in END:
        if key in "\r\n":
            key = str(default)
        if key in digits:
            say(f"{key}\n")
            return digits[key]
        say(f"\n{words.wrong_key(len(digits), default)}")
    say("\n")
    return None


def say(text: str) -> None:
    """Write it at once; a line that is longer than the terminal is wide is broken between words."""
    wide = shutil.get_terminal_size().columns
    lines = (line if len(line) < wide else fill(line, wide) for line in text.split("\n"))
    sys.stdout.write("\n".join(lines))
    sys.stdout.flush()


@contextmanager
def single_keys(terminal: int) -> Iterator[Callable[[], str]]:
    """Reads a key at a time, and of a key that sends several characters or of a paste the first alone."""
    before = termios.tcgetattr(terminal)

    def read() -> str:
        try:
            key = os.read(terminal, 1).decode("ascii", "replace")
        except OSError:  # the terminal is gone
            return ""
        if not key.isdecimal() and key not in "\r\n":
            termios.tcflush(terminal, termios.TCIFLUSH)
        return key

    try:
        tty.setcbreak(terminal, termios.TCSANOW)
        yield read
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
