"""What every entry of the diary says, and the correction that may name it."""

from datetime import date, datetime
from typing import Any, ClassVar, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from companion.domain.built import built
from companion.domain.day import day_of
from companion.domain.people import Role, Verb, Via

Scalar = str | int | float | bool | None


class Entry(BaseModel):
    """What every entry says: which, about when, recorded when, by whom, through which face and version.

    Entries written in one go, such as a copied day, share an `act`: one undo takes them all back.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # most runs write few kinds
    kind: ClassVar[str]
    home: ClassVar[Literal["month", "plan"]] = "month"
    needs: ClassVar[Verb]  # what it takes to write one; no default, so that nothing is allowed unasked

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
        entry = built(cls, document)
        facts = vars(entry)
        facts["at"] = datetime.fromisoformat(document["at"])
        facts["recorded"] = datetime.fromisoformat(document["recorded"])
        return entry

    def day(self, starts_at_hour: int) -> date:
        """The day the entry belongs to: its own local date, where a day begins at that hour."""
        return day_of(self.at, starts_at_hour)


ENVELOPE = frozenset(Entry.model_fields)  # what an entry says whatever its kind


class Correction(Entry):
    """Says that an earlier entry is removed, edited or undone. Lives where it does, needs what it does."""

    kind = "correction"
    target: str
    action: Literal["remove", "edit", "undo"]
    changes: dict[str, Scalar] = Field(default_factory=dict)
