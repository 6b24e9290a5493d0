"""The meals planned for today and tomorrow: a proposal that reaches the target, and what stands of it."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from companion.domain.day_plan import Chosen, Place, Wanted, choose, pending, swapped
from companion.domain.entries import MealEaten, Planned
from companion.domain.frozen import frozen
from companion.domain.intake import to_come
from companion.domain.limits import DayPlanLimits, NextLimits
from companion.domain.nutrients import NOTHING, Nutrients
from companion.domain.textures import softness
from companion.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from companion.domain.energy import EnergyTarget
    from companion.domain.meals import Meal
    from companion.domain.meals_next import Candidate, Need, Why
    from companion.services.companion import Companion
    from companion.services.energy import Targets

Misfit = Literal["food", "drink", "not_wanted", "gone"]


@frozen
class PlannedDish:
    """A planned dish that is not eaten yet; `misfit` is what it no longer goes with, `level` which level."""

    entry: Planned
    misfit: Misfit | None = None
    level: str = ""


@frozen
class PlannedItem:
    """A dish of a proposal: the part of the day, the meal, and why in codes."""

    slot: str
    candidate: "Candidate"
    why: tuple["Why", ...]


@frozen
class Proposal:
    """Dishes for the rest of a day; `kept` were planned before. With the sums that they reach together."""

    on: date
    items: tuple[PlannedItem, ...]
    kept: tuple[PlannedDish, ...]
    chosen: Chosen
    targets: "Targets"
    eaten_kcal: float


@frozen
class Accepted:
    """Dishes were planned for a day, all in one go."""

    on: date
    entries: tuple[Planned, ...]


class DayPlan:
    """Plans from what is allowed, never anything else; what is planned is eaten or taken out."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def pending(self, on: date | None = None) -> list[Planned]:
        """What is planned for a day, today by default, and not eaten yet, in the order of the day."""
        companion = self._companion
        day, slots = on or companion.today_date(), list(companion.settings.slots)
        near = timedelta(days=2)  # a day is planned on it or the day before; nights end after midnight
        found = companion.diary.of(Planned, since=day - near, until=day + near)
        planned = [one for one in found if one.on == day]
        if not planned:
            return []
        eaten = [e for e in companion.taken(day, day) if isinstance(e, MealEaten)]
        place = {slot: n for n, slot in enumerate(slots)}
        return sorted(pending(planned, eaten), key=lambda p: (place.get(p.slot, len(slots)), p.id))

    def planned(self, on: date | None = None) -> tuple[PlannedDish, ...]:
        """The same, each with whether it still goes with the plan and with what the person eats."""
        return tuple(self._dish(entry) for entry in self.pending(on))

    def propose(self, on: date | None = None, *, swap: dict[str, str] | None = None) -> Proposal:
        """Dishes so that eaten and planned reach the energy target of a day, today or tomorrow.

        `swap` puts other meals in place of some, by id. Raises Refused where no target is known or the day
        is neither, Malformed where no level was decided.
        """
        from companion.domain.meals_next import why

        companion = self._companion
        day = self._day(on)
        targets = companion.energy.targets()
        target = self._target(targets.energy)
        kept = self.planned(day)
        held = sum((dish.entry.nutrients for dish in kept), self._eaten(day))
        places = self._places(day, kept)
        candidates = companion.meals_next.candidates()
        used = {dish.entry.meal for dish in kept} | self._meals_of(day)
        protein = targets.protein
        wanted = Wanted(
            kcal=target,
            held=held,
            protein=(protein.low_g, protein.high_g) if protein else None,
            fluid_ml=targets.fluid.ml if targets.fluid else None,
            used=frozenset(used),
            lately=companion.meals_next.lately(before=day),
        )
        chosen = choose(candidates, places, wanted, companion.limits(DayPlanLimits, "day_plan"))
        if swap:
            chosen = swapped(chosen, swap, {c.id: c for c in candidates}, wanted)
        need, limits = self._need(day), companion.limits(NextLimits, "next")
        items = tuple(
            PlannedItem(places[item.at].name, item.candidate, why(item.candidate, need, limits))
            for item in chosen.items
        )
        return Proposal(day, items, kept, chosen, targets, self._eaten(day).kcal or 0.0)

    def instead(self, proposal: Proposal, item: PlannedItem, n: int = 8) -> list["Candidate"]:
        """What else the same part of the day could hold, the nearest in energy first."""
        used = {one.candidate.id for one in proposal.items} | {d.entry.meal for d in proposal.kept}
        others = self._companion.meals_next.candidates(item.slot)
        free = [one for one in others if one.id not in used and one.kcal > 0]
        return sorted(free, key=lambda one: (abs(one.kcal - item.candidate.kcal), one.id))[:n]

    def accept(self, proposal: Proposal) -> Accepted:
        """Write a proposal down as planned; one undo takes all of it back."""
        self._companion.actor.require("log")
        return self._write(proposal.on, [(item.slot, item.candidate.offer.meal) for item in proposal.items])

    def plan(self, meal: str, *, slot: str | None = None, on: date | None = None) -> Accepted:
        """Plan one meal for a part of a day; raises Refused for a meal that is not allowed."""
        companion = self._companion
        companion.actor.require("log")
        found = companion.meals.find(meal)
        if found.id not in {offer.meal.id for offer in companion.meals.allowed()}:
            raise Refused("plan_not_allowed", name=found.name)
        slot = companion.intake.slot(slot, companion.clock())
        return self._write(self._day(on), [(slot, found)])

    def _write(self, on: date, dishes: "Sequence[tuple[str, Meal]]") -> Accepted:
        companion = self._companion
        companion.actor.require("log")
        if not dishes:
            raise Refused("nothing_to_plan")
        signed = [
            companion.sign(
                Planned,
                on=on,
                slot=slot,
                meal=meal.id,
                name=meal.name,
                **asdict(companion.meals.nutrients(meal)),
            )
            for slot, meal in dishes
        ]
        written = companion.write(*signed)
        return Accepted(on, tuple(entry for entry in written if isinstance(entry, Planned)))

    def _day(self, on: date | None) -> date:
        """Today or tomorrow; nothing is planned further ahead, and nothing for a day that is over."""
        today = self._companion.today_date()
        if on is not None and not today <= on <= today + timedelta(days=1):
            raise Refused("plan_which_day", on=on)
        return on or today

    @staticmethod
    def _target(energy: "EnergyTarget") -> float:
        if energy.kcal is None:
            raise Refused("plan_needs_target", note=energy.note)
        return energy.kcal

    def _places(self, day: date, kept: "Iterable[PlannedDish]") -> list[Place]:
        """The parts of the day that are still to come, with the room that is left in them."""
        companion = self._companion
        slots, next_ = list(companion.settings.slots), companion.meals_next
        if day == companion.today_date():
            now = companion.intake.slot(None, companion.clock())
            slots = to_come(companion.intake.day().day, slots, now)
        limits, shares = companion.limits(DayPlanLimits, "day_plan"), next_.shares()
        held = {slot: [d.entry.kcal or 0.0 for d in kept if d.entry.slot == slot] for slot in slots}
        return [
            Place(
                name=slot,
                standard=companion.meals.standard(slot),
                share=shares[slot],
                room=max(limits.per_slot - len(held[slot]), 0),
                late=next_.late(slot),
                held=sum(held[slot]),
            )
            for slot in slots
        ]

    def _need(self, day: date) -> "Need":
        """What speaks for a dish: of today all that is known, of tomorrow only the dish itself."""
        companion = self._companion
        if day != companion.today_date():
            from companion.domain.meals_next import Need

            return Need()
        return companion.meals_next.need(companion.intake.slot(None, companion.clock()))

    def _eaten(self, day: date) -> Nutrients:
        today = self._companion.today_date()
        return self._companion.intake.day().day.total if day == today else NOTHING

    def _meals_of(self, day: date) -> set[str]:
        return {e.meal for e in self._companion.taken(day, day) if isinstance(e, MealEaten)}

    def _dish(self, entry: Planned) -> PlannedDish:
        """Whether it still fits, and if not, what stands against it."""
        meals, levels = self._companion.meals, self._companion.meals.levels()
        meal = meals.known().get(entry.meal)
        if meal is None:
            return PlannedDish(entry, "gone")
        from companion.domain.meals import allowed

        if allowed([meal], levels.food, levels.drink, thicker_ok=levels.thicker_ok):
            return PlannedDish(entry, "not_wanted" if meals.against(meal) else None)
        if meal.kind == "food" and levels.food is not None:
            soft = any(softness(levels.food, level) >= 0 for level in meal.iddsi)
            if soft:  # a dish that pours is too thin to drink
                return PlannedDish(entry, "drink", levels.drink or "")
        level = levels.food if meal.kind == "food" else levels.drink
        return PlannedDish(entry, "food" if meal.kind == "food" else "drink", level or "")
