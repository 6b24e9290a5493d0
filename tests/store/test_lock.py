"""One holds the lock at a time, and the note beside it says who, whoever left one before."""

import os
from pathlib import Path

import pytest

from companion.store.lock import held, holder, release, taken


@pytest.mark.parametrize("before", ["M" * 200, "\N{OLD ITALIC LETTER A}" * 200, "Jo"])
def test_whoever_saves_is_named_whatever_name_stood_there_before(folder: Path, clock, before):
    folder.mkdir()
    for who in (before, "Kim"):
        with held(folder, 0o600, 0, who, clock()):
            assert holder(folder) == {"who": who[:80], "since": clock()}
        clock.turn(minutes=1)


def test_where_nobody_saves_nobody_is_named(folder: Path, clock):
    folder.mkdir()
    assert holder(folder) is None
    with held(folder, 0o600, 0, "Kim", clock()):
        assert holder(folder) is not None
    assert holder(folder) is None


def test_one_at_a_time_holds_the_lock(tmp_path: Path):
    first = taken(tmp_path / ".lock", 0o600, 0)
    assert first is not None
    assert taken(tmp_path / ".lock", 0o600, 0) is None
    release(first)
    second = taken(tmp_path / ".lock", 0o600, 0)
    assert second is not None
    release(second)


def test_a_child_that_is_still_there_keeps_nobody_out(tmp_path: Path):
    first = taken(tmp_path / ".lock", 0o600, 0)
    kept = os.dup(first)  # as a fork has it
    release(first)
    second = taken(tmp_path / ".lock", 0o600, 0)
    assert second is not None
    release(second)
    os.close(kept)


def test_a_lock_whose_file_was_removed_is_not_taken_for_the_lock(tmp_path: Path, monkeypatch):
    file, opened = tmp_path / ".lock", os.open

    def removed(path, *args):
        monkeypatch.undo()
        descriptor = opened(path, *args)
        file.unlink()  # just before it was locked
        return descriptor

    monkeypatch.setattr(os, "open", removed)
    found = taken(file, 0o600, 1)
    assert found is not None
    assert os.fstat(found).st_ino == file.stat().st_ino
    release(found)
