"""The first start: whether somebody is new here, and what they answered, written down in one go."""

from typing import TYPE_CHECKING

from companion.domain.entries import CaregiverSet, Entry, PersonFact
from companion.domain.frozen import frozen
from companion.errors import CompanionError
from companion.store.shelf import PLAN

if TYPE_CHECKING:
    from companion.domain.weight import Unit
    from companion.services.companion import Companion


@frozen
class Welcomed:
    """What was written down at the first start; `complete` when nothing was left out.

    `unit` is the one in which weights are shown from now on, None where it stayed as it was.
    """

    entries: tuple[Entry, ...]
    complete: bool
    unit: "Unit | None" = None


class Welcome:
    """Knows when the first questions are due, keeps their answers, and that they were asked."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def due(self) -> bool:
        """Whether nothing was ever written down here, and whoever starts the program may arrange it."""
        companion = self._companion
        if companion.demo or not companion.settings.welcome:
            return False
        try:
            companion.actor.require("arrange")
            return self._bare()
        except CompanionError:
            return False

    def waits(self) -> bool:
        """Whether nothing was ever written down here, and it is for somebody else to begin."""
        companion = self._companion
        try:
            return not companion.demo and not companion.actor.may("arrange") and self._bare()
        except CompanionError:
            return False

    def _bare(self) -> bool:
        """Nothing but who is let in."""
        diary = self._companion.diary
        names = diary.shelf.names()
        return not names or (names == [PLAN] and all(isinstance(e, CaregiverSet) for e in diary.ever(Entry)))

    def over(self) -> None:
        """They were asked: they do not come again by themselves."""
        self._companion.preferences.set("welcome", "no")

    def keep(
        self,
        *,
        name: str = "",
        food_level: str | None = None,
        drink_level: str | None = None,
        decided_by: str = "",
        unit: "Unit | None" = None,
        weight: float | None = None,
        confirmed: bool = False,
    ) -> Welcomed:
        """Write down what was answered; `weight` in the unit, which becomes the setting.

        Each answer is checked as by its own service, before anything is written; a weight that looks like a
        slip must be `confirmed`. What follows the name is signed with it. All answers are one act, which one
        undo takes back. The weight is saved first, name and levels last: where the first cannot be saved,
        nothing is; should the disk fail between the two, the weight alone is there. The unit follows them.
        """
        companion = self._companion
        companion.actor.require("arrange")
        levels = {"food-level": food_level, "drink-level": drink_level}
        about: list[Entry] = [
            companion.plan.decision(key, level, decided_by=decided_by)
            for key, level in levels.items()
            if level
        ]
        if weight is not None:
            about.append(companion.weight.weighed(weight, unit=unit, confirmed=confirmed))
        named: list[PersonFact] = []
        if name:
            named.append(companion.people.fact("name", name))
            about = [entry.model_copy(update={"by": str(named[0].value)}) for entry in about]
        complete = bool(name and food_level and drink_level) and weight is not None
        entries = companion.write(*named, *about)
        if unit in (None, companion.settings.weight_unit):
            return Welcomed(entries, complete)
        companion.preferences.set("weight-unit", unit)
        return Welcomed(entries, complete, unit)
