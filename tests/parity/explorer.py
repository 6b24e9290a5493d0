"""Goes every way of the plain lines by digits, which it finds in what is said."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import StringIO
from itertools import count
from typing import Any

from companion.flows.conversation import Conversation
from companion.flows.guided import Guided
from companion.flows.levels import Into, Out, Talk
from companion.flows.menus.today import FIRST
from companion.flows.steps import Choose, Clock, Confirm, Menu, Number, Option, SlotName, Text
from companion.flows.walk import Walk
from companion.linear.face import run
from companion.linear.keys import Keys
from companion.linear.streams import Lines
from companion.services.companion import Companion

ROW = re.compile(r"^(\d)\. ", re.MULTILINE)
ENDS = re.compile(r"^(\d)\. End here", re.MULTILINE)
ZEROS = 30  # back from anywhere
FEW = 3  # of one menu, where it is made for an entry, a meal or a day
VARIANTS = {"session": 8}
TYPED = {
    "file": "none.toml",
    "slot_name": "late tea",
    "explanation_words": "a visit",
}


@dataclass
class Heard:
    """One screen: how one came there, from a menu so many levels deep, and all that was said since."""

    path: tuple[str, ...]
    depth: int
    step: Any
    where: tuple[Any, ...]
    text: str
    again: str = ""
    help: str = ""
    zeros: int = 0

    @property
    def made_anew(self) -> bool:
        """Whether there can be many of it, each a little different."""
        return isinstance(self.step, Menu) or getattr(self.step, "id", "") == "session"


@dataclass(frozen=True)
class Way:
    """What is typed in a menu or a conversation, how deep that stands, and how one comes there."""

    start: Into | Talk
    depth: int = 0
    before: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """From the first menu on."""
        return (*self.before, *self.typed)

    def on(self, typed: str, start: Into | Talk | None, depth: int) -> "Way":
        """One answer further; a menu or a conversation that was reached is where the next way begins."""
        if start is None:
            return replace(self, typed=(*self.typed, typed))
        return Way(start, depth - isinstance(start, Talk), self.path, (typed,))


class Taking(Walk):
    """A walk that remembers the way that was taken last out of a menu."""

    taken: Into | Talk | None = None

    def __init__(self, companion: Companion, first: Into, *talks: Talk) -> None:
        self.flows: set[str] = set()
        super().__init__(companion, first, *talks)

    def _enter(self, way: Any) -> None:
        self.taken = way
        if isinstance(way, Talk):
            self.flows.add(getattr(way.flow, "func", way.flow).__name__)
        super()._enter(way)
        self.flows |= set(flows(self))

    def answer(self, value: Any = None) -> None:
        """Forget it, for what was answered may be a question."""
        self.taken = None
        super().answer(value)
        self.flows |= set(flows(self))


def nowhere(_: Companion) -> Menu:
    """A menu with nothing in it but the way out."""
    return Menu(id="nowhere", title="Nowhere", options=(Option(Out(), "Leave"),))


class Scripted:
    """A pipe: the path, then what is asked of every screen (again, help), then 0 until the first menu."""

    terminal = False

    def __init__(self, companion: Companion, way: "Way") -> None:
        begun = (way.start,) if isinstance(way.start, Into) else (Into(nowhere), way.start)
        self.walk, self.stream = Taking(companion, *begun), StringIO()
        self._way, self._typing, self._read = way, self._types(), 0
        self.heard: Heard | None = None
        self.start: Into | Talk | None = None
        ticks = count(step=10)
        lines = Lines(self.stream)
        keys = Keys(self, lines, lambda: companion.settings, lambda: next(ticks))
        self.code = run(companion, self.walk, keys, lines)

    def read(self, seconds: float | None) -> bytes:
        """The next line."""
        typed = next(self._typing, None)
        return b"" if typed is None else f"{typed}\n".encode()

    def _block(self) -> str:
        text = self.stream.getvalue()
        block, self._read = text[self._read :], len(text)
        return block.strip("\n")

    def _types(self) -> Iterator[str]:
        for typed in self._way.typed:
            self._block()
            yield typed
        step = self.walk.step
        page = re.search(r"^Page \d+ of", text := self._block(), re.MULTILINE)
        self.heard = seen = Heard(
            self._way.path,
            self._way.depth + self.walk.depth,
            step,
            (*place(self.walk), page and page[0]),
            text,
        )
        self.start = self.walk.taken if page is None else None
        yield "."
        seen.again = self._block()
        yield "?"
        seen.help = self._block()
        while self.walk.depth or not isinstance(self.walk.step, Menu):
            assert seen.zeros < ZEROS, f"no way back after {self._way.path}:\n{self.stream.getvalue()}"
            seen.zeros += 1
            yield self._out(self._block())

    def _out(self, block: str) -> str:
        """What goes back; a session under way is ended by its own word, since 0 does not end it."""
        if isinstance(self.walk._levels[-1], Guided):
            if ends := ENDS.search(block):
                return ends[1]
            if "Why end here" in block:
                return "1"
            if "9. More" in block:
                return "9"
        return "00" if zero_answers(self.walk.step) else "0"


def zero_answers(step: Any) -> bool:
    """Whether 0 is an answer here, so that 00 goes back."""
    number = isinstance(step, Number) and step.low <= 0
    return number or (
        isinstance(step, Choose) and (step.is_rating or any(o.key == "0" for o in step.options))
    )


def flows(walk: Walk) -> list[str]:
    """The conversations that are under way, the one within another last."""
    names: list[str] = []
    talks = (one._talk if isinstance(one, Guided) else one for one in reversed(walk._levels))
    talk = next((one for one in talks if isinstance(one, Conversation)), None)
    flow = talk and talk._flow
    while flow is not None:
        names.append(flow.gi_code.co_name)
        flow = flow.gi_yieldfrom
    return names


def place(walk: Walk) -> tuple[Any, ...]:
    """What makes a screen another one than those that were seen."""
    step = walk.step
    if isinstance(step, Menu) or (isinstance(step, Choose) and isinstance(walk._levels[-1], Guided)):
        return (step.id, *(option.label for option in step.options))
    return (type(step).__name__, *flows(walk), getattr(step, "id", getattr(step, "title", "said")))


def ways(seen: Heard) -> list[str]:
    """What is typed here: every digit of a menu, some of a question, and something that will do elsewhere."""
    step, digits = seen.step, ROW.findall(seen.text)
    if isinstance(step, Choose) and step.is_rating:
        return ["3", "11"] if "11" in seen.text else ["3", "9"]
    if isinstance(step, Menu):
        return digits
    if isinstance(step, Choose):
        return list(dict.fromkeys([*digits[:3], *digits[-2:]]))
    if isinstance(step, Confirm):
        return ["1", "2"]
    if isinstance(step, Number):
        return [TYPED.get(step.id) or f"{min(max(step.low, 60), step.high):g}"]
    if isinstance(step, Clock):
        return ["12:30"]
    if isinstance(step, Text):
        return [TYPED.get(step.id, "late tea" if isinstance(step, SlotName) else "soup")]
    return ["1"]


def explore(fresh: Callable[[], Companion], begun: set[str], first: Into = FIRST) -> Iterator[Heard]:
    """Every screen there is a way to from a menu, once, and all the flows that were begun on the ways.

    A diary that was written to is begun anew.

    What is found in a menu is looked for from that menu: what leads there is gone once.
    """
    companion, seen, made = fresh(), set[tuple[Any, ...]](), dict[str, int]()
    queue = deque([Way(first)])
    while queue:
        way = queue.popleft()
        before = (companion.diary.changed(), companion.settings)
        here = Scripted(companion, way)
        heard = here.heard
        begun |= here.walk.flows
        if (companion.diary.changed(), companion.settings) != before:
            companion = fresh()
        if heard is None or heard.where in seen:
            continue
        yield heard
        seen.add(heard.where)
        kind = heard.where[0]
        made[kind] = made.get(kind, 0) + 1
        if made[kind] <= VARIANTS.get(kind, FEW) or not heard.made_anew:
            queue.extend(way.on(typed, here.start, heard.depth) for typed in ways(heard))
