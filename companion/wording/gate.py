"""What can be asked over SSH, in plain lines."""

from collections.abc import Mapping, Sequence
from typing import Any

HEAD = "What can be asked here, after ssh and the name of this computer:"
FOOT = (
    "help and a command, such as help meal log: its options.",
    "Without a command a screen opens: ssh -t. With -- --linear it is in plain lines.",
    "A text with spaces needs quotes in quotes: quick '\"Tomato soup\"' --kcal 150",
    "--json answers as JSON.",
)


def listed(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Every command in a line of its own."""
    return [HEAD, *map(_line, rows), *FOOT]


def described(row: Mapping[str, Any]) -> list[str]:
    """One command, and each of its options in a line of its own."""
    options = [f"{option}: {about}" if about else option for option, about in row["options"].items()]
    return [_line(row), *options]


def _line(row: Mapping[str, Any]) -> str:
    """meal log ID: Write down what was eaten."""
    return f"{' '.join([row['command'], *row['arguments']])}: {row['about']}"
