"""What was eaten before, once more: the usual things, one of them again, a past meal or day."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from companion.domain.entries import ENVELOPE, Drunk, FoodEaten, MealEaten, Taken
from companion.domain.frozen import frozen
from companion.domain.intake_usual import Usual, usual
from companion.domain.textures import drink_level
from companion.errors import Refused, Unknown
from companion.services.intake import Intake, Logged
from companion.services.intake_twins import KEPT, Beside

if TYPE_CHECKING:
    from companion.services.intake_fits import Fitting
    from companion.services.remarks import Remark

USUAL_DAYS = 28  # how far back a look for what is eaten often goes
LONG_AGO_DAYS = 366  # and where nothing was written down lately
PAST_DAYS = 7
THAT_TIME = {"minutes", "coughs", "helped"}  # what belongs to one meal, and not to the same again


@frozen
class Past:
    """A past day, or one slot of it, that can be written down again.

    `fits`: all of it may be brought up under the plan of now.
    """

    on: date
    slot: str | None
    entries: tuple[Taken, ...]
    fits: bool = True

    @property
    def kcal(self) -> float | None:
        """What it held; None where nothing of it is known."""
        known = [entry.nutrients.kcal for entry in self.entries if entry.nutrients.kcal is not None]
        return sum(known) if known else None


class IntakeAgain(Intake):
    """Intake, and the same again."""

    def usual(self, slot: str, limit: int = 20) -> tuple[Usual, ...]:
        """What is eaten and drunk often and lately, most of all at this slot.

        Nothing is brought up again that the plan of now does not allow or that the person does not eat.
        """
        companion, fits = self._companion, self._fitting()
        today = companion.today_date()
        taken = companion.taken(today - timedelta(days=USUAL_DAYS), today)
        taken = taken or companion.taken(today - timedelta(days=LONG_AGO_DAYS), today)
        return tuple(usual(filter(fits, taken), slot, today, companion.settings.day_start))[:limit]

    def again(
        self,
        id: str,
        *,
        amount: float | None = None,
        slot: str | None = None,
        at: datetime | None = None,
        beside: Beside = KEPT,
    ) -> Logged:
        """Write the same thing again; `amount` is another share, grams, servings, mL or kcal."""
        self._companion.actor.require("log")
        entry = self.find(id)
        facts = self._same(entry)
        if amount is not None:
            facts[self.amount_key(entry)] = self._companion.within(self.amount_key(entry), amount)
        about = at or self._companion.clock()
        facts["slot"] = slot or self.slot(None, about)
        logged = self.write(type(entry), at=at, note=None, beside=beside, **facts)
        return replace(logged, remarks=(*logged.remarks, *self._outside(entry)))

    def copy(
        self, on: date, *, slot: str | None = None, to: date | None = None, beside: Beside = KEPT
    ) -> Logged:
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
        logged = self._put(fresh, target, beside)
        outside = [remark for entry in found for remark in self._outside(entry)]
        remarks = {str(remark): remark for remark in (*logged.remarks, *outside)}
        return replace(logged, remarks=tuple(remarks.values()))

    @staticmethod
    def _same(entry: Taken) -> dict[str, Any]:
        """What an entry says of the thing itself, and not of the one time it was eaten."""
        return entry.model_dump(exclude=set(ENVELOPE) | THAT_TIME)

    def _outside(self, entry: Taken) -> list["Remark"]:
        """What is worth saying of it under the plan of now: firmer or thinner than decided."""
        if isinstance(entry, MealEaten):
            return self._companion.meals.outside(entry.meal)
        if isinstance(entry, FoodEaten):
            return self._companion.meals.outside_own(entry.food)
        return self.thinner(drink_level(entry.level)) if isinstance(entry, Drunk) else []

    def _fitting(self) -> "Fitting":
        from companion.services.intake_fits import Fitting

        return Fitting(self._companion)

    def past(self, to: date | None = None, slot: str | None = None) -> tuple[list[Past], list[Past]]:
        """What can be copied to a day: its slot on the days before, newest first; and those days whole."""
        companion, fits = self._companion, self._fitting()
        day = to or companion.today_date()
        slot = slot or self.slot(None, companion.clock())
        taken = companion.taken(day - timedelta(days=PAST_DAYS), day - timedelta(days=1))
        days: dict[date, list[Taken]] = {}
        for entry in taken:
            days.setdefault(companion.day_of(entry), []).append(entry)

        def past(on: date, slot: str | None) -> Past:
            found = tuple(entry for entry in days[on] if slot in (None, entry.slot))
            return Past(on, slot, found, all(map(fits, found)))

        newest = sorted(days, reverse=True)
        meals = [past(on, slot) for on in newest]
        return [meal for meal in meals if meal.entries], [past(on, None) for on in newest]

    def find(self, id: str) -> Taken:
        """Something eaten or drunk by its id; raises Unknown."""
        entry = self._companion.diary.find(id).entry
        if not isinstance(entry, Taken):
            raise Unknown("unknown_entry", id=id, near=[])
        return entry
