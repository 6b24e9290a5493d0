"""Weeks and years in sentences: one voice for the full screen, the plain lines and the report."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from companion.domain.weight import Unit
from companion.wording import (
    fatigue,
    numbers,
    trends_days,
    trends_eaten,
    trends_fatigue,
    trends_meals,
    trends_sessions,
    trends_weight,
)

if TYPE_CHECKING:
    from companion.services.trends import Span

TITLE, LIST, IN_FULL = "Trends", "One by one", "In full"
SPANS: tuple[tuple[int | None, str], ...] = (
    (7, "7 days"), (28, "28 days"), (90, "90 days"), (None, "Everything"),
)  # fmt: skip
FIRST = 28  # the span that one sees first
TOPICS = ("energy", "protein", "fluid", "weight", "tiredness", "sessions", "meals")
COMING = {
    "energy": ("Energy day by day", "2 writes down a meal."),
    "protein": ("Protein day by day", "2 writes down a meal."),
    "fluid": ("What was drunk day by day", "3 writes down a drink."),
    "weight": ("The course of the weight", "6 writes one down; every week or two is enough."),
    "tiredness": ("Tiredness day by day", "4 writes down an answer; one a day is enough."),
    "sessions": ("Sessions, and tiredness around them,", "1 begins one."),
    "meals": ("How long meals take, and coughing,", "2 writes down a meal."),
}
Told = Callable[["Span", str, Unit], list[str]]
SAID: dict[str, Told] = {
    **dict.fromkeys(trends_eaten.FIGURES, trends_eaten.said),
    "weight": trends_weight.said,
    "tiredness": trends_fatigue.said,
    "sessions": trends_sessions.said,
    "meals": trends_meals.said,
}
FOR_TEAM: dict[str, Told] = {
    "weight": partial(trends_weight.said, for_team=True),
    "tiredness": partial(trends_fatigue.said, for_team=True),
    "sessions": partial(trends_sessions.said, for_team=True),
}
ROWS: dict[str, Told] = {
    **dict.fromkeys(trends_eaten.FIGURES, trends_eaten.rows),
    "weight": trends_weight.rows,
    "tiredness": trends_fatigue.rows,
    "sessions": trends_sessions.rows,
    "meals": trends_meals.rows,
}
SHORT: dict[str, Callable[["Span", str, Unit], str]] = {
    **dict.fromkeys(trends_eaten.FIGURES, trends_eaten.short),
    "weight": trends_weight.short,
    "tiredness": trends_fatigue.short,
    "sessions": trends_sessions.short,
    "meals": trends_meals.short,
}


def title(topic: str) -> str:
    """Energy."""
    return topic.capitalize()


def head(span: "Span") -> tuple[str, str]:
    """Last 28 days, from 27 October; and shorter. Of everything since when that is, or how many days."""
    first = numbers.day_near(span.first, span.last)
    if span.days in [days for days, _ in SPANS]:
        return f"Last {span.days} days, from {first}", f"Last {span.days} days"
    many = numbers.count(span.days, "day")
    return f"Since {first}, {many}", f"All {many}" if span.days > 1 else f"Since {first}"


def said(span: "Span", topic: str, unit: Unit) -> list[str]:
    """What the days come to, in whole sentences; the first says what the picture shows.

    Never empty: where nothing is written down it says so. Nobody's name and no words of their own are in it.
    """
    told = SAID[topic](span, topic, unit)
    if told:
        return told
    return [empty(topic) if span.is_all else f"{title(topic)}: nothing {trends_days.within(span)}."]


def in_two(span: "Span", topic: str, unit: Unit) -> tuple[str, list[str]]:
    """What a menu with the name of the topic says, without that name, and what is read beyond it.

    That somebody is more tired than usual comes before any mean.
    """
    told = said(span, topic, unit)
    watch = span.tiredness.state.watch
    if topic == "tiredness" and watch.level != "none":
        mean = short(span, topic, unit)
        return f"{fatigue.TITLES[watch.level]}.{f' {mean} on average.' if mean else ''}", told
    first, _, more = told[0].removeprefix(f"{title(topic)}: ").partition("; ")
    return numbers.sentence(numbers.capital(first)), [*([numbers.capital(more)] if more else []), *told[1:]]


def facts(span: "Span", topic: str, unit: Unit) -> list[str]:
    """The same for the care team: about the person, without advice; empty where nothing is written down."""
    return FOR_TEAM.get(topic, SAID[topic])(span, topic, unit)


def rows(span: "Span", topic: str, unit: Unit) -> list[str]:
    """A line a day or an entry, the newest first; empty where nothing is written down."""
    return ROWS[topic](span, topic, unit)


def short(span: "Span", topic: str, unit: Unit) -> str:
    """The one figure of a topic: 1,827 kcal a day; 56.8 kg; empty where it is not known."""
    return SHORT[topic](span, topic, unit)


def empty(topic: str) -> str:
    """What will be here, and the one key that begins: of Today, or of the main menu."""
    return f"{coming(topic)} At the start, key {COMING[topic][1]}"


def coming(topic: str) -> str:
    """What will be here, for a menu, which has the way to begin as a choice."""
    return f"{COMING[topic][0]} will be here."


def pages(told: list[str], by: int = 7) -> tuple[tuple[str, str], ...]:
    """Lines as paragraphs of some each, so that nobody has to read all of them in one go."""
    return tuple(("", "\n".join(told[at : at + by])) for at in range(0, len(told), by))
