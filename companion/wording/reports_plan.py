"""What a report says about the plan and what was done: decisions, clearances, alerts, notes."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from companion.domain.plan import ADVICE
from companion.services.plan import TEXTURES
from companion.wording import fatigue, history, numbers, plan, plan_rows, reports, sessions_notes, swallowing
from companion.wording.reports_short import value

if TYPE_CHECKING:
    from companion.domain.entries import Decision, Entry, Explained
    from companion.domain.trends import Alert
    from companion.services.reports import Report
    from companion.services.sessions_past import SessionPast

Row = tuple[str, ...]
TEXTURE = ("What", "Level", "Decided by", "From")
PLAN = ("What", "Now", "By", "Since")
CLEARED = ("Exercise or kind", "Allowed by", "Since")
ALERTS = ("From", "Until", "Watch", "Greatest rise", "What was done")
HAPPENED = ("Day", "What", "Written down by")
NOTES = ("Day", "About", "Note", "Written down by")
PEOPLE = ("Who", "Entries")
PARTS = ("energy", "protein", "fluid", "programme", "stage", "limits", *ADVICE)
IF_DECIDED = ("limits", *ADVICE)
BECAME = {
    "mini": ("mini session", ""),
    "softer": ("session", " shorter than planned"),
    "stopped": ("session", " ended early"),
    "rested": ("rest", " by choice"),
}


def textures(report: "Report") -> tuple[Row, ...]:
    """What was in force as the time began, then each change: what, by whom, from when."""
    before = [report.textures_before[key] for key in TEXTURES if key in report.textures_before]
    return tuple(
        (plan.title(one.key), value(report, one), *_by(report, one)) for one in (*before, *report.textures)
    )


def texture_now(report: "Report") -> tuple[str, ...]:
    """Food level now: 5, minced and moist, J. Okafor, 2 March 2026."""
    told = []
    for key in TEXTURES:
        kept = report.standing.decision(key)
        if kept is not None:
            who, when = _by(report, kept)
            told.append(f"{plan.title(key)} now: {value(report, kept)}, {who}, {when}.")
        elif key != "thicker-ok":
            told.append(f"{plan.title(key)} now: {plan.NOT_DECIDED}.")
    return tuple(told)


def in_force(report: "Report") -> tuple[Row, ...]:
    """Targets, programme, stage and advice with who decided; what is worked out says so."""
    return tuple(
        _part(report, key) for key in PARTS if key not in IF_DECIDED or report.standing.decision(key)
    )


def _part(report: "Report", key: str) -> Row:
    kept = report.standing.decision(key)
    if kept is not None:
        return plan.title(key), value(report, kept), *_by(report, kept)
    row = plan_rows.of_plan(key, None, report.targets, report.content, report.last)
    return plan.title(key), ", ".join(part for part in (row.value, row.by) if part), "", ""


def cleared(report: "Report") -> tuple[Row, ...]:
    """What a therapist allowed."""
    return tuple(
        (
            plan.exercise(what, report.content),
            reports.decided(report, one.decided_by),
            numbers.dated(report.day_of(one)),
        )
        for what, one in sorted(report.clearances.items())
    )


def _by(report: "Report", one: "Decision") -> tuple[str, str]:
    return reports.decided(report, one.decided_by), numbers.dated(report.day_of(one))


def alerts(report: "Report") -> tuple[Row, ...]:
    """Each time in which the watch spoke: how long, in which numbers, and what was done about it."""
    many, speaks = report.span.tiredness.alerts, report.span.tiredness.state.watch.level != "none"
    return tuple(
        (
            reports.on(report, one.first),
            reports.NOW if speaks and one is many[-1] else reports.on(report, one.last),
            one.level,
            _reason(report, one),
            numbers.sentence("; ".join(_done(report, one))) or "Nothing was written down.",
        )
        for one in many
    )


def _reason(report: "Report", alert: "Alert") -> str:
    """7 ratings since 2 March average 5.1, the usual then 3.2."""
    why, since = alert.reason, reports.on(report, alert.reason.since)
    if why.kind == "climb":
        return f"Climbing since {since}: about {why.usual:.1f} then, {why.now:.1f} at the end"
    what = "mornings after a session" if why.kind == "mornings_after_exercise" else "ratings"
    return f"{why.count} {what} since {since} average {why.now:.1f}, the usual then {why.usual:.1f}"


def _done(report: "Report", alert: "Alert") -> Iterator[str]:
    """What was noted, and what became of sessions, while it held, and as long as any alert is held."""
    held = timedelta(days=report.content.limit("watch.hold_days"))
    first, last = alert.first, max(alert.last, alert.first + held)
    reasons = dict.fromkeys(
        cause(report, one) for one in report.explained if first <= report.day_of(one) <= last
    )
    if reasons:
        yield f"noted: {numbers.listed([*reasons])}"
    many = [one for one in report.span.sessions if first <= one.on <= last]
    became = Counter(_became(report, one) for one in many)
    for name, (what, how) in BECAME.items():
        if became[name]:
            yield f"{numbers.count(became[name], what)}{how}"
    for told in report.told:
        if first <= report.day_of(told) <= last and told.about != "swallowing":
            yield f"{report.words(told) or reports.OF_THE_TEAM} told on {numbers.day(report.day_of(told))}"


def _became(report: "Report", one: "SessionPast") -> str:
    """What a session counts as, each once: ended early rather than shorter, shorter rather than mini."""
    if one.became in ("stopped", "rested"):
        return one.became
    programme = report.content.programmes.get(one.programme)
    return "softer" if one.softened is not None else "mini" if programme and programme.mini else ""


def cause(report: "Report", one: "Explained") -> str:
    """A known reason; own words only where notes are told."""
    said = report.words(one)
    return reports.OWN_REASON if said is None else fatigue.cause(said)


def told(report: "Report") -> tuple[str, ...]:
    """What the swallowing therapist was told, and when."""
    about = [one for one in report.told if one.about == "swallowing"]
    whom = [swallowing.told_of(report.words(one) or reports.OF_THE_TEAM) for one in about]
    return tuple(
        numbers.sentence(f"{who}, {numbers.dated(report.day_of(one))}")
        for who, one in zip(whom, about, strict=True)
    )


def happened(report: "Report") -> tuple[Row, ...]:
    """Falls, pain, exercises that were too hard or go well again."""
    return tuple(
        (
            reports.on(report, report.day_of(one)),
            numbers.capital(sessions_notes.described(one, report.content)),
            reports.wrote(report, one),
        )
        for one in report.happened
    )


def notes(report: "Report") -> tuple[Row, ...]:
    """Every note of the time, with what it is about."""
    entries: tuple[Entry, ...] = (
        *report.taken, *report.weights, *report.ratings, *report.happened, *report.started, *report.decisions,
    )  # fmt: skip
    found = sorted((one for one in entries if one.note), key=lambda one: one.at)
    return tuple(
        (
            reports.on(report, _day(report, one)),
            history.described(one, report.content),
            one.note or "",
            reports.wrote(report, one),
        )
        for one in found
    )


def _day(report: "Report", one: "Entry") -> date:
    return report.day_of(one)
