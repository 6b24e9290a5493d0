"""Entries that hold until another takes their place: decisions, facts, clearances, foods of one's own."""

from typing import Literal

from pydantic import Field

from companion.domain.entries.entry import Entry, Scalar


class Decision(Entry):
    """A dated decision about the plan: what, which value, and who decided it."""

    kind = "decision"
    home = "plan"
    key: str
    value: Scalar
    decided_by: str


class PersonFact(Entry):
    """A fact about the person."""

    kind = "person"
    home = "plan"
    key: str
    value: Scalar


class Clearance(Entry):
    """A therapist allowed an exercise or a kind of exercise, or took that back."""

    kind = "clearance"
    home = "plan"
    what: str
    decided_by: str
    given: bool = True


class OwnFood(Entry):
    """A food of the person's own; figures per 100 grams or per serving."""

    kind = "own_food"
    home = "plan"
    name: str
    per: Literal["100g", "serving"]
    kcal: float = Field(ge=0)
    protein_g: float | None = Field(default=None, ge=0)
    carb_g: float | None = Field(default=None, ge=0)
    fat_g: float | None = Field(default=None, ge=0)
    fluid_ml: float | None = Field(default=None, ge=0)
