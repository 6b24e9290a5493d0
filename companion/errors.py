"""What can go wrong, as a code and facts. The words are in wording.errors, the exit codes in commands.md."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError

SIGNALLED = 128  # what a shell adds to the number of the signal that ended a program


class CompanionError(Exception):
    """Something a person can act on. `code` picks the sentence, `facts` fill it."""

    exit_code = 1

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


class Failure(CompanionError):
    """The outside world said no: a damaged or newer diary, a full or read-only disk, broken content."""


class Malformed(CompanionError):
    """A command or a file that cannot be understood, or a question left unanswered."""

    exit_code = 2


class Unknown(CompanionError):
    """An id or a key that does not exist. `facts["near"]` lists ids that look like it."""

    exit_code = 3


class Busy(CompanionError):
    """Somebody else is saving. `facts` say who and since when."""

    exit_code = 4


class Refused(CompanionError):
    """A value outside what is possible, or one that needs to be confirmed."""

    exit_code = 5


class NotAllowed(CompanionError):
    """The role of the person acting does not include this."""

    exit_code = 77


def where(fault: BaseException | None) -> str:
    """The lines of the program in which something went wrong, and of what kind: no text that it carried.

    What a fault says may hold values of the diary, and this is made to be sent to somebody.
    """
    from traceback import format_tb

    told: list[str] = []
    while fault is not None:
        lines = "".join(format_tb(fault.__traceback__))
        told.append(f"Traceback (most recent call last):\n{lines}{type(fault).__name__}")
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    return "\n\n".join(reversed(told))


def first_fault(error: "ValidationError") -> tuple[str, str]:
    """The key and the fault that a validation met first."""
    fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return ".".join(map(str, fault["loc"])), fault["msg"].removeprefix("Value error, ")
