"""What is kept beside the files of a diary, and for how long."""

from collections.abc import Container
from typing import NamedTuple

DAYS_KEPT = 7


class Spare(NamedTuple):
    """What is kept beside a file: a dated copy, or one of an older format or set aside. `place` finds it."""

    name: str
    place: str
    dated: bool


def free(wanted: str, taken: Container[str]) -> str:
    """A name that is not taken: the one wanted, or with a number."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
