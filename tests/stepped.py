"""Time as tests move it."""

from datetime import datetime, timedelta


class SteppedClock:
    """A clock that stands still until it is moved."""

    def __init__(self, start: datetime) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def go(self, **spans: float) -> datetime:
        """Move it, in the words of timedelta: go(seconds=30), go(days=1)."""
        self.now += timedelta(**spans)
        return self.now
