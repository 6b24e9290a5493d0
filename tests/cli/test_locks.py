"""A real process holds the lock: a command waits, then says who is saving and since when; its code is 4."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from companion import bootstrap
from companion.store.shelf import FolderShelf

TESTS = Path(__file__).parents[1]
COMMANDS = (
    ("quick", "Tea", "--kcal", "90"), ("undo",), ("weight", "log", "57"), ("person", "set", "sex", "f"),
    ("plan", "set", "energy", "1900", "--decided-by", "Lee"), ("forget", "--before", "today", "--confirm"),
    ("check", "--accept", "2026-04"),
)  # fmt: skip


@pytest.fixture
def holder(person, folder) -> Iterator[subprocess.Popen[str]]:
    """Somebody in another window, in the middle of saving."""
    person("quick", "Soup", "--kcal", "150")
    command = [sys.executable, str(TESTS / "store" / "writer.py"), str(folder), "Maria", "hold"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=TESTS.parent) as process:
        assert [process.stdout.readline() for _ in range(2)] == ["ready\n", "held\n"]
        yield process
        process.kill()


@pytest.fixture
def impatient(monkeypatch) -> None:
    """Whoever saves waits a tenth of a second."""
    monkeypatch.setattr(bootstrap, "FolderShelf", lambda folder: FolderShelf(folder, wait=0.1))


@pytest.mark.slow
@pytest.mark.parametrize("args", COMMANDS, ids=lambda args: args[0])
def test_who_is_saving_and_since_when_is_said_and_nothing_was_saved(person, kept, holder, impatient, args):
    before = kept()
    found = person(*args)

    assert (found.code, found.out) == (4, "")
    said, hint = found.err.splitlines()
    assert said.startswith("Maria has been saving since ")
    assert hint == "Nothing was saved. Please try again."
    assert kept() == before


@pytest.mark.slow
def test_what_only_reads_waits_for_nobody(person, holder, impatient):
    for line in ("today", "history", "check", "export", "forget --before today"):
        assert person(*line.split()).code in (0, 2)


@pytest.mark.slow
def test_once_the_other_is_done_it_is_saved(person, holder, impatient):
    assert person("quick", "Tea").code != 0
    holder.stdin.close()
    holder.wait()
    assert person("quick", "Tea", "--kcal", "90").code == 0


@pytest.mark.slow
def test_a_save_that_lasts_is_seen_by_the_doctor(person, folder, holder):
    (folder / ".note.lock").write_text('{"who": "Maria", "since": "2026-04-14T12:00:00+02:00"}')
    found = {one["what"]: one for one in person("doctor", "--json").json["findings"]}
    assert found["saving"]["ok"] is False
    assert "Maria has been saving since 14 April 2026, 12:00" in found["saving"]["text"]


@pytest.mark.slow
def test_a_command_waits_ten_seconds_at_most(person, holder):
    began = monotonic()
    found = person("quick", "Tea", "--kcal", "90")
    waited = monotonic() - began

    assert found.code == 4
    assert 10 <= waited < 30  # ten seconds, and what a busy machine needs beside them
