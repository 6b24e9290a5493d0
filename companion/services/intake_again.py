"""What was eaten before, once more: the usual things, one of them again, a past meal or day."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from companion.domain.entries import ENVELOPE, Drunk, FoodEaten, MealEaten, Taken
from companion.domain.intake_usual import Usual, usual
from companion.domain.textures import drink_level
from companion.errors import Refused, Unknown
from companion.services.intake import Intake, Logged, Remark

USUAL_DAYS = 28  # how far back a look for what is eaten often goes
LONG_AGO_DAYS = 366  # and where nothing was written down lately
PAST_DAYS = 7
THAT_TIME = {"minutes", "coughs", "helped"}  # what belongs to one meal, and not to the same again


@dataclass(frozen=True, slots=True)
class Past:
    """A past day, or one slot of it, that can be written down again."""

    on: date
    slot: str | None
    entries: tuple[Taken, ...]

    @property
    def kcal(self) -> float | None:
        """What it held; None where nothing of it is known."""
        known = [entry.nutrients.kcal for entry in self.entries if entry.nutrients.kcal is not None]
        return sum(known) if known else None


class IntakeAgain(Intake):
    """Intake, and the same again."""

    def usual(self, slot: str, limit: int = 20) -> tuple[Usual, ...]:
        """What is eaten and drunk often and lately, most of all at this slot.

        Neither a recipe outside the levels of now nor a drink thinner than decided is brought up again.
        """
        companion = self._companion
        today = companion.today_date()
        taken = companion.taken(today - timedelta(days=USUAL_DAYS), today)
        taken = taken or companion.taken(today - timedelta(days=LONG_AGO_DAYS), today)
        found = usual(taken, slot, today, companion.settings.day_start)
        levels = companion.meals.levels()
        decided = levels.food is not None or levels.drink is not None
        recipes = {offer.meal.id for offer in companion.meals.allowed(levels)} if decided else set[str]()
        own = companion.recipes.meals()
        return tuple(one for one in found if self._fits(one.entry, recipes, own))[:limit]

    def again(
        self, id: str, *, amount: float | None = None, slot: str | None = None, at: datetime | None = None
    ) -> Logged:
        """Write the same thing again; `amount` is another share, grams, servings, mL or kcal."""
        entry = self.find(id)
        facts = self._same(entry)
        if amount is not None:
            facts[self.amount_key(entry)] = self._companion.within(self.amount_key(entry), amount)
        about = at or self._companion.clock()
        facts["slot"] = slot or self.slot(None, about)
        logged = self.write(type(entry), at=at, note=None, **facts)
        return replace(logged, remarks=(*logged.remarks, *self._outside(entry)))

    def copy(self, on: date, *, slot: str | None = None, to: date | None = None) -> Logged:
        """Write a past day, or one slot of a day, again for today or the day `to`. One undo takes it back."""
        self._companion.actor.require("log")
        today = self._companion.today_date()
        target = to or today
        if on > today or (on == target and slot is None):
            raise Refused("copy_what_is_over")
        found = [e for e in self._companion.taken(on, on) if slot is None or e.slot == slot]
        if not found:
            raise Refused("nothing_to_copy", on=on, slot=slot)
        fresh = [
            self._companion.sign(type(e), at=self.moment(target, e.slot), **self._same(e)) for e in found
        ]
        before = self._companion.taken(target, target)
        written = self._companion.diary.append(*fresh)
        twice = [remark for entry in fresh for remark in self._again(entry, before)]
        outside = [remark for entry in found for remark in self._outside(entry)]
        remarks = {str(remark): remark for remark in (*twice[:1], *outside)}
        entries = tuple(entry for entry in written if isinstance(entry, Taken))
        return Logged(entries, target, self.day(), tuple(remarks.values()))

    @staticmethod
    def _same(entry: Taken) -> dict[str, Any]:
        """What an entry says of the thing itself, and not of the one time it was eaten."""
        return entry.model_dump(exclude=set(ENVELOPE) | THAT_TIME)

    def _outside(self, entry: Taken) -> list[Remark]:
        """What is worth saying of it under the plan of now: firmer or thinner than decided."""
        if isinstance(entry, MealEaten):
            return self._companion.meals.outside(entry.meal)
        if isinstance(entry, FoodEaten):
            return self._companion.meals.outside_own(entry.food)
        return self.thinner(drink_level(entry.level)) if isinstance(entry, Drunk) else []

    def _fits(self, entry: Taken, recipes: set[str], own: Container[str]) -> bool:
        """Whether the same may be brought up again; of foods, only some of `own` have a texture."""
        if isinstance(entry, FoodEaten) and entry.food not in own:
            return True
        return entry.meal in recipes if isinstance(entry, MealEaten) else not self._outside(entry)

    def past(self, to: date | None = None, slot: str | None = None) -> tuple[list[Past], list[Past]]:
        """What can be copied to a day: its slot on the days before, newest first; and those days whole."""
        companion = self._companion
        day = to or companion.today_date()
        slot = slot or self.slot(None, companion.clock())
        taken = companion.taken(day - timedelta(days=PAST_DAYS), day - timedelta(days=1))
        days: dict[date, list[Taken]] = {}
        for entry in taken:
            days.setdefault(companion.day_of(entry), []).append(entry)
        whole = [Past(on, None, tuple(days[on])) for on in sorted(days, reverse=True)]
        meals = [Past(p.on, slot, tuple(e for e in p.entries if e.slot == slot)) for p in whole]
        return [meal for meal in meals if meal.entries], whole

    def find(self, id: str) -> Taken:
        """Something eaten or drunk by its id; raises Unknown."""
        entry = self._companion.diary.find(id).entry
        if not isinstance(entry, Taken):
            raise Unknown("unknown_entry", id=id, near=[])
        return entry
