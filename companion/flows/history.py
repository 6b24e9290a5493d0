"""Conversations about what happened: undo, edit, remove."""

from typing import TYPE_CHECKING, Any

from companion.flows.steps import Flow, Say
from companion.wording import history

if TYPE_CHECKING:
    from companion.services.companion import Companion


def undo(companion: "Companion") -> Flow:
    """Take back one's newest entry; undoing an undo brings it back."""
    result = companion.history.undo()
    yield Say(history.undone(result))
    return result


def remove(companion: "Companion", *, id: str) -> Flow:
    """Take an entry out of the day."""
    result = companion.history.remove(id)
    yield Say(history.corrected(result))
    return result


def edit(companion: "Companion", *, id: str, changes: dict[str, Any]) -> Flow:
    """Correct facts of an entry."""
    result = companion.history.edit(id, **changes)
    yield Say(history.corrected(result))
    return result
