"""companion doctor: each fault is made for real on the disk, named, and said how to mend."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from companion.domain.entries import KINDS
from companion.services.health_around import around
from companion.store.diary import Diary
from companion.store.shelf import FolderShelf
from companion.wording.health import OPEN_FOLDER

NOBODY = 65534
ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files to another account")
KEY = "AAAAC3NzaC1lZDI1NTE5AAAAISecretSecretSecretSecretSecretSecretSecret"
Look = Callable[..., dict[str, dict[str, Any]]]


@pytest.fixture
def look(person) -> Look:
    """What the doctor finds, by its code."""

    def found(*args: str) -> dict[str, dict[str, Any]]:
        result = person("doctor", "--json", *args)
        findings = result.json["findings"]
        assert result.code == (0 if all(one["ok"] for one in findings) else 1)
        assert result.json["ok"] == (result.code == 0)
        return {one["what"]: one for one in findings}

    return found


def faults(found: dict[str, dict[str, Any]]) -> set[str]:
    for one in found.values():
        assert set(one) == {"what", "ok", "text", "mend"}
        assert one["ok"] == (not one["text"].startswith("look: "))
    return {code for code, one in found.items() if not one["ok"]}


def test_all_is_well(look):
    assert faults(look()) == set()


def test_nothing_written_down_yet_is_well(companion, folder):
    assert companion("doctor").code == 0
    assert not folder.exists()


@pytest.mark.parametrize(("mode", "code"), [(0o644, "open"), (0o622, "writable")])
def test_files_that_others_may_read_or_change(look, folder, mode, code):
    (folder / "backup" / "plan.2026-04-14.json").chmod(mode)
    found = look()

    assert faults(found) == {code}
    assert "companion doctor --fix" in found[code]["mend"]
    assert faults(look("--fix")) == set()
    assert (folder / "backup" / "plan.2026-04-14.json").stat().st_mode & 0o777 == mode & 0o700
    assert faults(look()) == set()


def test_the_folder_itself_is_remarked_on_at_every_command(person, look, folder):
    folder.chmod(0o755)

    assert faults(look()) == {"open"}
    said = person("today")
    assert (said.code, said.err) == (0, f"{OPEN_FOLDER}\n")
    look("--fix")
    assert person("today").err == ""
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_a_group_shares_is_well(look, folder):
    folder.chmod(0o2770)
    assert faults(look()) == set()


def test_a_folder_above_in_which_others_may_write(look, folder):
    folder.parent.chmod(0o777)
    found = look("--fix")

    assert faults(found) == {"above_open"}
    assert found["above_open"]["mend"] == f"chmod go-w {folder.parent}"
    folder.parent.chmod(0o1777)  # as /tmp: only its owner may rename what is in it
    assert faults(look()) == set()


@ROOT_ONLY
def test_a_folder_above_that_belongs_to_another(look, folder):
    os.chown(folder.parent, NOBODY, -1)
    assert faults(look()) == {"above_foreign"}


@ROOT_ONLY
def test_files_of_another_account(look, folder):
    os.chown(folder / "2026-04.json", NOBODY, -1)
    found = look()

    assert faults(found) == {"foreign"}
    assert "2026-04.json" in found["foreign"]["text"]


@ROOT_ONLY
def test_a_link_to_a_folder_of_another_account(look, folder):
    real = folder.rename(folder.with_name("theirs"))
    folder.symlink_to(real)
    assert faults(look()) == set()
    os.chown(real, NOBODY, -1)
    assert faults(look()) == {"elsewhere"}


def spoil_pipe(path: Path) -> None:
    os.mkfifo(path, 0o600)


def spoil_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def spoil_folder(path: Path) -> None:
    path.mkdir(0o700)


def spoil_link(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


ODD = {"a pipe": spoil_pipe, "a device": spoil_device, "a folder": spoil_folder}


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("file", ["2026-04.json", "plan.json"])
def test_what_is_no_file_is_named_and_never_waited_for(person, look, folder, kind, file):
    (folder / file).unlink()
    ODD[kind](folder / file)
    said = person("today")

    assert (said.code, said.out) == (1, "")
    assert f"{file} is {kind}, where a file should be." in said.err
    for line in ("check", "quick Tea --kcal 90", "export"):
        assert person(*line.split()).code == 1
    found = look()
    assert "odd" in faults(found)
    assert f"{file} is {kind}" in found["odd"]["text"]


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("file", ["backup/2026-04.2026-04-14.json", ".note.lock"])
def test_neither_is_a_copy_or_the_note_of_the_lock(person, look, folder, kind, file):
    (folder / file).unlink()
    ODD[kind](folder / file)
    assert person("quick", "Tea", "--kcal", "90").code == 0
    assert "odd" in faults(look())


def test_a_link_to_nothing(look, folder):
    spoil_link(folder / "2026-05.json")
    assert "odd" in faults(look())


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


def back(path: Path, **ago: int) -> None:
    moment = (datetime.now(UTC) - timedelta(**ago)).timestamp()
    os.utime(path, (moment, moment))


def test_copies_that_are_older_than_the_diary(look, folder):
    for copy in (folder / "backup").iterdir():
        back(copy, days=3)
    found = look()

    assert faults(found) == {"old_copies"}
    assert "companion backup" in found["old_copies"]["mend"]


def test_a_diary_that_nobody_wrote_in_for_long_is_no_fault(look, folder):
    for path in (*folder.glob("*.json"), *(folder / "backup").iterdir()):
        back(path, days=90)
    assert faults(look()) == set()


def test_a_missing_folder_for_copies_is_made(look, folder):
    for copy in (folder / "backup").iterdir():
        copy.unlink()
    (folder / "backup").rmdir()

    assert faults(look()) == {"no_backup"}
    assert "backup_made" in look("--fix")
    assert (folder / "backup").stat().st_mode & 0o777 == 0o700


def test_a_file_in_the_place_of_the_folder_for_copies(person, look, folder):
    for copy in (folder / "backup").iterdir():
        copy.unlink()
    (folder / "backup").rmdir()
    (folder / "backup").touch(0o600)
    assert faults(look("--fix")) == {"backup_no_folder"}


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


def test_what_a_cut_save_left_is_removed_once_it_is_old(look, folder):
    for name in (".saving.tmp", ".settings.toml.77.tmp", "backup/.saving.tmp"):
        (folder / name).touch(0o600)
    assert faults(look()) == set()
    for path in (*folder.glob(".*.tmp"), folder / "backup" / ".saving.tmp"):
        back(path, minutes=5)
    assert faults(look()) == {"left_over"}
    assert look("--fix")["swept"]["ok"]
    assert not [*folder.rglob("*.tmp")]


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


NOW = datetime.fromisoformat("2026-04-14T16:05:00+02:00")


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


@pytest.fixture
def keys(person, folder, tmp_path) -> Callable[[str], None]:
    """Writes authorized_keys, once Maria is let in with a key."""
    home = tmp_path / "home"
    (home / ".ssh").mkdir(parents=True, mode=0o700)
    append_maria(folder)

    def write(options: str, name: str = "Maria", where: Path = folder) -> None:
        command = f"/opt/companion --data-dir {where} serve-ssh --as '{name}'"
        path = home / ".ssh" / "authorized_keys"
        path.write_text(
            f'# ours\n\n{options}command="{command}" ssh-ed25519 {KEY} {name}\nssh-rsa {KEY} me\n'
        )
        path.chmod(0o600)

    return write


def append_maria(folder: Path) -> None:
    facts = {"at": NOW, "recorded": NOW, "by": "Ruth", "role": "owner", "via": "command", "version": "0.1.0"}
    maria = KINDS["caregiver"](**facts, caregiver="Maria", acts_as="caregiver", key="SHA256:abc")
    Diary(FolderShelf(folder), lambda: NOW).append(maria)


def test_keys_of_those_who_are_let_in_are_well(look, keys):
    keys("restrict,pty,")
    assert faults(look()) == set()


@pytest.mark.parametrize(
    ("options", "name", "code", "words"),
    [
        ("restrict,pty,", "Ben O'Neill", {"key_of_nobody", "no_key"}, "line 3 of"),
        ("pty,", "Maria", {"key_too_wide"}, "does not say restrict"),
        ('environment="A=restrict",', "maria", {"key_too_wide"}, "line 3"),
        ('environment="A=b,restrict,c",', "maria", {"key_too_wide"}, "line 3"),
        ("", "a,restrict,b", {"key_of_nobody", "key_too_wide", "no_key"}, "does not say restrict"),
    ],
)
def test_lines_of_authorized_keys_that_are_not_well(person, look, keys, options, name, code, words):
    keys(options, name.replace("'", "'\\''"))
    found = look()

    assert faults(found) == code
    assert words in " ".join(one["text"] for one in found.values())
    assert "Secret" not in person("doctor").out + person("doctor", "--json").out


def test_somebody_let_in_without_a_line(look, folder):
    append_maria(folder)
    found = look()
    assert faults(found) == {"no_key"}
    assert "companion caregiver remove Maria" in found["no_key"]["mend"]


def test_the_keys_of_another_diary_are_not_looked_at(look, keys, tmp_path):
    keys("", "Ben", where=tmp_path / "other")
    assert faults(look()) == {"no_key"}


def test_keys_that_others_may_change(look, keys, tmp_path):
    keys("restrict,pty,")
    (tmp_path / "home" / ".ssh").chmod(0o777)
    found = look("--fix")

    assert faults(found) == {"ssh_open"}
    assert (tmp_path / "home" / ".ssh").stat().st_mode & 0o777 == 0o777  # not ours to change
