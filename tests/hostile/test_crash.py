"""A fault in the program: one sentence, exit code 1, and no word of the diary on a stream or in a file."""

import os
import sys
from pathlib import Path

import pytest
from terminal import Terminal

from companion.bootstrap import open_companion

SECRET = "MARKERWORD"
CODE = SECRET + " of "  # stands in the program that is broken here, not in the diary
FAULT = """
import sys
from companion.services.companion import Companion
def broken(self):
    secret = "MARKERWORD of " + repr(self.diary.entries())
    raise RuntimeError(secret) from KeyError(secret)
Companion.today_date = broken
from companion.__main__ import main
sys.argv = ["companion", *sys.argv[1:]]
sys.exit(main())
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    open_companion(tmp_path / "diary").intake.quick(SECRET, kcal=1, note=SECRET)
    return tmp_path


def files(place: Path) -> dict[str, bytes]:
    """Every file but those of the lock."""
    return {
        str(path): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file() and "lock" not in path.name
    }


def ran(place: Path, *words: str, **env: str) -> tuple[int, str]:
    """The exit code of a program with a fault in it, and everything it wrote to its terminal."""
    program = Terminal("-c", FAULT, "--data-dir", str(place / "diary"), *words, HOME=str(place), **env)
    try:
        return program.end(), program.written
    finally:
        program.close()


@pytest.mark.parametrize("words", [("--full",), ("--calm",), ("--linear",), ("today",)], ids="/".join)
def test_a_fault_says_one_sentence_and_no_word_of_the_diary(words, kept):
    before = files(kept)
    code, written = ran(kept, *words)
    assert code == 1
    assert "Something went wrong inside the program." in " ".join(written.split())
    assert SECRET not in written
    assert "Traceback" not in written
    assert files(kept) == before


@pytest.mark.parametrize("words", [("--full",), ("today",)], ids="/".join)
def test_where_it_happened_is_shown_on_request_without_the_values(words, kept):
    code, written = ran(kept, *words, COMPANION_DEBUG="1")
    assert code == 1
    assert "Traceback" in written
    assert "broken" in written
    assert SECRET not in written.replace(CODE, "")


def test_a_note_need_not_stand_in_the_list_of_processes(kept):
    import subprocess

    args = [sys.executable, "-m", "companion", "quick", "Tea", "--kcal", "2", "--note", "-"]
    env = {"PATH": os.environ["PATH"], "HOME": str(kept), "COMPANION_DATA_DIR": str(kept / "diary")}
    place = Path(__file__).parents[2]
    done = subprocess.run(
        args, input="hushed", env=env, cwd=place, capture_output=True, text=True, check=True
    )
    assert "hushed" not in " ".join(args)
    assert done.stderr == ""
    assert [entry.note for entry in open_companion(kept / "diary").diary.entries("quick")][-1] == "hushed"
