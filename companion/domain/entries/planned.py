"""Entries of what is planned to be eaten: a day, a part of it, a dish."""

from datetime import date
from typing import Any, Self

from pydantic import Field

from companion.domain.entries.entry import Entry
from companion.domain.nutrients import NAMES, Nutrients


class Planned(Entry):
    """A dish for a part of the day `on`, today or one to come; figures per serving.

    It is about the moment of planning, since nothing is ever written down about a time to come.
    """

    kind = "planned"
    on: date
    slot: str
    meal: str
    name: str
    kcal: float | None = Field(default=None, ge=0)
    protein_g: float | None = Field(default=None, ge=0)
    carb_g: float | None = Field(default=None, ge=0)
    fat_g: float | None = Field(default=None, ge=0)
    fluid_ml: float | None = Field(default=None, ge=0)

    @property
    def nutrients(self) -> Nutrients:
        """What one serving holds."""
        return Nutrients(*(getattr(self, name) for name in NAMES))

    @classmethod
    def trusted(cls, document: dict[str, Any]) -> Self:
        """As for every entry; the day becomes a date as well."""
        planned = super().trusted(document)
        return planned.model_copy(update={"on": date.fromisoformat(document["on"])})
