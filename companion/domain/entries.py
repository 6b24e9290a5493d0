"""Everything the diary keeps, one model per kind. An entry is never changed; a correction names it."""

from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from companion.domain.day import day_of
from companion.domain.nutrients import NAMES, Nutrients
from companion.domain.people import Role, Via

Scalar = str | int | float | bool | None
Outcome = Literal["done", "skipped"]
When = Literal["morning", "before", "during", "after", "later", "day"]
Mode = Literal["active", "active_assisted", "passive"]


class Entry(BaseModel):
    """What every entry says: which, about when, recorded when, by whom, through which face and version.

    Entries written in one go, such as a copied day, share an `act`: one undo takes them all back.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # most runs write few kinds
    kind: ClassVar[str]
    home: ClassVar[Literal["month", "plan"]] = "month"

    id: str = ""
    at: AwareDatetime
    recorded: AwareDatetime
    by: str
    role: Role
    via: Via
    verified: bool = True
    version: str
    note: str | None = None
    act: str | None = None

    @classmethod
    def trusted(cls, document: dict[str, Any]) -> Self:
        """Build from a document whose checksum held, without validating it again."""
        defaults, fields = _blank(cls)
        values = {**defaults, **document}
        values["at"] = datetime.fromisoformat(document["at"])
        values["recorded"] = datetime.fromisoformat(document["recorded"])
        entry = cls.__new__(cls)
        # What model_construct does, without its search for aliases: three times as fast, and reading is this.
        object.__setattr__(entry, "__dict__", values)
        object.__setattr__(entry, "__pydantic_fields_set__", fields)
        object.__setattr__(entry, "__pydantic_extra__", None)
        object.__setattr__(entry, "__pydantic_private__", None)
        return entry

    def day(self, starts_at_hour: int) -> date:
        """The day the entry belongs to: its own local date, where a day begins at that hour."""
        return day_of(self.at, starts_at_hour)


ENVELOPE = frozenset(Entry.model_fields)  # what an entry says whatever its kind


@cache
def _blank(model: type[Entry]) -> tuple[dict[str, Any], set[str]]:
    """A model's defaults and the names of its fields."""
    fields = model.model_fields
    optional = {name: field for name, field in fields.items() if not field.is_required()}
    return {name: field.get_default(call_default_factory=True) for name, field in optional.items()}, set(
        fields
    )


class Taken(Entry):
    """Something eaten or drunk. The figures are for one unit; `factor` says how many units were taken."""

    slot: str
    name: str
    kcal: float | None = Field(default=None, ge=0)
    protein_g: float | None = Field(default=None, ge=0)
    carb_g: float | None = Field(default=None, ge=0)
    fat_g: float | None = Field(default=None, ge=0)
    fluid_ml: float | None = Field(default=None, ge=0)

    @property
    def factor(self) -> float:
        """How many units were taken."""
        return 1.0

    @property
    def nutrients(self) -> Nutrients:
        """What was really taken."""
        return Nutrients(*(getattr(self, name) for name in NAMES)) * self.factor


class MealEaten(Taken):
    """A recipe; figures per serving; `eaten` is the share of a serving, 0 to 3."""

    kind = "meal"
    meal: str
    eaten: float = Field(ge=0, le=3)
    minutes: int | None = Field(default=None, ge=0)
    coughs: int | None = Field(default=None, ge=0)

    @property
    def factor(self) -> float:
        """The share of a serving."""
        return self.eaten


class FoodEaten(Taken):
    """A food; figures per 100 grams, or per serving where servings were counted."""

    kind = "food"
    food: str
    grams: float | None = Field(default=None, gt=0)
    servings: float | None = Field(default=None, gt=0)

    @property
    def factor(self) -> float:
        """Hundreds of grams, or servings."""
        return self.grams / 100 if self.grams is not None else self.servings or 1.0


class QuickEaten(Taken):
    """A name and its energy; figures for the whole entry."""

    kind = "quick"


class Drunk(Taken):
    """A drink; figures per 100 millilitres; `level` is its IDDSI level where known."""

    kind = "drink"
    ml: float = Field(gt=0)
    level: str | None = None

    @property
    def factor(self) -> float:
        """Hundreds of millilitres."""
        return self.ml / 100


class Weighed(Entry):
    """Body weight in kilograms, the tare already taken off."""

    kind = "weight"
    kg: float = Field(gt=0)
    tare_kg: float | None = Field(default=None, ge=0)


class Rated(Entry):
    """A fatigue rating, 0 to 10. A helper's view stays out of the person's usual."""

    kind = "fatigue"
    rating: int = Field(ge=0, le=10)
    when: When
    helper_view: bool = False
    session: str | None = None


class Part(BaseModel):
    """One stretch of a session between two rests: one exercise, one side, one set. Times in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    exercise: str
    step: int = Field(ge=1)  # the exercise's place in the session, from 1
    side: Literal["left", "right"] | None = None
    set: int = 1
    sets: int = 1
    mode: Mode
    position: str
    reps: int = Field(ge=1)
    move_s: float = Field(ge=0)
    hold_s: float = Field(ge=0)
    rest_s: float = Field(ge=0)
    ready_s: float = Field(default=5, ge=0)


class SessionStarted(Entry):
    """A session began; it keeps the parts it began with, whatever becomes of the programme."""

    kind = "session"
    programme: str
    title: str
    programme_version: str
    parts: tuple[Part, ...]
    start_rating: int | None = Field(default=None, ge=0, le=10)

    @property
    def steps(self) -> int:
        """How many exercises it began with."""
        return self.parts[-1].step

    @classmethod
    def trusted(cls, document: dict[str, Any]) -> Self:
        """As for every entry; the parts become models as well."""
        started = super().trusted(document)
        parts = tuple(Part.model_construct(**part) for part in document["parts"])
        return started.model_copy(update={"parts": parts})


class StepDone(Entry):
    """A part of a session that was done, or skipped. `part` is its index."""

    kind = "step"
    session: str
    part: int = Field(ge=0)
    exercise: str
    side: Literal["left", "right"] | None = None
    mode: Mode
    outcome: Outcome = "done"


class SessionPaced(Entry):
    """A session became gentler or easier to rest in: modes below the planned ones, and how long rests are."""

    kind = "session_pace"
    session: str
    ease: int = Field(ge=0)
    rest_factor: float = Field(ge=1)


class SessionEnded(Entry):
    """A session ended: all of it, or stopped early and why. `rested` is a session not begun by choice."""

    kind = "session_end"
    session: str | None = None
    outcome: Literal["finished", "stopped", "rested"]
    reason: str | None = None


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


class Correction(Entry):
    """Says that an earlier entry is removed, edited or undone. Lives in that entry's file."""

    kind = "correction"
    target: str
    action: Literal["remove", "edit", "undo"]
    changes: dict[str, Scalar] = Field(default_factory=dict)


KINDS: dict[str, type[Entry]] = {
    model.kind: model
    for model in (
        MealEaten, FoodEaten, QuickEaten, Drunk, Weighed, Rated, SessionStarted, StepDone, SessionPaced,
        SessionEnded, Decision, PersonFact, Clearance, OwnFood, Correction,
    )
}  # fmt: skip
TAKEN = ("meal", "food", "quick", "drink")
