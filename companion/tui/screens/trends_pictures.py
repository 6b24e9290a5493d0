"""What the Trends room draws of each topic: bars of days or weeks, or a course of points."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from companion.domain.axes import scale
from companion.domain.trends import WEEK, DayValue
from companion.domain.weight import Unit
from companion.tui.screens import weight as weight_room
from companion.tui.widgets.bars import Chart
from companion.tui.widgets.course import Named, Picture, Point
from companion.wording import fatigue_course, trends_picture

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.services.trends import Eaten, Span

OWN, RISEN, VIEW = "●", "◆", "○"  # as in the room of tiredness
STYLES = {OWN: "$primary", RISEN: "$notice", VIEW: "$foreground"}
COUGHED = RISEN, "$foreground"
TONE = "$foreground on $usual"
NAMES = {  # of the marks, the plainest first
    "tiredness": {
        OWN: fatigue_course.AN_ANSWER,
        VIEW: fatigue_course.A_VIEW,
        RISEN: fatigue_course.A_RISE,
    },
    "meals": {OWN: trends_picture.A_MEAL, RISEN: trends_picture.COUGHING},
}
GAP = 2  # columns between them
MINUTES = (10, 20, 40, 100, 200)  # steps of an axis
TICKS = 5  # numbers at the axis

Drawn = Chart | Picture | None


def drawn(companion: "Companion", span: "Span", topic: str, unit: Unit, *, small: bool) -> Drawn:
    """The picture of a topic; None where a number says as much. A `small` one names no lines."""
    if topic == "weight":
        return weight(companion, span, unit, small=small)
    if topic == "tiredness":
        return tiredness(span)
    if topic == "sessions":
        return sessions(span)
    if topic == "meals":
        return meals(span)
    return eaten(span, topic)


def eaten(span: "Span", topic: str) -> Chart | None:
    """A bar a day over the zone above what was to be reached."""
    found: Eaten = getattr(span, topic)
    if found.spread is None:
        return None
    return Chart(
        first=span.first,
        last=span.last,
        values=found.days,
        means=found.means if span.days > WEEK else (),
        floors=found.floors,
        unit=trends_picture.UNITS[topic],
        runs=span.last,
        began=span.began,
    )


def sessions(span: "Span") -> Chart | None:
    """How many were begun in each week; of a single week, on each day."""
    begun = Counter(one.on for one in span.sessions if one.became != "rested")
    if not begun:
        return None
    each = 1 if span.days <= WEEK else WEEK
    count = (span.last - span.began).days // each + 1
    values = []
    for back in range(count):
        last = span.last - timedelta(days=back * each)
        days = (last - timedelta(days=n) for n in range(each))
        values.append(DayValue(last, sum(begun[day] for day in days)))
    return Chart(span.first, span.last, tuple(values), began=span.began, each=each)


def weight(companion: "Companion", span: "Span", unit: Unit, *, small: bool) -> Picture | None:
    """Points, and the weights that mean something."""
    if len(span.weight.weighed) < 2:
        return None
    course = replace(span.weight, marks=()) if small else span.weight
    return weight_room.picture(course, unit, span.last, companion.day_of, short=True)


def tiredness(span: "Span") -> Picture | None:
    """Answers over the band of the usual; those of a rise in the shape that they have everywhere."""
    tired = span.tiredness
    if not tired.days:
        return None
    low, high = tired.scale
    points = []
    for day in tired.days:
        sign = VIEW if day.helper_view else RISEN if day.risen else OWN
        points.append(Point(day.date, day.rating, sign, STYLES[sign]))
    return Picture(
        first=span.first,
        last=span.last,
        low=low,
        high=high,
        points=tuple(points),
        axis=tuple(Named(n, str(n)) for n in range(low, high + 1, 2)),
        band=tired.band,
        whole=True,
    )


def meals(span: "Span") -> Picture | None:
    """How many minutes each meal took; those with coughing in a shape of their own, over the others."""
    found = span.meals
    if found.minutes is None:
        return None
    most = max(found.minutes.high.value, found.long_minutes)
    ticks = scale(0, most, TICKS, MINUTES)
    points = []
    timed = zip(found.timed, found.coughing, strict=True)
    for one, coughed in sorted(timed, key=lambda meal: meal[1]):
        points.append(Point(one.date, one.value, *(COUGHED if coughed else (OWN, STYLES[OWN]))))
    return Picture(
        first=span.first,
        last=span.last,
        low=0,
        high=ticks[-1],
        points=tuple(points),
        axis=tuple(Named(tick, f"{tick:g}") for tick in ticks[::2]),
        lines=(Named(found.long_minutes, f"{found.long_minutes:g} min"),),
    )


def legend(topic: str, picture: Drawn, room: int) -> Content:
    """What the marks of a course and the tone of its band mean, in fewer words where room is short.

    Where that is too much as well the plainest is left out. Bars name their own signs.
    """
    if not isinstance(picture, Picture) or topic not in NAMES:
        return Content()
    seen = {point.mark: point.style for point in picture.points}
    names = {sign: name for sign, name in NAMES[topic].items() if sign in seen}
    parts = [Content.assemble((f"{sign} ", seen[sign]), name) for sign, name in names.items()]
    brief = [Content.assemble((f"{s} ", seen[s]), trends_picture.BRIEF[name]) for s, name in names.items()]
    if picture.band:
        parts.append(Content.styled(f" {trends_picture.USUAL} ", TONE))
        brief.append(Content.styled(trends_picture.BRIEF[trends_picture.USUAL], TONE))
    told = Content(" " * GAP).join(parts)
    while told.cell_length > room and brief:
        told = Content(" ").join(brief)
        brief.pop(0)
    return told
