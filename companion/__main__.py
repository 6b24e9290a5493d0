"""Picks a face and imports only that one."""

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING

from companion.errors import SIGNALLED

if TYPE_CHECKING:
    from textual.screen import Screen

    from companion.cli.launch import Launch

HUNG_UP = SIGNALLED + signal.SIGHUP


def main() -> int:
    """Run the command line, or open the full screen where that is what was asked for."""
    gc.disable()  # a command is over before collecting its garbage would pay: a fifth of its time
    # Searching every installed package for plugins takes longer than most commands; none is wanted here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from companion.cli.main import run

    outcome = run(sys.argv[1:])
    if isinstance(outcome, int):
        gc.freeze()
        return outcome
    return full(outcome)


def full(launch: "Launch") -> int:
    """The full screen, beginning with the conversation of the launch."""
    from companion.bootstrap import open_companion
    from companion.cli.main import told
    from companion.errors import CompanionError
    from companion.tui.app import CompanionApp, room
    from companion.tui.welcome import greet

    call, flow = launch.call, launch.flow
    try:
        companion = open_companion(call.data_dir, by=call.by, via="full", demo=call.demo)
    except CompanionError as error:
        return told(error)

    def first() -> "Screen[object]":
        if flow is not None:
            app.call_after_refresh(app.begin, lambda: flow(companion))
        elif companion.welcome.due():
            app.call_after_refresh(greet, app)
        return room("today")

    app = CompanionApp(companion, first)
    gc.freeze()
    gc.enable()
    app.run()
    if app.return_code == HUNG_UP:
        _nobody_reads()
    return app.return_code or 0


def _nobody_reads() -> None:
    """The terminal is gone: Python would fail to flush to it and end with a code of its own."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


if __name__ == "__main__":
    sys.exit(main())
