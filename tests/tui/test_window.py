"""Windows that nobody has: they are told, or drawn as far as can be, and need no more memory."""

import re
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pexpect
import pytest
from terminal import Terminal

from companion.surroundings.window import HIGHEST, WIDEST, clamped

LARGEST = 65535
GROWTH = 150  # MB more than at 80x24, at most: 65535 by 65535 cells took 2,000
MEMORY = Path("/proc/self/status")


@pytest.mark.parametrize(
    ("size", "drawn"),
    [((80, 24), (80, 24)), ((500, 200), (500, 200)), ((501, 24), (500, 24)), ((65535, 65535), (500, 200)),
     ((1, 1), (1, 1))],
)  # fmt: skip
def test_a_size_is_drawn_up_to_a_limit(size, drawn):
    assert clamped(size) == drawn == (min(size[0], WIDEST), min(size[1], HIGHEST))


def start(folder: Path, *options: str, size: tuple[int, int] = (80, 24), **env: str) -> Terminal:
    opens = ["-m", "companion", "--data-dir", str(folder), *options]
    return Terminal(*opens, size=size, COMPANION_NOW="2026-04-14T12:05+02:00", HOME=str(folder), **env)


@pytest.fixture(params=["--full", "--calm"])
def face(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    made = start(tmp_path, request.param)
    yield made
    made.close()


def megabytes(terminal: Terminal) -> int:
    """The most memory it ever used."""
    status = Path(f"/proc/{terminal.child.pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+)", status)
    assert found
    return int(found[1]) // 1024


def resize(terminal: Terminal, wide: int, high: int) -> None:
    """Only of the program's side: nobody could look at it whole."""
    terminal.child.setwinsize(high, wide)


@pytest.mark.slow
@pytest.mark.parametrize("option", ["--full", "--calm"])
def test_a_window_too_large_to_draw_opens_plain_lines_and_says_so(tmp_path, option):
    terminal = start(tmp_path, option, size=(LARGEST, LARGEST))
    terminal.until(f"This window is {LARGEST} columns by {LARGEST} rows")
    terminal.until("plain lines open instead.")
    terminal.until("0")
    assert "\x1b[?1049h" not in terminal.written
    assert terminal.kill(signal.SIGTERM) == 143


@pytest.mark.slow
@pytest.mark.skipif(not MEMORY.exists(), reason="this system does not tell how much memory is used")
def test_a_window_that_becomes_endless_takes_no_memory_and_goes_back(face):
    face.see("Companion")
    face.rest()
    screen, before = face.screen, megabytes(face)
    resize(face, LARGEST, LARGEST)
    face.rest()
    assert megabytes(face) < before + GROWTH
    resize(face, 80, 24)
    assert face.again(screen) == screen


@pytest.mark.slow
def test_a_window_of_nothing_is_survived(face):
    face.see("Companion")
    face.rest()
    screen = face.screen
    for wide, high in ((0, 0), (1, 1), (3, 1)):
        resize(face, wide, high)
        face.rest()
    resize(face, 80, 24)
    assert face.again(screen) == screen


@pytest.mark.slow
def test_many_sizes_one_after_another_do_not_hold_it_up(face):
    face.see("Companion")
    face.rest()
    screen = face.screen
    for n in range(300):
        resize(face, 40 + n % 90, 20 + n % 30)
        with suppress(pexpect.TIMEOUT):
            face.child.read_nonblocking(65536, timeout=0.01)
    resize(face, 80, 24)
    assert face.again(screen) == screen


@pytest.mark.slow
def test_a_size_typed_among_the_keys_is_nobodys(face):
    face.see("Companion")
    face.rest()
    before = face.screen
    face.press(f"\x1b[48;{LARGEST};{LARGEST};1;1t", "\x1b[?2048;1$y")
    face.rest()
    assert face.screen == before
    assert "\x1b[?1016h" not in face.written
