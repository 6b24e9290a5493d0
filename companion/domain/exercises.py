"""Exercises: how to do them, how much, and what to take care of."""

from typing import Literal, Self

from pydantic import Field, model_validator

from companion.domain.entries import Mode
from companion.domain.records import Fixed, Named, Spoken

Category = Literal["rom", "stretch", "breathing", "mobility", "aerobic", "resistance"]
Position = Literal["sitting", "lying", "side_lying", "standing"]


class Dose(Fixed):
    """How much: per set `reps` times (move + hold), then a rest; again for each set and side. Seconds."""

    reps: int = Field(ge=1)
    move_s: float = Field(ge=0)
    hold_s: float = Field(ge=0)
    rest_s: float = Field(ge=0)
    sides: Literal[1, 2] = 1
    sets: int = Field(default=1, ge=1)
    per_day: int = Field(default=1, ge=1)
    days_per_week: int = Field(default=7, ge=1, le=7)

    @property
    def seconds(self) -> float:
        """How long it takes, the last rest included."""
        return (self.reps * (self.move_s + self.hold_s) + self.rest_s) * self.sets * self.sides


class Exercise(Named):
    """One exercise. `stages` are those of Sinaki and Mulder; `effort` is 0 to 10; `substitutes` are easier.

    With `clearance` it is held back until a therapist allows it. `term` is for therapists.
    """

    category: Category
    region: str
    joint: str
    movement: str
    term: str
    modes: tuple[Mode, ...] = Field(min_length=1)
    positions: tuple[Position, ...] = Field(min_length=1)
    steps: tuple[str, ...] = Field(min_length=1)
    dose: Dose
    watch_out: tuple[str, ...] = ()
    helper_hands: str = ""
    substitutes: tuple[str, ...] = ()
    stages: tuple[int, ...] = Field(min_length=1)
    equipment: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    effort: int = Field(ge=0, le=10)
    clearance: bool
    sources: tuple[str, ...] = ()

    def cues(self, rep: int) -> tuple[str, str]:
        """The cue for a repetition and the one after it, "" for none; 0 is getting ready.

        The first cue says how to begin. The others come in pairs, a pair a repetition, over and over.
        """
        first, *moving = self.steps
        if not rep or not moving:
            return first, moving[0] if moving else ""
        at = 2 * (rep - 1) % (len(moving) + len(moving) % 2)
        return moving[at], moving[at + 1] if at + 1 < len(moving) else ""

    @model_validator(mode="after")
    def _is_careful(self) -> Self:
        if not set(self.stages) <= set(range(1, 7)):
            raise ValueError("stages are 1 to 6")
        if set(self.modes) != {"active"} and not self.helper_hands:
            raise ValueError("a mode with a helper needs helper_hands")
        if not self.clearance and (self.category == "resistance" or "pt_only" in self.flags):
            raise ValueError("resistance and pt_only need clearance = true")
        return self


class ModeRecord(Named):
    """Who does the moving; `easier` is one mode down, or nothing."""

    text: str
    easier: Mode | None = None


class Flag(Spoken):
    """Something to take care of, named by exercises."""
