"""The person's facts, in sentences."""

from collections.abc import Sequence

from companion.domain.entries import PersonFact
from companion.services.people import PersonSet
from companion.wording import numbers

NAMES = {
    "name": "name",
    "sex": "sex",
    "birth-year": "birth year",
    "height-cm": "height",
    "reference-weight": "weight before ALS",
    "ventilation": "breathing machine",
    "alsfrs6": "sum of six answers",
    "emergency-number": "emergency number",
}
UNITS = {"height-cm": "cm", "reference-weight": "kg"}
VALUES = {
    "sex": {"f": "female", "m": "male"},
    "ventilation": {"none": "none", "niv": "with a mask", "invasive": "through the windpipe"},
}
LEAVE_OUT = "Leave it out"
FACES = {  # how somebody wrote it down
    "full": "full screen", "calm": "calm screen", "linear": "plain lines", "command": "command",
    "ssh": "from a distance", "demo": "demo", "import": "from a file",
}  # fmt: skip


def title(key: str) -> str:
    """Birth year."""
    return numbers.capital(NAMES[key])


def value(key: str, kept: object) -> str:
    """A fact in words and with its unit: female; 163 cm; or that it is not known."""
    if kept is None:
        return numbers.UNKNOWN
    said = VALUES.get(key, {}).get(str(kept)) or numbers.plain(kept)
    return f"{said} {UNITS[key]}" if key in UNITS else said


def set_(result: PersonSet) -> str:
    """Saved: height 163 cm."""
    return f"Saved: {described(result.entry)}."


def described(entry: PersonFact) -> str:
    """height 163 cm; name taken out."""
    name = NAMES.get(entry.key, entry.key)
    if entry.value is None:
        return f"{name} taken out"
    return f"{name} {value(entry.key, entry.value)}"


def course(facts: Sequence[PersonFact]) -> list[str]:
    """Who wrote down what and when, the newest first: 163 cm, written down by Ruth, 2 March 2026."""
    told = [
        f"{'taken out' if fact.value is None else value(fact.key, fact.value)}, "
        f"written down by {fact.by}, {numbers.dated(fact.at)}."
        for fact in reversed(facts)
    ]
    return [f"Before: {line}" if n else numbers.capital(line) for n, line in enumerate(told)]
