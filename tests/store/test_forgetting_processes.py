"""Forgetting among real processes: killed at every moment, and while others write."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from companion.store.diary import Diary
from companion.store.shelf import FolderShelf

pytestmark = pytest.mark.slow
HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
MARK = b"Zinnober"
BEFORE = date(2026, 11, 21)


def process(script: str, *args: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(HERE / script), *map(str, args)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)


@pytest.fixture
def past(kept, quick, clock) -> Diary:
    """A month that goes, and one that stays in part; both with copies of several days."""
    noon = clock.now
    for days in (40, 39, 3, 2, 1, 0):
        clock.now = noon - timedelta(days=days)
        kept.append(quick(MARK.decode() if days > 1 else "soup"))
    clock.now = noon
    kept.shelf.set_aside("2026-10", noon)
    kept.shelf.replace("2026-10", next(kept.shelf.copies("2026-10"))[1], None)
    return kept


def test_killed_before_any_file_operation_every_file_is_whole_and_again_finishes(
    past, folder, tmp_path, clock
):
    work, names = tmp_path / "work", [entry.id for entry in past.entries(since=BEFORE)]
    work.mkdir()
    versions: dict[str, set[bytes]] = {}
    with process("forgetter.py", folder, work, BEFORE) as forgetter:
        assert forgetter.wait(timeout=120) == 0
    left = sorted(work.iterdir(), key=lambda path: int(path.name))
    assert len(left) > 20
    for place in left:
        diary = Diary(FolderShelf(place, wait=0), clock)
        assert all(state.ok for state in diary.check()), place.name
        assert [entry.id for entry in diary.entries(since=BEFORE)] == names
        for file in (*place.glob("*.json"), *place.glob("backup/*.json")):
            versions.setdefault(str(file.relative_to(place)), set()).add(file.read_bytes())
    assert max(map(len, versions.values())) == 2  # the old or the new, never anything between
    half_way = left[len(left) // 2]
    assert any(MARK in path.read_bytes() for path in half_way.rglob("*") if path.is_file())
    for place in left[::4]:
        with process("forgetter.py", place, "once", BEFORE) as again:
            assert again.wait(timeout=60) == 0
        assert not any(MARK in path.read_bytes() for path in place.rglob("*") if path.is_file())
        assert all(state.ok for state in Diary(FolderShelf(place, wait=0), clock).check())


def test_what_others_write_meanwhile_is_kept(past, folder):
    with process("writer.py", folder, "anna", "add", 60) as anna:
        assert anna.stdout.readline() == "ready\n"
        told = {anna.stdout.readline().strip() for _ in range(5)}
        for _ in range(4):
            with process("forgetter.py", folder, "once", BEFORE) as forgetter:
                assert forgetter.wait(timeout=60) == 0
        told |= {line.strip() for line in anna.stdout}
        assert anna.wait() == 0
    assert len(told) == 60
    assert told <= {entry.id for entry in past.entries()}
    assert {entry.name for entry in past.entries(until=BEFORE - timedelta(days=1))} == set()
    assert all(state.ok for state in past.check())
