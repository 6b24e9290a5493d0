"""What every app of ours does: its theme, its driver, the signals it obeys, and how it ends."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from companion.errors import SIGNALLED, CompanionError, Failure, where
from companion.resources import styles
from companion.surroundings.deadline import hung_up
from companion.tui.attended import Attended
from companion.tui.colourless import Colourless
from companion.tui.driver import QuietDriver
from companion.tui.guarded import Guarded
from companion.tui.keyfilter import Filtered
from companion.tui.paint import Painted
from companion.tui.themes import DUSK, THEMES

if TYPE_CHECKING:
    from companion.services.companion import Companion

AT_HOME = {"screenshot", "suspend_process"}  # actions of Textual's own that are for this computer alone
# Terminals that erase part of a row and fill it with the ground; GNU screen and a VT100 do not.
ERASING = ("xterm", "tmux", "linux", "rxvt", "alacritty", "foot", "kitty", "konsole", "putty", "st-", "vte")


def erases() -> bool:
    """Whether what is erased is gone and takes the ground; else a word of another screen might stay."""
    return os.environ.get("TERM", "").startswith(ERASING)


class House(Guarded, Attended, Filtered, Painted):
    """An app over one Companion, in the theme of its settings."""

    CSS_PATH = None

    def __init__(self, companion: "Companion", sheets: Iterable[str]) -> None:
        folder = styles()
        super().__init__(
            driver_class=QuietDriver if os.isatty(0) else None,
            css_path=[folder / f"{name}.tcss" for name in sheets],
        )
        self.companion = companion
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = companion.settings.theme
        self.stylesheet.set_variables(self.get_css_variables())  # so that nothing is read in another theme
        self.animation_level = "none"
        self._disable_tooltips = self._disable_notifications = True  # widgets on every screen, never used
        if self.no_color:
            self._filters = [Colourless()]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own tokens, known before the first style sheet is read."""
        return dict(DUSK.variables)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - as Textual has it
        """Read the sheets for another theme; before there is a screen none was read for one."""
        if self.children:
            super().refresh_css(animate)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody over SSH stops the program or has a picture written."""
        if action in AT_HOME and self.companion.gated:
            return False
        return super().check_action(action, parameters)

    def knock(self, text: str) -> None:
        """Tell somebody who looks elsewhere, as the settings have it; with a bell beside a screen reader."""
        from companion.surroundings.notify import message
        from companion.surroundings.readers import reader

        shows = isinstance(self._driver, QuietDriver) and os.isatty(2)  # where Textual writes to
        wanted = shows and self.companion.settings.notify == "message" and not reader()
        data = message(text, os.environ) if wanted else ""
        if data and self._driver is not None:
            self._driver.write(data)
        else:
            self.bell()

    def obey_signals(self) -> None:
        """A lost line and a request to end are met with a code of their own."""
        loop = asyncio.get_running_loop()

        def leave(number: int, _: object) -> None:
            """Also while the loop stands still because nobody reads what is written."""
            hung_up(number)
            with suppress(RuntimeError):  # it is over already
                loop.call_soon_threadsafe(self.exit, None, SIGNALLED + number)

        for number in (signal.SIGHUP, signal.SIGTERM):
            with suppress(ValueError):  # not in the main thread
                signal.signal(number, leave)

    def _handle_exception(self, error: Exception) -> None:
        """What has a sentence ends the program with that sentence."""
        cause = getattr(error, "error", error)  # a worker wraps what went wrong in it
        if isinstance(cause, CompanionError):
            self._leave_saying(cause)
        elif isinstance(cause, MemoryError):
            self._leave_saying(Failure("no_memory"))
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """A fault says that there is one; with COMPANION_DEBUG where, and never with which values."""
        from rich.text import Text

        if os.environ.get("COMPANION_DEBUG"):
            self._exit_renderables.append(Text(where(sys.exc_info()[1])))
        self._leave_saying(Failure("unexpected"))

    def _leave_saying(self, error: CompanionError) -> None:
        from rich.text import Text

        from companion.wording.errors import sentence

        self._return_code = error.exit_code
        self._exit_renderables.append(Text(sentence(error)))
        self._close_messages_no_wait()
