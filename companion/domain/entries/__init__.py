"""Everything the diary keeps, one model per kind. An entry is never changed; a correction names it."""

from companion.domain.entries.entry import ENVELOPE, Correction, Entry, Scalar
from companion.domain.entries.foods import OwnFood, OwnRecipe, RecipePart, Textured
from companion.domain.entries.health import (
    Cause,
    Explained,
    Feeling,
    Felt,
    Rated,
    TalkAnswer,
    TeamTold,
    TubeTalk,
    Weighed,
    When,
)
from companion.domain.entries.plan import CaregiverSet, Change, Clearance, Decision, PersonFact, ProgrammeSet
from companion.domain.entries.planned import Planned
from companion.domain.entries.sessions import (
    CheckedIn,
    FunctionNote,
    Mode,
    NoteAbout,
    Outcome,
    Pain,
    Part,
    SessionEnded,
    SessionPaced,
    SessionStarted,
    SessionTaken,
    StepDone,
    Unwell,
    WhyEnded,
)
from companion.domain.entries.taken import Drunk, FoodEaten, MealEaten, QuickEaten, Taken, TubeFed

KINDS: dict[str, type[Entry]] = {
    model.kind: model
    for model in (
        MealEaten, FoodEaten, QuickEaten, Drunk, TubeFed, Planned, TeamTold, TubeTalk, Weighed, Rated, Felt,
        Explained, SessionStarted, SessionTaken, StepDone, SessionPaced, SessionEnded, CheckedIn,
        FunctionNote, Decision, ProgrammeSet, PersonFact, Clearance, CaregiverSet, OwnFood, OwnRecipe,
        Correction,
    )
}  # fmt: skip
TAKEN = ("meal", "food", "quick", "drink", "tube")

__all__ = [
    "ENVELOPE",
    "KINDS",
    "TAKEN",
    "CaregiverSet",
    "Cause",
    "Change",
    "CheckedIn",
    "Clearance",
    "Correction",
    "Decision",
    "Drunk",
    "Entry",
    "Explained",
    "Feeling",
    "Felt",
    "FoodEaten",
    "FunctionNote",
    "MealEaten",
    "Mode",
    "NoteAbout",
    "Outcome",
    "OwnFood",
    "OwnRecipe",
    "Pain",
    "Part",
    "PersonFact",
    "Planned",
    "ProgrammeSet",
    "QuickEaten",
    "Rated",
    "RecipePart",
    "Scalar",
    "SessionEnded",
    "SessionPaced",
    "SessionStarted",
    "SessionTaken",
    "StepDone",
    "Taken",
    "TalkAnswer",
    "TeamTold",
    "Textured",
    "TubeFed",
    "TubeTalk",
    "Unwell",
    "Weighed",
    "When",
    "WhyEnded",
]
