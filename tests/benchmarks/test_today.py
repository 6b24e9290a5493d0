"""Today's view from cold, inside the process, however large the diary."""

from functools import partial
from pathlib import Path

import pytest
from benchmarks import diaries, measure
from benchmarks.ledger import Ledger

from companion.content.library import Library

pytestmark = pytest.mark.benchmark
ROUNDS = 9


def test_today_from_cold(ledger: Ledger, folders: dict[int, Path]) -> None:
    known = Library(trusting=True)
    works: dict[tuple[str, int], measure.Work] = {}
    for size in diaries.SIZES:
        folder = folders[size]
        works["cold", size] = partial(lambda folder: diaries.companion_in(folder).today.view(), folder)
        works["known", size] = partial(
            lambda folder: diaries.companion_in(folder, known).today.view(), folder
        )
        works["files", size] = partial(read, folder)
    cost = measure.in_turn(works, ROUNDS, measure.processor)
    for size in diaries.SIZES:
        beside = ("its two months, orjson", cost["files", size])
        ledger.add(f"today's view from cold, {size:,}", cost["cold", size], "ms", beside, "today")
        ledger.add(f"the same, content read before, {size:,}", cost["known", size], "ms", beside)
    grows = measure.growth({size: cost["cold", size] for size in diaries.SIZES})
    ledger.add("today's view, growth", grows, "")


def read(folder: Path) -> None:
    """What the view cannot do without: the plan, this month and, where there is one, the one before."""
    for file in sorted(folder.glob("*.json"))[-3:]:
        measure.parsed(file)
