"""What happened, by whom; undo, edit and remove, each of them an entry of its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from companion.domain.entries import ENVELOPE, Correction, Entry
from companion.errors import Refused

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.store.month import Kept

# Which facts of each kind a person may correct later.
EDITABLE: dict[str, frozenset[str]] = {
    "meal": frozenset({"eaten", "slot", "minutes", "coughs", "at", "note"}),
    "food": frozenset({"grams", "slot", "at", "note"}),
    "quick": frozenset({"kcal", "protein_g", "slot", "at", "note"}),
    "drink": frozenset({"ml", "slot", "at", "note"}),
    "weight": frozenset({"kg", "at", "note"}),
    "fatigue": frozenset({"rating", "when", "at", "note"}),
}
LIMITED = {"grams", "kcal", "protein_g", "ml", "minutes", "coughs", "kg"}


@dataclass(frozen=True, slots=True)
class Undone:
    """The newest doing was taken back or, with `again`, done once more.

    `what` is that doing: an entry, a removal or a change; `target` the entry it is about, as it reads now.
    """

    entry: Correction
    what: Entry
    target: Entry
    again: bool


@dataclass(frozen=True, slots=True)
class Corrected:
    """An entry was edited or removed; `now` is how it reads now, None once removed."""

    entry: Entry
    before: Entry
    now: Entry | None


class History:
    """Looks back, and corrects. Nothing is changed in place."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def recent(self, days: int = 7) -> "list[Kept]":
        """Everything about the last days, newest record first, removed entries and corrections too."""
        self._companion.actor.require("see")
        first = self._companion.today_date() - timedelta(days=max(0, days - 1))
        kept = self._companion.diary.history(since=first, until=None)
        return sorted(kept, key=lambda k: k.entry.id, reverse=True)

    def everything(self) -> "list[Kept]":
        """Every entry as it was written, oldest first."""
        self._companion.actor.require("see")
        return self._companion.diary.written()

    def undo(self) -> Undone:
        """Take back the actor's newest entry; undoing an undo brings it back. Raises Refused if none."""
        self._companion.actor.require("log")
        newest = self._companion.diary.newest(self._companion.actor.name)
        if newest is None:
            raise Refused("nothing_to_undo")
        fresh = self._correct(newest.entry, "undo", {})
        what, again = newest.entry, False
        while isinstance(what, Correction) and what.action == "undo":
            what, again = self._companion.diary.find(what.target).entry, not again
        target = self._companion.diary.find(what.target).entry if isinstance(what, Correction) else what
        return Undone(entry=fresh, what=what, target=target, again=again)

    def remove(self, id: str) -> Corrected:
        """Take one entry out of the day; it stays in the history."""
        found = self._own(id)
        return Corrected(entry=self._correct(found, "remove", {}), before=found, now=None)

    def edit(self, id: str, **changes: Any) -> Corrected:
        """Correct facts of one entry; raises Unknown for the id, Refused for a fact or a value."""
        found = self._own(id)
        allowed = EDITABLE.get(found.kind, frozenset())
        wrong = sorted(set(changes) - allowed)
        if wrong or not changes:
            raise Refused(
                "cannot_edit", kind=found.kind, key=wrong[0] if wrong else "", allowed=sorted(allowed)
            )
        for key in LIMITED & set(changes):
            self._companion.within(key, float(changes[key]))
        changes = self._cleaned(changes, found)
        at = changes.get("at")
        if isinstance(at, datetime) and (at.year, at.month) != (found.at.year, found.at.month):
            return self._move(found, changes)
        kept = {
            key: value.isoformat() if isinstance(value, datetime) else value for key, value in changes.items()
        }
        entry = self._correct(found, "edit", kept)
        return Corrected(entry=entry, before=found, now=self._companion.diary.find(id).entry)

    def _cleaned(self, changes: dict[str, Any], found: Entry) -> dict[str, Any]:
        """The changes as an entry of its own would be kept: a slot that exists, a note without tricks."""
        fresh = dict(changes)
        if "slot" in fresh:
            fresh["slot"] = self._companion.intake.slot(fresh["slot"], found.at)
        if "note" in fresh:
            fresh["note"] = self._companion.note(fresh["note"])
        if "at" in fresh:
            self._companion.past(fresh["at"])
        return fresh

    def _own(self, id: str) -> Entry:
        found = self._companion.diary.find(id)
        actor = self._companion.actor
        actor.require("log" if found.entry.by == actor.name else "correct")
        if found.removed:
            raise Refused("already_removed", id=id)
        return found.entry

    def _correct(self, target: Entry, action: str, changes: dict[str, Any]) -> Correction:
        signed = self._companion.sign(
            Correction, at=target.at, target=target.id, action=action, changes=changes
        )
        return self._companion.keep(signed)

    def _move(self, found: Entry, changes: dict[str, Any]) -> Corrected:
        """To another month: the copy is written before the old entry goes, so that nothing can be lost."""
        facts = {**found.model_dump(exclude=set(ENVELOPE)), "note": found.note, **changes}
        copy = self._companion.sign(type(found), **facts)
        gone = self._companion.sign(Correction, at=found.at, target=found.id, action="remove")
        written = self._companion.diary.append(copy, gone)
        return Corrected(entry=written[1], before=found, now=written[0])
