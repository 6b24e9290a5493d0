"""What the doctor says of the keys of those who are let in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli.doctor.conftest import NOW, faults

from companion.domain.entries import KINDS
from companion.store.diary import Diary
from companion.store.shelf import FolderShelf

KEY = "AAAAC3NzaC1lZDI1NTE5AAAAISecretSecretSecretSecretSecretSecretSecret"


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
