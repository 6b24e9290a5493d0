"""Over SSH: what a command costs, what the line carries, and that writers at once lose nothing."""

import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, run
from time import monotonic

import pexpect
import pytest
import sshd
import storm
from benchmarks import diaries, measure
from benchmarks.ledger import Ledger
from terminal import Terminal

from companion.bootstrap import open_companion

pytestmark = [pytest.mark.benchmark, pytest.mark.skipif(sshd.ABSENT, reason=sshd.WHY_ABSENT)]
ROUNDS = 5
A_YEAR = 10_000
PLACE = Path(__file__).parents[2]
A_REST = 10.0  # seconds of a rest of twenty
EACH, KILLS = 40, 60


@pytest.fixture
def server(tmp_path: Path) -> Iterator[sshd.Sshd]:
    with sshd.opened(tmp_path / "sshd") as opened:
        yield opened


def test_a_command(ledger: Ledger, server: sshd.Sshd, folders: dict[int, Path], tmp_path: Path) -> None:
    folder = diaries.copied(folders[A_YEAR], tmp_path / "year")
    open_companion(folder).caregivers.add("Maria", "caregiver")
    server.admit("maria", "--data-dir", str(folder), "serve-ssh", "--as", "Maria",
                 now=diaries.NOW.isoformat())  # fmt: skip
    server.authorize(f'restrict,command="true" {server.key("nobody").read_text().strip()}')
    home = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(PLACE)}
    here = [sys.executable, "-m", "companion", "--data-dir", str(folder), "--by", "Maria"]
    for words in (("today", "--json"), ("quick", "Tea", "--kcal", "5")):
        works: dict[str, measure.Work] = {
            "far": partial(quietly, server.call("maria", *words)),
            "here": partial(quietly, [*here, *words], {**home, "COMPANION_NOW": diaries.NOW.isoformat()}),
            "empty": partial(quietly, server.call("nobody", "x")),
        }
        cost = measure.in_turn(works, ROUNDS)
        beside = ("here, and an empty call", cost["here"] + cost["empty"])
        ledger.add(f"over SSH: {words[0]}", cost["far"], "ms", beside, "over ssh")


@pytest.mark.parametrize("compression", ["no", "yes"])
def test_the_line(ledger: Ledger, server: sshd.Sshd, compression: str) -> None:
    """Bytes as they leave the program, and as the line carries them."""

    def add(what: str, pairs: list[tuple[int, int]]) -> None:
        program, carried = (median(each) for each in zip(*pairs, strict=True))
        name = f"line, compression {compression}: {what}"
        ledger.add(name, carried, "B", ("from the program", program))

    server.admit("ruth", "--demo", "--full")
    with sshd.counted(server) as line:
        far = server.terminal("ruth", TERM="xterm-256color", options=(f"Compression={compression}",))
        far.see("Today")
        far.rest()
        add("first screen", [(len(far.written.encode()), line.came)])
        far.press("2")
        add("key in meals", [pressed(line, far, "down") for _ in range(5)])
        far.press("0")
        for key in ("1", "enter", "enter", "enter", "space", "space"):
            far.rest()
            far.press(key)
        far.rest()
        add("a second of a rest", ticked(line, far))
        far.close()


def test_nothing_that_was_told_is_lost(ledger: Ledger, server: sshd.Sshd, tmp_path: Path) -> None:
    """Four writers at once, and others that are killed."""
    diary = tmp_path / "diary"
    storm.let_in(server, diary)
    told = storm.write(server, diary, each=EACH)
    kept = storm.kept(diary)
    lost = sum(id_ not in kept or kept[id_].by != name for name, ids in told.items() for id_ in ids)
    cut = storm.cut_off(server, diary, kills=KILLS)
    gone = set(cut) - storm.kept(diary).keys()
    ledger.add("entries lost of four writers", lost, "", ("told", 4 * EACH), "lost")
    ledger.add(f"entries lost of {KILLS} killed", len(gone), "", ("told", len(cut)), "lost")


def quietly(call: list[str], env: dict[str, str] | None = None) -> None:
    """A command from start to end."""
    run(call, check=True, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, env=env)


def pressed(line: sshd.Line, far: Terminal, key: str) -> tuple[int, int]:
    """What a key brings: bytes of the program, bytes of the line."""
    far.rest()
    came, written = line.came, len(far.written.encode())
    far.press(key)
    far.rest()
    return len(far.written.encode()) - written, line.came - came


def ticked(line: sshd.Line, far: Terminal) -> list[tuple[int, int]]:
    """What each second of a rest brings; between two there is half a second of silence."""
    found, end = list[tuple[int, int]](), monotonic() + A_REST
    while monotonic() < end:
        came, written = line.came, len(far.written.encode())
        while line.came == came and monotonic() < end:
            read(far)
        read(far)
        found.append((len(far.written.encode()) - written, line.came - came))
    return found


def read(far: Terminal) -> None:
    """Whatever comes within a fifth of a second."""
    try:
        far._feed(far.child.read_nonblocking(65536, timeout=0.2))
    except pexpect.TIMEOUT:
        return
