"""Measurements, run on request with `pytest tests/benchmarks -s`: a clock on a busy machine proves nothing.

Each compares with something measured beside it in the same run, and prints what it found.
"""

import gc
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from math import log
from pathlib import Path
from statistics import median
from types import SimpleNamespace

import pytest

from companion.config.settings import Settings
from companion.content.library import Library
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.store.ids import mint
from companion.store.layout import encode, line
from companion.store.shelf import FolderShelf

NOW = datetime.fromisoformat("2026-11-28T12:00:00+01:00")
A_MONTH = 1000
Kinds = dict[str, list[dict[str, object]]]
PERSON = {"name": "Ruth", "sex": "f", "birth-year": 1958, "height-cm": 163.0, "reference-weight": 60.1}
DECIDED = {"food-level": "5", "drink-level": "2", "energy": 1900.0, "stage": 4}
PART = {"step": 1, "exercise": "neck_turn", "mode": "active", "position": "sitting", "reps": 5, "move_s": 4.0,
        "hold_s": 2.0, "rest_s": 20.0}  # fmt: skip


@pytest.fixture
def bench() -> SimpleNamespace:
    """What the measurements share: test files cannot import one another."""
    return SimpleNamespace(
        NOW=NOW, companion_in=companion_in, fill=fill, timed=timed, table=table, middle=median, growth=growth
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Only when asked for by path."""
    return None if any("benchmarks" in arg for arg in config.invocation_params.args) else True


def companion_in(folder: Path, library: Library | None = None) -> Companion:
    """A Companion that knows nothing yet."""
    return Companion(
        diary=Diary(FolderShelf(folder), lambda: NOW),
        content=library or Library(trusting=True),
        settings=Settings(),
        clock=lambda: NOW,
        folder=folder,
    )


def fill(folder: Path, documents: int) -> Path:
    """A diary of so many documents, a thousand a month up to now, in files as the store writes them."""
    folder.mkdir()
    for back in range(documents // A_MONTH):
        first = month_before(back)
        _save(folder / f"{first:%Y-%m}.json", _month(first))
    first = month_before(documents // A_MONTH - 1)
    facts = [_signed(first + timedelta(seconds=n), key=k, value=v) for n, (k, v) in enumerate(PERSON.items())]
    decided = [
        _signed(first + timedelta(minutes=n), key=k, value=v, decided_by="Dr Lee")
        for n, (k, v) in enumerate(DECIDED.items(), 1)
    ]
    _save(folder / "plan.json", {"person": facts, "decision": decided})
    return folder


def month_before(back: int) -> datetime:
    """The first morning of the month so many months before now."""
    years, month = divmod(NOW.year * 12 + NOW.month - 1 - back, 12)
    return NOW.replace(year=years, month=month + 1, day=1, hour=7)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds, without the garbage collector, as a command runs (companion.__main__)."""
    gc.collect()
    gc.disable()
    try:
        began = time.perf_counter()
        work()
        return (time.perf_counter() - began) * 1000
    finally:
        gc.enable()


def table(title: str, head: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Print what was measured."""
    print(f"\n{title}")  # noqa: T201  a measurement is there to be read
    for row in (head, *rows):
        cells = [f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row]
        print("".join(f"{cell:>18}" for cell in cells))  # noqa: T201


def growth(cost: dict[int, float]) -> float:
    """The exponent by which a cost grows with the size: the slope of the line through the logarithms."""
    points = [(log(size), log(ms)) for size, ms in cost.items()]
    x0, y0 = (sum(point[i] for point in points) / len(points) for i in (0, 1))
    return sum((x - x0) * (y - y0) for x, y in points) / sum((x - x0) ** 2 for x, _ in points)


def _month(first: datetime) -> Kinds:
    """A thousand documents over 27 days: a rating, a session and its steps, meals, drinks; weights."""
    kinds: Kinds = {}

    def add(kind: str, at: datetime, **facts: object) -> str:
        entry = _signed(at, **facts)
        kinds.setdefault(kind, []).append(entry)
        return str(entry["id"])

    session = ""
    for n in range(A_MONTH):
        day, place = divmod(n, A_MONTH // 27 + 1)
        at = first + timedelta(days=day, minutes=7 * place)
        if place == 0:
            add("fatigue", at, rating=3 + day % 3 % 2, when="morning")
        elif place == 1 and day % 7 == 0:
            add("weight", at, kg=57.0)
        elif place < 8:
            add("meal", at, slot="lunch", name="Minced beef in gravy with mash", meal="beef_mince_mash",
                eaten=0.75, kcal=412.5, protein_g=21.2, carb_g=30.5, fat_g=22.7, fluid_ml=180)  # fmt: skip
        elif place < 12:
            add("drink", at, slot="afternoon", name="Water", ml=150.0, level="2", fluid_ml=100.0)
        elif place == 12:
            session = add("session", at, programme="morning_full_body", title="Morning",
                          programme_version="1", parts=[PART] * 24, start_rating=3)  # fmt: skip
        elif place < 37:
            add("step", at, session=session, part=place - 13, exercise="neck_turn", mode="active")
        else:
            add("session_end", at, session=session, outcome="finished")
    return kinds


def _signed(at: datetime, **facts: object) -> dict[str, object]:
    when = at.isoformat()
    who = {"by": "Ruth", "role": "owner", "via": "full", "version": "0.1.0"}
    return {"id": mint(at), "at": when, "recorded": when, **who, **facts}


def _save(path: Path, kinds: Kinds) -> None:
    rows = {
        kind: b",\n".join(line(str(n), one) for n, one in enumerate(found, 1))
        for kind, found in kinds.items()
    }
    path.write_bytes(encode(rows, max(str(one["id"]) for found in kinds.values() for one in found)))
