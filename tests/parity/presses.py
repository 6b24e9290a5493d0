"""Goes every way by the presses of one switch: a row is taken, or something is spelt row by row."""

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from parity.explorer import FEW, TYPED, VARIANTS, Taking, Way, nowhere, place
from stepped import SteppedClock

from companion.flows.guided import Guided
from companion.flows.levels import Into
from companion.flows.menus.today import FIRST
from companion.flows.steps import Choose, Clock, Menu, Number, Option, Say, SlotName, Text
from companion.flows.switch import Switched
from companion.flows.switch_choosing import BACK, MOST
from companion.flows.switch_pace import REACTION
from companion.services.companion import Companion
from companion.wording import choices
from companion.wording import switch as words

SPELT, BEGUN = "spelt: ", "begun: "  # a move that is many presses; what is begun has no Done yet
SOUGHT, NOWHERE = ("soup", "bread"), "qq"
LETTERS = "a to e"
PAGES = 6  # of the questions of one conversation that are looked at
PRESSES = 60  # back from anywhere
LONGEST_S = 5  # until the word comes in calibration
ENDS = ("End here", "Enough for today")  # a session, and why
HERE = (words.WRITE, words.OTHER_NUMBER, words.OTHER_TIME)


class Pressed:
    """One way by presses alone, what stands there, and then back to the first menu."""

    def __init__(self, companion: Companion, clock: SteppedClock, way: Way) -> None:
        begun = (way.start,) if isinstance(way.start, Into) else (Into(nowhere), way.start)
        self.walk, self._companion, self._clock = Taking(companion, *begun), companion, clock
        self.switch, self.taken_out = Switched(self.walk), list[str]()
        self._looked: Any = None
        self._stands = set[str]()
        before = self._standing()
        self._hear()
        for move in way.typed:
            self.walk.taken = None
            self._move(move)
        self.depth, self.where = way.depth + self.walk.depth, None
        wrote = self._standing() != before  # what begins on that entry begins nowhere else
        self.start = None if wrote else self.walk.taken
        if self.walk.over:  # the menu of an entry, which is gone
            return
        step, self.moves = self.walk.step, list(self._moves())
        self.made_anew = isinstance(step, Menu) or getattr(step, "id", "") == "session"
        self.where = place(self.walk), tuple(row.label for row in self.rows if row.value is not BACK)

    @property
    def rows(self) -> tuple[Option, ...]:
        """What is offered."""
        assert isinstance(self.switch.step, Menu)
        assert len(self.switch.step.options) <= MOST
        return self.switch.step.options

    @property
    def labels(self) -> list[str]:
        """What is offered, in words."""
        return [row.label for row in self.rows]

    def press(self, label: str) -> None:
        """Take a row; what that takes out of the diary or the settings was asked about."""
        row = next((row for row in self.rows if row.label == label), None)
        assert row is not None, f"{label!r} is not among {self.labels}"
        before = self._standing()
        if getattr(self.walk.step, "id", "") == REACTION:
            self._clock.go(seconds=LONGEST_S)
        self.switch.answer(row.value)
        if label != choices.YES and (gone := before - self._standing()):
            self.taken_out.append(f"{label!r} took out {gone}")
        self._hear()

    def _standing(self) -> set[str]:
        """All that could be taken out."""
        diary, settings = self._companion.diary, self._companion.settings
        if (now := (diary.changed(), settings)) != self._looked:
            # A step of a session that was left out comes back without being asked about.
            kept = {entry.id for entry in diary.entries() if entry.kind != "step"}
            self._looked, self._stands = now, kept | set(settings.slots)
        return self._stands

    def _hear(self) -> None:
        self.switch.due()
        while not self.walk.over and isinstance(self.switch.step, Say):
            self.switch.answer()
            self.switch.due()

    def _move(self, move: str) -> None:
        if move.startswith(SPELT):
            self._spell(move.removeprefix(SPELT))
            self._more(words.DONE)
        elif move.startswith(BEGUN):
            self._spell(move.removeprefix(BEGUN), until_found=True)
        else:
            self.press(move)

    def _spell(self, text: str, *, until_found: bool = False) -> None:
        """Character by character, each by its group."""
        if other := next((label for label in self.labels if label in HERE), None):
            self.press(other)
        for char in text:
            spoken = words.SPACE if char == " " else words.POINTS.get(char, char)
            if until_found and LETTERS not in self.labels:
                return
            group = next((label for label in self.labels if _within(char, label)), None)
            if spoken not in self.labels and group is None:
                self.press(choices.MORE)
                group = next((label for label in self.labels if _within(char, label)), None)
            if group is not None and spoken not in self.labels:
                self.press(group)
            self.press(spoken)

    def _more(self, label: str) -> None:
        if label not in self.labels:
            self.press(choices.MORE)
        self.press(label)

    def _moves(self) -> Iterator[str]:
        """Every row of a menu, some of a question, and a word, a number or a time that is spelt."""
        step, rows = self.walk.step, [row.label for row in self.rows if row.value is not BACK]
        if isinstance(step, Number | Text):
            letters = any(_within(char, label) for label in rows for char in "a0")
            likely = [label for label in rows if label not in HERE]
            yield from [] if letters else [likely[0], likely[-1]] if likely else []
            if letters or len(likely) < len(rows):
                yield from self._spelt(step)
        elif isinstance(step, Choose) and not isinstance(step, Menu):
            yield from dict.fromkeys([*rows[:3], *rows[-2:]])
        else:
            yield from rows

    def _spelt(self, step: Number | Text) -> Iterator[str]:
        if isinstance(step, Number):
            yield SPELT + (TYPED.get(step.id) or f"{min(max(step.low, 60), step.high):g}")
        elif isinstance(step, Clock):
            yield SPELT + "12:30"
        elif step.id == "search":
            yield from (BEGUN + word for word in SOUGHT)
            yield SPELT + NOWHERE
        else:
            typed = TYPED.get(step.id, "late tea" if isinstance(step, SlotName) else "soup")
            yield SPELT + typed.partition(".")[0]

    def go_home(self) -> None:
        """Back until the first menu."""
        way = [tuple(self.labels)]
        while self.walk.depth or not isinstance(self.walk.step, Menu) or self._within_a_menu():
            assert len(way) < PRESSES, f"no way back: {way}"
            self._out()
            way.append(tuple(self.labels))

    def _within_a_menu(self) -> bool:
        return choices.LEAVE not in self.labels

    def _out(self) -> None:
        """One press that leads back; a session under way is ended by its own word."""
        ends = next((label for label in self.labels if label.startswith(ENDS)), None)
        if isinstance(self.walk._levels[-1], Guided) and ends:
            self.press(ends)
        else:
            back = next((row.label for row in self.rows if row.value is BACK), self.labels[0])
            self.press(back)


def _within(char: str, label: str) -> bool:
    """Whether a group by its first and last has this character."""
    first, to, last = label.partition(" to ")
    if label == words.REST:
        return char == "z" or char.isdigit()
    return bool(to) and len(first) == len(last) == 1 and first <= char <= last


def press_everywhere(
    fresh: Callable[[SteppedClock], Companion], clock: SteppedClock, begun: set[str], first: Into = FIRST
) -> Iterator[tuple[Way, Pressed]]:
    """Every page there is a way to, once; `begun` gets the flows. As in explorer.explore."""
    start = clock.now
    companion, seen, made = fresh(clock), set[Any](), dict[Any, set[Any]]()
    queue = deque([Way(first)])
    while queue:
        way = queue.popleft()
        clock.now = start
        before = (companion.diary.changed(), companion.settings)
        try:
            here = Pressed(companion, clock, way)
            if new := here.where is not None and here.where not in seen:
                here.go_home()
        except BaseException as error:
            error.add_note(f"after {way.path}")
            raise
        begun |= here.walk.flows
        if (companion.diary.changed(), companion.settings) != before:
            companion = fresh(clock)
        if not new:
            continue
        yield way, here
        seen.add(here.where)
        there = here.where[0]
        kind = there[0] if here.made_anew else there[1:3]
        same = made.setdefault(kind, set())
        same.add(there if here.made_anew else here.where)
        if len(same) <= (VARIANTS.get(there[0], FEW) if here.made_anew else PAGES):
            queue.extend(way.on(move, here.start, here.depth) for move in here.moves)
