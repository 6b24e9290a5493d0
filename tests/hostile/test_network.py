"""No command and no face asks for the network, and whatever is written only its owner may read."""

import os
import stat
import subprocess
import sys
from pathlib import Path

from hostile.tree import APART, commands, line

PLACE = Path(__file__).parents[2]
GUARD = """
import socket, sys
ASKED = {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
         "socket.gethostbyaddr", "socket.sendmsg"}
def guard(event, args):
    if event in ASKED and getattr(args[0], "family", None) != socket.AF_UNIX:
        sys.__stderr__.write(f"the network was asked for: {event}\\n")
        sys.__stderr__.flush()
        import os
        os._exit(99)
sys.addaudithook(guard)
"""
EVERY = (
    GUARD
    + """
import io, json
from companion.cli.main import run
for words in json.loads(sys.argv[1]):
    sys.stdin = io.StringIO("")
    run(words)
"""
)
FACES = (
    GUARD
    + """
import asyncio
from companion.bootstrap import open_companion
from companion.tui.app import CompanionApp
from companion.tui.calm.app import CalmApp
from companion.flows.menus.today import begin
async def face(app, *keys):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
asyncio.run(face(CompanionApp(open_companion(via="full")), "2", "0", "a", "s", *"butter", "enter"))
companion = open_companion(via="calm")
asyncio.run(face(CalmApp(companion, begin(companion)), "2", "0", "8", "0"))
"""
)
LINES = GUARD + "from companion.__main__ import main\nsys.exit(main())"
GATE = LINES


def inner(code: str, home: Path, *args: str, typed: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    known = {"PATH": os.environ["PATH"], "HOME": str(home), "COMPANION_DATA_DIR": str(home / "diary")}
    return subprocess.run(
        [sys.executable, "-c", code, *args], cwd=PLACE, env={**known, **env}, input=typed,
        capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def test_every_command_stays_at_home_and_writes_private_files(tmp_path):
    import json

    calls = [line(name, one) for name, one in commands().items() if name not in APART]
    before = os.umask(0)
    try:
        done = inner(EVERY, tmp_path, json.dumps([["settings", "set", "bell", "no"], *calls, ["undo"]]))
    finally:
        os.umask(before)
    assert "network" not in done.stderr
    assert done.returncode == 0, done.stderr[-2000:]
    folder = tmp_path / "diary"
    made = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}
    names = {path.name for path in made}
    assert {"plan.json", "settings.toml", ".lock", ".note.lock", "backup"} <= names
    assert {path.name for path, mode in made.items() if path.is_dir() and mode != 0o700} == set()
    assert {path.name for path, mode in made.items() if path.is_file() and mode != 0o600} == set()
    assert not [name for name in names if name.endswith((".log", ".tmp"))]
    outside = {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*") if path.is_file()}
    assert outside <= {"diary", ".local", ".cache", ".ssh"}


def test_no_face_asks_for_the_network(tmp_path):
    done = inner(FACES, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_plain_lines_ask_for_no_network(tmp_path):
    done = inner(LINES, tmp_path, "--linear", typed="1\n0\n2\n0\n0\n1\n")
    assert done.returncode == 0, done.stderr


def test_the_gate_asks_for_no_network(tmp_path):
    done = inner(GATE, tmp_path, "serve-ssh", "--as", "Kim", SSH_ORIGINAL_COMMAND="today")
    assert "network" not in done.stderr
    assert done.returncode == 77


def test_the_guard_guards(tmp_path):
    done = inner(GUARD + "socket.create_connection(('127.0.0.1', 9))", tmp_path)
    assert done.returncode == 99
