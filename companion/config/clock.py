"""The time now, given to whoever needs it; COMPANION_NOW freezes it for tests and demos."""

import os
from collections.abc import Callable
from datetime import datetime

from companion.errors import Malformed

Clock = Callable[[], datetime]


def local_now() -> datetime:
    """The local time with its UTC offset."""
    return datetime.now().astimezone()


def clock_from_environment() -> Clock:
    """The real clock, or one frozen at the ISO time in COMPANION_NOW (local where it has no offset)."""
    text = os.environ.get("COMPANION_NOW")
    if not text:
        return local_now
    try:
        frozen = datetime.fromisoformat(text)
    except ValueError:
        raise Malformed("bad_now", value=text) from None
    fixed = frozen if frozen.tzinfo else frozen.astimezone()
    return lambda: fixed
