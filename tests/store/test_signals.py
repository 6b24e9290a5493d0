"""Signals that come in the middle of a write: what was acknowledged is kept, and the diary is whole."""

import random
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from companion.store.diary import Diary
from companion.store.shelf import FolderShelf

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
CODES = {signal.SIGTERM: 143, signal.SIGHUP: 129}
WRITER = """
import sys
sys.path.insert(0, sys.argv.pop(1))
from companion.surroundings.terminal import obey_signals
obey_signals()
import writer
"""
ROUNDS = 16


def test_at_any_moment_nothing_acknowledged_is_lost(folder, clock, quick):
    patient, chance, told = Diary(FolderShelf(folder, wait=30), clock), random.Random(6), set()
    command = [sys.executable, "-c", WRITER, str(Path(__file__).parent), str(folder), "anna", "add", "1000"]
    for turn in range(ROUNDS):
        pipe = subprocess.PIPE
        with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=ROOT) as anna:
            assert anna.stdout.readline() == "ready\n"
            told |= {anna.stdout.readline().strip() for _ in range(chance.randrange(3))}
            last = chance.choice(list(CODES))
            for number in [signal.SIGWINCH] * (turn % 3) + [last]:
                timer = threading.Timer(chance.uniform(0, 0.02), anna.send_signal, [number])
                timer.start()
                timer.join()
            told |= {line.strip() for line in anna.stdout if line.endswith("\n")}
        assert anna.returncode == CODES[last]
        assert told <= {entry.id for entry in patient.entries()}
        assert [state.fault for state in patient.check()] in ([], [None])
    assert len(told) >= ROUNDS / 2
    patient.append(quick("the lock is free"))
    assert not list(folder.rglob("*.tmp"))
