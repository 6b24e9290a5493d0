"""Who was let in to the diary beside the person, and what each of them may do."""

from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.entries import CaregiverSet
from companion.domain.frozen import frozen
from companion.domain.people import Role, same_name
from companion.domain.text import named
from companion.errors import Malformed, Refused, Unknown

if TYPE_CHECKING:
    from collections.abc import Hashable

    from companion.services.companion import Companion

LETTERS = 40  # of a name, so that it stands beside its entries on a phone


@frozen
class CaregiverChange:
    """Somebody was let in, or is no longer; `before` is what held until then, if anything.

    `elsewhere` is who had this key before and is let in no longer.
    """

    entry: CaregiverSet
    before: CaregiverSet | None
    elsewhere: str = ""

    @property
    def changed(self) -> bool:
        """Whether anything is different from before."""
        return self.entry is not self.before


@frozen
class Listed:
    """Somebody who is let in: since when, and when they last wrote something down, None where never."""

    entry: CaregiverSet
    since: datetime
    wrote: datetime | None


class Caregivers:
    """Reads who is let in, and lets in and out; the newest entry of a name holds."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion
        self._read: tuple[Hashable, list[list[CaregiverSet]]] = ((), [])  # a token, and what was read then

    def everybody(self) -> list[CaregiverSet]:
        """Everybody who is let in now, in the order in which they came."""
        return [entries[-1] for entries in self._courses() if entries[-1].admitted]

    def find(self, name: str) -> CaregiverSet | None:
        """The one of this name, if they are let in."""
        return next((entry for entry in self.everybody() if same_name(entry.caregiver, name)), None)

    def listed(self) -> list[Listed]:
        """Everybody who is let in now, with since when and what they wrote last."""
        self._companion.actor.require("see")
        return [self._listed(entries) for entries in self._courses() if entries[-1].admitted]

    def add(self, name: str, acts_as: Role | None = None, *, key: str = "") -> CaregiverChange:
        """Let somebody in, or change what they act as or come with; None is what they act as now.

        Nothing is written where nothing changes. `key` is a fingerprint. The person's own name is for the
        person alone, who comes from afar as "patient". Raises Malformed for no name or a long one, Refused
        for a name or a key that is somebody else's.
        """
        companion = self._companion
        companion.actor.require("admit")
        called = self.called(name)
        before = self.find(called)
        role = acts_as or (before.acts_as if before else "caregiver")
        if role == "owner":
            raise Refused("owner_from_afar")
        if same_name(called, companion.person_name) and role != "patient":
            raise Refused("name_of_person", name=called)
        key = key or (before.key if before else "")
        self._hold(called, key)
        if before and (before.acts_as, before.key) == (role, key):
            return CaregiverChange(before, before)
        signed = companion.sign(CaregiverSet, caregiver=self._spelled(called), acts_as=role, key=key)
        return CaregiverChange(companion.keep(signed), before, self._elsewhere(called, key))

    def remove(self, name: str) -> CaregiverChange:
        """Let somebody in no longer; what they wrote stays. Raises Unknown for a name that is not let in."""
        companion = self._companion
        companion.actor.require("admit")
        before = self.find(named(name))
        if before is None:
            raise Unknown("unknown_caregiver", value=name, known=[one.caregiver for one in self.everybody()])
        gone = companion.sign(
            CaregiverSet,
            caregiver=before.caregiver,
            acts_as=before.acts_as,
            key=before.key,
            admitted=False,
        )
        return CaregiverChange(companion.keep(gone), before)

    def called(self, name: str) -> str:
        """The name as it may be kept; raises Malformed for none and for a long one."""
        called = named(name)
        if not called:
            raise Malformed("no_caregiver_name")
        if len(called) > LETTERS:
            raise Malformed("long_caregiver_name", most=LETTERS)
        return called

    def _courses(self) -> list[list[CaregiverSet]]:
        """Everybody who was ever let in: all that was decided about each of them, oldest first.

        Whoever acts is looked up at every look into the diary: it is read again only once the plan changed.
        """
        token = self._companion.unasked.changed(CaregiverSet.kind)
        if token != self._read[0]:
            self._read = token, self._courses_read()
        return self._read[1]

    def _courses_read(self) -> list[list[CaregiverSet]]:
        found: list[list[CaregiverSet]] = []
        for entry in self._companion.unasked.of(CaregiverSet):
            same = (one for one in found if same_name(one[0].caregiver, entry.caregiver))
            course = next(same, None)
            if course is None:
                found.append([entry])
            else:
                course.append(entry)
        return found

    def _listed(self, entries: list[CaregiverSet]) -> Listed:
        out = [place for place, entry in enumerate(entries) if not entry.admitted]
        entry, since = entries[-1], entries[out[-1] + 1 if out else 0]
        newest = self._companion.diary.newest(entry.caregiver, entry.acts_as)
        return Listed(entry, since.at, newest.entry.recorded if newest else None)

    def _spelled(self, called: str) -> str:
        """The name as it was spelled at first, since entries are found by it."""
        spelled = (entries[0].caregiver for entries in self._courses())
        return next((name for name in spelled if same_name(name, called)), called)

    def _hold(self, called: str, key: str) -> None:
        """Raise Refused where the key is somebody else's who is let in."""
        for entry in self.everybody():
            if key and entry.key == key and not same_name(entry.caregiver, called):
                raise Refused("key_taken", name=entry.caregiver)

    def _elsewhere(self, called: str, key: str) -> str:
        """Who came with this key before and is let in no longer, "" for nobody."""
        gone = (entries[-1] for entries in self._courses() if not entries[-1].admitted)
        same = (one for one in gone if key and one.key == key and not same_name(one.caregiver, called))
        return next((one.caregiver for one in same), "")
