"""The face in plain lines: presents a walk, step by step, until it is over."""

import os
import signal
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from companion.errors import SIGNALLED, CompanionError, Failure
from companion.flows.steps import Choose, Confirm, Menu, Number, Read, Say, Text
from companion.flows.walk import Talk
from companion.linear.asking import Asking, ChangedError, Presented
from companion.linear.choosing import BACK, Choosing
from companion.linear.entering import Entering
from companion.linear.keys import Keys
from companion.linear.reading import Reading
from companion.linear.streams import Gone, Lines
from companion.wording import choices, linear
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from companion.flows.idle import Idleness
    from companion.flows.walk import Walk
    from companion.services.companion import Companion


class Face:
    """Says what a walk asks and sends back what was answered."""

    def __init__(self, walk: Presented, asking: Asking, said: Sequence[str] = ()) -> None:
        self.walk, self.asking = walk, asking
        self.choosing = Choosing(asking)
        self.entering, self.reading = Entering(asking), Reading(asking)
        self._said = list(said)  # what the last answer came to, said with what is asked next

    def run(self) -> list[str]:
        """Until the walk is over, or one switch is turned on; returns what is still to be said.

        Raises EOFError where the input ends.
        """
        while not self.walk.over and not self.asking.scans:
            self._said += self.asking.brought()
            try:
                answer = self._present(self.walk.step)
                self.asking.require_let_in()
                if answer is BACK:
                    self._back()
                else:
                    self._answer(answer)
            except ChangedError:
                continue
        return self._said

    def _present(self, step: Any) -> Any:
        """The answer to a step, or BACK; nothing for what is only said."""
        if isinstance(step, Say) and not step.waits:
            self._said.append(step.text)
            return None
        said, self._said = tuple(self._said), []
        match step:
            case Say():
                return self.reading.hear(step, said)
            case Read():
                return self.reading.read(step, said)
            case Choose():
                return (self.entering.rate if step.is_rating else self.choosing.choose)(step, said)
            case Confirm():
                return self.choosing.confirm(step, said)
            case Number():
                return self.entering.number(step, said)
            case Text():
                return self.entering.text(step, said)
        raise TypeError(f"no lines for {type(step).__name__}")

    def _answer(self, value: Any) -> None:
        try:
            self.walk.answer(value)
        except CompanionError as error:
            self._said.append(sentence(error))

    def _back(self) -> None:
        """One question back; out of the program only when that was asked about."""
        leaving = self.walk.depth == 0 and isinstance(self.walk.step, Menu)
        if not leaving or self.choosing.confirm(Confirm(id="leave", title=choices.LEAVE_PROGRAM)) is True:
            self.walk.back()


def run(companion: "Companion", walk: "Walk", keys: Keys, lines: Lines) -> int:
    """Present a walk until it is over, the input ends or nobody reads any more; the exit code."""
    asking = Asking(companion, walk, keys, lines)
    walk.reminding.knock = lambda _: lines.ring()
    said: list[str] = []
    began = False  # a switch that is turned on by and by is offered its pace
    try:
        while not walk.over:
            if asking.scans:
                from companion.linear.scanning import Scanning

                said = Scanning(companion, walk, asking, said, began=began).run()
            else:
                said = Face(walk, asking, said).run()
            began = True
        idle = walk.idle is not None and walk.idle.over
        lines.say(*said, walk.idle.farewell() if walk.idle and idle else linear.GOODBYE)
    except EOFError:
        lines.say(linear.CLOSED)
    return 0


def run_linear(
    companion: "Companion", *, first: tuple[Talk, ...] = (), idle: "Idleness | None" = None
) -> int:
    """Open the face on the terminal, or on whatever streams there are; the exit code."""
    from companion.flows.menus.today import begin
    from companion.linear.terminal import opened

    with suppress(Gone), opened(lambda: companion.settings, idle) as (keys, lines):
        try:
            return run(companion, begin(companion, *first, idle=idle), keys, lines)
        except KeyboardInterrupt:
            lines.say(sentence(Failure("interrupted")))
            return SIGNALLED + signal.SIGINT
        except CompanionError as error:
            lines.say(sentence(error))
            return error.exit_code
        except (Gone, EOFError):
            raise
        except MemoryError:
            lines.say(sentence(Failure("no_memory")))
            return Failure.exit_code
        except Exception:
            if os.environ.get("COMPANION_DEBUG"):
                raise
            lines.say(sentence(Failure("unexpected")))
            return Failure.exit_code
    return 0
