"""What a record says about other records: the ids it names have to exist."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from companion.domain.exercises import Exercise, ModeRecord
from companion.domain.fortify import Enricher
from companion.domain.meals import Meal
from companion.domain.programmes import Programme
from companion.domain.records import Record
from companion.domain.textures import Level

Look = Callable[[str], Mapping[str, Any]]  # the records of a kind, by its name
Faults = Iterator[tuple[str, str]]  # key and what is wrong


def faults(record: Record, look: Look) -> Faults:
    """What is wrong with the references of a record."""
    if isinstance(record, Exercise):
        yield from _missing("substitutes", record.substitutes, look("exercises"))
        yield from _missing("flags", record.flags, look("flags"))
        yield from _missing("sources", record.sources, look("sources"))
        if record.id in record.substitutes:
            yield "substitutes", f"{record.id} cannot stand in for itself"
    elif isinstance(record, Programme):
        yield from _missing("easier", [record.easier] if record.easier else [], look("programmes"))
        yield from _items(record, look("exercises"))
    elif isinstance(record, Meal):
        yield from _missing("ingredients.food", (part.food for part in record.ingredients), look("foods"))
        yield from _missing("fortify.food", (part.food for part in record.fortify), look("foods"))
        yield from _missing("tests", record.tests, look("tests"))
    elif isinstance(record, Enricher):
        yield from _missing("food", [record.food], look("foods"))
    elif isinstance(record, Level):
        yield from _missing("food_tests", record.food_tests, look("tests"))
        yield from _missing("drink_tests", record.drink_tests, look("tests"))
    elif isinstance(record, ModeRecord):
        yield from _missing("easier", [record.easier] if record.easier else [], look("modes"))


def _missing(key: str, ids: Iterable[str], known: Mapping[str, Any]) -> Faults:
    return ((key, f"{name} does not exist") for name in ids if name not in known)


def _items(programme: Programme, exercises: Mapping[str, Exercise]) -> Faults:
    for at, item in enumerate(programme.items):
        exercise = exercises.get(item.exercise)
        if exercise is None:
            yield f"items.{at}.exercise", f"{item.exercise} does not exist"
            continue
        if item.mode not in exercise.modes:
            yield f"items.{at}.mode", f"{item.exercise} is not made to be done {item.mode}"
        if programme.position_of(item) not in exercise.positions:
            yield (
                f"items.{at}.position",
                f"{item.exercise} is not made to be done {programme.position_of(item)}",
            )
