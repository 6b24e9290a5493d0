"""Locked limits: who locked which and when, and that nobody else loosens them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.frozen import frozen
from companion.domain.plan import limit_changes
from companion.errors import Refused

if TYPE_CHECKING:
    from companion.domain.entries import Decision

Look = Callable[[str], float]  # a number by the name of its limit


@frozen
class Lock:
    """Somebody locked a limit at a number, at this time; None is the number the content begins with."""

    by: str
    at: datetime
    number: float | None


def locks(decisions: Iterable["Decision"]) -> dict[str, Lock]:
    """What is locked now, by the name of the limit; a lock belongs to whoever set it first."""
    held: dict[str, Lock] = {}
    for decision in sorted(decisions, key=lambda one: (one.at, one.id)):
        if decision.key == "limits":
            numbers = limit_changes(decision.value) if decision.locked else {}
            held = {name: _lock(held.get(name), decision, numbers.get(name)) for name in decision.locked}
    return held


def _lock(before: Lock | None, decision: "Decision", number: float | None) -> Lock:
    """The lock after a decision: another's stays as it is, one's own takes the new number."""
    if before and (not same_name(before.by, decision.decided_by) or number == before.number):
        return before
    return Lock(decision.decided_by, decision.at, number)


def whose(decisions: Iterable["Decision"]) -> dict[str, str]:
    """Who decided each limit that is decided now: of who named it in another number, the last."""
    by, numbers = dict[str, str](), dict[str, float]()
    for decision in sorted(decisions, key=lambda one: (one.at, one.id)):
        if decision.key == "limits":
            changed = limit_changes(decision.value)
            by = {n: by[n] if numbers.get(n) == to else decision.decided_by for n, to in changed.items()}
            numbers = changed
    return by


def looser(before: float, after: float, direction: float) -> bool:
    """Whether a number moved to the looser side: 1 is upwards, -1 downwards, 0 not known, so either way."""
    return (after - before) * direction > 0 if direction else after != before


def refuse_loosened(
    held: Mapping[str, Lock], start: Look, after: Look, direction: Look, *, decided_by: str = ""
) -> None:
    """Raise Refused for the first limit that would be looser than another locked it.

    `start` is the content's number of a limit, `after` the one decided now.
    """
    for name, lock in held.items():
        if same_name(lock.by, decided_by):
            continue
        locked = start(name) if lock.number is None else lock.number
        if looser(locked, after(name), direction(name)):
            raise refused(name, lock)


def refused(name: str, lock: Lock) -> Refused:
    """The error that says who locked a limit, and when."""
    return Refused("limit_locked", limit=name, by=lock.by, at=lock.at)


def still_locked(held: Mapping[str, Lock], decided_by: str, lock: Mapping[str, bool]) -> tuple[str, ...]:
    """What is locked after a decision; `lock` says of limits whether they are, where that was said.

    Others' locks stay whatever is said.
    """
    opened = {n for n, one in held.items() if lock.get(n) is False and same_name(one.by, decided_by)}
    return tuple(sorted((held.keys() - opened) | {name for name, yes in lock.items() if yes}))


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same, however they are written."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
