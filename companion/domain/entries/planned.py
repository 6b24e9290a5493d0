"""Entries of what is planned to be eaten: a day, a part of it, a dish."""

from datetime import date
from typing import Any, Self

from companion.domain.entries.taken import Nourishing
from companion.domain.nutrients import Nutrients


class Planned(Nourishing):
    """A dish for a part of the day `on`, today or one to come; figures per serving.

    It is about the moment of planning, since nothing is ever written down about a time to come.
    """

    kind = "planned"
    needs = "log"
    on: date
    meal: str

    @property
    def nutrients(self) -> Nutrients:
        """What one serving holds."""
        return self.figures

    @classmethod
    def trusted(cls, document: dict[str, Any]) -> Self:
        """As for every entry; the day becomes a date as well."""
        planned = super().trusted(document)
        return planned.model_copy(update={"on": date.fromisoformat(document["on"])})
