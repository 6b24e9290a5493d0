"""Programmes: exercises in an order, and how long they take."""

from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import Field

from companion.domain.entries import Mode, Part
from companion.domain.exercises import Dose, Exercise, Position
from companion.domain.records import Fixed, Named


class Item(Fixed):
    """An exercise in a programme. What is not None replaces the exercise's dose; seconds."""

    exercise: str
    mode: Mode
    position: Position | None = None
    reps: int | None = Field(default=None, ge=1)
    sets: int | None = Field(default=None, ge=1)
    sides: Literal[1, 2] | None = None
    move_s: float | None = Field(default=None, ge=0)
    hold_s: float | None = Field(default=None, ge=0)
    rest_s: float | None = Field(default=None, ge=0)
    reposition_s: float = Field(default=0, ge=0)

    def dose(self, exercise: Exercise) -> Dose:
        """The dose of this exercise here."""
        own = {name: getattr(self, name) for name in ("reps", "sets", "sides", "move_s", "hold_s", "rest_s")}
        return exercise.dose.model_copy(
            update={name: value for name, value in own.items() if value is not None}
        )


class Programme(Named):
    """A programme. `easier` is the id of a gentler one; `stages` are those of Sinaki and Mulder.

    `mini` marks the one that may take the place of any other on a tired day; `gentle` ones cost little
    and are what a tired day is offered.
    """

    version: str = Field(min_length=1)
    for_whom: Literal["person", "person_with_helper", "caregiver"]
    position: Position
    mode: Mode
    stages: tuple[int, ...] = Field(min_length=1)
    description: str
    frequency: str
    easier: str = ""
    mini: bool = False
    gentle: bool = False
    items: tuple[Item, ...] = Field(min_length=1)

    def position_of(self, item: Item) -> Position:
        """Where the item is done: its own position, else the programme's."""
        return item.position or self.position

    def parts_of(
        self, item: Item, exercise: Exercise, step: int, mode: Mode, ready_s: float
    ) -> Iterator[Part]:
        """The parts of one item, set by set and side by side; `ready_s` seconds to get ready."""
        dose = item.dose(exercise)
        for count in range(1, dose.sets + 1):
            for side in ("right", "left") if dose.sides == 2 else (None,):
                yield Part.model_construct(  # of content that was checked: no validator is built for it
                    exercise=exercise.id,
                    step=step,
                    side=side,
                    set=count,
                    sets=dose.sets,
                    mode=mode,
                    position=self.position_of(item),
                    reps=dose.reps,
                    move_s=dose.move_s,
                    hold_s=dose.hold_s,
                    rest_s=dose.rest_s,
                    ready_s=ready_s + item.reposition_s,
                )

    def seconds(self, exercises: Mapping[str, Exercise], between_s: float) -> float:
        """The whole programme with `between_s` seconds between exercises; check-ins are not counted."""
        moving = sum(item.dose(exercises[item.exercise]).seconds + item.reposition_s for item in self.items)
        return moving + between_s * (len(self.items) - 1)

    def minutes(self, exercises: Mapping[str, Exercise], between_s: float) -> float:
        """The same in minutes, not rounded."""
        return self.seconds(exercises, between_s) / 60

    def waiting(self, exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
        """Ids of its exercises that a therapist has to allow first."""
        return tuple(item.exercise for item in self.items if exercises[item.exercise].clearance)
