"""Everything the diary keeps, one model per kind. An entry is never changed; a correction names it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from companion.domain.entries.entry import ENVELOPE, Correction, Entry, Scalar
from companion.domain.on_demand import Named, on_demand

if TYPE_CHECKING:
    from companion.domain.entries.caregivers import CaregiverSet
    from companion.domain.entries.fatigue import Cause, Explained, Feeling, Felt, Rated, When
    from companion.domain.entries.foods import OwnFood, OwnRecipe, RecipePart, Textured
    from companion.domain.entries.people import PersonFact
    from companion.domain.entries.plan import Clearance, Decision
    from companion.domain.entries.planned import Planned
    from companion.domain.entries.programmes import Change, ProgrammeSet
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
    from companion.domain.entries.swallowing import TeamTold
    from companion.domain.entries.taken import Drunk, FoodEaten, MealEaten, QuickEaten, Taken, TubeFed
    from companion.domain.entries.tube_talk import TalkAnswer, TubeTalk
    from companion.domain.entries.weight import Weighed

TAKEN = ("meal", "food", "quick", "drink", "tube")
_MODULES = {
    "caregivers": ("CaregiverSet",),
    "entry": ("Correction",),
    "fatigue": ("Cause", "Explained", "Feeling", "Felt", "Rated", "When"),
    "foods": ("OwnFood", "OwnRecipe", "RecipePart", "Textured"),
    "people": ("PersonFact",),
    "plan": ("Clearance", "Decision"),
    "planned": ("Planned",),
    "programmes": ("Change", "ProgrammeSet"),
    "sessions": (
        "CheckedIn", "FunctionNote", "Mode", "NoteAbout", "Outcome", "Pain", "Part", "SessionEnded",
        "SessionPaced", "SessionStarted", "SessionTaken", "StepDone", "Unwell", "WhyEnded",
    ),
    "swallowing": ("TeamTold",),
    "taken": ("Drunk", "FoodEaten", "MealEaten", "QuickEaten", "Taken", "TubeFed"),
    "tube_talk": ("TalkAnswer", "TubeTalk"),
    "weight": ("Weighed",),
}  # fmt: skip
_MODELS = {
    "meal": "MealEaten", "food": "FoodEaten", "quick": "QuickEaten", "drink": "Drunk", "tube": "TubeFed",
    "planned": "Planned", "told": "TeamTold", "tube_talk": "TubeTalk", "weight": "Weighed",
    "fatigue": "Rated", "felt": "Felt", "explained": "Explained", "session": "SessionStarted",
    "session_taken": "SessionTaken", "step": "StepDone", "session_pace": "SessionPaced",
    "session_end": "SessionEnded", "check_in": "CheckedIn", "function_note": "FunctionNote",
    "decision": "Decision", "programme": "ProgrammeSet", "person": "PersonFact", "clearance": "Clearance",
    "caregiver": "CaregiverSet", "own_food": "OwnFood", "own_recipe": "OwnRecipe", "correction": "Correction",
}  # fmt: skip

__all__ = [
    "ENVELOPE", "KINDS", "TAKEN", "CaregiverSet", "Cause", "Change", "CheckedIn", "Clearance", "Correction",
    "Decision", "Drunk", "Entry", "Explained", "Feeling", "Felt", "FoodEaten", "FunctionNote", "MealEaten",
    "Mode", "NoteAbout", "Outcome", "OwnFood", "OwnRecipe", "Pain", "Part", "PersonFact", "Planned",
    "ProgrammeSet", "QuickEaten", "Rated", "RecipePart", "Scalar", "SessionEnded", "SessionPaced",
    "SessionStarted", "SessionTaken", "StepDone", "Taken", "TalkAnswer", "TeamTold", "Textured", "TubeFed",
    "TubeTalk", "Unwell", "Weighed", "When", "WhyEnded",
]  # fmt: skip

_find = on_demand(__name__, _MODULES)
KINDS: Mapping[str, type[Entry]] = Named(_MODELS, _find)
if not TYPE_CHECKING:  # or every name would seem to be here
    __getattr__ = _find
