"""Decisions and clearances, in sentences."""

from companion.domain.entries import Clearance, Decision
from companion.services.plan import ClearanceSet, PlanSet
from companion.wording import numbers

NAMES = {
    "food-level": "food level", "drink-level": "drink level", "thicker-ok": "thicker drinks than the level",
    "energy": "energy a day, kcal", "protein": "protein a day, g", "fluid": "fluid a day, mL",
    "programme": "programme", "stage": "stage", "limits": "limits",
}  # fmt: skip
NOTHING_CHANGED = "Nothing was changed."


def title(key: str) -> str:
    """Food level."""
    return numbers.capital(NAMES[key])


def chosen(key: str, value: object, name: str) -> str:
    """Food level 5, minced and moist. Energy a day, kcal 1900. Programme Energy mini."""
    if key == "programme":
        return f"{title(key)} {name}."
    return f"{title(key)} {numbers.plain(value)}{f', {name[0].lower()}{name[1:]}' if name else ''}."


def set_(result: PlanSet) -> str:
    """Saved: food level 5, decided by Dr Lee. Before: 6."""
    before = f" Before: {numbers.plain(result.before.value)}." if result.before else ""
    return f"Saved: {described(result.entry)}.{before}"


def described(entry: Decision) -> str:
    """food level 5, decided by Dr Lee."""
    return f"{NAMES.get(entry.key, entry.key)} {numbers.plain(entry.value)}, decided by {entry.decided_by}"


def in_force(entry: Decision | None) -> str:
    """5, by Dr Lee, 2 March 2026; not decided yet."""
    if entry is None:
        return "not decided yet"
    when = f"{numbers.day(entry.at)} {entry.at.year}"
    return f"{numbers.plain(entry.value)}, by {entry.decided_by}, {when}"


def cleared(result: ClearanceSet) -> str:
    """Saved: re_row is allowed, decided by K. Weber."""
    return f"Saved: {described_clearance(result.entry)}."


def described_clearance(entry: Clearance) -> str:
    """re_row is allowed, decided by K. Weber."""
    state = "allowed" if entry.given else "no longer allowed"
    return f"{entry.what} is {state}, decided by {entry.decided_by}"


def nothing_cleared() -> str:
    """For an empty list of clearances."""
    return "Nothing has been allowed yet that needs a therapist's word."
