"""One switch in the calm screen: the cursor goes from row to row by itself, and is told as it goes."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from companion.errors import CompanionError
from companion.flows.steps import Menu
from companion.flows.switch import Scanner, Switched
from companion.flows.switch_choosing import BACK, WARNING
from companion.surroundings.readers import reader
from companion.surroundings.remote import ssh
from companion.tui.calm.lines import Act
from companion.wording import switch as words
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from companion.flows.walk import Walk
    from companion.services.companion import Companion
    from companion.tui.calm.face import Face

NAMED = ("space", "enter")


class Scanning:
    """Moves a face over the rows and takes them, while the settings have one switch; else does nothing."""

    def __init__(
        self, companion: "Companion", face: "Face", walk: "Walk", clock: Callable[[], float] = monotonic
    ) -> None:
        self._companion, self._face, self._walk, self._clock = companion, face, walk, clock
        self._scanner: Scanner | None = None
        self._listens: bool | None = None  # nobody has looked yet
        self._said = ""  # the row that was told last
        self._told_how = False
        self._begun = False  # a switch that is turned on by and by is offered its pace
        self._obey()
        self._begun = True

    @property
    def is_watched(self) -> bool:
        """Whether somebody looks for the row that is offered, and no reader would say it twice."""
        return self._scanner is not None and not self._is_heard()

    def press(self, key: str, at: float) -> bool:
        """Take a key that is the switch, at the second when it came; False for one that is not."""
        scanner, face = self._scanner, self._face
        if scanner is None or not scanner.is_switch(key if key in NAMED else ""):
            return False
        if face.over_it:
            if scanner.counts(at):
                face.take(face.sheet.lines[face.sheet.first])
            return True
        try:
            if scanner.press(at):
                face.present()
                face.voiced.tell((), None if face.ended else face.walk.step)
        except CompanionError as error:
            face.say(sentence(error))
        return True

    def look(self) -> None:
        """Begin or end as the settings say; go to the row that is offered now, and tell it."""
        self._obey()
        scanner, face = self._scanner, self._face
        if scanner is None or face.ended or face.over_it:
            return
        at, result, new = self._clock(), face.view.said, scanner.is_new
        result = "" if result == self._said else result
        if result and not new:
            scanner.heard(at, result)
        how = words.HOW if new and not self._told_how else ""
        screen = [line.text for line in face.sheet.lines] if new else []  # all of it is read out
        row = scanner.look(at, " ".join([*screen, result, how]).strip())
        if row is not None:
            self._told_how = True
            self._go_to(scanner.row)
            face.say(" ".join(part for part in (result, how, row) if part))
        if new and isinstance(face.step, Menu) and face.step.id == WARNING:
            face.bells += int(self._companion.settings.bell)
        self._said = face.view.said

    def wait(self) -> float | None:
        """Seconds until something is to be told or is due; None while nothing will."""
        if self._scanner is None or self._face.ended or self._face.over_it:
            return self._face.wait()
        return self._scanner.wait(self._clock())

    def _obey(self) -> None:
        wanted = self._companion.settings.switch
        if wanted == (self._scanner is not None):
            return
        if wanted:
            switched = Switched(self._walk, offers_pace=self._begun, details=not self._is_heard())
            scanner = self._scanner = Scanner(self._companion, switched, aloud=self._is_heard())
            switched.rests = lambda: scanner.rests(self._clock())
            self._face.walk = switched
        else:
            self._scanner, self._face.walk = None, self._walk
        self._face.present()

    def _go_to(self, row: int | None) -> None:
        """The line of a row; where it does not show, and while paused, the cursor stays."""
        step, face = self._face.step, self._face
        if row is None or not isinstance(step, Menu):
            return
        option = step.options[row]
        for n, line in enumerate(face.sheet.lines):
            is_back = line.act is Act.BACK and option.value is BACK
            if is_back or (line.act is Act.ANSWER and line.value == option):
                face.go_to(n)
                return

    def _is_heard(self) -> bool:
        """Whether a reader or a voice says the rows; to somebody at another machine one may."""
        if self._listens is None:
            marks = self._companion.settings.calm_mark == "row"
            self._listens = bool(reader()) or (ssh() and not marks)
        return self._listens or self._companion.settings.voice
