"""A program in a pseudo-terminal of its own, and what a person would see on its screen."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer
from time import monotonic

import pexpect
import pyte

PATIENCE = 60.0  # seconds, against a program that never writes what is waited for
LOOK = 0.25  # seconds without a byte
IDLE = 0.01  # seconds of processor time within these: whatever was to be drawn is drawn
KEYS = {"enter": "\r", "space": " ", "down": "\x1b[B", "up": "\x1b[A"}
BESIDE = {"PATH", "PYTHONPATH", "HOME"}  # what a program may know of the tests' own environment
PLACE = Path(__file__).parents[1]


class Terminal:
    """`Terminal("-m", "companion", size=(80, 24))`: press keys, wait for what they bring, hang up."""

    def __init__(
        self, *args: str, size: tuple[int, int] = (80, 24), program: str = sys.executable, **env: str
    ) -> None:
        wide, high = size
        kept = {name: value for name, value in os.environ.items() if name in BESIDE}
        plain = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        self.child = pexpect.spawn(
            program,
            list(args),
            env={**kept, **plain, **env},
            cwd=PLACE,
            dimensions=(high, wide),
            encoding="utf-8",
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None
        self.written = ""
        self._screen = pyte.Screen(wide, high)
        self._stream = pyte.Stream(self._screen)

    @property
    def screen(self) -> str:
        """What stands there now, a line a row, without the blanks at their ends."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Send keys, by name or as text."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def see(self, *texts: str) -> str:
        """Wait until all of these stand on the screen; line breaks and gaps between words do not count."""
        end = monotonic() + PATIENCE
        while not all(text in " ".join(self.screen.split()) for text in texts):
            if monotonic() > end:
                raise AssertionError(f"{texts} not on the screen:\n{self.screen}")
            try:
                self._feed(self._read(1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                raise AssertionError(f"it ended before {texts}:\n{self.screen}") from None
        return self.screen

    def again(self, screen: str) -> str:
        """Wait until this screen stands there again, whole; what stands there when patience ends."""
        end = monotonic() + PATIENCE
        while self.screen != screen and monotonic() < end:
            try:
                self._feed(self._read(1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        return self.screen

    def rest(self) -> None:
        """Read until the program waits, as somebody does who looks before pressing the next key."""
        end = monotonic() + PATIENCE
        while monotonic() < end:
            ran = self._ran()
            try:
                self._feed(self._read(LOOK))
            except pexpect.TIMEOUT:
                if self._ran() - ran < IDLE and not self._wants_to_run():
                    return
            except pexpect.EOF:
                return

    def _ran(self) -> float:
        """Seconds of processor time, all threads: on a busy machine silence alone does not mean it waits."""
        return sum(int(text.split()[0]) for text in self._told("schedstat")) / 1e9

    def _wants_to_run(self) -> bool:
        return any(text.rpartition(")")[2].split()[0] in "RD" for text in self._told("stat"))

    def _told(self, name: str) -> Iterator[str]:
        for task in Path(f"/proc/{self.child.pid}/task").glob("*"):
            with suppress(OSError):
                yield (task / name).read_text()

    def _read(self, timeout: float) -> str:
        """What `until` read beyond what it waited for, else what comes now."""
        if beyond := self.child.buffer:
            self.child.buffer = ""
            return beyond
        return self.child.read_nonblocking(65536, timeout=timeout)

    def until(self, text: str) -> None:
        """Read until these characters were written, escape sequences included."""
        self.child.expect_exact(text)
        self._feed(self.child.before + self.child.after)

    def end(self) -> int:
        """Read to the end of the program; its exit code, or minus the signal that killed it."""
        self.child.expect(pexpect.EOF)
        self._feed(self.child.before)
        return self._over()

    def kill(self, number: signal.Signals = signal.SIGKILL) -> int:
        """Send a signal that ends it; the exit code."""
        self.child.kill(number)
        return self.end()

    def over(self) -> int:
        """Wait for its end and read nothing; the exit code."""
        return self._over()

    def hang_up(self) -> int:
        """Close the terminal, as a lost line does; the exit code."""
        self.child.ptyproc.fileobj.close()
        return self._over()

    def close(self) -> None:
        """Leave nothing running behind."""
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
            self.child.wait()

    def resize(self, wide: int, high: int) -> None:
        """Another size."""
        self.child.setwinsize(high, wide)
        self._screen.resize(high, wide)

    def _over(self) -> int:
        patience = Timer(PATIENCE, self.child.kill, [signal.SIGKILL])
        patience.start()
        self.child.wait()
        patience.cancel()
        code = self.child.exitstatus
        return -self.child.signalstatus if code is None else code

    def _feed(self, data: str) -> None:
        self.written += data
        self._stream.feed(data)
