"""Whether somebody sits at another machine."""

import os
from collections.abc import Mapping


def ssh(environ: Mapping[str, str] | None = None) -> bool:
    """Over SSH: what sounds here is not heard there."""
    found = os.environ if environ is None else environ
    return any(found.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))
