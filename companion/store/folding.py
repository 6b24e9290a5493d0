"""What the corrections of a file leave standing. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from companion.domain.frozen import frozen


@frozen
class Folded:
    """Ids no longer in force, and the changes in force by the id they are about."""

    dead: frozenset[str] = frozenset()
    changes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def fold(corrections: Iterable[Mapping[str, Any]]) -> Folded:
    """Weigh corrections, newest first: one that is itself dead has no effect, so undoing an undo is redo."""
    dead: set[str] = set()
    changes: dict[str, dict[str, Any]] = {}
    for correction in sorted(corrections, key=lambda one: one["id"], reverse=True):
        if correction["id"] in dead:
            continue
        target = correction["target"]
        if correction["action"] == "edit":
            changes[target] = {**correction.get("changes", {}), **changes.get(target, {})}
        else:
            dead.add(target)
    return Folded(frozenset(dead), changes)
