"""Textual's own driver without what screen readers speak: queries, a hidden cursor, tracking of the mouse.

What comes in one long piece was typed by nobody: it is a paste, also where the terminal does not say so, and
presses no key. `PasteParser` takes the place of Textual's parser, since its driver makes one by that name.
"""

import os
import select
import signal
import sys
from collections.abc import Iterable
from time import monotonic
from typing import Any, TextIO

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.messages import InBandWindowResize

from companion.surroundings.window import clamped

UNSAID = (
    "\x1b[?25l",  # hide the cursor: it is what a reader and a magnifier follow
    "\x1b[?1003h",  # report every movement of the mouse; clicks stay
    "\x1b[?1015h",  # an old encoding of the mouse
    "\x1b[?1004",  # report when the window loses the focus
    "\x1b[>",  # push the kitty keyboard protocol
    "\x1b[<u",  # and pop it
    "\x1b[?2026",  # ask for synchronized output
    "\x1b[?2048",  # ask for resizes in the input
    "\x1b]22;",  # shape of the mouse pointer
)
PASTE = 64  # characters in one piece, from which nobody typed them
SETTLED = 0.05  # seconds without another piece, after which a paste is over


class PasteParser(XTermParser):
    """Turns a long piece without a control sequence into a paste, and the pieces that follow at once."""

    _until = 0.0
    _is_told = False  # within a paste of which the terminal tells begin and end

    def feed(self, data: str) -> Iterable[Message]:
        """The events of a piece of input."""
        now, begins = monotonic(), data.rfind("\x1b[200~")
        is_plain = bool(data) and "\x1b" not in data and not self._is_told
        if begins != -1 or "\x1b[201~" in data:
            self._is_told = begins > data.rfind("\x1b[201~")
        if not is_plain or (len(data) < PASTE and now > self._until):
            return super().feed(data)
        self._until = now + SETTLED
        return [events.Paste(data)]

    def __init__(self, *args: Any, **facts: Any) -> None:
        super().__init__(*args, **facts)
        terminal = sys.__stdin__
        self._terminal = terminal if terminal and terminal.isatty() else None  # None once it is gone

    def tick(self) -> Iterable[Message]:
        """What time brings; a terminal that went without a signal hangs up now, and is not read for ever."""
        if self._terminal and hung_up(self._terminal):
            self._terminal = None
            os.kill(os.getpid(), signal.SIGHUP)
        return super().tick()


def hung_up(terminal: TextIO) -> bool:
    """Whether nobody is at the other end of a terminal any more."""
    look = select.poll()
    look.register(terminal, 0)
    return any(event & select.POLLHUP for _, event in look.poll(0))


class QuietDriver(LinuxDriver):
    """Writes frames and what the terminal needs, nothing else, in a window that can be drawn.

    Where a stop was not obeyed at the start, as over SSH, it never is.
    """

    def __init__(self, *args: Any, **facts: Any) -> None:
        self._stays = signal.getsignal(signal.SIGTSTP) is signal.SIG_IGN
        super().__init__(*args, **facts)
        self._size = self._size or self._get_terminal_size()
        if self._stays:
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)

    @property
    def can_suspend(self) -> bool:
        """Whether somebody can let it go on after a stop."""
        return not self._stays

    def _get_terminal_size(self) -> tuple[int, int]:
        return clamped(super()._get_terminal_size())

    def process_message(self, message: Message) -> None:
        """Pass on what came in; a size among the keys was never asked for, so somebody typed it."""
        if not isinstance(message, InBandWindowResize | events.Resize):
            super().process_message(message)

    def run_input_thread(self) -> None:
        """Read what is typed and pasted."""
        vars(linux_driver)["XTermParser"] = PasteParser
        super().run_input_thread()

    def stop_application_mode(self) -> None:
        """What comes after is written plainly."""
        self.write("\x1b[m")
        super().stop_application_mode()

    def write(self, data: str) -> None:
        """Pass on what is worth saying; say nothing to a terminal that is gone."""
        writer = self._writer_thread
        if writer is not None and writer.is_alive() and not data.startswith(UNSAID):
            super().write(data)
