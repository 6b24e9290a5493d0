"""Entries of the plan: what was decided, and what a therapist cleared."""

from typing import Any, Self

from companion.domain.entries.entry import Entry, Scalar


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


class Clearance(Entry):
    """A therapist allowed an exercise or a kind of exercise, or took that back."""

    kind = "clearance"
    home = "plan"
    needs = "decide"
    what: str
    decided_by: str
    given: bool = True
