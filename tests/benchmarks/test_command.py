"""A one-shot command costs little more than importing the libraries it cannot do without."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.benchmark
DOCUMENTS = 12_000
ROUNDS = 15
MOST_OF_IMPORTS = 1.5
TODAY = ["-m", "companion", "today", "--json"]
MODEL = "type('A', (BaseModel,), {'__annotations__': {'x': int}})"
IMPORTS = ["-c", f"import tinydb, click; from pydantic import BaseModel; {MODEL}"]
LOADED = "import sys; from companion.cli.main import run; run(['today']); sys.exit('textual' in sys.modules)"


@pytest.fixture
def environment(bench: Any, tmp_path: Path) -> dict[str, str]:
    """A year of data, at a time when its last day is today."""
    folder = bench.fill(tmp_path / "year", DOCUMENTS)
    return {**os.environ, "COMPANION_DATA_DIR": str(folder), "COMPANION_NOW": bench.NOW.isoformat()}


def test_today_against_its_imports(bench: Any, environment: dict[str, str]) -> None:
    cost: dict[str, list[tuple[float, float]]] = {"today": [], "imports": []}
    for _ in range(ROUNDS + 1):  # the first of each writes the byte code
        cost["today"].append(_run(bench, TODAY, environment))
        cost["imports"].append(_run(bench, IMPORTS, environment))
    wall, cpu = ({k: bench.middle([run[i] for run in v[1:]]) for k, v in cost.items()} for i in (0, 1))
    rows = [
        (n, ms["today"], ms["imports"], ms["today"] / ms["imports"])
        for n, ms in (("wall", wall), ("cpu", cpu))
    ]
    bench.table("companion today --json, ms", ("", "today", "imports", "ratio"), rows)
    assert wall["today"] / wall["imports"] <= MOST_OF_IMPORTS


def test_today_does_without_textual(environment: dict[str, str]) -> None:
    assert (
        subprocess.run([sys.executable, "-c", LOADED], env=environment, stdout=subprocess.DEVNULL).returncode
        == 0
    )


def _run(bench: Any, arguments: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Milliseconds on the wall, and of the processor."""
    before = os.times()
    wall = bench.timed(
        lambda: subprocess.run(
            [sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True
        )
    )
    after = os.times()
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return wall, used * 1000
