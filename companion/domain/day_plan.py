"""A day's plan of meals: from what is allowed, enough energy first, nothing twice, the biggest early."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from companion.domain.frozen import frozen
from companion.domain.nutrients import NOTHING, Nutrients

if TYPE_CHECKING:
    from companion.domain.entries import MealEaten, Planned
    from companion.domain.limits import DayPlanLimits
    from companion.domain.meals_next import Candidate

Cost = tuple[float, int, float, float]
Items = tuple["Item", ...]


@frozen
class Place:
    """A part of the day to plan for: its name and the one that recipes know, its share of a day's energy.

    `late` belongs to the evening; `held` is the energy planned for it already, `room` for how many more.
    """

    name: str
    standard: str
    share: float
    room: int
    late: bool = False
    held: float = 0.0


@frozen
class Wanted:
    """What a day should reach, and what is eaten or planned of it; `used` are the meals that were.

    `kcal` is a floor. None of the others is known where its target is not. `lately` are meals had on the
    days before.
    """

    kcal: float
    held: Nutrients = NOTHING
    protein: tuple[float, float] | None = None
    fluid_ml: float | None = None
    used: frozenset[str] = frozenset()
    lately: frozenset[str] = frozenset()


@frozen
class Item:
    """A dish for a part of the day, by its place among them."""

    at: int
    candidate: "Candidate"


@frozen
class Chosen:
    """The dishes in the order of the day, what they bring together, and whether the target is reached."""

    items: Items
    total: Nutrients
    reached: bool
    repeated: tuple[str, ...] = ()


def choose(
    candidates: Iterable["Candidate"], places: Sequence[Place], wanted: Wanted, limits: "DayPlanLimits"
) -> Chosen:
    """Dishes for these parts of the day. Where the candidates can reach the target, they do.

    First a dish for each part by its share, then small changes as long as each makes the plan better. If
    that is not enough, the most energy without anything twice; only then the same dish again.
    """
    maker = _Maker(tuple(sorted(candidates, key=lambda one: one.id)), places, wanted, limits)
    if maker.short(()) <= 0:  # more food than the day needs is nobody's plan
        return _chosen((), wanted)
    items = maker.better(maker.first())
    if maker.short(items) > 0:
        items = maker.better(maker.fullest())
    if maker.short(items) > 0 and maker.short(maker.heaviest()) <= 0:
        items = maker.better(maker.heaviest(), repeat=True)
    items = maker.forward(items)
    ordered = sorted(items, key=lambda item: (item.at, -item.candidate.kcal, item.candidate.id))
    return _chosen(tuple(ordered), wanted)


def swapped(
    chosen: Chosen, others: Mapping[str, str], candidates: Mapping[str, "Candidate"], wanted: Wanted
) -> Chosen:
    """The same plan with other meals in place of some, by id, "" for none; and what it reaches then."""
    items = tuple(
        Item(item.at, candidates.get(others.get(item.candidate.id, item.candidate.id), item.candidate))
        for item in chosen.items
        if others.get(item.candidate.id) != ""
    )
    return _chosen(items, wanted)


def _chosen(items: Items, wanted: Wanted) -> Chosen:
    total = sum((item.candidate.per for item in items), wanted.held)
    times = Counter([*wanted.used, *(item.candidate.id for item in items)])
    repeated = tuple(sorted(id for id, count in times.items() if count > 1))
    return Chosen(items, total, round((total.kcal or 0.0) - wanted.kcal, 6) >= 0, repeated)


def pending(planned: Sequence["Planned"], eaten: Sequence["MealEaten"]) -> list["Planned"]:
    """What was planned for a day and is not eaten yet: a dish eaten later takes the place of one planned.

    The one planned for the same part of the day goes first.
    """
    left = list(planned)
    for one in eaten:
        same = [p for p in left if p.meal == one.meal and p.recorded <= one.recorded]
        if same:
            left.remove(min(same, key=lambda p: (p.slot != one.slot, p.id)))
    return left


class _Maker:
    """Makes one plan. Every step is a comparison of costs, so that the same question has one answer."""

    def __init__(
        self,
        candidates: tuple["Candidate", ...],
        places: Sequence[Place],
        wanted: Wanted,
        limits: "DayPlanLimits",
    ) -> None:
        self.places, self.wanted, self.limits = places, wanted, limits
        known = [one for one in candidates if one.kcal > 0]
        self.fitting = [[c for c in known if p.standard in c.offer.meal.slots] for p in places]

    def short(self, items: Items) -> float:
        """The energy still missing, never below 0."""
        have = (self.wanted.held.kcal or 0.0) + sum(item.candidate.kcal for item in items)
        return max(round(self.wanted.kcal - have, 6), 0.0)

    def cost(self, items: Items) -> Cost:
        """What is wrong with a plan, the worst first: energy missing, twice the same, protein, the rest."""
        count = Counter(item.candidate.id for item in items)
        twice = sum(n - 1 + (id in self.wanted.used) for id, n in count.items())
        return self.short(items), twice, self._protein(items), round(self._rest(items), 9)

    def _protein(self, items: Items) -> float:
        """Grams outside the range."""
        if self.wanted.protein is None:
            return 0.0
        low, high = self.wanted.protein
        have = sum((i.candidate.per.protein_g or 0 for i in items), self.wanted.held.protein_g or 0.0)
        return round(max(low - have, have - high, 0.0), 3)

    def _rest(self, items: Items) -> float:
        wanted, limits, target = self.wanted, self.limits, max(self.wanted.kcal, 1.0)
        by_place = [place.held for place in self.places]
        for item in items:
            by_place[item.at] += item.candidate.kcal
        over = max((wanted.held.kcal or 0.0) + sum(i.candidate.kcal for i in items) - target, 0.0) / target
        spread = sum(
            abs(held / target - place.share) for held, place in zip(by_place, self.places, strict=True)
        )
        early = max((i.candidate.kcal for i in items if not self.places[i.at].late), default=0.0)
        late = max((i.candidate.kcal for i in items if self.places[i.at].late), default=0.0)
        dry = 0.0
        if wanted.fluid_ml:
            drunk = sum((i.candidate.per.fluid_ml or 0 for i in items), wanted.held.fluid_ml or 0.0)
            dry = max(wanted.fluid_ml - drunk, 0.0) / wanted.fluid_ml
        return (
            limits.over * over
            + limits.fluid * dry
            + limits.spread * spread
            + limits.late * max(late - early, 0.0) / target
            + limits.main * self._bare(items)
            + limits.step * sum(item.candidate.offer.steps for item in items)
            + limits.lately * sum(item.candidate.id in wanted.lately for item in items)
        )

    def _bare(self, items: Items) -> int:
        """How many main parts of the day have no proper dish."""
        proper = {item.at for item in items if item.candidate.proper}
        return sum(
            place.share >= self.limits.main_share and not place.held and at not in proper
            for at, place in enumerate(self.places)
        )

    def first(self) -> Items:
        """A dish for each part of the day, the biggest parts first, until the target is reached."""
        items: Items = ()
        order = sorted(range(len(self.places)), key=lambda at: (-self.places[at].share, at))
        for at in order:
            free = [c for c in self.fitting[at] if c.id not in self._taken(items)]
            if self.places[at].share >= self.limits.main_share:
                free = [c for c in free if c.proper] or free
            if free and self.places[at].room > 0 and self.short(items) > 0:
                want = self.places[at].share * self.wanted.kcal
                items += (Item(at, min(free, key=lambda c: (abs(c.kcal - want), c.id))),)
        return items

    def better(self, items: Items, *, repeat: bool = False) -> Items:
        """The plan after small changes, as long as each makes it better and there are not too many."""
        best = self.cost(items)
        for _ in range(self.limits.rounds):
            cost, changed = min(
                ((self.cost(other), other) for other in self._near(items, repeat=repeat)),
                key=lambda pair: (pair[0], _named(pair[1])),
                default=(best, items),
            )
            if cost >= best:
                break
            best, items = cost, changed
        return items

    def _near(self, items: Items, *, repeat: bool) -> Iterator[Items]:
        """Every plan one change away: a dish less, another in its place, one more."""
        taken = set() if repeat else self._taken(items)
        for n, item in enumerate(items):
            rest = items[:n] + items[n + 1 :]
            yield rest
            yield from ((*rest, Item(item.at, c)) for c in self.fitting[item.at] if c.id not in taken)
        filled = Counter(item.at for item in items)
        for at, place in enumerate(self.places):
            if filled[at] < place.room:
                yield from ((*items, Item(at, c)) for c in self.fitting[at] if c.id not in taken)

    def fullest(self) -> Items:
        """The most energy without anything twice: the heaviest first, others making room where they can."""
        seats: dict[tuple[int, int], Candidate] = {}
        pool = {c.id: c for fitting in self.fitting for c in fitting if c.id not in self.wanted.used}
        for one in sorted(pool.values(), key=lambda c: (-c.kcal, c.id)):
            self._seat(one, seats, set())
        return tuple(Item(at, one) for (at, _), one in sorted(seats.items(), key=lambda seat: seat[0]))

    def _seat(
        self, one: "Candidate", seats: dict[tuple[int, int], "Candidate"], asked: set[tuple[int, int]]
    ) -> bool:
        """Find a seat for a dish, moving others on where needed; whether there was one."""
        for at, place in enumerate(self.places):
            if place.standard not in one.offer.meal.slots:
                continue
            for seat in ((at, n) for n in range(place.room)):
                if seat in asked:
                    continue
                asked.add(seat)
                if seat not in seats or self._seat(seats[seat], seats, asked):
                    seats[seat] = one
                    return True
        return False

    def heaviest(self) -> Items:
        """The most energy there can be: the heaviest dish of each part of the day, as often as it holds."""
        return tuple(
            Item(at, max(self.fitting[at], key=lambda c: (c.kcal, c.id)))
            for at, place in enumerate(self.places)
            for _ in range(place.room if self.fitting[at] else 0)
        )

    def forward(self, items: Items) -> Items:
        """Bigger dishes of the evening change places with smaller ones before it, where both may."""
        changed = list(items)
        for n, late in enumerate(changed):
            for m, early in enumerate(changed):
                here, there = changed[n], changed[m]
                if not self.places[late.at].late or self.places[early.at].late:
                    continue
                if here.candidate.kcal > there.candidate.kcal and self._may_swap(here, there):
                    changed[n], changed[m] = Item(here.at, there.candidate), Item(there.at, here.candidate)
        return tuple(changed)

    def _may_swap(self, one: Item, other: Item) -> bool:
        return one.candidate in self.fitting[other.at] and other.candidate in self.fitting[one.at]

    def _taken(self, items: Items) -> set[str]:
        return {*self.wanted.used, *(item.candidate.id for item in items)}


def _named(items: Items) -> list[tuple[int, str]]:
    """What tells plans of the same cost apart."""
    return sorted((item.at, item.candidate.id) for item in items)
