"""What a day's food and drink add up to, and whether protein was spared: that day, and over a week."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import floor
from typing import TYPE_CHECKING, Literal

from companion.domain.entries import Drunk, Taken, TubeFed
from companion.domain.frozen import frozen
from companion.domain.nutrients import NAMES, Nutrients, Sum

if TYPE_CHECKING:
    from companion.domain.energy import ProteinTarget
    from companion.domain.limits import ProteinLimits

HALF = 0.5  # halves go up, as people round
NONE = Nutrients(0, 0, 0, 0, 0)
Advice = Literal["add_carb_or_fat", "add_protein", "above_range"]


@frozen
class Day:
    """A day's entries in order, their sum, the sums by slot, how many are of unknown energy and protein.

    `over`: a day that is past. Without entries, nothing is known of it. `unknown_fluid` counts drinks and
    feeds alone: of other entries the fluid is a small part.
    """

    date: date
    entries: tuple[Taken, ...]
    total: Nutrients
    by_slot: dict[str, Nutrients]
    unknown_kcal: int
    unknown_protein: int
    over: bool = False
    unknown_fluid: int = 0

    @property
    def taken(self) -> Nutrients:
        """The sum; zero on a day that runs and has no entry yet. None is left for what is not known."""
        return self.total if self.entries or self.over else NONE

    @property
    def protein_g(self) -> float | None:
        """The protein to judge a day by: not known as long as that of one entry is not."""
        return None if self.unknown_protein else self.total.protein_g


@frozen
class Spared:
    """Whether protein was spared (None: not known), non-protein kcal per gram of nitrogen, and advice.

    `fuelled`: enough carbohydrate and fat came with the protein, however much of the day is still to come.
    """

    ok: bool | None
    ratio: float | None = None
    advice: Advice | None = None
    fuelled: bool | None = None


@frozen
class Week:
    """Whether protein was spared over the days from `first` to `last`, both included.

    `known` days are whole enough to judge, `good` of them spared it. The verdict is that of their mean.
    """

    first: date
    last: date
    known: int
    good: int
    verdict: Spared
    kcal: float | None = None
    protein_g: float | None = None


def sum_day(on: date, entries: Sequence[Taken], *, over: bool = False) -> Day:
    """Add up one day, `over` where it is past. Whatever is unknown adds nothing and is counted."""
    total, slots, kcal, protein = Sum(), defaultdict[str, Sum](Sum), 0, 0
    for entry in entries:
        factor, figures = entry.factor, [getattr(entry, name) for name in NAMES]
        amounts = [None if figure is None else figure * factor for figure in figures]
        total.add(amounts)
        slots[entry.slot].add(amounts)
        kcal, protein = kcal + (entry.kcal is None), protein + (entry.protein_g is None)
    fluid = sum(entry.fluid_ml is None and isinstance(entry, Drunk | TubeFed) for entry in entries)
    by_slot = {slot: summed.nutrients for slot, summed in slots.items()}
    return Day(on, tuple(entries), total.nutrients, by_slot, kcal, protein, over, fluid)


def in_slots(day: Day, slots: Sequence[str]) -> dict[str, list[Taken]]:
    """Name the entries of each slot, in the order of the slots; those no longer among them come last."""
    found: dict[str, list[Taken]] = {slot: [] for slot in slots}
    for entry in day.entries:
        found.setdefault(entry.slot, []).append(entry)
    return found


def to_come(day: Day, slots: Sequence[str], now: str) -> list[str]:
    """Name the slots from the one of now on that have nothing yet."""
    return [slot for slot in slots[slots.index(now) :] if slot not in day.by_slot]


def left(target: float, taken: float) -> int:
    """What is still to go, in whole figures: the two are read beside it, so it has to add up with them."""
    return floor(target + HALF) - floor(taken + HALF)


def by_day(
    entries: Iterable[Taken], starts_at_hour: int, today: date, known: dict[date, Day] | None = None
) -> dict[date, Day]:
    """Add up every day that has an entry; a day begins at this hour, and those before today are over.

    `known` keeps the days that were added up before.
    """
    days: dict[date, list[Taken]] = {}
    for entry in entries:
        days.setdefault(entry.day(starts_at_hour), []).append(entry)
    summed = {} if known is None else known
    for on in days.keys() - summed.keys():
        summed[on] = sum_day(on, days[on], over=on < today)
    return {on: summed[on] for on in sorted(days)}


def nitrogen_ratio(kcal: float, protein_g: float, limits: "ProteinLimits") -> float | None:
    """Work out non-protein kcal per gram of nitrogen; None without protein."""
    if protein_g <= 0:
        return None
    return (kcal - limits.kcal_per_g * protein_g) / (protein_g / limits.g_per_g_nitrogen)


def spared(
    kcal: float | None,
    protein_g: float | None,
    target_kcal: float | None,
    protein: "ProteinTarget | None",
    limits: "ProteinLimits",
) -> Spared:
    """Judge a day. What is missing is energy before protein; nobody is told to eat less protein."""
    if kcal is None or protein_g is None:
        return Spared(None)
    ratio = nitrogen_ratio(kcal, protein_g, limits)
    if target_kcal is None or protein is None:
        return Spared(None, ratio)
    enough = round(kcal - limits.spared_energy_share * target_kcal, 6) >= 0
    fuelled = ratio is None or round(ratio, 6) >= limits.spared_ratio
    if not enough or not fuelled:
        return Spared(False, ratio, "add_carb_or_fat", fuelled)
    if round(protein_g - protein.low_g, 6) < 0:
        return Spared(False, ratio, "add_protein", fuelled)
    if round(protein_g - protein.high_g, 6) > 0:
        return Spared(False, ratio, "above_range", fuelled)
    return Spared(True, ratio, None, fuelled)


def early(day: Day, target_kcal: float | None, limits: "ProteinLimits", *, last: bool) -> bool:
    """Whether a day that runs is too young to judge: its last part has not begun, and little is eaten.

    `last`: the last part of the day has begun.
    """
    if last or target_kcal is None:
        return False
    return round((day.total.kcal or 0) - limits.judge_share * target_kcal, 6) < 0


def whole(day: Day, limits: "ProteinLimits") -> bool:
    """Whether a day is complete enough to judge: over, nothing unknown, several parts of it written down.

    A feed through a tube, often one for a whole day or night, makes a day whole by itself.
    """
    known = not day.unknown_kcal and not day.unknown_protein
    fed = any(isinstance(entry, TubeFed) for entry in day.entries)
    return day.over and known and (fed or len(day.by_slot) >= limits.complete_slots)


def week(
    days: Iterable[Day],
    today: date,
    target_kcal: float | None,
    protein: "ProteinTarget | None",
    limits: "ProteinLimits",
) -> Week:
    """Judge the days before today by their mean; not known with fewer whole days than `week_least`."""
    first, last = today - timedelta(days=limits.week_days), today - timedelta(days=1)
    judged = [day for day in days if first <= day.date <= last and whole(day, limits)]
    sums = [(day.total.kcal or 0, day.total.protein_g or 0) for day in judged]
    good = sum(spared(*taken, target_kcal, protein, limits).ok is True for taken in sums)
    if len(judged) < limits.week_least:
        return Week(first, last, len(judged), good, Spared(None))
    kcal, grams = (sum(column) / len(sums) for column in zip(*sums, strict=True))
    return Week(
        first, last, len(judged), good, spared(kcal, grams, target_kcal, protein, limits), kcal, grams
    )
