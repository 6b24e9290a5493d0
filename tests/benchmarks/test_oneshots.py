"""A one-shot command costs little more than importing the libraries it cannot do without."""

from functools import partial
from pathlib import Path

import pytest
from benchmarks import diaries, measure
from benchmarks.ledger import Ledger

pytestmark = pytest.mark.benchmark
ROUNDS = 9
SIZES = (1_000, 100_000)
COMMANDS = {
    "today": ("today",),
    "today --json": ("today", "--json"),
    "quick": ("quick", "Tea", "--kcal", "5"),
    "meal log": ("meal", "log", "beef_mince_mash"),
}


def test_a_command(ledger: Ledger, folders: dict[int, Path], tmp_path: Path) -> None:
    works: dict[tuple[str, int], measure.Work] = {
        ("the imports", 0): partial(measure.run, ["-c", measure.IMPORTS])
    }
    for size in SIZES:
        env = diaries.environment(diaries.copied(folders[size], tmp_path / str(size)))
        for name, words in COMMANDS.items():
            works[name, size] = partial(measure.run, ["-m", "companion", *words], env)
    cost = measure.in_turn(works, ROUNDS, measure.children)
    imports = ("the imports", cost["the imports", 0])
    for name, size in works:
        if size:
            ledger.add(f"{name}, {size:,} documents", cost[name, size], "ms", imports, "one-shot")


def test_the_memory_of_a_command(ledger: Ledger, folders: dict[int, Path]) -> None:
    imports = measure.peak(measure.IMPORTS)
    for size in SIZES:
        found = measure.peak(measure.PROGRAM, "today", env=diaries.environment(folders[size]))
        ledger.add(f"today, {size:,} documents: memory", found, "MiB", ("the imports", imports))
