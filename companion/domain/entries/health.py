"""Entries of how the person is: weight and fatigue."""

from typing import Literal

from pydantic import Field

from companion.domain.entries.entry import Entry

When = Literal["morning", "before", "during", "after", "later", "day"]


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
