"""What is said to a program that nobody uses, before it leaves and when it has left."""

from companion.wording import numbers

STAYS = "It stays open."


def warning(seconds: float, *, in_session: bool) -> str:
    """No key for a while. This closes in 1 minute. Everything saved is kept. Any key keeps it open."""
    held = "The session waits. " if in_session else ""
    closes = f"This closes in {_long(seconds)}. Everything saved is kept."
    return f"No key for a while. {held}{closes} Any key keeps it open."


def farewell(seconds: float, *, in_session: bool) -> str:
    """Closed after 15 minutes without a key. Everything saved is kept."""
    kept = "The session can be gone on with" if in_session else "Everything saved is kept"
    return f"Closed after {_long(seconds)} without a key. {kept}."


def _long(seconds: float) -> str:
    if seconds < 60:
        return numbers.count(max(1, round(seconds)), "second")
    return numbers.count(round(seconds / 60), "minute")
