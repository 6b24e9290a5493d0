"""The first page of a report: what each topic came to, in a line or two."""

from datetime import date
from typing import TYPE_CHECKING

from companion.wording import numbers, plan, reports, trends_eaten

if TYPE_CHECKING:
    from companion.domain.entries import Decision
    from companion.services.reports import Report
    from companion.services.trends import Eaten

UNITS = {"kcal": "kcal", "protein_g": "g", "fluid_ml": "mL"}
COLUMNS = ("What", "In this time")
CAPTION = "What it came to"


def rows(report: "Report") -> tuple[tuple[str, str], ...]:
    """A line for each topic; what nobody wrote down says so."""
    span = report.span
    return (
        ("Weight", _weight(report)),
        ("Energy", _figure(span.energy, report)),
        ("Protein", _figure(span.protein, report)),
        ("Fluid", _figure(span.fluid, report)),
        ("Tiredness", _tiredness(report)),
        ("Sessions", _sessions(report)),
        ("Meals", _meals(report)),
        ("Falls and pain", _happened(report)),
        ("What changed", _changed(report)),
    )


def _weight(report: "Report") -> str:
    """59.3 kg on 24 February, 56.8 kg on 14 April: 4.2 % less; and against the reference."""
    many, course = report.weights, report.span.weight
    if not many:
        return f"{reports.NO_ENTRY}{_compared(report)}"
    first, last = many[0], many[-1]
    now = f"{numbers.kilograms(last.kg)} on {_day(report, report.day_of(last))}"
    if len(many) == 1:
        return f"{now}, the only one{_compared(report)}"
    then = f"{numbers.kilograms(first.kg)} on {_day(report, report.day_of(first))}"
    change = _percent((last.kg - first.kg) / first.kg * 100)
    low = course.state.bmi if course.state else None
    bmi = f". Body mass index {low:.1f}" if low is not None else ""
    return f"{then}, {now}: {change}{_compared(report)}{bmi}"


def _compared(report: "Report") -> str:
    """Against the reference weight; the newest weight of all, which may lie before this time."""
    course = report.span.weight
    if course.reference_kg is None:
        return ". The reference weight is not known"
    reference = f"the reference weight, {numbers.kilograms(course.reference_kg)}"
    if course.state is None or course.state.change_percent is None or not report.weights:
        return f". {numbers.capital(reference)}"
    change = _percent(course.state.change_percent)
    return f". {numbers.capital(change)} {'as' if change == 'the same' else 'than'} {reference}"


def _percent(value: float) -> str:
    """4.2 % less."""
    if abs(value) < 0.05:
        return "the same"
    return f"{abs(value):.1f} % {'less' if value < 0 else 'more'}"


def _figure(figure: "Eaten", report: "Report") -> str:
    """1,827 kcal a day on average, lowest 1,240 kcal on 3 November; what was reached; days with entries."""
    amount, spread, enough = trends_eaten.AMOUNTS[figure.name], figure.spread, figure.enough
    if spread is None:
        return reports.NO_ENTRY if not report.span.eaten_days else f"{numbers.UNKNOWN} on a whole day yet"
    low = spread.low
    lowest = (
        f"{amount(low.value)} on {_day(report, low.date)}{trends_eaten.thin(report.span, figure, low.date)}"
    )
    told = [f"{amount(spread.mean)} a day on average, lowest {lowest}"]
    if enough is None:
        told.append("no day with enough written down to judge it by")
    elif enough.days < spread.days:
        which = numbers.count(enough.days, "day")
        told.append(f"over the {which} with enough written down {amount(enough.mean)}")
    if aim := trends_eaten.aimed(figure):
        told.append(aim)
    elif figure.judged:
        least = trends_eaten.floor(figure) or trends_eaten.EACH_DAY
        told.append(f"{least} reached on {reports.days(figure.reached, figure.judged)}")
    told.append(f"entries on {reports.days(spread.days, report.span.over)}")
    if figure.unknown:
        told.append(f"on {numbers.count(figure.unknown, 'day')} some of it is not known")
    return "; ".join(told)


def _tiredness(report: "Report") -> str:
    """3.4 of 10 on average, 1 to 7; ratings on 25 of 28 days; 1 notice, 1 warning."""
    found = report.span.tiredness
    if found.spread is None:
        return reports.VIEW_ALONE if found.days else reports.NO_ENTRY
    spread, band = found.spread, found.band
    usual = "the usual is still being learned" if band is None else f"usual now {band[0]} to {band[1]}"
    ends = f"{numbers.short(spread.low.value)} to {numbers.short(spread.high.value)}"
    rated = f"ratings on {reports.days(spread.days, report.span.over + 1)}"
    return "; ".join((f"{spread.mean:.1f} of 10 on average, {ends}", usual, rated, alerts(report)))


def alerts(report: "Report") -> str:
    """1 notice, 2 warnings; no notice and no warning."""
    levels = [one.level for one in report.span.tiredness.alerts]
    told = [numbers.count(levels.count(name), name) for name in ("notice", "warning") if name in levels]
    return numbers.listed(told) or "no notice and no warning"


def _sessions(report: "Report") -> str:
    """12 sessions, 3 of them shortened; 2 rests by choice."""
    many = report.span.sessions
    rests = sum(one.rested for one in many)
    begun = len(many) - rests
    shortened = sum(one.shortened for one in many)
    told = []
    if begun:
        short = f", {shortened:,} of them shortened" if shortened else ", none of them shortened"
        told.append(f"{numbers.count(begun, 'session')}{short}")
    if rests:
        told.append(f"{numbers.count(rests, 'rest')} by choice")
    return "; ".join(told) or reports.NO_ENTRY


def _meals(report: "Report") -> str:
    """32 minutes on average, 2 of them over 45 minutes; coughing in 3 of 40 meals."""
    found = report.span.meals
    told = []
    if found.minutes is not None:
        timed = len(found.timed)
        long = f"{found.long:,} of them" if found.long else "none"
        told.append(
            f"{numbers.whole(found.minutes.mean)} minutes on average over {numbers.count(timed, 'meal')}, "
            f"{long} over {numbers.short(found.long_minutes)} minutes"
        )
    if found.asked:
        told.append(f"coughing in {found.coughed:,} of {numbers.count(found.asked, 'meal')}")
    return "; ".join(told) or "length and coughs: no entry"


def _happened(report: "Report") -> str:
    """1 fall, 2 near falls, pain noted once."""
    abouts = [one.about for one in report.happened]
    words = {"fall": "fall", "near_fall": "near fall", "pain": "note of pain"}
    told = []
    for about, word in words.items():
        number = sum(one == about for one in abouts)
        if number:
            plural = word if number == 1 else word.replace("note of", "notes of") + "s" * (about != "pain")
            told.append(f"{number:,} {plural}")
    return numbers.listed(told) or reports.NO_ENTRY


def _changed(report: "Report") -> str:
    """Food level 4, pureed, before that 5, minced and moist, 2 March, J. Okafor."""
    told, before = [], dict(report.before)
    for one in report.decisions:
        old = before.get(one.key)
        was = f", before that {value(report, old)}" if old and old.value is not None else ""
        when, who = _day(report, report.day_of(one)), reports.decided(report, one.decided_by)
        told.append(f"{plan.title(one.key)}: {value(report, one)}{was}, {when}, {who}")
        before[one.key] = one
    return "; ".join(told) or "nothing in the plan"


def value(report: "Report", one: "Decision") -> str:
    """A decided value in words; one that was taken back says so, and so does one in own words."""
    if one.value is None:
        return "taken back"
    kept = report.decided(one)
    return reports.OWN_PROGRAMME if kept is None else plan.value(one.key, kept, report.content)


def _day(report: "Report", day: date) -> str:
    return numbers.day(day) if report.first.year == report.last.year else numbers.dated(day)
