"""Picks a face and imports only that one."""

import gc
import signal
import sys
from typing import TYPE_CHECKING

from companion.errors import SIGNALLED

if TYPE_CHECKING:
    from textual.screen import Screen

    from companion.cli.call import Call
    from companion.cli.faces import Face
    from companion.cli.launch import Launch
    from companion.flows.conversation import MakeFlow
    from companion.flows.idle import Idleness
    from companion.services.companion import Companion

HUNG_UP = SIGNALLED + signal.SIGHUP


def main() -> int:
    """Run the command line, or open the face that was asked for."""
    from companion.surroundings.interrupts import end_at_once

    end_at_once()
    from companion.surroundings.confined import GATE, confine

    if GATE in sys.argv:  # before anything else is imported that looks around
        confine()
    gc.disable()  # a command is over before collecting its garbage would pay: a fifth of its time
    from companion.surroundings.plugins import want_none

    want_none()
    from companion.cli.main import guarded, run
    from companion.surroundings.terminal import nobody_reads

    outcome = run(sys.argv[1:])
    if isinstance(outcome, int):
        gc.freeze()  # the interpreter collects once more as it ends; what was imported stays out of it
        return outcome
    code = guarded(lambda: opened(outcome))
    if code == HUNG_UP:
        nobody_reads()
    return code


def opened(launch: "Launch") -> int:
    """The face of the launch or of the settings, until it is left; 0 where the question for it was left."""
    from companion.bootstrap import open_companion
    from companion.cli.faces import of_settings
    from companion.flows.idle import over_ssh

    call, flow = launch.call, launch.flow
    companion = open_companion(call.data_dir, by=call.by, demo=call.demo, gated=call.gated)
    if call.gated:
        from companion.cli.gate import ALLOWED
        from companion.wording.commands import come_over_ssh

        come_over_ssh(ALLOWED)
    if call.switch:
        companion.preferences.for_now(switch=True)
    face = launch.face or of_settings(companion)
    if face is None:
        return 0
    face = drawable(face, call)
    companion.via = "ssh" if call.gated else face
    idle = over_ssh(companion)
    if face == "full":
        return full(companion, (lambda: flow(companion)) if flow else None, idle=idle)
    from companion.flows.walk import Talk
    from companion.services.service import read_all

    read_all()
    first = (Talk(flow),) if flow else ()
    if face == "calm":
        from companion.tui.calm.app import run_calm

        collect_from_now_on()
        return run_calm(companion, first=first, idle=idle)
    from companion.linear.face import run_linear

    collect_from_now_on()
    return run_linear(companion, first=first, idle=idle)


def collect_from_now_on() -> None:
    """A face stays open: what it needs is imported and stays, and what comes may become garbage."""
    gc.freeze()
    gc.enable()


def drawable(face: "Face", call: "Call") -> "Face":
    """The face, or plain lines where the window is too large to draw in, which is said."""
    from companion.surroundings.window import too_large

    if face == "linear" or (size := too_large()) is None:
        return face
    from companion.wording.faces import window_too_large

    call.remark(window_too_large(*size))
    return "linear"


def full(companion: "Companion", flow: "MakeFlow | None" = None, *, idle: "Idleness | None" = None) -> int:
    """The full screen, beginning with a conversation or, for somebody new, with the first questions."""
    from companion.tui.app import CompanionApp, room
    from companion.tui.welcome import greet, kept, not_begun

    def first() -> "Screen[object]":
        app.call_after_refresh(collect_from_now_on)  # not while it is being built: little of that is garbage
        if flow is not None:
            app.call_after_refresh(app.begin, flow)
        elif companion.welcome.due():
            app.call_after_refresh(greet, app)
        elif companion.welcome.waits():
            app.call_after_refresh(not_begun, app)
        elif companion.gated:
            app.call_after_refresh(kept, app)
        return room("today")

    app = CompanionApp(companion, first)
    app.idle = idle
    app.run()
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
