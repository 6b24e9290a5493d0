"""One switch in lines: rows are said one after another, each on a line, until one of them is pressed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.errors import CompanionError
from companion.flows.steps import Menu, Say
from companion.flows.switch import Scanner, Switched
from companion.flows.switch_choosing import WARNING
from companion.linear.asking import Asking
from companion.linear.keys import HELD_ON, PASTED
from companion.linear.streams import heard
from companion.wording import numbers
from companion.wording import switch as words
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from companion.flows.walk import Walk
    from companion.services.companion import Companion

NAMES = {" ": "space", "": "enter"}


class Scanning:
    """Says what one switch can choose. `said` is what the last answer came to, said with what is offered.

    `began` is set where the switch was turned on just now.
    """

    def __init__(
        self, companion: "Companion", walk: "Walk", asking: Asking, said: Sequence[str], *, began: bool
    ) -> None:
        self._companion, self._asking, self._clock = companion, asking, asking.keys.now
        self._walk = Switched(walk, offers_pace=began)
        self._scanner = Scanner(companion, self._walk, aloud=True)
        self._walk.rests = lambda: self._scanner.rests(self._clock())
        self._said = list(said)
        self._told_how = False

    def run(self) -> list[str]:
        """Until the walk is over, or there is no switch any more; returns what is still to be said.

        Raises EOFError where the input ends.
        """
        while not self._walk.over and self._companion.settings.switch:
            self._asking.require_let_in()
            self._tell_due()
            step = self._walk.step
            if self._walk.over:
                break
            if isinstance(step, Say):
                self._said.append(step.text)
                self._walk.answer()
            else:
                self._offer(step)
                self._wait()
        return self._said

    def _offer(self, step: Menu) -> None:
        """What is offered now; before the first row of a choice what it is about, in one piece."""
        lines: list[str] = []
        if self._scanner.is_new:
            how = "" if self._told_how else words.HOW
            lines, self._said = [*self._said, numbers.sentence(step.title), step.told, how], []
            self._told_how = True
            self._asking.voiced.tell((), step)
        rings = int(bool(lines) and step.id == WARNING)
        row = self._scanner.look(self._clock(), " ".join(heard(line) for line in lines))
        self._asking.lines.say(*lines, row or "", rings=self._rings(rings))

    def _wait(self) -> None:
        """For a press, or for the next row."""
        try:
            key = self._asking.keys.key(self._scanner.wait(self._clock()), echo=False)
            if key is None or key == PASTED:
                return
            if key == HELD_ON:
                self._scanner.again()
            elif self._scanner.is_switch(NAMES.get(key, key)):
                self._scanner.press(self._clock())
        except CompanionError as error:
            self._said.append(sentence(error))

    def _tell_due(self) -> None:
        """What time has brought, between two rows."""
        cues = self._walk.due()
        self._asking.voiced.tell(cues)
        for cue in cues:
            self._asking.lines.say(cue.text, rings=self._rings(cue.rings))
            self._scanner.heard(self._clock(), cue.text)

    def _rings(self, times: int) -> int:
        """None where the settings have the bell off."""
        return times if self._companion.settings.bell else 0
