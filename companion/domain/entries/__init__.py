"""Everything the diary keeps, one model per kind. An entry is never changed; a correction names it."""

from companion.domain.entries.entry import ENVELOPE, Correction, Entry, Scalar
from companion.domain.entries.health import Rated, Weighed, When
from companion.domain.entries.plan import Clearance, Decision, OwnFood, PersonFact
from companion.domain.entries.sessions import (
    Mode,
    Outcome,
    Part,
    SessionEnded,
    SessionPaced,
    SessionStarted,
    StepDone,
)
from companion.domain.entries.taken import Drunk, FoodEaten, MealEaten, QuickEaten, Taken

KINDS: dict[str, type[Entry]] = {
    model.kind: model
    for model in (
        MealEaten, FoodEaten, QuickEaten, Drunk, Weighed, Rated, SessionStarted, StepDone, SessionPaced,
        SessionEnded, Decision, PersonFact, Clearance, OwnFood, Correction,
    )
}  # fmt: skip
TAKEN = ("meal", "food", "quick", "drink")

__all__ = [
    "ENVELOPE",
    "KINDS",
    "TAKEN",
    "Clearance",
    "Correction",
    "Decision",
    "Drunk",
    "Entry",
    "FoodEaten",
    "MealEaten",
    "Mode",
    "Outcome",
    "OwnFood",
    "Part",
    "PersonFact",
    "QuickEaten",
    "Rated",
    "Scalar",
    "SessionEnded",
    "SessionPaced",
    "SessionStarted",
    "StepDone",
    "Taken",
    "Weighed",
    "When",
]
