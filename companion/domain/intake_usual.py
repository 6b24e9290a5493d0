"""What a person eats and drinks often, the likeliest first, so that the same again costs one key."""

from collections.abc import Iterable
from datetime import date

from companion.domain.entries import FoodEaten, MealEaten, Taken
from companion.domain.frozen import frozen

ELSEWHERE = 0.15  # what having it at another part of the day counts, against 1 at this one
FADES = 0.93  # what a day longer ago leaves of that


@frozen
class Usual:
    """Something eaten before: the newest entry of it (at this slot, if any), how often, and when last."""

    entry: Taken
    times: int
    last: date


def usual(taken: Iterable[Taken], slot: str, today: date, day_start: int) -> list[Usual]:
    """Rank what was taken by how often and how lately, most of all at this slot. Nothing eaten counts not."""
    alike: dict[tuple[str, str], list[Taken]] = {}
    for entry in sorted(taken, key=lambda entry: (entry.at.timestamp(), entry.id)):
        if entry.factor > 0:
            alike.setdefault(sameness(entry), []).append(entry)
    scored = []
    for entries in alike.values():
        worth = sum(
            (1.0 if entry.slot == slot else ELSEWHERE) * FADES ** (today - entry.day(day_start)).days
            for entry in entries
        )
        here = [entry for entry in entries if entry.slot == slot]
        scored.append((worth, Usual((here or entries)[-1], len(entries), entries[-1].day(day_start))))
    return [found for _, found in sorted(scored, key=lambda one: -one[0])]


def sameness(entry: Taken) -> tuple[str, str]:
    """What makes two entries the same thing: the recipe, the food, or else the name."""
    if isinstance(entry, MealEaten):
        return entry.kind, entry.meal
    return entry.kind, entry.food if isinstance(entry, FoodEaten) else entry.name.casefold()
