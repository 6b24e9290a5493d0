"""Settings, in sentences. What each is called and does is content: the texts "setting.*"."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from companion.config.settings import Settings, bounds, names
from companion.wording import numbers

if TYPE_CHECKING:
    from companion.content.library import Library

SLOTS = "slots"  # stands for one more slot
GROUPS = {
    "Units": ("weight-unit", "day-start"),
    "Parts of the day": (),
    "Sessions": ("bell", "wait-for-go", "movement", "still", "voice", "session-time", "notify"),
    "How it opens": ("face", "calm-mark", "enter-after-digit", "idle-minutes"),
    "Screen": ("theme", "paint"),
    "Keys": ("key-filter", "same-key-ms", "any-key-ms", "field-key-ms"),
    "With one switch": ("switch", "switch-key", "switch-ms", "switch-first-ms", "switch-loops"),
}
REST = "More"
AT_START = ("face", "paint")  # what is looked at when the program starts
NEXT_START = "It holds from the next start on."
SLOT_CHANGES = {"time": "Another time", "name": "Another name", "remove": "Take it out"}


def grouped(settings: Settings) -> list[tuple[str, Sequence[str]]]:
    """The settings by group; what belongs to none comes last."""
    known = names(settings)
    slots = [key for key in known if key.startswith("slots.")]
    placed = {key for keys in GROUPS.values() for key in keys}
    rest = [key for key in known if key not in placed and key not in slots]
    groups = [(group, keys or (*slots, SLOTS)) for group, keys in GROUPS.items()]
    return [*groups, *([(REST, rest)] if rest else [])]


def title(key: str, content: "Library") -> str:
    """Weight unit; a slot by its name."""
    if key.startswith("slots."):
        return numbers.capital(key.partition(".")[2])
    record = content.section("setting").get(f"setting.{key}")
    return record.title if record else numbers.capital(key.replace("-", " "))


def about(key: str, content: "Library") -> str:
    """What a setting does."""
    record = content.section("setting").get("setting.slot" if key.startswith("slots.") else f"setting.{key}")
    return record.text if record else ""


def choice(key: str, value: str, content: "Library") -> tuple[str, str]:
    """One value in words, and more about it."""
    record = content.section("setting").get(f"setting.{key}.{value}")
    if record is None:
        return numbers.capital(value), ""
    return (record.title, record.text) if record.title else (record.text, "")


def value(settings: Settings, key: str) -> str:
    """A setting as it is typed in a command."""
    if key.startswith("slots."):
        return settings.slots[key.partition(".")[2]]
    return numbers.plain(getattr(settings, key.replace("-", "_")))


def told(settings: Settings, key: str, content: "Library") -> str:
    """A setting in words: pounds; 04:00; from 17:30; 0.5 seconds; yes."""
    if key == SLOTS:
        return ""
    if key.startswith("slots."):
        return f"from {value(settings, key)}"
    kept = getattr(settings, key.replace("-", "_"))
    if isinstance(kept, bool):
        return numbers.plain(kept)
    if bounds(key):
        return counted(key, kept)
    said = choice(key, str(kept), content)[0]
    return said[:1].lower() + said[1:]


def counted(key: str, value: int) -> str:
    """A setting that is a number, in its unit: 04:00; 15 minutes; 3 rounds; 0.5 seconds."""
    if key == "day-start":
        return hour(value)
    if key == "idle-minutes":
        return numbers.count(value, "minute") if value else "never"
    return numbers.count(value, "round") if key == "switch-loops" else milliseconds(value)


def unit(key: str) -> str:
    """What a setting that is typed as a number counts."""
    if key == "idle-minutes":
        return "minutes"
    return "seconds" if in_seconds(key) else "rounds"


def in_seconds(key: str) -> bool:
    """Whether people are asked for seconds where thousandths are kept."""
    return key.endswith("-ms")


def hour(value: int) -> str:
    """04:00."""
    return f"{value:02}:00"


def milliseconds(value: int) -> str:
    """0.5 seconds; off for none."""
    return f"{numbers.short2(value / 1000)} seconds" if value else "off"


def set_(key: str, settings: Settings, content: "Library") -> str:
    """Saved: colour theme, strongest contrast. Then from when on, where it is not seen at once."""
    name = title(key, content)
    said = f"Saved: {name[:1].lower()}{name[1:]}, {told(settings, key, content)}."
    return f"{said} {NEXT_START}" if key in AT_START else said


def renamed(old: str, new: str) -> str:
    """Saved: lunch is now called dinner."""
    return f"Saved: {old} is now called {new}."


def removed(slot: str) -> str:
    """Saved: night is taken out."""
    return f"Saved: {slot} is taken out."


def can_be(facts: Mapping[str, Any]) -> str:
    """What a setting can be, from the facts of an error: kg, lb or st; 0 to 11."""
    if facts.get("known"):
        return numbers.listed(list(facts["known"]), "or")
    if not facts["between"]:
        return "a time of the day, such as 10:00"
    low, high = facts["between"]
    return f"{low} to {high}"


def broken(facts: Mapping[str, Any]) -> str:
    """What is wrong with the settings file, in a few words."""
    match facts["fault"]:
        case "no_setting":
            return f"{facts['key']} is no setting"
        case "bad_slots":
            return (
                f"it needs 1 to {facts['most']} parts of the day, each with a name of at most "
                f"{facts['letters']} letters and a time such as 17:30"
            )
        case "bad_setting":
            return f"{facts['key']} can be {can_be(facts)}"
    return f"it cannot be read as TOML: {facts.get('detail', '')}"
