"""The day from cold takes at most 20 ms inside the process, however large the diary."""

from pathlib import Path
from typing import Any

import pytest

from companion.bootstrap import open_companion
from companion.content.library import Library

pytestmark = pytest.mark.benchmark
SIZES = (1_000, 10_000, 100_000)
ROUNDS = 25
MOST_MS = 20.0


def test_today_from_cold(bench: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = {size: bench.fill(tmp_path / str(size), size) for size in SIZES}
    monkeypatch.setenv("COMPANION_NOW", bench.NOW.isoformat())
    warm = Library(trusting=True)
    bench.companion_in(folders[1_000], warm).today.view()
    cold_ms: dict[int, list[float]] = {size: [] for size in SIZES}
    diary_ms: dict[int, list[float]] = {size: [] for size in SIZES}
    again_ms: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(ROUNDS):
        for size, folder in folders.items():
            cold_ms[size].append(bench.timed(lambda: open_companion(folder).today.view()))  # noqa: B023
            opened = bench.companion_in(folder, warm)
            diary_ms[size].append(bench.timed(opened.today.view))
            again_ms[size].append(bench.timed(opened.today.view))
    middle = bench.middle
    rows = [(size, middle(cold_ms[size]), middle(diary_ms[size]), middle(again_ms[size])) for size in SIZES]
    bench.table("today.view(), ms", ("documents", "cold", "content known", "again"), rows)
    assert max(row[1] for row in rows) <= MOST_MS
