"""What is forgotten for good, in numbers."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from companion.wording import numbers

if TYPE_CHECKING:
    from companion.store.forgetting import Forgetting

COMMAND = "companion forget --before {} --confirm"


def would(found: "Forgetting", before: date) -> list[str]:
    """What would go, and what stays."""
    if not found:
        return [nothing(before), *_strangers(found)]
    return [
        f"Before {numbers.dated(before)} this would go for good: {_listed(found)}.",
        *_besides(found),
    ]


def unconfirmed(before: date) -> tuple[str, str]:
    """That nothing went yet, and the command that does it."""
    return "Nothing was removed.", f"What goes cannot be brought back: {COMMAND.format(before)}"


def done(found: "Forgetting", before: date) -> list[str]:
    """What went, and what stays."""
    if not found:
        return [nothing(before), *_strangers(found)]
    return [f"Forgotten for good, before {numbers.dated(before)}: {_listed(found)}.", *_besides(found)]


def nothing(before: date) -> str:
    """For days of which nothing is kept."""
    return f"Nothing is kept from before {numbers.dated(before)} that could go."


def _listed(found: "Forgetting") -> str:
    """412 entries, with them 3 whole months; and the same from 21 copies."""
    told = _count(found.entries, "entry", "entries")
    if found.months:
        told += f", with them {numbers.count(len(found.months), 'whole month')}"
    if found.copies:
        told += f"; and the same from {_count(found.copies, 'copy', 'copies')}"
    if found.papers:
        told += f"; and {numbers.count(found.papers, 'report')} of that time"
    return told


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"


def _besides(found: "Forgetting") -> Iterator[str]:
    if found.unread:
        yield f"Damaged months that cannot be counted: {numbers.listed(found.unread)}."
    if found.aside:
        aside = _count(found.aside, "file", "files")
        yield f"With them {aside} kept aside, damaged or of an older format, as a whole."
    yield from _strangers(found)
    if found.staying:
        still = _count(found.staying, "decision or fact", "decisions and facts")
        yield f"Older, and still in force, so kept: {still} of the plan and the person."


def _strangers(found: "Forgetting") -> Iterator[str]:
    if found.strangers:
        yield f"Not touched, and still holding what they held: {numbers.listed(found.strangers)}."
