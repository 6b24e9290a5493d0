"""How a therapist changes a programme: every change makes another one, the old stays as it is."""

import unicodedata
from collections import Counter
from collections.abc import Container, Mapping
from typing import TYPE_CHECKING, Any

from companion.domain.programmes import Item, Programme

if TYPE_CHECKING:
    from companion.domain.exercises import Exercise, Position

EVERY_STAGE = (1, 2, 3, 4, 5, 6)  # those of Sinaki and Mulder
TAXING = ("aerobic", "resistance")  # kinds that a tired day is not offered
FIRST = "1"  # the version a new programme begins with


def blank(name: str, position: "Position", facts: Mapping[str, Any]) -> Programme:
    """A programme without an exercise yet; `facts` say where it comes from. Not valid before one is added."""
    return Programme.model_construct(
        id="", name=name, version=FIRST, for_whom="person", position=position, mode="active",
        stages=EVERY_STAGE, description="", frequency="", items=(), **facts,
    )  # fmt: skip


def renamed(programme: Programme, name: str) -> Programme:
    """The same under another name; short and spoken names belonged to the old one."""
    return programme.model_copy(update={"name": name, "short": "", "spoken": ""})


def copied(programme: Programme, name: str, taken: Container[str]) -> Programme:
    """A programme of its own, with an id made of the name."""
    fresh = {"id": new_id(name, taken), "version": FIRST, "mini": False}
    return renamed(programme, name).model_copy(update=fresh)


def new_id(name: str, taken: Container[str]) -> str:
    """An id in small letters that no other programme has."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "".join(char if char.isalnum() else " " for char in letters).split()
    stem = "_".join(words)[:40] or "programme"
    numbered = (f"{stem}_{n}" for n in range(2, 1000))
    return next(id for id in (stem, *numbered) if id not in taken)


def with_item(programme: Programme, at: int, **facts: Any) -> Programme:
    """With other facts for the exercise at this place, from 0."""
    items = list(programme.items)
    items[at] = items[at].model_copy(update=facts)
    return programme.model_copy(update={"items": tuple(items)})


def without(programme: Programme, at: int) -> Programme:
    """With the exercise at this place left out."""
    return programme.model_copy(update={"items": (*programme.items[:at], *programme.items[at + 1 :])})


def moved(programme: Programme, at: int, to: int) -> Programme:
    """With the exercise at this place somewhere else."""
    items = list(programme.items)
    items.insert(to, items.pop(at))
    return programme.model_copy(update={"items": tuple(items)})


def added(programme: Programme, exercise: "Exercise") -> Programme:
    """With one more exercise at the end, in the programme's mode and position where it allows them.

    Both are then meant for the same stages.
    """
    mode = programme.mode if programme.mode in exercise.modes else exercise.modes[0]
    elsewhere = None if programme.position in exercise.positions else exercise.positions[0]
    stages = tuple(stage for stage in programme.stages if stage in exercise.stages)
    item = Item(exercise=exercise.id, mode=mode, position=elsewhere)
    return programme.model_copy(update={"items": (*programme.items, item), "stages": stages})


def fits(programme: Programme, exercise: "Exercise") -> bool:
    """Whether an exercise is meant for a stage of the programme."""
    return bool(set(programme.stages) & set(exercise.stages))


def settled(programme: Programme, exercises: Mapping[str, "Exercise"]) -> Programme:
    """With what its exercises say about the whole: its mode, who is needed, whether it is gentle."""
    modes = Counter(item.mode for item in programme.items)
    mode = programme.mode if programme.mode in modes else modes.most_common(1)[0][0]
    taxing = any(exercises[item.exercise].category in TAXING for item in programme.items)
    whom = "caregiver" if set(modes) == {"passive"} else programme.for_whom
    if modes["passive"] and whom == "person":
        whom = "person_with_helper"
    return programme.model_copy(
        update={"mode": mode, "for_whom": whom, "gentle": programme.gentle and not taxing}
    )
