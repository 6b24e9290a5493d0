"""A disk without room, in the place of `Companion.keep`."""

from typing import NoReturn

from companion.errors import Failure


def full(_entry: object) -> NoReturn:
    """Keeps nothing, and says why."""
    raise Failure("disk_full", file="2026-04.json")
