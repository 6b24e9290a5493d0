"""What the doctor says of the machine around the program: letters, terminal, clock, disk and versions."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cli.doctor.conftest import NOW, back, faults

from companion.domain.entries import KINDS
from companion.services.health_around import around
from companion.store.diary import Diary
from companion.store.shelf import FolderShelf


@pytest.mark.parametrize(("name", "value"), [("LANG", "xx_YY.UTF-8"), ("LC_ALL", "no such")])
def test_a_locale_that_is_not_installed(look, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    found = look()

    assert faults(found) == {"locale_missing"}
    assert f"{name} names the locale {value}" in found["locale_missing"]["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("env", "mend"),
    [
        ({"PYTHONIOENCODING": "latin-1"}, "PYTHONIOENCODING"),
        ({"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}, "PYTHONUTF8"),
    ],
)
def test_an_output_that_lacks_letters(folder, env, mend):
    asked = [sys.executable, "-m", "companion", "--data-dir", str(folder), "doctor"]
    bare = {"PATH": os.environ["PATH"], "HOME": str(folder.parent), **env}
    done = subprocess.run(asked, env=bare, capture_output=True, text=True, encoding="latin-1")

    assert done.returncode == 1
    assert "which lacks letters" in done.stdout
    assert mend in done.stdout


@pytest.mark.parametrize(
    ("term", "code"), [("", "no_term"), ("unknown", "no_term"), ("x\x1b]0;", "no_term"), ("dumb", "dumb")]
)
def test_a_terminal_that_is_not_known(term, code):
    found = {one.code: one.ok for one in around({"TERM": term}, "utf-8", terminal=True)}
    assert code in found
    assert found[code] == (code == "dumb")


def test_a_terminal_that_is_known():
    assert all(one.ok for one in around({"TERM": "xterm-256color"}, "utf-8", terminal=True))


@pytest.fixture
def mounted() -> Iterator[Callable[..., None]]:
    """Mounts a file system of the test's own, or skips."""
    made: list[Path] = []

    def mount(place: Path, *args: str) -> None:
        done = subprocess.run(["mount", *args, str(place)], capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"no disk of its own: {done.stderr.strip()}")
        made.append(place)

    yield mount
    for place in reversed(made):
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.mark.slow
def test_copies_that_cannot_be_written(look, folder, mounted):
    backup = folder / "backup"
    mounted(backup, "--bind", str(backup))
    done = subprocess.run(["mount", "-o", "remount,bind,ro", str(backup)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(done.stderr.strip())
    assert faults(look()) == {"backup_closed"}


@pytest.mark.slow
def test_a_disk_with_little_room_and_few_names(companion, folder, mounted):
    folder.mkdir(mode=0o700)
    mounted(folder, "-t", "tmpfs", "-o", "size=4m,nr_inodes=60,mode=700", "tmpfs")
    found = {one["what"] for one in companion("doctor", "--json").json["findings"] if not one["ok"]}
    assert found == {"no_space", "no_names"}


def test_a_clock_that_was_set_back(look, monkeypatch):
    monkeypatch.setenv("COMPANION_NOW", "2026-04-14T12:00:00+02:00")
    found = look()

    assert faults(found) == {"clock_behind"}
    assert "16:05" in found["clock_behind"]["text"]


def test_an_id_and_a_file_from_tomorrow(person, look, folder):
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    plans = (folder / "plan.json", folder / "backup" / "plan.2026-04-14.json")
    for path in plans:
        os.utime(path, (tomorrow.timestamp(), tomorrow.timestamp()))
    assert faults(look()) == {"clock_behind"}
    for path in plans:
        back(path, minutes=0)
    assert faults(look()) == set()
    append(folder, wall=lambda: tomorrow)
    assert faults(look()) == {"clock_behind"}


def append(folder: Path, *, wall: Callable[[], datetime] | None = None, **facts: Any) -> None:
    """Write an entry as another computer, or another version, would."""
    diary = Diary(FolderShelf(folder), lambda: NOW, wall=wall or (lambda: datetime.now(UTC)))
    envelope = {
        "at": NOW,
        "recorded": NOW,
        "by": "Ruth",
        "role": "owner",
        "via": "command",
        "version": "0.1.0",
    }
    diary.append(KINDS["quick"](**{**envelope, **facts}, slot="snack", name="Tea"))


def test_an_entry_of_a_time_to_come(look, folder):
    append(folder, at=NOW + timedelta(days=2))
    found = look()

    assert faults(found) == {"to_come"}
    assert "1 entry of a time to come" in found["to_come"]["text"]


def test_a_newer_version_of_the_program(look, folder):
    append(folder, version="99.0.0")
    assert faults(look()) == {"newer_program"}


def test_a_newer_format(look, folder):
    month = folder / "2026-04.json"
    month.write_bytes(month.read_bytes().replace(b'"schema": 1', b'"schema": 9'))
    found = look()

    assert "damaged" in faults(found)
    assert "a newer version wrote it" in found["damaged"]["text"]
