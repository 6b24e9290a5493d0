"""Real processes at one diary: none loses what another wrote, and a killed one leaves it whole."""

import json
import random
import subprocess
import sys
import threading
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from companion.errors import Busy
from companion.store.diary import Diary
from companion.store.shelf import FolderShelf, MemoryShelf

pytestmark = pytest.mark.slow
WRITER = Path(__file__).with_name("writer.py")
ROOT = Path(__file__).parents[2]


@contextmanager
def started(folder: Path, who: str, *verb: str):
    pipe = subprocess.PIPE
    command = [sys.executable, str(WRITER), str(folder), who, *verb]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        try:
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


@pytest.fixture
def patient(folder, clock) -> Diary:
    return Diary(FolderShelf(folder, wait=30), clock)


def test_two_processes_at_once_lose_nothing(folder, patient):
    with started(folder, "anna", "add", "50") as anna, started(folder, "ben", "add", "50") as ben:
        told = anna.communicate()[0].split() + ben.communicate()[0].split()
    kept = [entry.id for entry in patient.entries()]
    assert len(told) == 100
    assert sorted(kept) == sorted(told)
    assert all(state.ok for state in patient.check())


def test_a_reader_never_sees_fewer_than_before(folder, patient):
    seen = [0]
    with started(folder, "anna", "add", "60") as anna:
        seen.extend(len(patient.entries()) for _ in anna.stdout)
    assert seen == sorted(seen)
    assert seen[-1] == 60


def test_killed_at_any_moment_nothing_told_is_lost(folder, patient, quick):
    chance, told = random.Random(1), set()
    for _ in range(20):
        with started(folder, "anna", "add", "1000") as anna:
            told |= {anna.stdout.readline().strip() for _ in range(chance.randrange(3))}
            killer = threading.Timer(chance.uniform(0, 0.02), anna.kill)
            killer.start()
            told |= {line.strip() for line in anna.stdout if line.endswith("\n")}
            killer.join()
        assert told <= {entry.id for entry in patient.entries()}
        assert [state.fault for state in patient.check()] in ([], [None])
    assert told
    patient.append(quick("the lock is free"))
    assert not list(folder.rglob("*.tmp"))


def test_busy_says_who_is_saving_and_since_when(folder, kept, quick):
    with started(folder, "ben", "hold") as ben:
        assert ben.stdout.readline() == "held\n"
        with pytest.raises(Busy) as busy:
            kept.append(quick())
        assert busy.value.facts["who"] == "ben"
        since = json.loads((folder / ".note.lock").read_text())["since"]
        assert busy.value.facts["since"] == datetime.fromisoformat(since)
        ben.stdin.close()
        ben.wait()
    kept.append(quick("free again"))
    assert len(kept.entries()) == 1


def test_a_dead_holder_leaves_no_lock(folder, kept, quick):
    with started(folder, "ben", "hold") as ben:
        assert ben.stdout.readline() == "held\n"
        ben.kill()
        ben.wait()
        kept.append(quick())
    assert len(kept.entries()) == 1


def test_reading_needs_no_lock(folder, kept, quick):
    kept.append(quick("soup"))
    with started(folder, "ben", "hold") as ben:
        assert ben.stdout.readline() == "held\n"
        assert len(kept.entries()) == 1


def test_busy_without_a_note_still_is_busy(folder, kept, quick):
    with started(folder, "ben", "hold") as ben:
        assert ben.stdout.readline() == "held\n"
        (folder / ".note.lock").write_text("not a note")
        with pytest.raises(Busy) as busy:
            kept.append(quick())
    assert busy.value.facts == {"who": "", "since": None}


def test_in_memory_too_there_is_one_writer_at_a_time(clock, quick):
    diary = Diary(MemoryShelf(wait=0), clock)
    with diary.edit("2026-11", "ben"), pytest.raises(Busy) as busy:
        diary.append(quick())
    assert busy.value.facts == {"who": "ben", "since": clock()}
