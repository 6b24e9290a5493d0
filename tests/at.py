"""`at.py TIME ARGS`: the program at a time that stands still; behind the gate no variable can do that."""

import sys
from datetime import datetime

from companion.__main__ import main
from companion.config import clock


def stand_still(at: str) -> None:
    """Whatever the clock is asked, it is this time."""
    fixed = datetime.fromisoformat(at)
    clock.clock_from_environment = lambda: lambda: fixed


stand_still(sys.argv.pop(1))
sys.exit(main())
