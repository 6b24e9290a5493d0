"""The full screen in a real pseudo-terminal: what starting costs, and what a key and a second write."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from companion.bootstrap import open_companion

pytestmark = pytest.mark.benchmark
ROUNDS = 7
KEYS = 12
SLOTS = 6  # a day has a row more at least
WATCHED = 8.0  # seconds of a session
BURST = 0.05  # seconds between two things that are drawn at different moments
OPENED = 2.0  # the same, where a busy machine may take its time to begin
QUIET = 0.4  # seconds without a byte: whatever was to be drawn is drawn
MOST_OF_MINIMAL = 1.7
MOST_KEY_BYTES = 1200
MOST_DAY_KEY_BYTES = 700
MOST_CHANGE_MS = 150.0
DOORS = {
    "meals": ("2", "0"), "tiredness": ("4", "q"), "eaten": ("5", "0"), "weight": ("6", "0"),
    "food": ("a", "0"), "plan": ("p", "0"), "history": ("h", "0"), "trends": ("8", "0"),
    "settings": ("s", "0"),
}  # fmt: skip
A_YEAR = 12_000  # documents
MOST_TICK_BYTES = 250

ROOM = """
import sys
from companion.bootstrap import open_companion
from companion.tui.app import CompanionApp, room
companion = open_companion(via="full", demo=True)
facts = [companion.sessions.start("morning_full_body")] if sys.argv[1] == "player" else []
CompanionApp(companion, lambda: room(sys.argv[1], *facts)).run()
"""
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


class Terminal:
    """A program in a terminal of its own, 80 by 24."""

    def __init__(self, arguments: list[str]) -> None:
        self.child = pexpect.spawn(
            sys.executable,
            arguments,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"},
            dimensions=(24, 80),
            timeout=30,
        )
        self.child.delaybeforesend = None
        self.last_ms = 0.0
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)

    def settled(self, first: float = 30.0, pause: float = QUIET) -> int:
        """How many bytes come until there is a pause; `first` is how long to wait for the first of them.

        `last_ms` is then how long the last of them took.
        """
        began, size, wait = time.perf_counter(), 0, first
        while True:
            try:
                found = self.child.read_nonblocking(1 << 16, timeout=wait)
            except (pexpect.TIMEOUT, pexpect.EOF):
                return size
            self.last_ms = (time.perf_counter() - began) * 1000
            self._stream.feed(found)
            size, wait = size + len(found), pause

    def shows(self, text: str) -> bool:
        return any(text in row for row in self.screen.display)

    def cpu_ms(self) -> float:
        """Milliseconds of the processor since it was started, where the system tells."""
        told = Path(f"/proc/{self.child.pid}/stat")
        if not told.exists():
            pytest.skip("needs /proc")
        fields = told.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        self.child.close(force=True)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    for name in ("COMPANION_NOW", "COMPANION_DATA_DIR", "NO_COLOR", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    open_companion(demo=True)


@pytest.fixture
def opened() -> Iterator[Any]:
    """Opens rooms, and closes them."""
    terminals: list[Terminal] = []

    def open_room(name: str) -> Terminal:
        terminals.append(Terminal(["-c", ROOM, name]))
        terminals[-1].settled(pause=OPENED)
        return terminals[-1]

    yield open_room
    for terminal in terminals:
        terminal.close()


def test_starting_against_a_minimal_program(bench: Any) -> None:
    programs = {"companion": ["-m", "companion", "--demo"], "minimal": ["-c", MINIMAL]}
    shown = {"companion": "Today", "minimal": "Meal 1"}
    cost: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(ROUNDS + 1):
        for name, arguments in programs.items():
            terminal = Terminal(arguments)
            terminal.settled()
            cost[name].append(terminal.cpu_ms())
            there = terminal.shows(shown[name])
            terminal.close()
            assert there
    ours, theirs = (bench.middle(cost[name][1:]) for name in programs)
    row = (ours, theirs, ours / theirs)
    bench.table("start, ms of the processor", ("companion", "minimal", "ratio"), [row])
    assert ours / theirs <= MOST_OF_MINIMAL


def test_a_key_in_the_meal_list(bench: Any, opened: Any) -> None:
    terminal = opened("meals")
    sizes = []
    for key in [b"\x1b[B"] * KEYS + [b"\x1b[A"] * KEYS:
        terminal.child.send(key)
        sizes.append(terminal.settled(first=2.0))
    bench.table("a cursor key among meals, bytes", ("median", "most"), [(bench.middle(sizes), max(sizes))])
    assert min(sizes) > 0
    assert bench.middle(sizes) <= MOST_KEY_BYTES


def test_a_key_in_a_day_of_the_tracker(bench: Any, opened: Any) -> None:
    terminal = opened("intake")
    terminal.child.send(b"l")  # yesterday, which is full whatever the hour
    terminal.settled(first=2.0)
    terminal.child.send(b"\x1b[H")
    terminal.settled(first=2.0)
    sizes = []
    for key in [b"\x1b[B"] * SLOTS + [b"\x1b[A"] * SLOTS:
        terminal.child.send(key)
        sizes.append(terminal.settled(first=2.0))
    bench.table("a cursor key in a day, bytes", ("median", "most"), [(bench.middle(sizes), max(sizes))])
    assert min(sizes) > 0
    assert bench.middle(sizes) <= MOST_DAY_KEY_BYTES


def test_a_change_of_screen_on_a_year_of_data(
    bench: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMPANION_DATA_DIR", str(bench.fill(tmp_path / "year", A_YEAR)))
    monkeypatch.setenv("COMPANION_NOW", bench.NOW.isoformat())
    terminal = Terminal(["-m", "companion"])
    terminal.settled(pause=OPENED)
    rows = []
    for name, (there, back) in DOORS.items():
        wall, cpu, sizes = [], [], []
        for _ in range(ROUNDS + 1):
            before = terminal.cpu_ms()
            terminal.child.send(there)
            sizes.append(terminal.settled(first=3.0))
            wall.append(terminal.last_ms)
            cpu.append(terminal.cpu_ms() - before)
            terminal.child.send(back)
            terminal.settled(first=3.0)
        assert min(sizes) > 0, name
        middle = (bench.middle(each[1:]) for each in (wall, cpu, sizes))
        rows.append((name, wall[0], *middle))
    terminal.close()
    head = ("room", "first, ms", "last byte, ms", "processor, ms", "bytes")
    bench.table("a room over a year of data", head, rows)
    assert max(row[2] for row in rows) <= MOST_CHANGE_MS


def test_a_second_of_a_session(bench: Any, opened: Any) -> None:
    terminal = opened("player")
    terminal.child.send(b" ")
    terminal.settled(first=2.0)
    sizes, ends = [], time.monotonic() + WATCHED
    while time.monotonic() < ends:
        if size := terminal.settled(first=1.5, pause=BURST):
            sizes.append(size)
    row = (len(sizes), bench.middle(sizes), max(sizes))
    bench.table("a second of a session, bytes", ("ticks", "median", "most"), [row])
    assert len(sizes) >= WATCHED / 2
    assert bench.middle(sizes) <= MOST_TICK_BYTES


def test_nothing_is_written_while_nothing_happens(bench: Any, opened: Any) -> None:
    idle = {name: opened(name).settled(first=4.0) for name in ("today", "meals", "intake")}
    bench.table("idle for four seconds, bytes", tuple(idle), [tuple(idle.values())])
    assert set(idle.values()) == {0}
