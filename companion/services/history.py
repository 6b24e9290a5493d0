"""What happened, by whom; undo, edit and remove, each of them an entry of its own."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from companion.domain.entries import ENVELOPE, CaregiverSet, Correction, Entry, SessionStarted, Weighed
from companion.domain.people import Verb, same_person
from companion.errors import NotAllowed, Refused, Unknown
from companion.services.history_done import Corrected, Undone
from companion.services.history_places import cleared, restored, standing
from companion.services.intake_twins import beside

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.store.month import Kept

# Which facts of each kind a person may correct later.
EDITABLE: dict[str, frozenset[str]] = {
    "meal": frozenset({"eaten", "slot", "minutes", "coughs", "helped", "at", "note"}),
    "food": frozenset({"grams", "servings", "slot", "at", "note"}),
    "quick": frozenset({"kcal", "protein_g", "slot", "at", "note"}),
    "drink": frozenset({"ml", "slot", "at", "note"}),
    "tube": frozenset({"ml", "slot", "at", "note"}),
    "weight": frozenset({"kg", "at", "note"}),
    "fatigue": frozenset({"rating", "when", "at", "note"}),
    "explained": frozenset({"at", "note"}),
}
# To correct something takes what writing it took, so whoever may write at all may ask.
CORRECTS: tuple[Verb, ...] = ("log", "decide")
A_NIGHT = timedelta(days=1)  # a session begun late may end on the next day
LIMITED = {
    **{key: key for key in ("grams", "servings", "kcal", "protein_g", "ml", "minutes", "coughs")},
    "kg": "weight_kg",
}  # each with the limits it is held to


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

    def undo(self, *, confirmed: bool = False) -> Undone:
        """Take back the actor's newest doing; undoing an undo brings it back. Raises Refused if none.

        What would loosen a texture must be confirmed.
        """
        self._companion.actor.require(*CORRECTS)
        newest = self._newest()
        if newest is None:
            raise Refused("nothing_to_undo")
        diary = self._companion.diary
        fresh = self._write(
            [self._correction(m, "undo") for m in diary.act(newest.entry)], confirmed=confirmed
        )[0]
        what, again = self._meant(newest.entry)
        doings = diary.act(what)
        others = tuple(diary.find(one.target).entry for one in doings if isinstance(one, Correction))
        if isinstance(what, Correction):
            back = () if what.action == "edit" else beside(self._companion, others)
            room = tuple(self._companion.about(one) for one in others if isinstance(one, Correction))
            targets = tuple(one for one in others if not isinstance(one, Correction))
            return Undone(fresh, what, targets, again, room, remarks=back)
        written = tuple(one for one in doings if not isinstance(one, Correction))
        back = beside(self._companion, (*written, *others))
        return Undone(fresh, what, written, again, made_room=others, remarks=back)

    def lately(self) -> "Kept | None":
        """The actor's newest doing, corrections included, while it may matter that it was kept; else None."""
        newest, minutes = self._newest(), self._companion.content.limit("limits.kept_minutes")
        if newest is None or self._companion.clock() - newest.entry.recorded >= timedelta(minutes=minutes):
            return None
        return newest

    def newest(self) -> Entry | None:
        """What undo would take back, where that is one entry as it was written."""
        newest = self._newest()
        if newest is None or isinstance(newest.entry, Correction):
            return None
        return newest.entry if len(self._companion.diary.act(newest.entry)) == 1 else None

    def undone(self) -> bool:
        """Whether the actor's newest doing was an undo, so that the next one brings back."""
        newest = self._newest()
        return newest is not None and self._meant(newest.entry)[1]

    def take_back(self, id: str, *, back: bool | None = None, confirmed: bool = False) -> Corrected:
        """Take any entry out of the day or, where it is out, bring it back; of a session all that was in it.

        `back` says which of the two is meant; raises Refused where it is so already.
        """
        self._companion.actor.require(*CORRECTS)
        diary = self._companion.diary
        found = diary.find(id)
        if back is not None and back != found.removed:
            raise Refused("already_back" if back else "already_removed", id=id)
        about = self._companion.about(found.entry)
        if not found.removed and found.entry is about:
            return self.remove(id, confirmed=confirmed)
        against = diary.against(id) if found.removed else [found.entry]
        if isinstance(about, SessionStarted):
            against = [member for one in against for member in diary.act(one)]
        for one in (found.entry, *against):
            self.hold(one)
        others = restored(self._companion, against)
        places = standing(self._companion, others)
        signed = [self._correction(one, "undo") for one in (*others, *against)]
        written = self._write(signed, confirmed=confirmed)[len(others)]
        after = diary.find(about.id)
        remarks = beside(self._companion, (about,)) if found.removed else ()
        if after.removed:
            return Corrected(written, about, None, remarks, standing(self._companion, others))
        return Corrected(written, about, after.entry, remarks, places)

    def find(self, id: str) -> Entry:
        """The entry as it reads now, if the actor may correct it; raises Unknown, NotAllowed or Refused."""
        return self._own(id)

    def may_correct(self, entry: Entry) -> bool:
        """Whether the actor may take it back or change it, as far as their role goes."""
        actor, about = self._companion.actor, self._companion.about(entry)
        if isinstance(about, CaregiverSet):
            return False
        return actor.may(about.needs) and (self._own_doing(entry) or actor.may("correct"))

    def may_change(self, id: str) -> bool:
        """The same of an entry by its id; one that is not there may be asked for and is not found then."""
        try:
            return self.may_correct(self._companion.diary.find(id).entry)
        except Unknown:
            return True

    def editable(self, entry: Entry) -> frozenset[str]:
        """Which facts of it can be corrected."""
        without = {"servings"} if getattr(entry, "servings", None) is None else {"grams"}
        return EDITABLE.get(entry.kind, frozenset()) - without

    def remove(self, id: str, *, confirmed: bool = False) -> Corrected:
        """Take an entry out of the day, a session with what is in it; it stays in the history.

        What it was put in the place of counts again.
        """
        found = self._own(id)
        others = cleared(self._companion, found)
        signed = [self._correction(one, "undo") for one in others]  # first: undo names the newest, a removal
        signed += [self._correction(one, "remove") for one in self._whole(found)]
        written = self._write(signed, confirmed=confirmed)[len(others)]
        return Corrected(written, found, None, places=standing(self._companion, others))

    def edit(self, id: str, *, confirmed: bool = False, **changes: Any) -> Corrected:
        """Correct facts of one entry; raises Unknown for the id, Refused for a fact or a value.

        A weight that looks like a slip must be confirmed, as when it is logged.
        """
        found = self._own(id)
        allowed = EDITABLE.get(found.kind, frozenset())
        wrong = sorted(set(changes) - allowed)
        if wrong or not changes:
            raise Refused(
                "cannot_edit", kind=found.kind, key=wrong[0] if wrong else "", allowed=sorted(allowed)
            )
        for key in LIMITED.keys() & changes.keys():
            if changes[key] is not None:
                self._companion.within(LIMITED[key], float(changes[key]))
        changes = self._cleaned(changes, found)
        if isinstance(found, Weighed) and "kg" in changes and not confirmed:
            self._companion.weight.hold(found, **changes)
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
        self._companion.actor.require(*CORRECTS)
        found = self._companion.diary.find(id)
        self.hold(found.entry)
        if found.removed:
            raise Refused("already_removed", id=id)
        return found.entry

    def _whole(self, entry: Entry) -> list[Entry]:
        """The entry; of a session also what happened in it and is not somebody else's."""
        if not isinstance(entry, SessionStarted):
            return [entry]
        kinds = (
            "step", "session_taken", "session_pace", "session_end", "fatigue", "felt", "check_in",
            "function_note",
        )  # fmt: skip
        near = self._companion.diary.entries(*kinds, since=entry.at.date(), until=entry.at.date() + A_NIGHT)
        inside = (one for one in near if getattr(one, "session", None) == entry.id)
        return [entry, *(one for one in inside if self.may_correct(one))]

    def _newest(self) -> "Kept | None":
        """The actor's newest doing; the person's own is known by the role, as a name comes and goes.

        Who is let in is no matter of an undo.
        """
        actor = self._companion.actor
        by = None if actor.role == "owner" else actor.name
        return self._companion.diary.newest(by, actor.role, but=CaregiverSet.kind)

    def hold(self, entry: Entry) -> None:
        """Raise NotAllowed or Refused where the actor may not take it back or change it."""
        about = self._companion.about(entry)
        self._companion.actor.require(about.needs)
        if isinstance(about, CaregiverSet):
            raise Refused("let_in_elsewhere", name=about.caregiver)
        if not self.may_correct(entry):
            raise NotAllowed("not_yours", by=entry.by)

    def _own_doing(self, entry: Entry) -> bool:
        """Whether the actor wrote it, in the role that they have now."""
        actor = self._companion.actor
        return entry.role == actor.role and same_person(entry, actor)

    def _write(self, signed: list[Correction], *, confirmed: bool) -> list[Correction]:
        """Write corrections as one act."""
        self._companion.plan.allow(signed, confirmed=confirmed)
        return [one for one in self._companion.write(*signed) if isinstance(one, Correction)]

    def _meant(self, newest: Entry) -> tuple[Entry, bool]:
        """The doing behind undos of undos, and whether the next undo takes it back once more."""
        what, again = newest, False
        while isinstance(what, Correction) and what.action == "undo":
            what, again = self._companion.diary.find(what.target).entry, not again
        return what, again

    def _correct(self, target: Entry, action: str, changes: dict[str, Any]) -> Correction:
        return self._companion.keep(self._correction(target, action, changes))

    def _correction(self, target: Entry, action: str, changes: dict[str, Any] | None = None) -> Correction:
        return self._companion.sign(
            Correction, at=target.at, target=target.id, action=action, changes=changes or {}
        )

    def _move(self, found: Entry, changes: dict[str, Any]) -> Corrected:
        """To another month: the copy is written before the old entry goes, so that nothing can be lost."""
        facts = {**found.model_dump(exclude=set(ENVELOPE)), "note": found.note, **changes}
        whose = {"by": found.by, "role": found.role, "via": found.via, "verified": found.verified}
        copy = self._companion.sign(type(found), **facts).model_copy(update=whose)
        gone = self._companion.sign(Correction, at=found.at, target=found.id, action="remove")
        written = self._companion.write(copy, gone)
        return Corrected(entry=written[1], before=found, now=written[0])
