"""Settings, in sentences."""

from companion.config.settings import Settings
from companion.wording import numbers


def title(key: str) -> str:
    """Weight unit; Time of breakfast."""
    if key.startswith("slots."):
        return f"Time of {key.partition('.')[2]}"
    return numbers.capital(key.replace("-", " "))


def set_(key: str, settings: Settings) -> str:
    """Saved: theme is clear."""
    return f"Saved: {key} is {value(settings, key)}."


def value(settings: Settings, key: str) -> str:
    """A setting as people read it."""
    name = key.replace("-", "_")
    if name.startswith("slots."):
        return settings.slots[key.partition(".")[2]]
    return numbers.plain(getattr(settings, name))
