"""A one-shot over SSH costs little more than the same command here and an SSH call that does nothing."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sshd

from companion.bootstrap import open_companion

pytestmark = pytest.mark.benchmark
DOCUMENTS = 12_000
ROUNDS = 11
MOST = 1.3  # times the same command here and an empty call
PLACE = Path(__file__).parents[2]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[sshd.Sshd]:
    if sshd.ABSENT:
        pytest.skip(sshd.WHY_ABSENT)
    with sshd.opened(tmp_path / "sshd") as opened:
        yield opened


@pytest.mark.parametrize(
    "words", [("today", "--json"), ("quick", "Tea", "--kcal", "5"), ("food", "search", "buter")],
    ids=lambda words: words[0],
)  # fmt: skip
def test_a_command_over_ssh(bench: Any, server: sshd.Sshd, tmp_path: Path, words: tuple[str, ...]) -> None:
    folder = bench.fill(tmp_path / "year", DOCUMENTS)
    open_companion(folder).caregivers.add("Maria", "caregiver")
    server.admit("maria", "--data-dir", str(folder), "serve-ssh", "--as", "Maria",
                 now=bench.NOW.isoformat())  # fmt: skip
    server.authorize(f'restrict,command="true" {server.key("nobody").read_text().strip()}')
    plain = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(PLACE)}
    ways: dict[str, Callable[[], object]] = {
        "over ssh": lambda: _run(server.call("maria", *words)),
        "here": lambda: _run(
            [sys.executable, "-m", "companion", "--data-dir", str(folder), "--by", "Maria", *words],
            env={**plain, "COMPANION_NOW": bench.NOW.isoformat()},
        ),
        "empty call": lambda: _run(server.call("nobody", "x")),
    }
    cost: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(ROUNDS + 1):  # the first of each reads what the others find read
        for way, work in ways.items():
            cost[way].append(bench.timed(work))
    ms = {way: bench.middle(found[1:]) for way, found in cost.items()}
    ratio = ms["over ssh"] / (ms["here"] + ms["empty call"])
    bench.table(" ".join(words), ("ms", *ways, "ratio"), [("median", *ms.values(), ratio)])
    assert ratio <= MOST


def _run(call: list[str], env: dict[str, str] | None = None) -> None:
    nothing = subprocess.DEVNULL
    subprocess.run(call, check=True, stdin=nothing, stdout=nothing, stderr=nothing, env=env)
