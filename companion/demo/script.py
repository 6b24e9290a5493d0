"""What demo.toml says: who, what was decided, and the pattern of the days, counted back from today."""

from datetime import time
from typing import Literal

import tomli
from pydantic import BaseModel, ConfigDict

from companion.domain.entries import Scalar
from companion.resources import CONTENT

DAYS = 56


class Table(BaseModel):
    """A table of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Ruth(Table):
    """The person; age in years, centimetres, kilograms."""

    name: str
    sex: str
    age: int
    height_cm: float
    reference_weight_kg: float
    ventilation: str
    alsfrs6: int


class Decided(Table):
    """A decision about the plan."""

    ago: int
    key: str
    value: Scalar
    decided_by: str
    note: str | None = None


class Session(Table):
    """What a mark stands for; without a programme it is a day of rest. `share` is how much of it was done."""

    mark: str
    time: time
    programme: str | None = None
    share: float = 1.0
    reason: str | None = None


class Sitting(Table):
    """Something eaten or drunk on every `every`th day from the `first`; `amount` in grams or millilitres.

    A recipe is one that the plan allows at this slot, with none of the tags in `without`.
    """

    slot: str
    time: time
    what: Literal["food", "drink", "kitchen"]
    by: str
    without: tuple[str, ...] = ()
    food: str = ""
    amount: float = 0
    every: int = 1
    first: int = 0


class Script(Table):
    """The whole file."""

    mornings: tuple[str, ...]
    sessions: tuple[str, ...]
    weights: tuple[float, ...]
    weighed_by: str
    thin_days: tuple[int, ...]
    person: Ruth
    notes: dict[int, str]
    decision: tuple[Decided, ...]
    session: tuple[Session, ...]
    sitting: tuple[Sitting, ...]


def script() -> Script:
    """The packaged file."""
    return Script(**tomli.loads((CONTENT / "demo.toml").read_text(encoding="utf-8")))
