"""How numbers, amounts, days and names are written, everywhere the same."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.domain.weight import Unit

SHARES = {1.0: "all", 0.75: "three quarters", 0.5: "half", 0.25: "a quarter", 0.0: "none"}
UNKNOWN = "not known"
A_STONE = 14  # pounds
AN_HOUR = 60  # minutes


def whole(value: float | None) -> str:
    """1405.4 -> 1,405; None -> not known. Halves go up, as people round."""
    return UNKNOWN if value is None else f"{int(value + 0.5):,}"


def figure(value: float | None) -> str:
    """A number in a picture: 1405.4 -> 1,405; None -> a question mark."""
    return "?" if value is None else whole(value)


def short(value: float) -> str:
    """At most one decimal, and none where it is a whole number: 3.3, 7."""
    return f"{value:,.1f}".removesuffix(".0")


def kcal(value: float | None) -> str:
    """Energy: 255 kcal."""
    return "energy not known" if value is None else f"{whole(value)} kcal"


def grams(value: float | None) -> str:
    """Grams: 58 g."""
    return UNKNOWN if value is None else f"{whole(value)} g"


def millilitres(value: float | None) -> str:
    """Fluid: 940 mL."""
    return UNKNOWN if value is None else f"{whole(value)} mL"


def kilograms(value: float, unit: "Unit" = "kg") -> str:
    """Weight in the unit of the settings: 56.8 kg, 125.2 lb, 8 st 13.2 lb."""
    from companion.domain.weight import from_kg  # here, so that an error is told without pydantic

    pounds = round(from_kg(value, "lb"), 1)
    if unit == "lb":
        return f"{pounds:.1f} lb"
    if unit == "st":
        return f"{int(pounds // A_STONE)} st {pounds % A_STONE:.1f} lb"
    return f"{value:.1f} kg"


def share(value: float) -> str:
    """A share of a serving in words: half, a quarter, 1.3 servings."""
    return SHARES.get(value, f"{short2(value)} servings" if value > 1 else f"{round(value * 100)} %")


def short2(value: float) -> str:
    """At most two decimals: 1.25, 1.3, 2."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def day(value: date | datetime) -> str:
    """14 April."""
    return f"{value.day} {value:%B}"


def dated(value: date | datetime) -> str:
    """2 March 2026."""
    return f"{day(value)} {value.year:04}"


def day_near(value: date | datetime, today: date | datetime) -> str:
    """14 April; 14 April 2025 where that is not the year of today."""
    return day(value) if value.year == today.year else dated(value)


def weekday(value: date | datetime) -> str:
    """Tuesday 14 April."""
    return f"{value:%A} {day(value)}"


def clock(value: datetime) -> str:
    """16:05."""
    return f"{value:%H:%M}"


def day_seen_from(value: date, today: date) -> str:
    """today, yesterday, on Sunday, on 14 April: whichever is plainest."""
    gap = (today - value).days
    if gap == 0:
        return "today"
    if gap == 1:
        return "yesterday"
    return f"on {value:%A}" if 1 < gap < 7 else f"on {day_near(value, today)}"


def minutes(seconds: float) -> str:
    """about 8 minutes; under a minute."""
    count = round(seconds / 60)
    if count < 1:
        return "under a minute"
    return "about 1 minute" if count == 1 else f"about {count} minutes"


def ago(minutes: int) -> str:
    """How long after something, at the front of a sentence: Half an hour; An hour; 45 minutes; 3 hours."""
    known = {30: "Half an hour", 60: "An hour", 90: "An hour and a half", 120: "Two hours"}
    hours = f"{minutes // 60} hours" if minutes % 60 == 0 and minutes else ""
    return known.get(minutes) or hours or count(minutes, "minute")


def since(then: datetime, now: datetime) -> str:
    """How long before now: just now, 2 minutes ago; after an hour the time, on another day the day."""
    gone = max(0, int((now - then).total_seconds() // 60))
    if gone < AN_HOUR:
        return f"{count(gone, 'minute')} ago" if gone else "just now"
    day = "" if then.date() == now.date() else f"{day_seen_from(then.date(), now.date())} "
    return f"{day}at {clock(then)}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sentence(text: str) -> str:
    """With a capital at the front and one full stop at the end."""
    text = text.strip()
    return capital(text) + ("" if text.endswith((".", "?", ":")) else ".") if text else ""


def capital(text: str) -> str:
    """With a capital at the front, the rest as it is."""
    return text[:1].upper() + text[1:]


def count(number: int, what: str) -> str:
    """1 serving, 2 servings."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def plain(value: object) -> str:
    """Yes, no, a number without needless zeros, or the words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
