"""The course of the weight, and entries that look like a slip of the finger."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.domain.limits import WeightLimits

Unit = Literal["kg", "lb", "st"]
Level = Literal["none", "note", "gain", "amber", "red"]
GRAVER: tuple[Level, ...] = ("none", "note", "gain", "amber", "red")
DAYS_A_MONTH = 30
KG_PER: dict[str, float] = {
    "kg": 1.0,
    "lb": 0.45359237,
    "st": 6.35029318,
}  # international pound, 14 to a stone


class Weighing(NamedTuple):
    """A weight in kilograms and its day."""

    date: date
    kg: float


@frozen
class WeightReason:
    """What led to a level: "percent", "bmi", "bmi_fall" (a month), "month" (percent), or "gain" (kg)."""

    code: Literal["percent", "bmi", "bmi_fall", "month", "gain"]
    level: Level
    value: float
    limit: float
    since: date | None = None
    days: int = 0  # over which the limit looks


@frozen
class WeightState:
    """The newest weight against the reference. `change_percent` is below 0 for a loss."""

    kg: float
    on: date
    bmi: float | None
    change_percent: float | None
    level: Level
    reasons: tuple[WeightReason, ...]


class Mark(NamedTuple):
    """A weight that means something: the reference (0 percent below), or so many percent below it."""

    percent_below: float
    kg: float


@frozen
class Slip:
    """Why a weight looks mistyped, and what was probably meant."""

    code: Literal["decimal_lost", "tenfold", "pounds", "jump", "unusual", "out_of_range"]
    kg: float
    likely_kg: float | None = None
    last_kg: float | None = None


def to_kg(value: float, unit: Unit) -> float:
    """Convert to kilograms."""
    return value * KG_PER[unit]


def from_kg(kg: float, unit: Unit) -> float:
    """Convert from kilograms."""
    return kg / KG_PER[unit]


def bmi(kg: float, height_cm: float) -> float:
    """Work out the body mass index, kg/m²."""
    return kg / (height_cm / 100) ** 2


def marks(reference_kg: float | None, limits: "WeightLimits") -> tuple[Mark, ...]:
    """The reference, and the weights at which a loss becomes amber and red; nothing without a reference."""
    if reference_kg is None:
        return ()
    below = (0.0, limits.amber_percent, limits.red_percent)
    return tuple(Mark(percent, reference_kg * (1 - percent / 100)) for percent in below)


def _clean(value: float) -> float:
    """Take off what binary fractions add, so that exactly 5 percent is 5 percent."""
    return round(value, 6)


def course(
    weights: Sequence[Weighing],
    reference_kg: float | None,
    height_cm: float | None,
    today: date,
    limits: "WeightLimits",
) -> WeightState | None:
    """Judge the newest weight up to today; None without one. The gravest reason gives the level."""
    known = _newest_of_days(w for w in weights if w.date <= today)
    if not known:
        return None
    last = known[-1]
    change = _clean((last.kg - reference_kg) / reference_kg * 100) if reference_kg else None
    index = bmi(last.kg, height_cm) if height_cm else None
    found = (
        _lost(change, limits),
        _thin(index, limits),
        _thinning(known, height_cm, limits),
        _gained(known, limits),
        _month(known, limits),
    )
    reasons = tuple(reason for reason in found if reason)
    levels = [reason.level for reason in reasons]
    return WeightState(
        last.kg, last.date, index, change, max(levels, key=GRAVER.index, default="none"), reasons
    )


def _newest_of_days(weights: Iterable[Weighing]) -> list[Weighing]:
    """The weight of each day, by day: the last given, so that loss and gain never tell of different ones."""
    return [Weighing(day, kg) for day, kg in sorted(dict(weights).items())]


def _lost(change: float | None, limits: "WeightLimits") -> WeightReason | None:
    if change is None or -change < limits.amber_percent:
        return None
    if -change >= limits.red_percent:
        return WeightReason("percent", "red", -change, limits.red_percent)
    return WeightReason("percent", "amber", -change, limits.amber_percent)


def _thin(index: float | None, limits: "WeightLimits") -> WeightReason | None:
    if index is None or _clean(index) >= limits.amber_bmi:
        return None
    if _clean(index) < limits.red_bmi:
        return WeightReason("bmi", "red", index, limits.red_bmi)
    return WeightReason("bmi", "amber", index, limits.amber_bmi)


def _thinning(
    known: Sequence[Weighing], height_cm: float | None, limits: "WeightLimits"
) -> WeightReason | None:
    """Look for a BMI that falls month by month, over `amber_bmi_days` at least: less is mostly noise."""
    last = known[-1]
    earlier = [w for w in known if (last.date - w.date).days >= limits.amber_bmi_days]
    if height_cm is None or not earlier:
        return None
    then = earlier[-1]
    fall = bmi(then.kg, height_cm) - bmi(last.kg, height_cm)
    monthly = _clean(fall * DAYS_A_MONTH / (last.date - then.date).days)
    if monthly < limits.amber_bmi_fall:
        return None
    return WeightReason("bmi_fall", "amber", monthly, limits.amber_bmi_fall, then.date, limits.amber_bmi_days)


def _gained(known: Sequence[Weighing], limits: "WeightLimits") -> WeightReason | None:
    low = min(_within(known, limits.gain_days), key=lambda weighing: weighing.kg)
    gain = _clean(known[-1].kg - low.kg)
    if gain < limits.gain_kg:
        return None
    return WeightReason("gain", "gain", gain, limits.gain_kg, low.date, limits.gain_days)


def _month(known: Sequence[Weighing], limits: "WeightLimits") -> WeightReason | None:
    high = max(_within(known, limits.note_days), key=lambda weighing: weighing.kg)
    percent = _clean((high.kg - known[-1].kg) / high.kg * 100)
    if percent < limits.note_percent:
        return None
    marks: tuple[tuple[Level, float], ...] = (
        ("red", limits.red_percent),
        ("amber", limits.amber_percent),
        ("note", limits.note_percent),
    )
    level, limit = next((level, mark) for level, mark in marks if percent >= mark)
    return WeightReason("month", level, percent, limit, high.date, limits.note_days)


def _within(known: Sequence[Weighing], days: int) -> list[Weighing]:
    since = known[-1].date - timedelta(days=days)
    return [weighing for weighing in known if weighing.date >= since]


def slip(
    kg: float,
    on: date,
    earlier: Sequence[Weighing],
    limits: "WeightLimits",
    height_cm: float | None = None,
) -> Slip | None:
    """Find a likely slip: a lost decimal, ten times too little, pounds, or a jump within `slip_days`.

    The first weight has none to stand beside: it is only unusual, by itself or for the height.
    """
    known = sorted((w for w in earlier if w.date <= on), key=lambda w: w.date)
    last = known[-1] if known else None
    possible = limits.low_kg <= kg <= limits.high_kg
    if possible and last is None:
        return None if _usual(kg, height_cm, limits) else Slip("unusual", kg)
    recent = last is not None and (on - last.date).days <= limits.slip_days
    if possible and not (last and recent and not _close(kg, last.kg, limits)):
        return None
    last_kg = last.kg if last else None
    meanings: tuple[tuple[Literal["decimal_lost", "tenfold", "pounds"], float], ...] = (
        ("decimal_lost", kg / 10),
        ("decimal_lost", kg / 100),
        ("tenfold", kg * 10),
        ("pounds", kg * KG_PER["lb"]),
    )
    for code, meant in meanings:
        near = _close(meant, last.kg, limits) if last else limits.low_kg <= meant <= limits.high_kg
        if near:
            return Slip(code, kg, round(meant, 2), last_kg)
    return Slip("jump" if possible else "out_of_range", kg, None, last_kg)


def _usual(kg: float, height_cm: float | None, limits: "WeightLimits") -> bool:
    if not limits.usual_low_kg <= kg <= limits.usual_high_kg:
        return False
    return height_cm is None or limits.usual_low_bmi <= bmi(kg, height_cm) <= limits.usual_high_bmi


def _close(kg: float, to: float, limits: "WeightLimits") -> bool:
    return _clean(abs(kg - to) / to * 100) <= limits.slip_percent
