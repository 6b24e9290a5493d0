"""Entries that hold until another takes their place: decisions, facts, clearances."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, JsonValue

from companion.domain.entries.entry import Entry, Scalar
from companion.domain.people import Role


class Decision(Entry):
    """A dated decision about the plan: what, which value, and who decided it.

    `locked` names the limits that are locked from then on, by whoever locked each of them first.
    """

    kind = "decision"
    home = "plan"
    needs = "decide"
    key: str
    value: Scalar
    decided_by: str
    locked: tuple[str, ...] = ()

    @classmethod
    def trusted(cls, document: dict[str, Any]) -> Self:
        """As for every entry; the names become a tuple."""
        return super().trusted({**document, "locked": tuple(document.get("locked", ()))})


class Change(BaseModel):
    """What became different in a programme: one of its exercises or, with none named, something about it.

    `key` says what of it, such as "reps", where it was changed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    what: Literal["added", "changed", "removed", "moved"]
    exercise: str = ""
    key: str = ""
    before: Scalar = None
    after: Scalar = None


class ProgrammeSet(Entry):
    """A programme as it was decided, whole; the newest of an id is in force, the others are its versions.

    `document` is the programme as a content file writes it; `changes` say what became different.
    """

    kind = "programme"
    home = "plan"
    needs = "decide"
    programme: str
    name: str
    revision: str
    decided_by: str
    document: dict[str, JsonValue]
    changes: tuple[Change, ...] = ()

    @classmethod
    def trusted(cls, document: dict[str, Any]) -> Self:
        """As for every entry; the changes become models as well."""
        changes = tuple(Change.model_construct(**change) for change in document.get("changes", ()))
        return super().trusted({**document, "changes": changes})


class PersonFact(Entry):
    """A fact about the person."""

    kind = "person"
    home = "plan"
    needs = "arrange"
    key: str
    value: Scalar


class Clearance(Entry):
    """A therapist allowed an exercise or a kind of exercise, or took that back."""

    kind = "clearance"
    home = "plan"
    needs = "decide"
    what: str
    decided_by: str
    given: bool = True


class CaregiverSet(Entry):
    """Somebody was let in to the diary, to act as this, or is no longer; the newest of a name holds.

    `key` is the fingerprint of the public key they come with, "" where none was named.
    """

    kind = "caregiver"
    home = "plan"
    needs = "admit"
    caregiver: str
    acts_as: Role
    key: str = ""
    admitted: bool = True
