"""The one question before any face is there: a line of plain text, answered with one key."""

import os
import select
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from textwrap import fill
from typing import TYPE_CHECKING, Any

from companion.flows.conversation import Conversation
from companion.flows.faces import choose_face
from companion.flows.steps import Choose
from companion.surroundings.terminal import forget_typed, single_keys
from companion.wording import faces as words

if TYPE_CHECKING:
    from companion.cli.faces import Face
    from companion.services.companion import Companion

END = ("", "\x04")  # nothing more to read; Ctrl-D where no line is being edited

LEAVES = ("0", "q", "Q")


def asked(companion: "Companion", *, reader: bool) -> "Face | None":
    """Ask on the terminal which face is wanted; None where it was left without an answer."""
    talk = Conversation(lambda: choose_face(companion, reader=reader))
    keys = sys.stdin.fileno()
    while not talk.done:
        assert isinstance(talk.step, Choose)
        with single_keys(keys):
            answer = answered(talk.step, lambda: key(keys), say)
            if answer is None:
                return None
            settle(keys, companion.settings.same_key_ms / 1000)
        talk.answer(answer)
    found: Face = talk.result
    return found


def answered(step: Choose, read: Callable[[], str], say: Callable[[str], None]) -> Any:
    """The value of the option whose digit was pressed; None at the end of the input."""
    values = [option.value for option in step.options]
    digits, default = {str(n): value for n, value in enumerate(values, 1)}, values.index(step.default) + 1
    switch = str(values.index(words.SWITCH) + 1)
    say(words.question(step.title, (option.label for option in step.options), default))
    while (typed := read()) not in END:
        if typed in "\r\n":
            typed = str(default)
        elif typed == " ":
            typed = switch
        elif typed in LEAVES:
            break
        if typed in digits:
            say(f"{typed}\n")
            return digits[typed]
        say(f"\n{words.wrong_key(len(digits), default)}")
    say("\n")
    return None


def say(text: str) -> None:
    """Write it at once; a line that is longer than the terminal is wide is broken between words."""
    wide = shutil.get_terminal_size().columns
    lines = (line if len(line) < wide else fill(line, wide - 1) for line in text.split("\n"))
    sys.stdout.write("\n".join(lines))
    sys.stdout.flush()


def key(terminal: int) -> str:
    """One key, and of a key that sends several characters or of a paste the first alone."""
    try:
        typed = os.read(terminal, 1).decode("ascii", "replace")
    except OSError:  # the terminal is gone
        return ""
    if not typed.isdecimal() and typed not in "\r\n":
        forget_typed(terminal)
    return typed


def settle(terminal: int, seconds: float) -> None:
    """Enter right behind a digit, or the digit still held down, is not for the face that opens."""
    held = b""
    with suppress(OSError):  # the terminal is gone
        while select.select([terminal], [], [], seconds)[0]:
            came = os.read(terminal, 1)
            if not came or (held and came != held):
                forget_typed(terminal)
                return
            held = came
