"""The line that `companion caregiver add` prints, behind a real server: whatever the name and the folder."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from sshd import Sshd
from terminal import PLACE, Terminal

from companion.bootstrap import open_companion

NAMES = (
    "Maria",
    "Ana Luisa",
    "Siobhán O'Neil",
    'the "night" nurse',
    "$(touch x) `id` $HOME; a | b > c",
    "-x\\ 王!",
)


def here(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """A command at the computer itself."""
    command = [sys.executable, "-m", "companion", "--data-dir", str(folder), *args]
    env = {**os.environ, "PYTHONPATH": str(PLACE)}
    return subprocess.run(command, capture_output=True, text=True, env=env)


def let_in(server: Sshd, folder: Path, name: str, key: str) -> None:
    """As the README says: the output goes to the end of authorized_keys."""
    done = here(folder, "caregiver", "add", "--key", str(server.key(key)), "--", name)
    assert done.returncode == 0, done.stderr
    with server.keys.open("a") as file:
        file.write(done.stdout)


def test_every_name_and_any_folder_come_through(server: Sshd, tmp_path: Path) -> None:
    folder = tmp_path / 'Ruth\'s "own" \\ $HOME dïary'
    server.keys.write_text("")
    for number, name in enumerate(NAMES):
        let_in(server, folder, name, f"key{number}")
        done = server.run(f"key{number}", "fatigue", "log", "3")
        assert (done.returncode, done.stderr) == (0, ""), name
    entries = open_companion(folder).diary.entries("fatigue", since=datetime.now().astimezone().date())
    assert [(entry.by, entry.via, entry.verified) for entry in entries] == [
        (one, "ssh", True) for one in NAMES
    ]


def test_who_is_removed_is_refused_while_the_line_still_stands(server: Sshd, tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    server.keys.write_text("")
    let_in(server, folder, "Maria", "maria")
    assert server.run("maria", "today").returncode == 0
    assert here(folder, "caregiver", "remove", "Maria").returncode == 0
    refused = server.run("maria", "today")
    assert (refused.returncode, refused.stdout) == (77, "")
    assert "Maria is not let in to this diary." in refused.stderr


def test_the_host_block_opens_a_face_and_runs_a_command(server: Sshd, tmp_path: Path) -> None:
    folder, config = tmp_path / "diary", tmp_path / "config"
    server.keys.write_text("")
    let_in(server, folder, "Maria", "maria")
    open_companion(folder).preferences.set("face", "full")
    block = here(folder, "caregiver", "add", "Maria", "--key", str(server.key("maria"))).stderr
    block = block[block.index("Host home") : block.index("Then ")]
    config.write_text(
        block.replace("NAME-OR-ADDRESS", "127.0.0.1")
        + f"    Port {server.port}\n    IdentityFile {server.place / 'maria'}\n    IdentitiesOnly yes\n"
        f"    UserKnownHostsFile {server.place / 'known_hosts'}\n    BatchMode yes\n    LogLevel ERROR\n"
    )
    asked = subprocess.run(["ssh", "-F", config, "home", "today"], capture_output=True, text=True)
    assert (asked.returncode, asked.stderr) == (0, "")
    phone = Terminal("-F", str(config), "home", size=(40, 24), program="ssh", TERM="xterm-256color")
    phone.see("Maria", "Next")
    phone.press("q")
    assert phone.end() == 0
    shown = subprocess.run(["ssh", "-G", "-F", config, "home"], capture_output=True, text=True).stdout
    assert {"requesttty auto", "compression yes", "serveraliveinterval 15"} <= set(shown.splitlines())
