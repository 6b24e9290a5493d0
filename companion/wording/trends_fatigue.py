"""Tiredness over weeks and years in sentences: mean, the usual, notices and warnings, around sessions."""

from typing import TYPE_CHECKING

from companion.domain.trends import Alert, change
from companion.wording import fatigue, fatigue_course, numbers, trends_days

if TYPE_CHECKING:
    from companion.domain.weight import Unit
    from companion.services.fatigue_past import RatedDay, Tiredness
    from companion.services.trends import Span

NAMES = {"notice": "Notice", "warning": "Warning"}
NAMED = 4  # alerts that are told one by one, the newest; the list has all
VIEWS_ALONE = "Tiredness: a helper's view alone is known here."
NO_ALERT = "No notice and no warning came up."


def said(span: "Span", _: str, __: "Unit", *, for_team: bool = False) -> list[str]:
    """Tiredness: 3.6 of 10 on average, and so on; empty where no rating is written down.

    `for_team`: about the person, and without what the person is advised to do.
    """
    tired = span.tiredness
    if not tired.days:
        return []
    watch, whose = tired.state.watch, "the" if for_team else "your"
    known = fatigue_course.usual_told(tired, whose=whose)
    usual = fatigue.reason(watch, whose=whose) if watch.learning else known
    answered = sum(1 for day in tired.days if day.date < span.last)
    return [
        _mean(tired, span),
        *([usual] if usual else []),
        *_alerts(tired, span, for_team=for_team),
        *around(span),
        *trends_days.without(span.over - answered, "no answer"),
    ]


def rows(span: "Span", _: str, __: "Unit") -> list[str]:
    """A line a day, the newest first: Mon 3 November: 6 of 10, a helper's view, during a notice."""
    days = {day.date: day for day in span.tiredness.days}
    if not days:
        return []
    return [
        f"{trends_days.row(on, span)}: {_row(days.get(on))}" for on in trends_days.back(min(days), span.last)
    ]


def short(span: "Span", _: str, __: "Unit") -> str:
    """3.6 of 10, the mean."""
    spread = span.tiredness.spread
    return f"{spread.mean:.1f} of 10" if spread else ""


def around(span: "Span") -> list[str]:
    """What sessions did to tiredness: from before to after, and to the next morning."""
    own = [one for one in span.sessions if not one.helper_view]
    after = change((one.before, one.after) for one in own)
    morning = change((one.before, one.morning) for one in own)
    told = []
    if after is not None:
        told.append(f"After sessions it was {_than(after.mean)} before ({_of(after.count)}).")
    if morning is not None:
        told.append(f"On the morning after it was {_than(morning.mean)} before ({_of(morning.count)}).")
    return told


def _row(day: "RatedDay | None") -> str:
    if day is None:
        return "no answer"
    view = f", {fatigue_course.A_VIEW}" if day.helper_view else ""
    alert = f", during a {day.level}" if day.level != "none" else ""
    return f"{day.rating} of 10{view}{alert}"


def _mean(tired: "Tiredness", span: "Span") -> str:
    spread = tired.spread
    if spread is None:
        return VIEWS_ALONE
    low, high = int(spread.low.value), int(spread.high.value)
    if spread.days == 1:
        return (
            f"Tiredness: {low} of 10 on {trends_days.on(spread.low.date, span)}, the one day with an answer."
        )
    ends = f"from {low} to {high}" if low < high else f"all {low}"
    return f"Tiredness: {spread.mean:.1f} of 10 on average over {spread.days} days with an answer, {ends}."


def _alerts(tired: "Tiredness", span: "Span", *, for_team: bool) -> list[str]:
    """The alerts, the newest first: one that goes on in the words it has everywhere, then those over."""
    watch, past = tired.state.watch, list(tired.alerts)
    about = f"{fatigue.TITLES[watch.level]}. {fatigue.reason(watch, whose='the')}"
    now = [about if for_team else fatigue.rose(watch)] if watch.level != "none" else []
    if now and past:
        past.pop()
    if not past:
        return now or ([] if watch.learning else [NO_ALERT])
    told = [_alert(one, span) for one in reversed(past[-NAMED:])]
    earlier = len(past) - NAMED
    more = (
        [f"{numbers.count(earlier, 'time')} before that as well; the list has them."] if earlier > 0 else []
    )
    return [*now, *told, *more]


def _alert(one: Alert, span: "Span") -> str:
    """Notice from 5 to 12 November: 5 ratings averaged 6.0, the usual was 3.3."""
    why, when = one.reason, trends_days.between(one.first, one.last, span)
    if why.kind == "climb":
        because = f"ratings had climbed from about {why.usual:.1f} to about {why.now:.1f}"
    else:
        what = "mornings after a session" if why.kind == "mornings_after_exercise" else "ratings"
        because = f"{why.count} {what} averaged {why.now:.1f}, the usual was {why.usual:.1f}"
    return f"{NAMES[one.level]} {when}: {because}."


def _than(mean: float) -> str:
    if abs(mean) < 0.05:
        return "the same on average as"
    return f"{abs(mean):.1f} {'higher' if mean > 0 else 'lower'} on average than"


def _of(count: int) -> str:
    return numbers.count(count, "session")
