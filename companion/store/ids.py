"""Identities of our own: they sort in the order in which entries were written."""

import os
from datetime import UTC, datetime, timedelta

DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
TIME_DIGITS = 9
RANDOM_DIGITS = 5
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


def wall() -> datetime:
    """The computer's own time."""
    return datetime.now(UTC)


def mint(now: datetime, after: str = "") -> str:
    """A new id for this moment, greater than `after` even where the clock was set back."""
    moment = (now - EPOCH) // MILLISECOND
    if after:
        moment = max(moment, _milliseconds(after) + 1)
    chance = "".join(DIGITS[byte & 31] for byte in os.urandom(RANDOM_DIGITS))
    return _digits(moment) + chance


def first(moment: datetime) -> str:
    """No id minted from this moment on sorts before it."""
    return _digits((moment - EPOCH) // MILLISECOND)


def instant(identity: str) -> datetime | None:
    """When an id was minted, or None where it is no id of ours."""
    if len(identity) != TIME_DIGITS + RANDOM_DIGITS or not set(identity) <= set(DIGITS):
        return None
    return EPOCH + _milliseconds(identity) * MILLISECOND


def _digits(number: int) -> str:
    return "".join(DIGITS[number >> 5 * place & 31] for place in reversed(range(TIME_DIGITS)))


def _milliseconds(identity: str) -> int:
    number = 0
    for char in identity[:TIME_DIGITS]:
        number = number << 5 | DIGITS.index(char)
    return number
