"""The entry of a programme that was decided."""

from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, JsonValue

from companion.domain.entries.entry import Entry, Scalar


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
