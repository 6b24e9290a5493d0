"""The clinical numbers the rules work with, one model per topic. Values and sources: thresholds/."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from companion.domain.limits_ranges import Limits
from companion.domain.on_demand import Named, on_demand

if TYPE_CHECKING:
    from companion.domain.limits.fatigue import DriftLimits, WatchLimits
    from companion.domain.limits.intake import EnergyLimits, FluidLimits, ProteinLimits
    from companion.domain.limits.meals import MealLimits, TextureLimits, TubeTalkLimits
    from companion.domain.limits.meals_next import DayPlanLimits, NextLimits
    from companion.domain.limits.sessions import AfterLimits, FunctionLimits, LoadLimits, SessionLimits
    from companion.domain.limits.weight import WeightLimits

_MODULES = {
    "fatigue": ("DriftLimits", "WatchLimits"),
    "intake": ("EnergyLimits", "FluidLimits", "ProteinLimits"),
    "meals": ("MealLimits", "TextureLimits", "TubeTalkLimits"),
    "meals_next": ("DayPlanLimits", "NextLimits"),
    "sessions": ("AfterLimits", "FunctionLimits", "LoadLimits", "SessionLimits"),
    "weight": ("WeightLimits",),
}
_MODELS = {
    "watch": "WatchLimits", "session": "SessionLimits", "after": "AfterLimits", "function": "FunctionLimits",
    "load": "LoadLimits", "drift": "DriftLimits", "energy": "EnergyLimits", "protein": "ProteinLimits",
    "fluid": "FluidLimits", "weight": "WeightLimits", "tube_talk": "TubeTalkLimits", "meal": "MealLimits",
    "next": "NextLimits", "day_plan": "DayPlanLimits",
}  # fmt: skip

__all__ = [
    "GROUPS", "AfterLimits", "DayPlanLimits", "DriftLimits", "EnergyLimits", "FluidLimits", "FunctionLimits",
    "Limits", "LoadLimits", "MealLimits", "NextLimits", "ProteinLimits", "SessionLimits", "TextureLimits",
    "TubeTalkLimits", "WatchLimits", "WeightLimits",
]  # fmt: skip

_find = on_demand(__name__, _MODULES)
GROUPS: Mapping[str, type[Limits]] = Named(_MODELS, _find)
if not TYPE_CHECKING:  # or every name would seem to be here
    __getattr__ = _find
