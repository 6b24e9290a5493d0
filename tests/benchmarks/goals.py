"""What the program is to reach: every goal of a measurement, and nowhere else."""

from typing import NamedTuple


class Goal(NamedTuple):
    """The most there may be of something; of its ratio to the reference where `ratio` says so."""

    most: float
    ratio: bool = False


GOALS = {
    "start": Goal(1.4, ratio=True),  # processor time, against the minimal program
    "memory": Goal(1.6, ratio=True),  # PSS, against the same
    "idle bytes": Goal(0),
    "idle processor": Goal(0.2),  # % of one core
    "key with card, bytes": Goal(600),
    "key with card, ms": Goal(40),
    "key, bytes": Goal(250),
    "key, ms": Goal(15),
    "tick": Goal(130),
    "change": Goal(150),  # ms from the key to the last byte of another screen
    "one-shot": Goal(1.35, ratio=True),  # processor time, against the imports nobody can do without
    "over ssh": Goal(1.3, ratio=True),  # against the same command here and an SSH call that does nothing
    "entry": Goal(6, ratio=True),  # against SQLite, WAL, synchronous=FULL
    "growth": Goal(0.05),  # the exponent from the smallest diary to the largest
    "today": Goal(15),  # ms from cold
    "report": Goal(1000),  # ms of processor time, two years
    "report bytes": Goal(300_000),
    "search": Goal(10),  # ms a key
    "search imported": Goal(15),
    "import": Goal(10_000),  # ms
    "import memory": Goal(150),  # MiB
    "lost": Goal(0),
}
