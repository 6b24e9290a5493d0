"""A report as tables: a CSV for each kind, and one that says what the columns are."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from companion.domain.sheets import sheet
from companion.reports.columns import COLUMNS

if TYPE_CHECKING:
    from companion.domain.entries import Entry, Taken
    from companion.services.reports import Report

Row = dict[str, Any]
A_DAY = timedelta(days=1)
GUIDE = "columns"
DEMO, INVENTED = "DEMO", "invented"


def tables(report: "Report") -> dict[str, str]:
    """File names and their CSV: the days, what they are made of, weights, ratings, sessions and so on."""
    made = {name: _sheet(report, list(COLUMNS[name]), rows(report)) for name, rows in ROWS.items()}
    made[GUIDE] = _sheet(report, ["table", "column", "unit", "meaning"], _guide())
    return {f"{name}.csv": text for name, text in made.items()}


def _sheet(report: "Report", columns: list[str], rows: Iterator[Row]) -> str:
    """A table; in a demo each of its rows says first that it is invented."""
    if not report.demo:
        return sheet(columns, rows)
    return sheet([DEMO, *columns], ({DEMO: INVENTED, **row} for row in rows))


def _guide() -> Iterator[Row]:
    for table, columns in COLUMNS.items():
        for column, (unit, meaning) in columns.items():
            yield {"table": table, "column": column, "unit": unit, "meaning": meaning}


def _days(report: "Report") -> Iterator[Row]:
    """A row a day, those without an entry too: their figures are empty, since nothing is known of them."""
    span = report.span
    found = {day.date: day for day in span.eaten_days}
    for number in range(span.days):
        on = span.first + number * A_DAY
        row: Row = {
            "date": on,
            "entries": 0,
        }
        if on >= span.began:  # before that nothing was asked for
            row |= {
                "kcal_target": span.energy.floors.get(on),
                "protein_least_g": span.protein.floors.get(on),
                "protein_aim_g": span.protein.aims.get(on),
                "fluid_target_ml": span.fluid.floors.get(on),
            }
        if day := found.get(on):
            total = day.total
            row |= {
                "entries": len(day.entries), "over": day.over,
                "kcal": total.kcal, "protein_g": total.protein_g, "carb_g": total.carb_g,
                "fat_g": total.fat_g, "fluid_ml": total.fluid_ml, "unknown_kcal": day.unknown_kcal,
                "unknown_protein": day.unknown_protein, "unknown_fluid": day.unknown_fluid,
            }  # fmt: skip
        yield row


def _eaten(report: "Report") -> Iterator[Row]:
    for day in report.span.eaten_days:
        for one in day.entries:
            called = {"name": report.words(one), "slot": report.slot(one.slot)}
            yield {**_of(report, one), **called, "date": day.date, **_amounts(one)}


def _amounts(one: "Taken") -> Row:
    """What was really taken, and how it went; the amounts that a kind has."""
    names = ("eaten", "grams", "servings", "ml", "level", "minutes", "coughs", "helped")
    taken = one.nutrients
    return {
        **{name: getattr(one, name, None) for name in names},
        "kcal": taken.kcal, "protein_g": taken.protein_g, "carb_g": taken.carb_g, "fat_g": taken.fat_g,
        "fluid_ml": taken.fluid_ml,
    }  # fmt: skip


def _weights(report: "Report") -> Iterator[Row]:
    reference = report.span.weight.reference_kg
    for one in report.weights:
        change = (one.kg - reference) / reference * 100 if reference else None
        yield {**_of(report, one, "kg", "tare_kg"), "change_percent": change}


def _fatigue(report: "Report") -> Iterator[Row]:
    for one in report.ratings:
        yield _of(report, one, "rating", "when", "helper_view", "session")


def _sessions(report: "Report") -> Iterator[Row]:
    for one in report.span.sessions:
        facts = {name: getattr(one, name, None) for name in COLUMNS["sessions"]}
        told = {"title": report.title(one), "reason": report.reason(one)}
        yield {**facts, **told, "date": one.on, "by": _hand(report, one.by, one.role)}


def _happened(report: "Report") -> Iterator[Row]:
    for one in report.happened:
        yield _of(report, one, "about", "exercise", "pain", "session")


def _decisions(report: "Report") -> Iterator[Row]:
    for one in report.decisions:
        decided_by = report.decider(one.decided_by)
        yield {**_of(report, one, "key"), "value": report.decided(one), "decided_by": decided_by}


def _alerts(report: "Report") -> Iterator[Row]:
    for one in report.span.tiredness.alerts:
        reason = one.reason
        yield {
            "first": one.first, "last": one.last, "level": one.level, "why": reason.kind,
            "since": reason.since, "ratings": reason.count, "average": reason.now, "usual": reason.usual,
        }  # fmt: skip


def _people(report: "Report") -> Iterator[Row]:
    for one in report.hands:
        facts = {name: getattr(one, name) for name in ("role", "number", "name", "unverified", "entries")}
        yield {**facts, "by": f"{one.role} {one.number}"}


ROWS: dict[str, Callable[["Report"], Iterator[Row]]] = {
    "days": _days,
    "eaten": _eaten,
    "weights": _weights,
    "fatigue": _fatigue,
    "sessions": _sessions,
    "happened": _happened,
    "decisions": _decisions,
    "alerts": _alerts,
    "people": _people,
}


def _of(report: "Report", entry: "Entry", *names: str) -> Row:
    """What every entry says, and these facts of it."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "date": report.day_of(entry),
        "at": entry.at,
        "by": _hand(report, entry.by, entry.role),
        "note": entry.note if report.notes else None,
        **{name: getattr(entry, name) for name in names},
    }


def _hand(report: "Report", by: str, role: str) -> str:
    """Who wrote it: a name where names are told, else a role and a number, explained in people.csv."""
    hand = report.hand(by, role)
    return hand.name or f"{hand.role} {hand.number}"
