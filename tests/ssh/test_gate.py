"""The forced command behind a real server."""

import json
import subprocess
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sshd import Sshd
from terminal import PATIENCE

from companion.bootstrap import open_companion


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


@pytest.mark.parametrize("face", ["--full", "--calm", "--linear"])
def test_after_a_drop_the_next_start_says_what_was_kept(maria: Sshd, face: str) -> None:
    assert maria.run("maria", "quick", "Soup", "--kcal", "150").returncode == 0
    phone = maria.terminal("maria", face, size=(40, 24), TERM="xterm-256color")
    with closing(phone):
        phone.see("Saved last, just now: Soup, 150 k")


def test_who_is_let_in_no_longer_is_told_so(maria: Sshd, diary: Path) -> None:
    open_companion(diary).caregivers.remove("Maria")
    done = maria.run("maria", "today")
    assert done.returncode == 77
    assert "Maria is not let in to this diary." in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("sh -c id",), ("scp -t .",), ("internal-sftp",), ("today; id > made",), ("today --by Ruth",),
        ("--data-dir=/tmp today",), ("serve-ssh --as Ruth today",), ("export",),
        ("quick 'a\x1b[2J' --kcal 1",),
        ("today\nid",), ("x" * 2049,), (),
    ],
    ids=lambda words: ascii(" ".join(words))[:30],
)  # fmt: skip
def test_what_is_not_on_the_list_does_nothing(maria: Sshd, diary: Path, words: tuple[str, ...]) -> None:
    before = {path: path.read_bytes() for path in diary.rglob("*.json")}
    done = maria.run("maria", *words)
    assert done.returncode in (2, 77)
    assert (done.stdout, len(done.stderr.splitlines())) == ("", 2)
    assert {path: path.read_bytes() for path in diary.rglob("*.json")} == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("-s",), ("sftp",)),
        (("-W", "127.0.0.1:22"), ()),
        (("-N", "-R", "0:127.0.0.1:22", "-o", "ExitOnForwardFailure=yes"), ()),
    ],
    ids=["sftp", "a port there", "a port here"],
)
def test_nothing_but_the_gate_is_reached(
    maria: Sshd, options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    call = maria.call("maria")
    done = subprocess.run(
        [*call[:-1], *options, call[-1], *words], input="", capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.returncode not in (0, None)
    assert "uid=" not in done.stdout
    assert "SSH-2.0" not in done.stdout


def test_what_the_other_end_sets_moves_nothing(maria: Sshd, diary: Path, tmp_path: Path) -> None:
    asked = f"SetEnv=COMPANION_DATA_DIR={tmp_path / 'x'} COMPANION_NOW=2020-01-01T10:00 LC_ALL=C.UTF-8"
    call = maria.call("maria", "quick", "Tea", "--kcal", "5", "--json", options=(asked,))
    done = subprocess.run(call, capture_output=True, text=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)
    assert done.returncode == 0
    assert json.loads(done.stdout)["entry"]["at"][:4] != "2020"
    assert not (tmp_path / "x").exists()


def test_without_a_terminal_it_says_how_to_bring_one(maria: Sshd) -> None:
    done = maria.run("maria")
    assert (done.returncode, done.stdout) == (2, "")
    assert "ssh -t" in done.stderr


def test_it_does_not_stand_still_when_asked_to(maria: Sshd) -> None:
    phone = maria.terminal("maria", "--linear", size=(40, 24))
    phone.see("Your choice:")
    phone.press("\x1a", "8", "enter")
    phone.see("Day.")
    phone.close()
