"""The forced command behind a real server."""

from datetime import datetime
from pathlib import Path

import pytest
from sshd import Sshd

from companion.bootstrap import open_companion

pytestmark = pytest.mark.slow


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A diary to which Maria is let in."""
    open_companion(tmp_path / "diary").caregivers.add("Maria", "caregiver")
    return tmp_path / "diary"


@pytest.fixture
def maria(server: Sshd, diary: Path) -> Sshd:
    """The server, with a key for Maria to this diary."""
    server.keys.write_text("")
    server.admit("maria", "--data-dir", str(diary), "serve-ssh", "--as", "Maria")
    return server


def test_a_command_is_written_under_the_name_of_the_key(maria: Sshd, diary: Path) -> None:
    done = maria.run("maria", "quick", "Soup", "--kcal", "150")
    assert (done.returncode, done.stderr) == (0, "")
    today = datetime.now().astimezone().date()
    entry = open_companion(diary).diary.entries("quick", since=today)[0]
    assert (entry.by, entry.role, entry.via, entry.verified) == ("Maria", "caregiver", "ssh", True)


def test_a_face_opens_on_a_phone(maria: Sshd) -> None:
    phone = maria.terminal("maria", "--full", size=(40, 24), TERM="xterm-256color")
    phone.see("Maria", "Next")
    phone.press("q")
    assert phone.end() == 0


def test_who_is_let_in_no_longer_is_told_so(maria: Sshd, diary: Path) -> None:
    open_companion(diary).caregivers.remove("Maria")
    done = maria.run("maria", "today")
    assert done.returncode == 77
    assert "Maria is not let in to this diary." in done.stderr
