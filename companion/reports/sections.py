"""A report as a paper: which sections there are, in which order, and what stands in each."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from companion.reports.paper import Paper, Picture, Section, Table
from companion.reports.pictures import MOST
from companion.wording import (
    fatigue_course,
    numbers,
    reports,
    reports_plan,
    reports_rows,
    reports_short,
    trends,
    weight,
)

if TYPE_CHECKING:
    from companion.domain.weight import Unit
    from companion.services.reports import Report
    from companion.services.trends import Eaten

UNIT: "Unit" = "kg"  # as clinics have it, whatever the scales at home say


def paper(report: "Report") -> Paper:
    """The whole report, ready to be written as a page or as text."""
    made = (
        _summary(report),
        _weight(report),
        _section("energy", *_said(report, "energy")),
        _figure(report, "protein"),
        _figure(report, "fluid"),
        _intake(report),
        _tiredness(report),
        _sessions(report),
        _meals(report),
        _texture(report),
        _plan(report),
        _happened(report),
        *((_notes(report),) if report.notes else ()),
        _people(report),
        _section("record", *reports.record(report)),
    )
    return Paper(reports.TITLE, reports.under(report), made, reports.small_print(report))


def _section(
    id: str, *sentences: str, pictures: tuple[Picture, ...] = (), tables: tuple[Table, ...] = ()
) -> Section:
    filled = tuple(_known(table) for table in tables if table.rows)
    return Section(id, reports.HEADINGS[id], sentences, pictures, filled)


def _known(table: Table, *, nothing: tuple[str, ...] = ("",)) -> Table:
    """Without the columns in which no row says anything."""
    kept = [
        n for n, _ in enumerate(table.columns) if not n or any(row[n] not in nothing for row in table.rows)
    ]
    return replace(
        table,
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
    )


def _summary(report: "Report") -> Section:
    table = Table(reports_short.CAPTION, reports_short.COLUMNS, reports_short.rows(report))
    pictures = (*_weights(report), *_bars(report, "energy"), *_ratings(report))
    return _section("summary", pictures=pictures, tables=(table,))


def _weight(report: "Report") -> Section:
    columns = reports_rows.weights_columns(report)
    table = Table(reports_rows.weights_caption(report), columns, reports_rows.weights(report))
    return _section("weight", *_said(report, "weight"), tables=(table,))


def _weights(report: "Report") -> tuple[Picture, ...]:
    """The weights with the reference and what is so much below it."""
    course = report.span.weight
    if not course.weighed:
        return ()
    said = _said(report, "weight")[0]
    values = tuple((report.day_of(one), one.kg) for one in course.weighed)
    lines = tuple((mark.kg, weight.mark(mark, UNIT)) for mark in course.marks)
    return (
        Picture(
            said,
            UNIT,
            values,
            lines=lines,
            name=trends.title("weight"),
            each="a weight",
            first=report.span.began,
            last=report.last,
        ),
    )


def _figure(report: "Report", topic: str) -> Section:
    """A picture, and its sentence among the others that lean on it; alone it stands with the picture."""
    pictures, said = _bars(report, topic), _said(report, topic)
    return _section(topic, *(said if len(said) > 1 or not pictures else ()), pictures=pictures)


def _intake(report: "Report") -> Section:
    long = reports.long(report)
    columns = reports_rows.INTAKE_WEEKS if long else reports_rows.INTAKE
    caption = "Week by week: means of the days with an entry" if long else "Day by day"
    table = Table(caption, columns, reports_rows.intake(report))
    return _section("intake", tables=(table,))


def _bars(report: "Report", topic: str) -> tuple[Picture, ...]:
    """The days that are over as bars, with what was asked for and the mean of seven days."""
    figure: Eaten = getattr(report.span, topic)
    if not figure.days:
        return ()
    known = {one.date: one.value for one in figure.days}
    days = [report.span.began + timedelta(days=n) for n in range(report.span.over)]
    return (
        Picture(
            _said(report, topic)[0],
            reports_short.UNITS[figure.name],
            tuple((on, known.get(on)) for on in days),
            name=trends.title(topic),
            bars=True,
            means=tuple((one.date, one.value) for one in figure.means),
            floors=tuple((on, figure.floors[on]) for on in days if on in figure.floors),
            thin=tuple(on for on in days if on in known and on not in report.span.enough),
            first=report.span.began,
            last=report.last,
        ),
    )


def _tiredness(report: "Report") -> Section:
    long = reports.long(report)
    columns = reports_rows.RATINGS_WEEKS if long else reports_rows.RATINGS
    by_day = Table("Week by week" if long else "Day by day", columns, reports_rows.ratings(report))
    spoke = Table("Notices and warnings, and what was done", reports_plan.ALERTS, reports_plan.alerts(report))
    told = () if spoke.rows else (reports.NO_ALERT,)
    return _section("tiredness", *_said(report, "tiredness"), *told, tables=(spoke, by_day))


def _ratings(report: "Report") -> tuple[Picture, ...]:
    """The rating of each day with the usual, and what the watch said on it.

    A helper's view is drawn in its own shape; it has no part in the mean of a week.
    """
    found = report.span.tiredness
    if not found.days:
        return ()
    by_week = report.span.days > MOST
    known: dict[date, float] = {
        one.date: one.rating for one in found.days if not (by_week and one.helper_view)
    }
    spoke = tuple((one.date, one.level) for one in found.days if one.level != "none" and not one.helper_view)
    views = tuple((one.date, fatigue_course.A_VIEW) for one in found.days if one.helper_view and not by_week)
    days = [report.span.began + timedelta(days=n) for n in range(report.span.over + 1)]
    return (
        Picture(
            _said(report, "tiredness")[0],
            "of 10",
            tuple((on, known.get(on)) for on in days),
            band=found.band,
            marked=(*spoke, *views),
            scale=found.scale,
            name=trends.title("tiredness"),
            each=fatigue_course.AN_ANSWER,
            marks=("warning", "notice", fatigue_course.A_VIEW),
            first=report.span.began,
            last=report.last,
        ),
    )


def _sessions(report: "Report") -> Section:
    columns = reports_rows.SESSIONS_WEEKS if reports.long(report) else reports_rows.SESSIONS
    table = Table("Sessions, with tiredness of 10 around them", columns, reports_rows.sessions(report))
    told = _known(table, nothing=("", numbers.UNKNOWN))
    return _section("sessions", *_said(report, "sessions"), tables=(told,))


def _meals(report: "Report") -> Section:
    caption = "Meals of which the length or coughing was written down"
    table = Table(caption, reports_rows.meals_columns(report), reports_rows.meals(report))
    return _section("meals", *_said(report, "meals"), *reports_plan.told(report), tables=(table,))


def _texture(report: "Report") -> Section:
    if not report.textures:
        return _section("texture", *reports_plan.texture_now(report), reports.NO_CHANGE)
    caption = "In force as the time began, and each change"
    table = Table(caption, reports_plan.TEXTURE, reports_plan.textures(report))
    return _section("texture", *reports_plan.texture_now(report), tables=(table,))


def _plan(report: "Report") -> Section:
    now = Table("In force now", reports_plan.PLAN, reports_plan.in_force(report))
    cleared = Table("Allowed by a therapist", reports_plan.CLEARED, reports_plan.cleared(report))
    return _section("plan", tables=(now, cleared))


def _happened(report: "Report") -> Section:
    table = Table("Falls, pain and hard exercises", reports_plan.HAPPENED, reports_plan.happened(report))
    return _section("happened", *(() if table.rows else (reports.NO_FALLS,)), tables=(table,))


def _notes(report: "Report") -> Section:
    table = Table("Notes as they were written", reports_plan.NOTES, reports_plan.notes(report))
    return _section("notes", *(() if table.rows else (reports.NO_NOTES,)), tables=(table,))


def _people(report: "Report") -> Section:
    table = Table("Entries in this time", reports_plan.PEOPLE, reports.people(report.hands))
    return _section("people", *(() if table.rows else (reports.NOBODY,)), tables=(table,))


def _said(report: "Report", topic: str) -> tuple[str, ...]:
    """What the care team is told of a topic; of one without an entry that there is none."""
    return tuple(trends.facts(report.span, topic, UNIT)) or (reports.nothing(trends.title(topic)),)
