"""One switch, in words: the rows that its choices are made of, and what is said while they are offered."""

from collections.abc import Sequence

HOW = "Press when you hear yours."
PAUSED = "Scanning paused. Press to go on."
HELP = "About this"
DONE, TAKE_BACK, SPACE = "Done", "Take back the last", "Space"
LEAVE_OUT, OTHER_NUMBER, WRITE, WRITE_ON = "Leave it out", "Another number", "Write", "Write on"
OTHER_TIME, REST, MARKS = "Another time", "z, digits and signs", "Signs"
POINTS = {".": "Point", ":": "To the minutes"}
SPOKEN = {".": "full stop", ",": "comma", "-": "hyphen", "'": "apostrophe", "/": "stroke"}
SET_PACE = "Set the pace"

KEEP, AGAIN, AS_IT_WAS = "Keep it", "Try again", "As it was"
NOW, AT_THE_WORD, MS = "Now.", "Press at the word Now", "thousandths of a second"
TOO_SOON = "That was before the word. It does not count; here is another."


def sure(label: str) -> str:
    """What is asked before something that a stray press should not do."""
    return f"{label}: are you sure?"


def between(labels: Sequence[str]) -> str:
    """A group by its first and last: a to e."""
    return labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}"


def keep(value: str) -> str:
    """The likely answer first: Keep 250."""
    return f"Keep {value}"


def so_far(typed: str) -> str:
    """What is written so far."""
    return f"So far: {typed}"


def presses(number: int, left: int) -> str:
    """Told before each press of calibration: Press 2. 4 to go."""
    return f"Press {number}. {left} to go"


def seconds(ms: int) -> str:
    """An interval: 2.1 seconds."""
    return f"{ms / 1000:.1f}".removesuffix(".0") + " seconds"


def found_pace(ms: int) -> str:
    """What five presses came to."""
    return f"Each choice for {seconds(ms)}?"


def kept_pace(ms: int) -> str:
    """After it was kept."""
    return f"Kept. Each choice is offered for {seconds(ms)}."
