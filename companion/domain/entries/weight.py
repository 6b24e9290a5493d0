"""Entries of the weight."""

from pydantic import Field

from companion.domain.entries.entry import Entry


class Weighed(Entry):
    """Body weight in kilograms, the tare already taken off."""

    kind = "weight"
    needs = "log"
    kg: float = Field(gt=0)
    tare_kg: float | None = Field(default=None, ge=0)
