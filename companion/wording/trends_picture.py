"""Beside the pictures of weeks and years: the one number, the shortest sentence, what signs mean."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.wording import (
    fatigue,
    fatigue_course,
    numbers,
    trends,
    trends_days,
    trends_eaten,
    weight,
)

if TYPE_CHECKING:
    from companion.domain.weight import Unit
    from companion.services.trends import Eaten, Span

SIGNS = {"?": "no entry", "•": "mean of 7 days", "–": "today"}
SIGNS_SHORT = {"?": "none", "•": "mean", "–": "today"}
ZONE, ZONE_SHORT = "at or above the target", "target"
UNITS = {"energy": "kcal", "protein": "g", "fluid": "mL", "meals": "min"}
COUGHING = "a meal with coughing"
A_MEAL = "a meal"
USUAL = "your usual"
BRIEF = {  # where a legend has little room
    fatigue_course.AN_ANSWER: "answer", fatigue_course.A_VIEW: "helper",
    fatigue_course.A_RISE: fatigue_course.A_RISE, A_MEAL: "meal", COUGHING: "coughing", USUAL: "usual",
}  # fmt: skip
Lines = Sequence[str]


def level(span: "Span", topic: str, unit: "Unit") -> tuple[str, str]:
    """What is worth a notice now, and why; empty where nothing is."""
    if topic == "weight" and span.weight.state:
        state = span.weight.state
        return weight.title(state), weight.reason(state, unit)
    watch = span.tiredness.state.watch
    if topic == "tiredness" and watch.level != "none":
        return fatigue.TITLES[watch.level], fatigue.reason(watch)
    return "", ""


def reading(days: int) -> str:
    """What is said where reading takes longer than a moment."""
    return f"Reading {numbers.count(days, 'day')} …"


def each(days: int, least: int) -> str:
    """For how many days a bar stands; empty for one."""
    if days == 1:
        return ""
    if days == least:
        return "a bar is a week"
    return f"a bar is the mean of {numbers.count(days // least, 'week' if least > 1 else 'day')}"


def each_short(days: int, least: int) -> str:
    """The same where there is little room: 2 weeks a bar."""
    if days == 1:
        return ""
    return f"{numbers.count(days // least, 'week' if least > 1 else 'day')} a bar"


def number(span: "Span", topic: str, unit: "Unit") -> list[tuple[str, str]]:
    """The parts of the number for big letters, with a unit where several need one; none where not known."""
    if topic == "weight":
        state = span.weight.state
        parts = weight.amount(state.kg, unit) if state else []
        return parts if len(parts) > 1 else [(figure, "") for figure, _ in parts]
    if topic == "tiredness":
        spread = span.tiredness.spread
        return [(f"{spread.mean:.1f}", "")] if spread else []
    if topic == "sessions":
        begun = sum(not one.rested for one in span.sessions)
        return [(f"{begun:,}", "")] if span.sessions else []
    if topic == "meals":
        minutes = span.meals.minutes
        return [(numbers.whole(minutes.mean), "")] if minutes else []
    eaten = _eaten(span, topic)
    return [(numbers.whole(eaten.spread.mean), "")] if eaten.spread else []


def beside(span: "Span", topic: str, unit: "Unit") -> Lines:
    """Up to three lines beside the number, each of at most sixteen columns or so."""
    return BESIDE.get(topic, _of_eaten)(span, topic, unit)


def _of_eaten(span: "Span", topic: str, _: "Unit") -> Lines:
    eaten = _eaten(span, topic)
    if eaten.spread is None:
        return []
    floor = eaten.floors.get(span.last)
    least = [f"at least {numbers.whole(floor)}"] if floor is not None else []
    return [f"{UNITS[topic]} a day", f"mean, {numbers.count(eaten.spread.days, 'day')}", *least]


def _of_weight(span: "Span", _: str, unit: "Unit") -> Lines:
    """Kg on Sunday, 3.3 kg less, than reference. Stones and pounds leave no room for it."""
    course = span.weight
    if course.state is None or unit == "st":
        return []
    first = f"{unit} {numbers.day_seen_from(course.state.on, span.last)}"
    against = weight.against(course, unit)
    if not against.partition(" than")[1]:
        return [first, *(["as the reference"] if against else [])]
    return [first, against.partition(" than")[0], "than reference"]


def _of_tiredness(span: "Span", _: str, __: "Unit") -> Lines:
    tired = span.tiredness
    if tired.spread is None:
        return []
    usual = [f"usual {fatigue_course.band(tired)}"] if tired.band else []
    return ["of 10", f"mean, {numbers.count(tired.spread.days, 'day')}", *usual]


def _of_sessions(span: "Span", _: str, __: "Unit") -> Lines:
    begun = [one for one in span.sessions if not one.rested]
    whole = sum(not one.shortened for one in begun)
    rests = len(span.sessions) - len(begun)
    told = [f"{whole:,} whole, {len(begun) - whole:,} shorter"] if begun else []
    told += [f"{numbers.count(rests, 'rest')} by choice"] if rests else []
    return [f"session{'' if len(begun) == 1 else 's'}", *told]


def _of_meals(span: "Span", _: str, __: "Unit") -> Lines:
    meals = span.meals
    if meals.minutes is None:
        return []
    coughs = [f"coughing in {meals.coughed:,} of {meals.asked:,}"] if meals.asked else []
    return ["minutes a meal", f"mean, {meals.minutes.days:,} timed", *coughs]


BESIDE = {
    "weight": _of_weight, "tiredness": _of_tiredness, "sessions": _of_sessions, "meals": _of_meals,
}  # fmt: skip


def brief(span: "Span", topic: str, unit: "Unit") -> tuple[str, str]:
    """The picture's sentence where several stand beside one another; and shorter, for a single row."""
    if topic == "weight":
        return _brief_weight(span, unit)
    if topic == "tiredness":
        return _brief_tiredness(span)
    eaten = _eaten(span, topic)
    if eaten.spread is None:
        told = trends.said(span, topic, unit)[0]
        return told, told
    missing = span.over - sum(day.over for day in span.eaten_days)
    without = trends_days.without(missing, "no entries")
    if not eaten.judged:
        known = f"{numbers.count(eaten.spread.days, 'day')} with entries"
        return " ".join((f"{known}.", *without)), f"{known}."
    short = f"{eaten.reached} of {eaten.judged} days"
    what = "it" if trends_eaten.floor(eaten) else trends_eaten.EACH_DAY
    long = f"{eaten.reached or 'None'} of {numbers.count(eaten.judged, 'day')} reached {what}."
    few = f"; {missing} without." if missing > 0 else " reached it."
    return " ".join((long, *without)), f"{short}{few}" if what == "it" else f"{short} reached their target."


def _brief_weight(span: "Span", unit: "Unit") -> tuple[str, str]:
    course, state = span.weight, span.weight.state
    if state is None or len(course.weighed) < 2:
        told = trends.said(span, "weight", unit)[0]
        return told, told
    meaning, title = weight.course(state, unit), weight.title(state)
    if not title:
        told = meaning or weight.summary(course, unit)
        return told, weight.change(state) or told
    return f"▲ {meaning}", f"▲ {title}"


def _brief_tiredness(span: "Span") -> tuple[str, str]:
    tired = span.tiredness
    if not tired.days:
        told = trends.said(span, "tiredness", "kg")[0]
        return told, told
    watch = tired.state.watch
    title = fatigue.TITLES[watch.level]
    if title:
        return f"▲ {title}. {fatigue.reason(watch)}", f"▲ {title}"
    told = fatigue.reason(watch) or fatigue_course.usual_told(tired)
    return told, told


def _eaten(span: "Span", topic: str) -> "Eaten":
    found: Eaten = getattr(span, topic)
    return found
