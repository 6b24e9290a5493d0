"""One suite for every shelf: a diary in memory and one in a folder, at a clock the test turns."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from companion.domain.entries import Correction, Entry, QuickEaten
from companion.store.diary import Diary
from companion.store.shelf import FolderShelf, MemoryShelf, Shelf

NOON = datetime(2026, 11, 22, 12, tzinfo=timezone(timedelta(hours=1)))


class Hands:
    """A clock that stands still until turned."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **delta: int) -> None:
        self.now += timedelta(**delta)


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture(params=["memory", "folder"])
def shelf(request: pytest.FixtureRequest, folder: Path) -> Shelf:
    return MemoryShelf(wait=0) if request.param == "memory" else FolderShelf(folder, wait=0)


@pytest.fixture
def diary(shelf: Shelf, clock: Hands) -> Diary:
    return Diary(shelf, clock)


@pytest.fixture
def kept(folder: Path, clock: Hands) -> Diary:
    return Diary(FolderShelf(folder, wait=0), clock)


@pytest.fixture
def quick(clock: Hands) -> Callable[..., QuickEaten]:
    def build(name: str = "toast", **changes: Any) -> QuickEaten:
        facts = {"slot": "snack", "name": name, "kcal": 100, "at": clock()}
        return QuickEaten(**envelope(clock), **{**facts, **changes})

    return build


@pytest.fixture
def correct(clock: Hands) -> Callable[..., Correction]:
    def build(target: Entry, action: str, **changes: Any) -> Correction:
        facts = {**envelope(clock), "target": target.id, "action": action, "changes": changes}
        return Correction.model_validate({**facts, "at": clock()})

    return build


def envelope(clock: Hands, by: str = "anna") -> dict[str, Any]:
    return {"recorded": clock(), "by": by, "role": "owner", "via": "command", "version": "1"}


def names(diary: Diary, **span: date) -> list[str]:
    """What was eaten, by its names."""
    return [entry.name for entry in diary.entries("quick", **span)]
