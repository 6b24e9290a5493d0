"""Bytes over a real SSH line: as they come out of the program, with SSH's own, and compressed."""

from pathlib import Path
from statistics import median
from time import monotonic
from types import SimpleNamespace

import pexpect
import pytest
import sshd
from terminal import Terminal

pytestmark = pytest.mark.benchmark
A_REST = 16.0  # seconds of a rest of twenty


@pytest.mark.skipif(sshd.ABSENT, reason=sshd.WHY_ABSENT)
@pytest.mark.parametrize("compression", ["no", "yes"])
def test_bytes_of_the_first_screen_of_keys_and_of_ticks(
    tmp_path: Path, bench: SimpleNamespace, compression: str
) -> None:
    rows: list[tuple[object, ...]] = []
    with sshd.opened(tmp_path / "server") as server:
        server.admit("ruth", "--demo", "--full")
        with sshd.counted(server) as line:
            far = server.terminal("ruth", TERM="xterm-256color", options=(f"Compression={compression}",))
            far.see("kcal eaten")
            far.rest()
            rows.append(("first screen", len(far.written.encode()), line.came))
            for name, room in (("meals", "2"), ("eaten", "5"), ("history", "h")):
                far.press(room)
                rows.append((f"key in {name}", *middle([pressed(line, far, "down") for _ in range(5)])))
                far.press("0")
                far.rest()
            for key in ("1", "enter", "enter", "enter", "space", "space"):
                far.press(key)
                far.rest()
            ticks = ticked(line, far)
            rows.append(("tick, median", *middle(ticks)))
            rows.append(("tick, most", *(max(one) for one in zip(*ticks, strict=True))))
            far.close()
    bench.table(f"Bytes at 80x24, compression {compression}", ("", "program", "line"), rows)
    assert rows


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
        while line.came == came:
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


def middle(pairs: list[tuple[int, int]]) -> tuple[float, float]:
    """The median of each column."""
    program, line = zip(*pairs, strict=True)
    return median(program), median(line)
