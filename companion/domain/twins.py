"""The same meal twice: what two people may both have written down about one meal."""

from collections.abc import Iterable
from datetime import timedelta

from companion.domain.entries import Drunk, MealEaten, Taken, TubeFed
from companion.domain.frozen import frozen
from companion.domain.people import same_person

POURED = (Drunk, TubeFed)  # one cup after another is usual; only the very same near in time is a twin


@frozen
class Near:
    """How near two entries are to be one: since a meal was written down, between a drink and the same."""

    meal: timedelta
    drink: timedelta


def twins(fresh: Taken, day: Iterable[Taken], near: Near) -> tuple[Taken, ...]:
    """What somebody else wrote down, of that day, that may be the same meal; the likeliest last.

    That is the very same dish, else the newest. One's own second helping is nobody's question.
    """
    met = [one for one in day if not same_person(fresh, one) and _may_be_one(fresh, one, near)]
    return tuple(sorted(met, key=lambda one: (_same_dish(fresh, one), one.recorded, one.id)))


def repeats(fresh: Taken, day: Iterable[Taken], near: Near) -> tuple[Taken, ...]:
    """What the same person wrote down just before, the very same thing: perhaps a key pressed twice."""
    return tuple(
        one
        for one in day
        if same_person(fresh, one)
        and not isinstance(one, Drunk)
        and (one.kind, one.slot, one.name) == (fresh.kind, fresh.slot, fresh.name)
        and fresh.recorded - one.recorded <= near.meal
    )


def _may_be_one(fresh: Taken, other: Taken, near: Near) -> bool:
    if isinstance(fresh, POURED) or isinstance(other, POURED):
        same = (fresh.kind, fresh.name) == (other.kind, other.name)
        return same and abs(fresh.at - other.at) <= near.drink
    if fresh.slot != other.slot:
        return False
    just_now = fresh.recorded - other.recorded <= near.meal
    return _same_dish(fresh, other) or (just_now and fresh.factor > 0 and other.factor > 0)


def _same_dish(fresh: Taken, other: Taken) -> bool:
    return isinstance(fresh, MealEaten) and isinstance(other, MealEaten) and fresh.meal == other.meal
