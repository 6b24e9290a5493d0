"""The rows of a report's tables: a line a day, or a line a week where it is long."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from companion.domain.entries import MealEaten
from companion.wording import numbers, reports, trends_sessions

if TYPE_CHECKING:
    from companion.domain.intake import Day
    from companion.services.fatigue_past import RatedDay
    from companion.services.reports import Report
    from companion.services.sessions_past import SessionPast

Row = tuple[str, ...]
T = TypeVar("T")
WEEK = 7
INTAKE = ("Day", "Energy (kcal)", "Protein (g)", "Fluid (mL)", "At least (kcal)", "Entries")
INTAKE_WEEKS = ("Week of", *INTAKE[1:5], "Days with an entry")
MEALS_WEEKS = ("Week of", "Mean (minutes)", "Longest (minutes)", "Coughing in", "Helped")
SESSIONS = ("Day", "Session", "Exercises done", "Outcome", "Before", "During", "After", "Next morning")
SESSIONS_WEEKS = ("Week of", "Sessions", "Shortened", "Rests", "Before", "During", "After", "Next morning")
RATINGS = ("Day", "Tiredness (of 10)", "Watch", "Said by")
RATINGS_WEEKS = ("Week of", "Mean (of 10)", "Lowest", "Highest", "Days with a rating")
A_YEAR = 53  # weeks; a report over more has a weight a month
WEIGHTS = ("Day", "Weight (kg)", "Against the reference")
BECAME = {"finished": "finished", "stopped": "ended early", "rested": "rest by choice", "left": "broken off"}


def intake(report: "Report") -> tuple[Row, ...]:
    """Energy, protein and fluid, the target of the day, how many entries; the newest last."""
    found = {day.date: day for day in report.span.eaten_days}
    if reports.long(report):
        return tuple(
            _intake_week(report, first, [d for d in days if d.over])
            for first, days in weeks(report, found.values(), lambda day: day.date)
        )
    return tuple(_intake_day(report, on, found.get(on)) for on in _days(report))


def _intake_day(report: "Report", on: date, day: "Day | None") -> Row:
    floor = report.span.energy.floors.get(on)
    asked = numbers.whole(floor) if floor is not None else ""
    if day is None:
        none = reports.NO_ENTRY if on < report.last else reports.NONE_SO_FAR
        return reports.on(report, on), none, "", "", asked, ""
    name = reports.on(report, on) + ("" if day.over else f", {reports.STILL_RUNS}")
    total = day.total
    return (
        name,
        _sum(total.kcal, day.unknown_kcal),
        _sum(total.protein_g, day.unknown_protein),
        _sum(total.fluid_ml, day.unknown_fluid),
        asked,
        _entries(report, day),
    )


def _entries(report: "Report", day: "Day") -> str:
    """6; of a day that is over and tells too little to judge it: 2, too few."""
    few = day.over and day.date not in report.span.enough and not (day.unknown_kcal or day.unknown_protein)
    return f"{len(day.entries)}, {reports.THIN}" if few else str(len(day.entries))


def _sum(value: float | None, unknown: int) -> str:
    """1,405; 1,405 (2 not known); not known."""
    told = numbers.whole(value)
    return f"{told} ({unknown} {numbers.UNKNOWN})" if unknown and value is not None else told


def _intake_week(report: "Report", first: date, days: list["Day"]) -> Row:
    floors = [floor for n in range(WEEK) if (floor := report.span.energy.floors.get(_after(first, n)))]
    asked = _mean(floors) if floors else ""
    if not days:
        return reports.on(report, first), reports.NO_ENTRY, "", "", asked, ""
    kcal, protein, fluid = (
        _mean(getattr(day.total, name) for day in days) for name in ("kcal", "protein_g", "fluid_ml")
    )
    return reports.on(report, first), kcal, protein, fluid, asked, str(len(days))


def weights(report: "Report") -> tuple[Row, ...]:
    """Every weight with what it is against the reference; of a long time the newest of each week or month."""
    many, reference = report.weights, report.span.weight.reference_kg
    if report.weeks > A_YEAR:
        many = tuple({f"{report.day_of(one):%Y-%m}": one for one in many}.values())
    elif reports.long(report):
        found = weeks(report, many, report.day_of)
        many = tuple(inside[-1] for _, inside in found if inside)
    return tuple(
        (reports.on(report, report.day_of(one)), *_weight(report, one.kg, reference)) for one in many
    )


def weights_caption(report: "Report") -> str:
    """Weights; of a long time which of them."""
    each = "month" if report.weeks > A_YEAR else "week"
    return f"Weights, the newest of each {each}" if reports.long(report) else "Weights"


def weights_columns(report: "Report") -> Row:
    """With the weight in the unit of the scales at home, where that is another."""
    return (*WEIGHTS[:2], *(("On the scales",) if report.unit != "kg" else ()), WEIGHTS[2])


def _weight(report: "Report", kg: float, reference: float | None) -> Iterator[str]:
    yield f"{kg:.1f}"
    if report.unit != "kg":
        yield numbers.kilograms(kg, report.unit)
    change = None if reference is None else round((kg - reference) / reference * 100, 1)
    how = f"{abs(change):.1f} % {'less' if change < 0 else 'more'}" if change else "the same"
    yield "" if change is None else how


def meals(report: "Report") -> tuple[Row, ...]:
    """Meals of which the length or coughing was written down, a line a day and a cell a part of the day."""
    found = _noted(report)
    if reports.long(report):
        by_week = weeks(report, found, lambda one: one[0])
        return tuple(_meals_week(report, first, [one for _, one in inside]) for first, inside in by_week)
    parts, days = meals_columns(report)[1:], dict[date, dict[str, list[str]]]()
    for on, one in found:
        days.setdefault(on, {}).setdefault(_slot(report, one), []).append(_meal(one))
    return tuple(
        (reports.on(report, on), *("; ".join(slots.get(part, ())) for part in parts))
        for on, slots in days.items()
    )


def meals_columns(report: "Report") -> Row:
    """The parts of the day in which meals were noted, in their order."""
    if reports.long(report):
        return MEALS_WEEKS
    noted = {_slot(report, one) for _, one in _noted(report)}
    return "Day", *(slot for slot in dict.fromkeys((*report.slots, *sorted(noted))) if slot in noted)


def _slot(report: "Report", one: MealEaten) -> str:
    return report.slot(one.slot) or reports.OWN_SLOT


def _noted(report: "Report") -> list[tuple[date, MealEaten]]:
    return [
        (day.date, one)
        for day in report.span.eaten_days
        for one in day.entries
        if isinstance(one, MealEaten) and (one.minutes is not None or one.coughs is not None)
    ]


def _meal(one: MealEaten) -> str:
    """35 min, 1 cough."""
    minutes = "" if one.minutes is None else f"{one.minutes} min"
    coughs = "" if one.coughs is None else numbers.count(one.coughs, "cough") if one.coughs else "no cough"
    return ", ".join(part for part in (minutes, coughs) if part)


def _meals_week(report: "Report", first: date, meals: list[MealEaten]) -> Row:
    minutes = [one.minutes for one in meals if one.minutes is not None]
    asked = [one.coughs for one in meals if one.coughs is not None]
    helped = [one.helped for one in meals if one.helped is not None]
    return (
        reports.on(report, first),
        _mean(minutes) if minutes else reports.NO_ENTRY,
        numbers.whole(max(minutes)) if minutes else "",
        f"{sum(map(bool, asked))} of {numbers.count(len(asked), 'meal')}" if asked else "",
        f"{sum(helped)} of {numbers.count(len(helped), 'meal')}" if helped else "",
    )


def sessions(report: "Report") -> tuple[Row, ...]:
    """Each session with what was done of it, how it ended, and tiredness around it; rests by choice too."""
    many = report.span.sessions
    if reports.long(report):
        by_week = weeks(report, many, lambda one: one.on)
        return tuple(_sessions_week(report, first, inside) for first, inside in by_week)
    return tuple(_session(report, one) for one in many)


def _session(report: "Report", one: "SessionPast") -> Row:
    kept = one.reason is None or report.reason(one) is not None
    why = trends_sessions.why(one, own=True) if kept else reports.OWN_REASON
    how = ": ".join(dict.fromkeys(part for part in (BECAME[one.became], why) if part))
    if one.rested:
        return reports.on(report, one.on), "", "", how, "", "", "", ""
    softened = f", {one.softened * 100:.0f} % suggested" if one.softened is not None else ""
    view = ", a helper's view" if one.helper_view else ""
    ratings = (one.before, one.during, one.after, one.morning)
    done = f"{one.done} of {one.steps}"
    title = report.title(one) or reports.OWN_PROGRAMME
    return reports.on(report, one.on), title, done, f"{how}{softened}{view}", *map(_or_unknown, ratings)


def _sessions_week(report: "Report", first: date, many: list["SessionPast"]) -> Row:
    begun = [one for one in many if not one.rested]
    counts = (len(begun), sum(one.shortened for one in begun), len(many) - len(begun))
    names = ("before", "during", "after", "morning")
    means = (_mean((getattr(one, name) for one in begun), 1) if begun else "" for name in names)
    told = map(str, counts) if many else (reports.NO_ENTRY, "", "")
    return reports.on(report, first), *told, *means


def ratings(report: "Report") -> tuple[Row, ...]:
    """The one rating of each day, and where the watch spoke."""
    found = {day.date: day for day in report.span.tiredness.days}
    if reports.long(report):
        by_week = weeks(report, found.values(), lambda day: day.date)
        return tuple(_ratings_week(report, first, inside) for first, inside in by_week)
    return tuple(_rating(report, on, found.get(on)) for on in _days(report))


def _rating(report: "Report", on: date, day: "RatedDay | None") -> Row:
    if day is None:
        return reports.on(report, on), reports.NO_ENTRY, "", ""
    level = "" if day.level == "none" else day.level
    return reports.on(report, on), str(day.rating), level, "a helper" if day.helper_view else ""


def _ratings_week(report: "Report", first: date, days: list["RatedDay"]) -> Row:
    own = [day.rating for day in days if not day.helper_view]
    if not own:
        return reports.on(report, first), reports.NO_ENTRY, "", "", ""
    return reports.on(report, first), _mean(own, 1), str(min(own)), str(max(own)), str(len(own))


def weeks(report: "Report", many: Iterable[T], day: Callable[[T], date]) -> Iterator[tuple[date, list[T]]]:
    """The first day of every seven, with what lies in them; from the week on in which the diary began."""
    found: dict[int, list[T]] = {}
    for one in many:
        found.setdefault((day(one) - report.first).days // WEEK, []).append(one)
    for number in range((report.span.began - report.first).days // WEEK, report.weeks):
        yield _after(report.first, number * WEEK), found.get(number, [])


def _days(report: "Report") -> Iterator[date]:
    """The days from that on which the diary began."""
    return (_after(report.span.began, n) for n in range(report.span.over + 1))


def _after(first: date, days: int) -> date:
    return first + timedelta(days=days)


def _mean(values: Iterable[float | None], decimals: int = 0) -> str:
    known = [value for value in values if value is not None]
    if not known:
        return numbers.UNKNOWN
    mean = sum(known) / len(known)
    return f"{mean:.{decimals}f}" if decimals else numbers.whole(mean)


def _or_unknown(value: float | None) -> str:
    return numbers.UNKNOWN if value is None else numbers.whole(value)
