"""A step of a walk on the calm screen: its lines, where the cursor begins, and what is said with it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from companion.flows.steps import AnyStep, Clock, Confirm, Menu, Number, Read, Say, Step, Text
from companion.flows.voiced import Voiced
from companion.tui.calm.field import Field
from companion.tui.calm.lines import ALL, CHARACTERS, Line, Sheet, Space, heard, value_of
from companion.tui.calm.sheets import NUMBERS, is_to_be_read, sheet
from companion.tui.calm.view import View

if TYPE_CHECKING:
    from companion.flows.switch import Switched
    from companion.flows.walk import Walk
    from companion.services.companion import Companion

LEAST = 14  # lines of a page: on a lower screen they scroll, so that the digits stay what they are


class Showing:
    """Shows the step at which a walk is. `bells` is how often to ring, for whoever can."""

    sheet: Sheet
    field: Field | None

    def __init__(self, companion: "Companion", walk: "Walk", size: tuple[int, int] = (80, 24)) -> None:
        self._companion: Companion = companion
        self.voiced = Voiced(companion)
        self.walk: Walk | Switched = walk
        self.view = View(*size)
        self.over_it: list[Read | Confirm] = []  # help, warning signs and whether to leave, over the step
        self.page, self.at, self.bells, self.ended = 0, 0, 0, False
        self._stood: dict[int, tuple[str, int, str]] = {}  # by depth: menu, page, key of the choice taken
        self._shown: tuple[object, ...] = ()
        self.field = None
        self.present()

    @property
    def step(self) -> AnyStep:
        """What is shown."""
        return self.over_it[0] if self.over_it else self.walk.step

    @property
    def line(self) -> Line:
        """The line under the cursor."""
        return self.sheet.lines[self.at]

    @property
    def typing(self) -> bool:
        """Whether keys go into a field."""
        return self.field is not None and self.at == self.sheet.field

    @property
    def space(self) -> Space:
        """What there is room for. Who looks for the row has no use for few words; a text is read through."""
        settings = self._companion.settings  # one switch has all its rows before it
        listens = settings.calm_mark == "cursor" and not settings.switch
        high = max(self.view.room, LEAST)
        step = self.step
        chosen = isinstance(step, Read) and step.title and step is not self._explains
        return Space(self.view.wide, high, CHARACTERS if listens and not chosen else ALL, self._spent)

    def resize(self, wide: int, high: int) -> None:
        """Another size: the same step, the cursor on the same row, on whatever page that is now."""
        line, page = self.line, self.page
        self.view.wide, self.view.high = max(1, wide), max(1, high)
        self._lay()
        for tried in (page, *range(self.sheet.pages)):
            self.page = tried
            self._lay()
            found = [n for n, now in enumerate(self.sheet.lines) if now.is_as(line)]
            if found:
                self.at = found[0]
                return
        self.page = page
        self._lay()

    # what is said

    def say(self, text: str) -> None:
        """Write an announcement, to be heard even where the same stands there already."""
        self.view.say(heard(text))
        self._told_last = True

    def again(self) -> None:
        """Say it again: what was said here last, the row where it was shortened, or what this is about."""
        last = self.view.said if self._told_last else ""
        self.say(last or self.line.whole or self.view.said or self.about())

    def about(self) -> str:
        """What stands above the rows, and the row under the cursor."""
        head = self.sheet.lines[: self.sheet.first]
        return " ".join([*(line.text for line in head), self.line.heard])

    # showing a step

    def present(self, *, returned: bool = False) -> None:
        """The step that is there now; what only tells something is said with the next."""
        said, self._just_told = self._told(), True
        self.ended = self.walk.over
        if self.ended:
            self.view.say(heard(said))
            return
        if not self.over_it and is_to_be_read(self.walk.step, self.space):
            self._read_first()
        step = self.step
        shown = type(step), getattr(step, "id", ""), getattr(step, "title", ""), len(self.over_it)
        same, before = shown == self._shown and not returned, self._lines()
        self._shown, self._returned = shown, returned
        key = self.line.key if same else ""
        if said or not same:
            self._spent = len(said)
        if not same:
            self.page, key = self._where(step)
            self._begin_field(step)
            self._explained = "" if isinstance(step, Menu) else self._explained
        self._lay(key)
        if said or not same or self._lines() != before:
            self.view.say(heard(said))
            self._told_last = bool(said)
        if isinstance(step, Say) and self._companion.settings.bell and not same:
            self.bells += 1

    def _told(self) -> str:
        said: list[str] = []
        while not self.over_it and not self.walk.over and isinstance(step := self.walk.step, Say):
            if step.waits:
                break
            said.append(step.text)
            self.walk.answer()
        text = " ".join(said)
        if text and not self.walk.over and not self._holds(heard(text)):
            self.over_it.append(Read("", (("", text),)))
            return ""
        return text

    def _holds(self, text: str) -> bool:
        """Whether there is room for a result, and for a listener to hear the step with it."""
        rows = sheet(self.walk.step, self.space._replace(spent=ALL), first=self.walk.depth == 0).lines
        said = len(text) + sum(len(line.text) for line in rows)
        return self.view.holds(text) and said <= self.space.said

    def _where(self, step: AnyStep) -> tuple[int, str]:
        """The page and key of a menu to which one comes back from one of its choices, else the beginning."""
        if not isinstance(step, Menu) or self.over_it:
            return 0, ""
        depth = self.walk.depth
        self._stood = {at: stood for at, stood in self._stood.items() if at <= depth}
        id, page, key = self._stood.get(depth, ("", 0, ""))
        return (page, key) if id == step.id else (0, "")

    def _read_first(self) -> None:
        """What explains a question and is too long to stand above it is read before, once."""
        step = self.walk.step
        if isinstance(step, Step) and step.title != self._explained:
            self._explained = step.title
            self._explains = Read(step.title, (("", step.help),))
            self.over_it.append(self._explains)

    _covered: tuple[str, Field | None] = ("", None)
    _explained = ""
    _explains: Read | None = None  # the text that is read before a question
    _spent = 0  # characters of the result that was said when the step came
    _just_told = False  # whether nothing was looked for since: news waits until that was heard
    _told_last = False  # whether something was said after the cursor moved
    _returned = False

    def _lines(self) -> list[str]:
        return [line.text for line in self.sheet.lines] if hasattr(self, "sheet") else []

    def _lay(self, key: str = "") -> None:
        """Make the lines; the cursor goes to the line of a key, else to where the step begins."""
        first = self.walk.depth == 0 and not self.over_it
        step, guest = self.step, self._companion.guest if first else ""
        if guest and isinstance(step, Menu):
            step = replace(step, title=f"{step.title}, {guest}")
        self.sheet = sheet(step, self.space, self.page, first=first, returned=self._returned)
        known = self.sheet.of_key(key) if key else -1
        self.at = known if known >= 0 else self.sheet.start

    def _begin_field(self, step: AnyStep) -> None:
        """A field for what is typed; one that help covered keeps what stood in it."""
        title, covered = self._covered
        if self.over_it:
            self._covered = (getattr(self.walk.step, "title", ""), self.field or covered)
        elif covered is not None and title == getattr(step, "title", None):
            self.field, self._covered = covered, ("", None)
            return
        self.field = None
        if isinstance(step, Number):
            self.field = Field(limit=20, only=NUMBERS)
        elif isinstance(step, Clock):
            self.field = Field(limit=step.limit, only=f"{NUMBERS}:")
        elif isinstance(step, Text):
            text = "" if step.default is None else " ".join(value_of(step.default).split())
            self.field = Field(text, limit=step.limit)
