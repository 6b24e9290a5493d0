"""The full screen and a minimal program of the same make in real terminals, and what a key costs there."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pexpect
from terminal import IDLE, LOOK, PATIENCE, Terminal

FULL = ("-m", "companion", "--demo", "--full")
DOWN, UP, HOME, PAGE_DOWN = "\x1b[B", "\x1b[A", "\x1b[H", "\x1b[6~"
MINIMAL = """
from textual.app import App
from textual.widgets import DataTable, Footer, Header

class Minimal(App):
    BINDINGS = [("q", "quit", "Leave")]
    def compose(self):
        yield Header()
        yield DataTable(cursor_type="row")
        yield Footer()
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("Meal", "Level", "Energy")
        table.add_rows((f"Meal {n}", "5", str(n)) for n in range(200))

Minimal().run()
"""


class Cost(NamedTuple):
    """What something brought: bytes, ms until the last of them, ms of the processor."""

    bytes: float
    ms: float
    processor: float


class Screen(Terminal):
    """A program that is looked at with a watch in hand."""

    @property
    def process(self) -> int:
        """Its number."""
        return int(self.child.pid)

    def cost(self, *keys: str) -> Cost:
        """What these keys bring, until the program waits again."""
        began = last = time.perf_counter()
        ran, found, ends = self._ran(), list[str](), began + PATIENCE
        self.press(*keys)
        while time.perf_counter() < ends:
            now = self._ran()
            try:
                found.append(self._read(LOOK))
                last = time.perf_counter()
            except pexpect.TIMEOUT:
                if self._ran() - now < IDLE and not self._wants_to_run():
                    break
        self._feed(written := "".join(found))
        return Cost(len(written.encode()), (last - began) * 1000, (self._ran() - ran) * 1000)

    def bursts(self, seconds: float, silence: float) -> list[int]:
        """What comes by itself: the bytes of each burst between two silences."""
        found, ends, size = list[int](), time.perf_counter() + seconds, 0
        while time.perf_counter() < ends:
            try:
                text = self._read(silence)
                self._feed(text)
                size += len(text.encode())
            except pexpect.TIMEOUT:
                found += [size] * (size > 0)
                size = 0
        return found

    def used(self) -> float:
        """Milliseconds of the processor so far."""
        return self._ran() * 1000


@contextmanager
def opened(
    *arguments: str, home: Path, shows: str = "", size: tuple[int, int] = (80, 24), **env: str
) -> Iterator[Screen]:
    """A program that was drawn and waits, with a home of its own."""
    screen = Screen(
        *arguments, size=size, HOME=str(home), XDG_DATA_HOME=str(home), XDG_CONFIG_HOME=str(home), **env
    )
    try:
        screen.see(shows)
        screen.rest()
        yield screen
    finally:
        screen.close()


@contextmanager
def minimal(home: Path) -> Iterator[Screen]:
    """The reference: what a program with a heading, a table of 200 rows and a footer costs."""
    with opened("-c", MINIMAL, home=home, shows="Meal 1") as screen:
        yield screen


def middle(costs: list[Cost]) -> Cost:
    """The median of each."""
    return Cost(*(median(each) for each in zip(*costs, strict=True)))


def cursor_key(screen: Screen) -> Cost:
    """The median of cursor keys among the first three rows of a list. Every one of them has to show."""
    screen.cost(HOME)
    costs = [screen.cost(key) for key in (DOWN, DOWN, UP, UP) * 3]
    assert min(cost.bytes for cost in costs), f"a key that shows nothing\n{screen.screen}"
    return middle(costs)
