"""The person's facts, in sentences."""

from companion.domain.entries import PersonFact
from companion.services.people import PersonSet
from companion.wording import numbers

NAMES = {
    "name": "name",
    "sex": "sex",
    "birth-year": "birth year",
    "height-cm": "height in cm",
    "reference-weight": "reference weight in kg",
    "ventilation": "ventilation",
    "alsfrs6": "sum of the six answers",
    "emergency-number": "emergency number",
}


def title(key: str) -> str:
    """Birth year."""
    return numbers.capital(NAMES[key])


def value(kept: object) -> str:
    """A fact, or that it is not known."""
    return numbers.UNKNOWN if kept is None else numbers.plain(kept)


def set_(result: PersonSet) -> str:
    """Saved: height in cm 163."""
    return f"Saved: {described(result.entry)}."


def described(entry: PersonFact) -> str:
    """height in cm 163; name taken out."""
    name = NAMES.get(entry.key, entry.key)
    if entry.value is None:
        return f"{name} taken out"
    return f"{name} {value(entry.value)}"
