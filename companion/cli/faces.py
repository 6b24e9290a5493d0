"""Which face opens: as asked for, as what is around the program needs it, as kept, or as answered."""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.config.settings import Settings
    from companion.services.companion import Companion

Face = Literal["full", "calm", "linear"]


def certain(
    asked: Face | None, *, switch: bool, terminal: bool, environ: Mapping[str, str]
) -> Face | Literal["day"] | None:
    """The face that is certain before anything is read; "day": print it; None: the settings decide.

    `asked` and `switch` are options of the call, `terminal` is whether both streams are one.
    """
    if asked == "linear" or (asked is None and environ.get("ACCESSIBLE", "0") not in ("", "0")):
        return "linear"
    if not terminal:
        return "day"
    if asked is None and environ.get("TERM") == "dumb":
        return "linear"
    return asked or ("calm" if switch else None)


def remembered(settings: "Settings", *, new: bool, reader: bool) -> Face | Literal["ask"]:
    """The face of the settings; "ask" where nobody decided and somebody is `new` or a screen reader runs."""
    if settings.face == "linear":
        return "linear"
    if settings.face == "calm" or settings.switch:
        return "calm"
    return "ask" if settings.face == "ask" and (new or reader) else "full"


def of_call(call: "Call") -> Face | Literal["day"] | None:
    """The same for a call of this program, with its own streams and environment."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return certain(call.face, switch=call.switch, terminal=terminal, environ=os.environ)


def of_settings(companion: "Companion") -> Face | None:
    """The face of the settings, asked for where nobody decided; None where the question was left."""
    from companion.surroundings.readers import reader

    # Over SSH a screen reader of this computer is nobody's who comes in.
    heard = companion.settings.face == "ask" and not companion.gated and bool(reader())
    found = remembered(companion.settings, new=companion.welcome.due(), reader=heard)
    if found != "ask":
        return found
    from companion.cli.faces_asked import asked

    return asked(companion, reader=heard)
