"""A day, a month and two years out of the diary, from cold, as SQLite and plain TinyDB give them."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from benchmarks import diaries, measure
from benchmarks.ledger import Ledger
from benchmarks.yardsticks import Sqlite, Tiny

from companion.store.diary import Diary
from companion.store.shelf import FolderShelf

pytestmark = pytest.mark.benchmark
ROUNDS = {1_000: 15, 10_000: 15, 100_000: 5, 300_000: 5}
TINY_ROUNDS = {1_000: 5, 10_000: 3, 100_000: 0}  # 300,000 take seconds each, and a gigabyte
DAY, MONTH = ("2026-11-20", "2026-11-20"), ("2026-11-01", "2026-11-30")
YEARS = ("2024-12-01", "2026-11-30")
# every entry of a day; the energy of a month's meals; the energy of each day of two years
SPANS = {"a day": DAY, "a month": MONTH, "two years": YEARS}


def test_questions(ledger: Ledger, folders: dict[int, Path], sqlites: dict[int, Path]) -> None:
    for size in diaries.SIZES:
        for name, span in SPANS.items():
            works: dict[str, Callable[[], object]] = {
                "ours": partial(ours, folders[size], name, span),
                "sqlite": partial(theirs, partial(Sqlite, sqlites[size]), name, span),
            }
            assert works["ours"]() == works["sqlite"]()
            cost = measure.in_turn(works, ROUNDS[size], measure.processor)
            ledger.add(f"{name} from cold, {size:,}", cost["ours"], "ms", ("SQLite", cost["sqlite"]))


def test_questions_beside_tinydb(ledger: Ledger, folders: dict[int, Path], tmp_path: Path) -> None:
    for size, rounds in TINY_ROUNDS.items():
        file = Tiny.fill(tmp_path / f"{size}.json", diaries.documents(folders[size]))
        for name, span in SPANS.items():
            works: dict[str, Callable[[], object]] = {
                "ours": partial(ours, folders[size], name, span),
                "tiny": partial(theirs, partial(Tiny, file), name, span),
            }
            cost = measure.in_turn(works, rounds, measure.processor)
            beside = ("TinyDB as it comes", cost["tiny"])
            ledger.add(f"{name} from cold, {size:,}", cost["ours"], "ms", beside)


def ours(folder: Path, name: str, span: tuple[str, str]) -> object:
    """The answer of a diary that was opened just now."""
    diary = Diary(FolderShelf(folder), lambda: diaries.NOW)
    since, until = (diaries.day(text) for text in span)
    if name == "a day":
        return sorted(entry.id for entry in diary.entries(since=since, until=until))
    if name == "a month":
        return sum(entry.kcal for entry in diary.entries("meal", since=since, until=until))
    return summed((at[:10], kcal) for at, kcal in diary.facts("meal", "at", "kcal", since=since, until=until))


def theirs(opened: Callable[[], Sqlite | Tiny], name: str, span: tuple[str, str]) -> object:
    """The answer of a yardstick that was opened just now."""
    with closing(opened()) as yardstick:
        return answered(yardstick, name, span)


def answered(yardstick: Sqlite | Tiny, name: str, span: tuple[str, str]) -> object:
    """Its answer."""
    if name == "a day":
        return sorted(one["id"] for one in yardstick.between(*span))
    meals = yardstick.between(*span, "meal")
    if name == "a month":
        return sum(one["kcal"] for one in meals)
    return summed((one["at"][:10], one["kcal"]) for one in meals)


def summed(pairs: Any) -> dict[str, float]:
    """The sum of each day."""
    days: dict[str, float] = {}
    for day, kcal in pairs:
        days[day] = days.get(day, 0.0) + kcal
    return days
