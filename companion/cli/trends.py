"""`companion trends`: how the last weeks and months went, in sentences."""

from typing import TYPE_CHECKING, Any

import click

from companion.cli.shapes import amount
from companion.cli.verbs import Verb
from companion.wording import trends as words
from companion.wording.spoken import spoken

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.domain.trends import Spread
    from companion.services.trends import Span

LONGEST = 36500  # days


@click.command("trends", cls=Verb)
@click.option("--days", type=click.IntRange(1, LONGEST), default=words.FIRST, show_default=True)
@click.option("--all", "everything", is_flag=True, help="Everything there is, in place of some days.")
@click.option("--topic", type=click.Choice(words.TOPICS), help="One topic alone.")
@click.option("--list", "listed", is_flag=True, help="A line a day or an entry below, the newest first.")
@click.pass_obj
def trends(call: "Call", *, days: int, everything: bool, topic: str | None, listed: bool) -> None:
    """How the last weeks went: energy, protein, fluid, weight, tiredness, sessions, meals."""
    companion = call.companion
    span, unit = companion.trends.over(None if everything else days), companion.settings.weight_unit
    topics = (topic,) if topic else words.TOPICS
    said = {name: words.said(span, name, unit) for name in topics}
    rows = {name: words.rows(span, name, unit) if listed else [] for name in topics}
    lines = [line for name in topics for line in (" ".join(said[name]), *rows[name])]
    if call.face == "linear":  # a sentence a line, which fits a line of braille, in whole words
        lines = [spoken(line) for name in topics for line in (*said[name], *rows[name])]
    document = {
        "first": f"{span.first}", "last": f"{span.last}",
        "topics": {
            name: {
                **SHAPES.get(name, _eaten)(span, name), "sentences": said[name],
                **({"list": rows[name]} if listed else {}),
            }
            for name in topics
        },
    }  # fmt: skip
    call.tell(document, [f"{words.head(span)[0]}.", *lines])


def _eaten(span: "Span", name: str) -> dict[str, Any]:
    found = getattr(span, name)
    return {
        "figure": found.name, **_spread(found.spread), "reached": found.reached, "judged": found.judged,
        "by_day": {f"{day.date}": amount(day.value) for day in found.days},
    }  # fmt: skip


def _weight(span: "Span", _: str) -> dict[str, Any]:
    course = span.weight
    state = course.state
    return {
        "kg": state.kg if state else None, "change_percent": amount(state.change_percent) if state else None,
        "reference_kg": amount(course.reference_kg),
        "weights": [{"at": one.at.isoformat(), "kg": one.kg} for one in course.weighed],
    }  # fmt: skip


def _tiredness(span: "Span", _: str) -> dict[str, Any]:
    found = span.tiredness
    return {
        **_spread(found.spread), "level": found.state.watch.level,
        "usual_low_high": found.band,
        "alerts": [{"level": a.level, "first": f"{a.first}", "last": f"{a.last}"} for a in found.alerts],
        "by_day": {f"{day.date}": day.rating for day in found.days if not day.helper_view},
    }  # fmt: skip


def _sessions(span: "Span", _: str) -> dict[str, Any]:
    begun = [one for one in span.sessions if one.became != "rested"]
    return {
        "begun": len(begun), "shortened": sum(one.shortened for one in begun),
        "rests": len(span.sessions) - len(begun),
    }  # fmt: skip


def _meals(span: "Span", _: str) -> dict[str, Any]:
    found = span.meals
    minutes = found.minutes
    return {
        "count": found.count, "timed": len(found.timed),
        "mean_minutes": amount(minutes.mean) if minutes else None,
        "long": found.long, "asked": found.asked, "coughed": found.coughed, "coughs": found.coughs,
    }  # fmt: skip


def _spread(spread: "Spread | None") -> dict[str, Any]:
    """The days with a value, their mean, the lowest and the highest; null where nothing is known."""
    if spread is None:
        return {"days": 0, "mean": None, "low": None, "high": None}
    ends = {name: {"date": f"{one.date}", "value": amount(one.value)}
            for name, one in (("low", spread.low), ("high", spread.high))}  # fmt: skip
    return {"days": spread.days, "mean": amount(spread.mean), **ends}


SHAPES = {"weight": _weight, "tiredness": _tiredness, "sessions": _sessions, "meals": _meals}
