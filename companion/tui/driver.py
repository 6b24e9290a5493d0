"""Textual's own driver without what screen readers speak: queries, a hidden cursor, tracking of the mouse."""

from textual.drivers.linux_driver import LinuxDriver

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


class QuietDriver(LinuxDriver):
    """Writes frames and what the terminal needs, nothing else."""

    def write(self, data: str) -> None:
        """Pass on what is worth saying; say nothing to a terminal that is gone."""
        writer = self._writer_thread
        if writer is not None and writer.is_alive() and not data.startswith(UNSAID):
            super().write(data)
