"""Everything that another diary's export holds, taken in beside what is here."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from companion.config import settings as rules
from companion.config.paths import INVENTED
from companion.domain.entries import CaregiverSet, Correction, Decision, Entry, PersonFact, Scalar
from companion.domain.frozen import frozen
from companion.domain.people import same_name
from companion.domain.plan import KEYS, plan_in_force
from companion.errors import CompanionError, NotAllowed, Refused
from companion.services.history import EDITABLE
from companion.services.plan import TEXTURES
from companion.store import disk

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.services.imports_file import Parcel
    from companion.store.imports import Sorted

Fate = Literal["none", "taken", "kept", "failed"]


@frozen
class PlanChange:
    """A part of the plan that is another one once everything is in; None where nobody decided.

    `loosens` says that it is a texture and lets more through than the one before.
    """

    key: str
    before: Decision | None
    after: Decision | None
    loosens: bool = False


@frozen
class Imported:
    """What came in, or would come in: entries by kind and by who wrote them, and the days they are about.

    `there` entries are here already. `let_in` are those whom the file lets in, `outside` those whom it names
    and who stay outside, as somebody wrote here before. `settings` says what became of the file's settings.
    """

    file: str
    saved: bool
    entries: int
    there: int
    kinds: Mapping[str, int]
    by: Mapping[str, int]
    first: date | None
    last: date | None
    washed: int
    demo: bool
    outside: tuple[str, ...]
    settings: Fate
    let_in: tuple[str, ...] = ()
    plan: tuple[PlanChange, ...] = ()


class Imports:
    """Takes in what `export` wrote; nothing that is here is changed."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def look(self, file: Path) -> Imported:
        """What would come in; raises as `take` does, and writes nothing."""
        return self._look(file, self._parcel(file))

    def take(self, file: Path, *, confirmed: bool = False) -> Imported:
        """Take in what is new, all of it or nothing; on the disk when this returns.

        Raises NotAllowed for anybody but the owner, Failure for a file that cannot be read, Refused for what
        cannot come in: something that is no export, an entry that is not valid, or other than the one here;
        and, unless confirmed, for what would loosen a texture.
        """
        from companion.store.imports import take_in

        parcel = self._parcel(file)
        told = seen = self._look(file, parcel)
        if not confirmed:
            self._doubt(seen)
        if seen.entries:
            who = self._companion.actor.name
            with _about(file), self._marked(invented=parcel.demo):
                found = take_in(self._companion.diary, parcel.entries, _lets_in, who)
            told = self._told(file, parcel, found)
        settings = self._settle(parcel) if seen.settings == "taken" else seen.settings
        return replace(told, saved=True, plan=seen.plan, let_in=seen.let_in, settings=settings)

    def _doubt(self, seen: Imported) -> None:
        """Raise Refused where textures would be loosened: the first in full, the others by name."""
        loose = [one for one in seen.plan if one.loosens]
        if loose and (after := loose[0].after):
            doubt = self._companion.plan.doubt(after.key, after.value)
            raise Refused(doubt.code, **{**doubt.facts, "also": [one.key for one in loose[1:]]})

    def _look(self, file: Path, parcel: "Parcel") -> Imported:
        from companion.store.imports import sort_out

        with _about(file):
            found = sort_out(self._companion.diary, parcel.entries, _lets_in)
            self._hold_edits(parcel, found)
        self._hold(file, parcel, found)
        told = self._told(file, parcel, found)
        return replace(told, plan=self._plan(found), let_in=self._let_in(found))

    def _parcel(self, file: Path) -> "Parcel":
        from companion.services.imports_file import read

        self._companion.actor.require("admit")
        if self._companion.via == "ssh":
            raise NotAllowed("no_file_from_afar")
        with _about(file):
            return read(self._companion, file)

    def _hold(self, file: Path, parcel: "Parcel", found: "Sorted") -> None:
        """Raise Refused for what is invented, or about somebody else, where something real is here."""
        if not (found.beside and found.fresh):
            return
        if parcel.demo and not self._companion.demo:
            raise Refused("import_demo", file=str(file))
        if self._companion.demo and not parcel.demo:
            raise Refused("import_into_demo", file=str(file))
        theirs = _names(parcel.entries)
        ours = _names(self._companion.diary.ever(PersonFact))
        same = any(same_name(one, other) for one in theirs for other in ours)
        if theirs and ours and not same and not found.there:
            raise Refused("import_somebody_else", file=str(file), theirs=theirs[-1], ours=ours[-1])

    def _hold_edits(self, parcel: "Parcel", found: "Sorted") -> None:
        """Raise Refused for an edit of what nobody can edit here, such as what somebody let in may do."""
        coming = {one.id: one for one in parcel.entries}
        for one in found.fresh:
            if isinstance(one, Correction) and one.action == "edit":
                target = coming.get(one.target) or self._companion.diary.find(one.target).entry
                if one.changes.keys() - EDITABLE.get(target.kind, frozenset()):
                    raise Refused("import_entry", entry=one.id, key="changes", fault="not_editable")

    def _told(self, file: Path, parcel: "Parcel", found: "Sorted") -> Imported:
        days = [self._companion.day_of(one) for one in found.fresh if not isinstance(one, Correction)]
        outside = (one.caregiver for one in found.outside if isinstance(one, CaregiverSet))
        return Imported(
            file=str(file),
            saved=False,
            entries=len(found.fresh),
            there=found.there,
            kinds=Counter(one.kind for one in found.fresh),
            by=Counter(one.by for one in found.fresh),
            first=min(days, default=None),
            last=max(days, default=None),
            washed=parcel.washed,
            demo=parcel.demo,
            outside=tuple(dict.fromkeys(outside)),
            settings=self._fate(parcel, found),
        )

    def _plan(self, found: "Sorted") -> tuple[PlanChange, ...]:
        """What of the plan becomes another; of an empty diary all of it came, and nothing is told."""
        from companion.store.imports import once

        if not found.beside:
            return ()
        before = self._companion.plan.in_force()
        after = plan_in_force(once(self._companion.diary, found, Decision))
        return tuple(
            PlanChange(key, before.decision(key), after.decision(key), self._loosens(key, after.value(key)))
            for key in KEYS
            if before.value(key) != after.value(key)
        )

    def _loosens(self, key: str, value: Scalar) -> bool:
        return key in TEXTURES and value is not None and self._companion.plan.loosens(key, value)

    def _let_in(self, found: "Sorted") -> tuple[str, ...]:
        """Who is let in by what comes in: into an empty diary only."""
        from companion.store.imports import once

        newest: dict[str, CaregiverSet] = {}
        for entry in () if found.beside else once(self._companion.diary, found, CaregiverSet):
            known = next((name for name in newest if same_name(name, entry.caregiver)), entry.caregiver)
            newest[known] = entry
        return tuple(name for name, entry in newest.items() if entry.admitted)

    @contextmanager
    def _marked(self, *, invented: bool) -> Iterator[None]:
        """Mark a folder into which only what is invented comes, so that it is never taken for real."""
        folder = self._companion.folder
        if folder is None or self._companion.demo or not invented:
            yield
            return
        mark = folder / INVENTED
        with disk.plainly(mark):
            folder.mkdir(0o700, parents=True, exist_ok=True)
            disk.create(mark, b"", 0o600)
        try:
            yield
        except BaseException:
            mark.unlink(missing_ok=True)
            raise
        self._companion.demo = True

    def _fate(self, parcel: "Parcel", found: "Sorted") -> Fate:
        """Settings come into a folder that has none of its own, where nothing was written down yet."""
        folder = self._companion.folder
        if parcel.settings is None or parcel.settings == self._companion.settings:
            return "none"
        return "kept" if found.beside or (folder and rules.stamp(folder)) else "taken"

    def _settle(self, parcel: "Parcel") -> Fate:
        """Keep the file's settings; the entries are in, so that a fault here is told and undoes nothing."""
        if parcel.settings is None:
            return "none"
        try:
            if self._companion.folder is not None:
                rules.save(self._companion.folder, parcel.settings)
        except CompanionError:
            return "failed"
        self._companion.settings = parcel.settings
        return "taken"


@contextmanager
def _about(file: Path) -> Iterator[None]:
    """Names the file where an entry of it cannot come in."""
    try:
        yield
    except Refused as refusal:
        if refusal.code != "import_entry":
            raise
        raise Refused(refusal.code, **{**refusal.facts, "file": str(file)}) from None


def _lets_in(entry: Entry) -> bool:
    """Whether it says who is let in: that is for whoever sits here, once anything is written down."""
    return isinstance(entry, CaregiverSet)


def _names(entries: Iterable[Entry]) -> list[str]:
    """What the person was ever called."""
    facts = (one for one in entries if isinstance(one, PersonFact) and one.key == "name")
    return [str(fact.value) for fact in facts if fact.value]
