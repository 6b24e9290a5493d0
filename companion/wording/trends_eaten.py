"""Energy, protein and fluid by day, in sentences. A day without entries is missing, never 0."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from companion.domain.trends import WEEK
from companion.services.trends import Eaten, lacks
from companion.wording import numbers, trends_days

if TYPE_CHECKING:
    from companion.domain.intake import Day
    from companion.domain.weight import Unit
    from companion.services.trends import Span

FIGURES = ("energy", "protein", "fluid")
AMOUNTS: dict[str, Callable[[float | None], str]] = {
    "kcal": numbers.kcal, "protein_g": numbers.grams, "fluid_ml": numbers.millilitres,
}  # fmt: skip
MORE = {"energy": "eaten", "protein": "eaten", "fluid": "drunk"}
NO_TARGET = "No target is written down."
EACH_DAY = "the target of each day"
LOWER_END = "the lower end of the range"


def said(span: "Span", topic: str, _: "Unit") -> list[str]:
    """Energy: 1,827 kcal a day on average, and so on; empty where nothing is written down."""
    eaten, title = _eaten(span, topic), topic.capitalize()
    over = [day for day in span.eaten_days if day.over]
    if eaten.spread is None:
        if over:
            many = "one day" if len(over) == 1 else numbers.count(len(over), "day")
            return [f"{title}: {numbers.UNKNOWN} of the {many} with entries."]
        runs = f"{title}: entries of today alone, and today is not over yet."
        return [runs] if span.eaten_days else []
    unknown = numbers.count(eaten.unknown, "day") if eaten.unknown else ""
    entry = f"an entry does not say its {topic}, so it may be that more was {MORE[topic]}"
    return [
        f"{title}: {_mean(eaten, span)}{_reached(eaten)}.",
        *_enough(eaten),
        *_floor_now(eaten, span),
        *_ends(eaten, span),
        *_week(eaten, span),
        *([f"On {unknown} {entry}."] if unknown else []),
        *trends_days.without(span.over - len(over), "no entries"),
    ]


def rows(span: "Span", topic: str, _: "Unit") -> list[str]:
    """A line a day, the newest first: Mon 3 November: 1,240 kcal; no entry; so far today."""
    days = {day.date: day for day in span.eaten_days}
    if not days:
        return []
    name = _eaten(span, topic).name
    return [
        f"{trends_days.row(on, span)}: {_row(days[on], name) if on in days else _none(on, span)}"
        for on in trends_days.back(min(days), span.last)
    ]


def short(span: "Span", topic: str, _: "Unit") -> str:
    """1,827 kcal a day."""
    eaten = _eaten(span, topic)
    return f"{AMOUNTS[eaten.name](eaten.spread.mean)} a day" if eaten.spread else ""


def _none(on: date, span: "Span") -> str:
    return "no entry yet" if on == span.last else "no entry"


def _row(day: "Day", name: str) -> str:
    value = getattr(day.total, name)
    if value is None:
        return numbers.UNKNOWN
    more = ", the amount of an entry not known" if lacks(day, name) else ""
    return f"{AMOUNTS[name](value)}{'' if day.over else ' so far'}{more}"


def _eaten(span: "Span", topic: str) -> Eaten:
    found: Eaten = getattr(span, topic)
    return found


def _mean(eaten: Eaten, span: "Span") -> str:
    spread, amount = eaten.spread, AMOUNTS[eaten.name]
    assert spread is not None
    if spread.days == 1:
        return f"{amount(spread.mean)} on {trends_days.on(spread.low.date, span)}, the one day with entries"
    return f"{amount(spread.mean)} a day on average over {spread.days:,} days with entries"


def _enough(eaten: Eaten) -> list[str]:
    """The mean of the days with enough written down, where others drew the mean of all."""
    spread, enough = eaten.spread, eaten.enough
    assert spread is not None
    if spread.days == 1 or (enough and enough.days == spread.days):
        return []
    if enough is None:
        return ["None of these days has enough written down to judge it by."]
    which = "On the one" if enough.days == 1 else f"Over the {enough.days:,}"
    return [
        f"{which} with enough written down it was {AMOUNTS[eaten.name](enough.mean)}{a_day(enough.days)}."
    ]


def a_day(days: int) -> str:
    """Of several days, that an amount is of each."""
    return " a day" if days > 1 else ""


def thin(span: "Span", eaten: Eaten, on: date) -> str:
    """(2 entries that day): why a day says little, where others say enough; else empty."""
    if eaten.enough is None or on in span.enough:
        return ""
    day = next(one for one in span.eaten_days if one.date == on)
    many = len(day.entries)
    what = (
        "some of it not known" if lacks(day, eaten.name) else f"{many} {'entry' if many == 1 else 'entries'}"
    )
    return f" ({what} that day)"


def _reached(eaten: Eaten) -> str:
    """At least 1,900 kcal reached on 11 of 26 days; of several targets, that of each day."""
    if not eaten.judged:
        return ""
    if aim := aimed(eaten):
        return f"; {aim}"
    what = floor(eaten) or EACH_DAY
    if eaten.judged == 1:
        return f"; {what} was reached" if eaten.reached else f"; {what} is asked for"
    with_one = "" if eaten.judged == len(eaten.days) else " that had a target"
    reached = f"{eaten.reached:,}" if eaten.reached else "none"
    return f"; {what} reached on {reached} of {eaten.judged:,} days{with_one}"


def floor(eaten: Eaten) -> str:
    """At least 1,900 kcal; empty where that was not the same on all days."""
    known = {eaten.floors[day.date] for day in eaten.days if day.date in eaten.floors}
    return f"at least {AMOUNTS[eaten.name](known.pop())}" if len(known) == 1 else ""


def aimed(eaten: Eaten) -> str:
    """An amount that was decided, beside the lower end of the range; empty where there is none above that.

    The aim is 60 g a day, decided; at least 46 g (the lower end of the range) reached on 20 of 26 days, 60 g
    on 9.
    """
    days = [day.date for day in eaten.days if day.date in eaten.aims]
    if not days:
        return ""
    known = {eaten.aims[on] for on in days}
    amount = AMOUNTS[eaten.name](known.pop()) if len(known) == 1 else ""
    aim = f"the aim is {amount} a day, decided" if amount else "the aim of each day was decided"
    least = floor(eaten)
    low = f"{least} ({LOWER_END})" if least else f"{LOWER_END} of each day"
    if eaten.judged == 1:
        if eaten.aimed:
            return f"{aim}, and was reached"
        return f"{aim}; {low} {'was reached' if eaten.reached else 'is asked for'}"
    reached, aims = (f"{many:,}" if many else "none" for many in (eaten.reached, eaten.aimed))
    of = "" if len(days) == eaten.judged else f" of {numbers.count(len(days), 'day')}"
    return f"{aim}; {low} reached on {reached} of {eaten.judged:,} days, {amount or 'the aim'} on {aims}{of}"


def _floor_now(eaten: Eaten, span: "Span") -> list[str]:
    """What is asked for now, where that changed on the way; or that nothing is."""
    if not eaten.floors:
        return [NO_TARGET]
    aims = {eaten.aims[day.date] for day in eaten.days if day.date in eaten.aims}
    if aims and eaten.aims.get(span.last, 0) not in {0, *(aims if len(aims) == 1 else ())}:
        return [f"The aim is {AMOUNTS[eaten.name](eaten.aims[span.last])} a day now, decided."]
    now = eaten.floors[span.last]
    if {eaten.floors[day.date] for day in eaten.days if day.date in eaten.floors} == {now}:
        return []
    return [f"The target is at least {AMOUNTS[eaten.name](now)} now."]


def _ends(eaten: Eaten, span: "Span") -> list[str]:
    """The lowest and the highest day, where there are two that differ."""
    spread, amount = eaten.spread, AMOUNTS[eaten.name]
    assert spread is not None
    if numbers.whole(spread.low.value) == numbers.whole(spread.high.value):
        return []
    low, high = (
        f"{amount(d.value)} on {trends_days.on(d.date, span)}{thin(span, eaten, d.date)}"
        for d in (spread.low, spread.high)
    )
    return [f"The lowest was {low}, the highest {high}."]


def _week(eaten: Eaten, span: "Span") -> list[str]:
    """The newest mean of seven days, where the span is longer than that."""
    if not eaten.means or span.days <= WEEK:
        return []
    newest = eaten.means[-1]
    mean = AMOUNTS[eaten.name](newest.value)
    week = f"7 days up to {trends_days.on(newest.date, span)}"
    among = [one.date for one in eaten.days if 0 <= (newest.date - one.date).days < WEEK]
    if any(on not in span.enough for on in among):
        return [f"Of the {week} those with enough written down came to {mean} a day."]
    if len(among) < WEEK:
        return [f"Of the {week} those with entries came to {mean} a day."]
    return [f"The {week} came to {mean} a day."]
