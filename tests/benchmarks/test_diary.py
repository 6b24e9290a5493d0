"""One durable entry costs the same however large the diary, and not much more than SQLite."""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import orjson
import pytest

from companion import __version__
from companion.domain.entries import Drunk
from companion.store.diary import Diary
from companion.store.month import document
from companion.store.shelf import FolderShelf

pytestmark = pytest.mark.benchmark
SIZES = (1_000, 10_000, 100_000)
ROUNDS = 60
A_BUSY_DAY = 20  # entries: a day with more would measure its sum
NOW = datetime.fromisoformat("2026-11-28T12:00:00+01:00")
MOST_GROWTH = 0.05
MOST_OF_SQLITE = 8.0


class Sqlite:
    """The yardstick: one row and one commit, as durable as SQLite can be in WAL mode."""

    def __init__(self, folder: Path, documents: int) -> None:
        self.db = sqlite3.connect(folder / "yardstick.db", isolation_level=None)
        self.db.execute("pragma journal_mode=wal")
        self.db.execute("pragma synchronous=full")
        self.db.execute("create table entry (id integer primary key, at text, kind text, body text)")
        self.db.execute("begin")
        rows = ((NOW.isoformat(), "drink", "x" * 200) for _ in range(documents))
        self.db.executemany("insert into entry (at, kind, body) values (?, ?, ?)", rows)
        self.db.execute("commit")

    def insert(self, entry: Drunk) -> None:
        body = orjson.dumps(document(entry))
        self.db.execute(
            "insert into entry (at, kind, body) values (?, ?, ?)", (entry.at.isoformat(), "drink", body)
        )


def drink() -> Drunk:
    facts = {"slot": "lunch", "name": "Water", "ml": 150.0, "level": "2", "fluid_ml": 100.0}
    who = {"by": "Ruth", "role": "owner", "via": "full", "version": __version__}
    return Drunk(at=NOW - timedelta(minutes=5), recorded=NOW, **who, **facts)


def test_one_entry_through_the_diary(bench: Any, tmp_path: Path) -> None:
    folders = {size: bench.fill(tmp_path / str(size), size) for size in SIZES}
    assert all(state.ok for state in Diary(FolderShelf(folders[SIZES[0]]), lambda: NOW).check())
    diaries = {size: Diary(FolderShelf(folder), lambda: NOW) for size, folder in folders.items()}
    writes = {size: partial(lambda diary: diary.append(drink()), diary) for size, diary in diaries.items()}
    ratio = _measured(bench, "Diary.append, ms", folders, writes, ROUNDS)
    assert ratio <= MOST_OF_SQLITE


def test_one_entry_through_the_service(bench: Any, tmp_path: Path) -> None:
    """It also sums the day, before and after: for this one the growth counts."""
    folders = {size: bench.fill(tmp_path / str(size), size) for size in SIZES}
    opened = {size: bench.companion_in(folder) for size, folder in folders.items()}
    writes = {size: partial(one.intake.quick, "Toast", kcal=120) for size, one in opened.items()}
    _measured(bench, "companion.intake.quick, ms", folders, writes, A_BUSY_DAY)


def _measured(
    bench: Any, title: str, folders: dict[int, Path], writes: dict[int, Callable[[], object]], rounds: int
) -> float:
    """The greatest ratio. Every size and SQLite go turn by turn, so that a busy moment hits all alike."""
    yardsticks = {size: Sqlite(folder, size) for size, folder in folders.items()}
    ours: dict[int, list[float]] = {size: [] for size in folders}
    theirs: dict[int, list[float]] = {size: [] for size in folders}
    for _ in range(rounds):
        for size, yardstick in yardsticks.items():
            ours[size].append(bench.timed(writes[size]))
            theirs[size].append(bench.timed(partial(yardstick.insert, drink())))
    cost = {size: bench.middle(found) for size, found in ours.items()}
    beside = {size: bench.middle(found) for size, found in theirs.items()}
    ratios = {size: cost[size] / beside[size] for size in folders}
    rows = [(size, cost[size], beside[size], ratios[size]) for size in folders]
    growth = ("growth", bench.growth(cost), bench.growth(beside), "")
    bench.table(title, ("documents", "ours", "sqlite", "ratio"), [*rows, growth])
    assert growth[1] <= MOST_GROWTH
    return max(ratios.values())
