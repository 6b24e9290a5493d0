"""The report over two years, a command from start to end, in each form."""

import subprocess
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from benchmarks import diaries, measure, years
from benchmarks.ledger import Ledger

pytestmark = pytest.mark.benchmark
FORMS = ("html", "text", "csv", "fhir")
ROUNDS = 3
PARSED = """
import orjson, pathlib, sys
for file in pathlib.Path(sys.argv[1]).glob("*.json"):
    orjson.loads(file.read_bytes())
"""
NOW = diaries.NOW + timedelta(hours=8)


def test_two_years_on_paper(ledger: Ledger, tmp_path: Path) -> None:
    folder = years.fill(tmp_path / "years", NOW)
    env = diaries.environment(folder, NOW)
    commands = {form: ["-m", "companion", "report", "--weeks", "104", "--format", form] for form in FORMS}
    works: dict[str, measure.Work] = {form: partial(measure.run, one, env) for form, one in commands.items()}
    works["files"] = partial(measure.run, ["-c", PARSED, str(folder)])
    cost = measure.in_turn(works, ROUNDS, measure.children)
    beside = ("its files with orjson", cost["files"])
    for form in FORMS:
        ledger.add(f"report, 104 weeks, {form}", cost[form], "ms", beside, "report")
    page = subprocess.run([sys.executable, *commands["html"]], env=env, capture_output=True, check=True)
    size = sum(file.stat().st_size for file in folder.glob("*.json"))
    ledger.add("report, 104 weeks, html", len(page.stdout), "B", ("its files", size), "report bytes")
