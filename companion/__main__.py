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
    from companion.flows.conversation import MakeFlow
    from companion.services.companion import Companion

HUNG_UP = SIGNALLED + signal.SIGHUP


def main() -> int:
    """Run the command line, or open the face that was asked for."""
    gc.disable()  # a command is over before collecting its garbage would pay: a fifth of its time
    # Searching every installed package for plugins takes longer than most commands; none is wanted here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from companion.cli.main import guarded, run
    from companion.surroundings.terminal import nobody_reads

    outcome = run(sys.argv[1:])
    if isinstance(outcome, int):
        gc.freeze()
        return outcome
    code = guarded(lambda: opened(outcome))
    if code == HUNG_UP:
        nobody_reads()
    return code


def opened(launch: "Launch") -> int:
    """The face of the launch or of the settings, until it is left; 0 where the question for it was left."""
    from companion.bootstrap import open_companion
    from companion.cli.faces import of_settings

    call, flow = launch.call, launch.flow
    companion = open_companion(call.data_dir, by=call.by, demo=call.demo, gated=call.gated)
    if call.switch:
        companion.preferences.for_now(switch=True)
    face = launch.face or of_settings(companion)
    if face is None:
        return 0
    companion.via = "ssh" if call.gated else face
    gc.enable()
    if face == "full":
        return full(companion, (lambda: flow(companion)) if flow else None)
    from companion.flows.walk import Talk

    first = (Talk(flow),) if flow else ()
    if face == "calm":
        from companion.tui.calm.app import run_calm

        return run_calm(companion, first=first)
    from companion.linear.face import run_linear

    return run_linear(companion, first=first)


def full(companion: "Companion", flow: "MakeFlow | None" = None) -> int:
    """The full screen, beginning with a conversation or, for somebody new, with the first questions."""
    from companion.tui.app import CompanionApp, room
    from companion.tui.welcome import greet

    def first() -> "Screen[object]":
        if flow is not None:
            app.call_after_refresh(app.begin, flow)
        elif companion.welcome.due():
            app.call_after_refresh(greet, app)
        return room("today")

    app = CompanionApp(companion, first)
    gc.freeze()
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
