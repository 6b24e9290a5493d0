"""A program under a real screen reader, and what the reader would have said aloud.

yasr speaks through an "Emacspeak server", a program of its own that is told each utterance on a line; fenrir
through a driver that it imports. Here both only write down what they are told.
"""

import json
import os
import re
import shlex
import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import pexpect
import pyte

YASR, FENRIR = Path("/usr/bin/yasr"), Path("/usr/bin/fenrir")
PLACE = Path(__file__).parents[2]
KEYS = {"enter": "\r", "space": " ", "down": "\x1b[B", "up": "\x1b[A", "tab": "\t"}
PATIENCE = 20.0  # seconds for what is waited for
QUIET = 0.7  # seconds without a word: whatever was to be said is said
OWN_WORDS = re.compile(r"Start Fenrir|Quit Fenrir|pychant|has attribute|^blank$")  # about itself, not us
BOX = re.compile("[\u2500-\u259f\u2800-\u28ff]")

YASR_SETTINGS = """[normalkeys]
0x0:say line
[options]
cursor tracking=full
synthesizer=emacspeak server
synthesizer port=|{server}
key echo=off
special=off
up and down arrows=speak line
"""
YASR_SERVER = """#!{python}
import json, os, sys
log, whole = open({log!r}, "a", buffering=1), ""
for raw in sys.stdin.buffer:
    whole += raw.decode("utf-8", "replace")
    order = whole.rstrip("\\n")
    if order[:3] in ("q {{", "l {{") and not order.endswith("}}"):
        continue  # an utterance of several lines
    if order[:3] in ("q {{", "l {{"):
        log.write(json.dumps(order[3:-1]) + "\\n")
    whole = ""
"""
FENRIR_DRIVER = """
import json
from fenrirscreenreader.core.speechDriver import speechDriver
log = open({log!r}, "a", buffering=1)
class driver(speechDriver):
    def initialize(self, environment):
        self.env, self._isInitialized = environment, True
    def speak(self, text, queueable=True):
        log.write(json.dumps(text) + "\\n")
    def cancel(self): pass
    def shutdown(self): pass
"""
FENRIR_SETTINGS = "/etc/fenrirscreenreader/settings/settings-pty.conf"
FENRIR_DRIVERS = "/usr/lib/python3/dist-packages/fenrirscreenreader/speechDriver"  # it looks for them there


class Ears:
    """`Ears("yasr", folder, "--linear", "--demo")`: press keys, and hear what is said to them."""

    def __init__(self, reader: str, folder: Path, *args: str, size: tuple[int, int] = (80, 24)) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._log, self._heard = folder / "said.jsonl", 0
        self._log.touch()
        self._inner = (
            folder / "pid"
        )  # of the program: fenrir leaves it the terminal, which then never hangs up
        inner = folder / "inner.sh"
        inner.write_text(f"#!/bin/sh\ncd {shlex.quote(str(PLACE))}\n"
            f"echo $$ > {shlex.quote(str(self._inner))}\n"
                         f"exec {shlex.join([sys.executable, '-m', 'companion', *args])}\n")  # fmt: skip
        _runnable(inner)
        env = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "SHELL": "/bin/sh",
               "TERM": "linux", "COMPANION_DATA_DIR": str(folder / "diary")}  # fmt: skip
        command = self._yasr(folder, inner) if reader == "yasr" else self._fenrir(folder, inner)
        wide, high = size
        self.child = pexpect.spawn(
            command[0], command[1:], env=env, dimensions=(high, wide), encoding="utf-8"
        )
        self.child.delaybeforesend = None
        self.written = ""
        self._screen = pyte.Screen(wide, high)
        self._stream = pyte.Stream(self._screen)

    def _yasr(self, folder: Path, inner: Path) -> list[str]:
        server, settings = folder / "server.py", folder / "yasr.conf"
        server.write_text(YASR_SERVER.format(python=sys.executable, log=str(self._log)))
        _runnable(server)
        settings.write_text(YASR_SETTINGS.format(server=server))
        return [str(YASR), "-C", str(settings), str(inner)]

    def _fenrir(self, folder: Path, inner: Path) -> list[str]:
        driver = folder / "ears.py"
        driver.write_text(FENRIR_DRIVER.format(log=str(self._log)))
        name = os.path.relpath(driver.with_suffix(""), FENRIR_DRIVERS)
        options = ";".join([
            f"general#shell={inner}", f"general#debugFile={folder / 'fenrir.log'}", "remote#enable=False",
            "sound#enabled=False", "screen#driver=ptyDriver", "keyboard#driver=ptyDriver",
            "keyboard#keyboardLayout=pty", f"speech#driver={name}", "focus#highlight=False",
        ])  # fmt: skip
        return [str(FENRIR), "-e", "-s", FENRIR_SETTINGS, "-o", options]

    def press(self, *keys: str) -> None:
        """Send keys, by name or as text."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def hear(self, text: str) -> list[str]:
        """Listen until this was said, then until nothing more is; every utterance since the last time."""
        end, found = monotonic() + PATIENCE, self._new()
        while not any(text in said for said in found):
            if monotonic() > end:
                raise AssertionError(f"{text!r} was not said, but {found}; on the screen:\n{self.screen}")
            self._read(0.1)
            found += self._new()
        return found + self.rest()

    def rest(self) -> list[str]:
        """Listen until nothing more is said."""
        found: list[str] = []
        last = monotonic()
        while monotonic() - last < QUIET:
            self._read(0.1)
            if more := self._new():
                found, last = found + more, monotonic()
        return found

    @property
    def screen(self) -> str:
        """What stands there now."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    @property
    def cursor_line(self) -> str:
        """The line of the hardware cursor, which a braille display shows; "" while it is hidden."""
        cursor = self._screen.cursor
        return "" if cursor.hidden else self._screen.display[cursor.y].rstrip()

    def close(self) -> None:
        """Leave nothing running behind."""
        if self.child.isalive():
            self.child.kill(signal.SIGTERM)
        self.child.close(force=True)
        with suppress(FileNotFoundError, ProcessLookupError):
            os.kill(int(self._inner.read_text()), signal.SIGKILL)

    def _new(self) -> list[str]:
        lines = self._log.read_text(encoding="utf-8").split("\n")[:-1]
        fresh, self._heard = lines[self._heard :], len(lines)
        return list(_said(fresh))

    def _read(self, seconds: float) -> None:
        try:
            data = self.child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            sleep(seconds)
            return
        self.written += data
        self._stream.feed(data)


def _said(lines: list[str]) -> Iterator[str]:
    for line in lines:
        text = " ".join(str(json.loads(line)).split()).strip(" ,")
        if text and not OWN_WORDS.search(text):
            yield text


def _runnable(script: Path) -> None:
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
