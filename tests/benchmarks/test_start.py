"""Starting in each face, the memory it takes, and what the full screen does while nothing happens."""

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from statistics import median

import pytest
from benchmarks import measure, screens
from benchmarks.ledger import Ledger

pytestmark = pytest.mark.benchmark
ROUNDS = 7
IDLE_S = 30.0
SETTLE_S = 3.0  # for whatever a program does once it was drawn
FACES = {
    "minimal": (("-c", screens.MINIMAL), "Meal 1"),
    "full": (screens.FULL, "Today"),
    "calm": (("-m", "companion", "--demo", "--calm"), "DEMO"),
    "linear": (("-m", "companion", "--demo", "--linear"), "DEMO"),
}
ROOMS = {"today": (), "meals": ("2",), "eaten": ("5",), "minimal": ()}


def test_starting(ledger: Ledger, tmp_path: Path) -> None:
    found: dict[str, list[tuple[float, float, float]]] = {face: [] for face in FACES}
    for _ in range(ROUNDS + 1):  # the first of each writes byte code and the demo
        for face, (arguments, shows) in FACES.items():
            began = time.perf_counter()
            with screens.opened(*arguments, home=tmp_path, shows=shows) as screen:
                ms = (time.perf_counter() - began) * 1000
                found[face].append((measure.ran(screen.process), ms, measure.pss(screen.process)))
    of = {face: [median(each) for each in zip(*costs[1:], strict=True)] for face, costs in found.items()}
    imports = measure.in_turn({"": lambda: measure.run(["-c", measure.IMPORTS])}, ROUNDS, measure.children)[
        ""
    ]
    beside = [("minimal program", figure) for figure in of["minimal"]]
    for face in ("full", "calm"):
        goals = ("start", "", "memory") if face == "full" else ("", "", "")
        for n, (what, unit) in enumerate((("processor", "ms"), ("until it waits", "ms"), ("PSS", "MiB"))):
            ledger.add(f"start, {face}: {what}", of[face][n], unit, beside[n], goals[n])
    ledger.add("start, linear: processor", of["linear"][0], "ms", ("the imports", imports))
    ledger.add("start, linear: PSS", of["linear"][2], "MiB", beside[2])


def test_idle(ledger: Ledger, tmp_path: Path) -> None:
    with ExitStack() as open_ones:
        there = {name: open_ones.enter_context(room) for name, room in rooms(tmp_path)}
        for name, screen in there.items():
            for key in ROOMS[name]:
                screen.cost(key)
        time.sleep(SETTLE_S)
        for screen in there.values():
            screen.rest()
        began = {name: (screen.used(), len(screen.written)) for name, screen in there.items()}
        since = time.perf_counter()
        time.sleep(IDLE_S)
        ms = (time.perf_counter() - since) * 1000
        used = {name: 100 * (there[name].used() - began[name][0]) / ms for name in there}
        for screen in there.values():
            screen.rest()  # reads what came meanwhile
        wrote = {name: len(there[name].written) - began[name][1] for name in there}
    for name in ROOMS:
        if name == "minimal":
            continue
        beside = ("minimal program", wrote["minimal"])
        ledger.add(f"idle {IDLE_S:g} s, {name}", wrote[name], "B", beside, "idle bytes")
        beside = ("minimal program", used["minimal"])
        ledger.add(f"idle {IDLE_S:g} s, {name}: processor", used[name], "%", beside, "idle processor")


def rooms(home: Path) -> Iterator[tuple[str, AbstractContextManager[screens.Screen]]]:
    """Programs to leave alone, by name."""
    for name in ROOMS:
        arguments, shows = FACES["minimal" if name == "minimal" else "full"]
        yield name, screens.opened(*arguments, home=home, shows=shows)
