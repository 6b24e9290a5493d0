"""Limits in words: what each is called, its number with the unit, whose it is, and who locked it."""

from typing import TYPE_CHECKING

from companion.domain.plan import limit_changes
from companion.wording import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.content.library import Library
    from companion.domain.entries import Scalar
    from companion.services.plan_limits import LimitNow

GROUPS = {
    "session": "Around a session", "after": "After a session", "watch": "The watch over days",
    "drift": "The monthly summary", "energy": "Energy", "protein": "Protein", "fluid": "Fluid",
    "weight": "Weight", "meal": "Meals", "function": "Function notes", "load": "Load over days",
    "tube_talk": "The talk about a feeding tube", "next": "What next", "day_plan": "The plan of a day",
}  # fmt: skip

ONE_LETTER = 1  # "s", seconds, is no plural


def group(name: str) -> str:
    """What a group of limits is about."""
    return GROUPS.get(name, numbers.capital(name.replace("_", " ")))


def title(name: str, content: "Library | None" = None) -> str:
    """Rating in a session that ends it; the words of its id where nobody named it."""
    said = content.section("limit").get(f"limit.{name}") if content else None
    return said.title if said else numbers.capital(name.partition(".")[2].replace("_", " "))


def amount(name: str, number: float, content: "Library | None" = None) -> str:
    """7 of 10; 15 s; 0.75, share."""
    known = content.thresholds.get(name) if content else None
    unit = known.unit if known else ""
    if number == 1 and len(unit) > ONE_LETTER:
        unit = unit.removesuffix("s")
    return f"{numbers.short2(number)} {unit}".strip()


def one(name: str, number: float, content: "Library") -> str:
    """Rating in a session that ends it: 7 of 10."""
    return f"{title(name, content)}: {amount(name, number, content)}."


def detail(limit: "LimitNow", content: "Library") -> str:
    """7 of 10, by the program; locked by K. Weber, 2 March 2026."""
    lock = limit.lock
    locked = f"; locked by {lock.by}, {numbers.dated(lock.at)}" if lock else ""
    return f"{amount(limit.name, limit.value, content)}, by {limit.by}{locked}"


def question(limit: "LimitNow", content: "Library") -> str:
    """What is asked about a limit: Rating in a session that ends it, now 8 of 10."""
    return f"{title(limit.name, content)}, now {amount(limit.name, limit.value, content)}?"


def told(numbers: "Mapping[str, float | None]", content: "Library") -> str:
    """Limits with their numbers: Rating in a session that ends it 7 of 10; Get ready 5 s, the program's."""
    return "; ".join(f"{title(name, content)} {_told(name, to, content)}" for name, to in numbers.items())


def _told(name: str, number: float | None, content: "Library") -> str:
    if number is not None:
        return amount(name, number, content)
    return f"{amount(name, content.limit(name), content)}, the program's"


def changes(now: "Scalar", before: "Scalar") -> tuple[dict[str, float | None], dict[str, float | None]]:
    """The limits that differ between two decisions, with their numbers in the first and in the second."""
    new, old = limit_changes(now), limit_changes(before)
    differ = [name for name in sorted(new | old) if new.get(name) != old.get(name)]
    return {name: new.get(name) for name in differ}, {name: old.get(name) for name in differ}
