"""One durable entry costs the same however large the diary, and not much more than SQLite."""

from contextlib import ExitStack, closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from benchmarks import diaries, measure
from benchmarks.ledger import Ledger
from benchmarks.yardsticks import Sqlite, Tiny

from companion import __version__
from companion.domain.entries import Drunk
from companion.store import ids
from companion.store.diary import Diary
from companion.store.month import document
from companion.store.shelf import FolderShelf

pytestmark = pytest.mark.benchmark
ROUNDS = 60
A_BUSY_DAY = 15  # entries: a day with more would measure its sum
TINY_ROUNDS = {1_000: 9, 10_000: 5, 100_000: 0}  # 300,000 take seconds each, and a gigabyte


def test_one_entry(
    ledger: Ledger, folders: dict[int, Path], sqlites: dict[int, Path], tmp_path: Path
) -> None:
    """Every size and SQLite go turn by turn. Then through the service, which sums the day as well."""
    mine = {size: diaries.copied(folders[size], tmp_path / str(size)) for size in diaries.SIZES}
    works: dict[tuple[str, int], measure.Work] = {}
    with ExitStack() as open_ones:
        for size in diaries.SIZES:
            sqlite = open_ones.enter_context(closing(Sqlite(sqlites[size])))
            works["ours", size] = into_diary(mine[size])
            works["sqlite", size] = partial(into_yardstick, sqlite)
        cost = measure.in_turn(works, ROUNDS)
    served = {
        size: partial(diaries.companion_in(folder).intake.quick, "Toast", kcal=120)
        for size, folder in mine.items()
    }
    through = measure.in_turn(served, A_BUSY_DAY)
    for size in diaries.SIZES:
        beside = ("SQLite, WAL, FULL", cost["sqlite", size])
        ledger.add(f"one durable entry, {size:,}", cost["ours", size], "ms", beside, "entry")
        ledger.add(f"one quick entry, day summed, {size:,}", through[size], "ms", beside)
    grows, theirs = (measure.growth({n: cost[who, n] for n in diaries.SIZES}) for who in ("ours", "sqlite"))
    ledger.add("one durable entry, growth", grows, "", ("SQLite", theirs), "growth")
    assert all(state.ok for state in Diary(FolderShelf(mine[1_000]), lambda: diaries.NOW).check())


def test_one_entry_beside_tinydb(ledger: Ledger, folders: dict[int, Path], tmp_path: Path) -> None:
    for size, rounds in TINY_ROUNDS.items():
        file = Tiny.fill(tmp_path / f"{size}.json", diaries.documents(folders[size]))
        with closing(Tiny(file)) as tiny:
            works = {
                "ours": into_diary(diaries.copied(folders[size], tmp_path / str(size))),
                "tiny": partial(into_yardstick, tiny),
            }
            cost = measure.in_turn(works, rounds)
        ledger.add(f"one durable entry, {size:,}", cost["ours"], "ms", ("TinyDB as it comes", cost["tiny"]))


def drink() -> Drunk:
    """An entry of a middling length."""
    facts = {"slot": "lunch", "name": "Water", "ml": 150.0, "level": "2", "fluid_ml": 100.0}
    who = {"by": "Ruth", "role": "owner", "via": "full", "version": __version__}
    return Drunk(at=diaries.NOW - timedelta(minutes=5), recorded=diaries.NOW, **who, **facts)


def into_diary(folder: Path) -> measure.Work:
    """What writes one into a diary."""
    diary = Diary(FolderShelf(folder), lambda: diaries.NOW)
    return lambda: diary.append(drink())


def into_yardstick(yardstick: Sqlite | Tiny) -> None:
    """Write the same document into something else."""
    yardstick.insert("drink", document(drink().model_copy(update={"id": ids.mint(ids.wall())})))
