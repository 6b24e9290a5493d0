"""Who was let in to the diary beside the person, and what each of them may do."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.domain.entries import CaregiverSet
from companion.domain.people import Role, same_name
from companion.domain.text import named
from companion.errors import Malformed, Refused, Unknown

if TYPE_CHECKING:
    from companion.services.companion import Companion


@dataclass(frozen=True, slots=True)
class Admitted:
    """Somebody was let in, or is no longer; `before` is what held until then, if anything."""

    entry: CaregiverSet
    before: CaregiverSet | None


class Caregivers:
    """Reads who is let in, and lets in and out; the newest entry of a name holds."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def known(self) -> list[CaregiverSet]:
        """Everybody who is let in now, in the order in which they came."""
        found: dict[str, CaregiverSet] = {}
        for entry in self._companion.diary.of(CaregiverSet):
            name = next((known for known in found if same_name(known, entry.caregiver)), entry.caregiver)
            found[name] = entry
        return [entry for entry in found.values() if entry.admitted]

    def find(self, name: str) -> CaregiverSet | None:
        """The one of this name, if they are let in."""
        return next((entry for entry in self.known() if same_name(entry.caregiver, name)), None)

    def add(self, name: str, acts_as: Role, *, key: str = "") -> Admitted:
        """Let somebody in, or change what they act as; raises Malformed for no name, Refused for a taken one.

        The person's own name is for the person alone, who comes from afar as "patient".
        """
        companion, called = self._companion, named(name)
        companion.actor.require("admit")
        if not called:
            raise Malformed("no_caregiver_name")
        person = companion.people.person().name
        if acts_as == "owner":
            raise Refused("owner_from_afar")
        if person and same_name(called, person) and acts_as != "patient":
            raise Refused("name_of_person", name=called)
        before = self.find(called)
        signed = companion.sign(CaregiverSet, caregiver=called, acts_as=acts_as, key=key)
        return Admitted(companion.keep(signed), before)

    def remove(self, name: str) -> Admitted:
        """Let somebody in no longer; what they wrote stays. Raises Unknown for a name that is not let in."""
        companion = self._companion
        companion.actor.require("admit")
        before = self.find(name)
        if before is None:
            raise Unknown("unknown_caregiver", value=name, known=[one.caregiver for one in self.known()])
        gone = companion.sign(
            CaregiverSet,
            caregiver=before.caregiver,
            acts_as=before.acts_as,
            key=before.key,
            admitted=False,
        )
        return Admitted(companion.keep(gone), before)
