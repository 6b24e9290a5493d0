"""What serves somebody from afar keeps of its environment, and what it may use of the machine."""

import os
import re
import signal
from collections.abc import MutableMapping

try:
    import resource
except ImportError:  # a machine that knows no such limits
    resource = None  # type: ignore[assignment]

GATE = "serve-ssh"  # the command that is confined
ASKED = "SSH_ORIGINAL_COMMAND"
# The largest window over a year of entries needs 376 MB of addresses: twice that, and more.
MEMORY = 768 * 2**20
KEPT = frozenset({
    ASKED, "TERM", "LANG", "NO_COLOR", "COLORTERM", "ACCESSIBLE", "HOME", "PATH", "USER", "TZ",
    "XDG_DATA_HOME", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "COMPANION_DATA_DIR",
})  # fmt: skip
KEPT_LANGUAGE = "LC_"
TERMINAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9+._-]{0,63}")
ANY_TERMINAL = "xterm"


def confine(environ: MutableMapping[str, str] | None = None) -> None:
    """Keep what is known of the environment, write no core, use little memory and never stand still."""
    keep_known(os.environ if environ is None else environ)
    _limit("RLIMIT_CORE", 0)
    _limit("RLIMIT_AS", MEMORY)
    if hasattr(signal, "SIGTSTP"):  # nobody at the other end could let it go on
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)


def keep_known(environ: MutableMapping[str, str]) -> None:
    """Drop every variable that is not on the list, or whose value no terminal would have given."""
    if not TERMINAL.fullmatch(environ.get("TERM", ANY_TERMINAL)):
        environ["TERM"] = ANY_TERMINAL
    for name, value in list(environ.items()):
        known = name in KEPT or name.startswith(KEPT_LANGUAGE)
        if not known or (name != ASKED and not value.isprintable()):
            del environ[name]


def _limit(name: str, most: int) -> None:
    if resource is None or not hasattr(resource, name):
        return
    what = getattr(resource, name)
    try:
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, allowed))
    except (OSError, ValueError):  # some systems know the name and refuse the limit
        return
