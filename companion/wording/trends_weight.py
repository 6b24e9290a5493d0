"""The weight over weeks and years in sentences: start, now, per cent, the reference, whom to tell."""

from typing import TYPE_CHECKING

from companion.wording import numbers, trends_days, weight

if TYPE_CHECKING:
    from companion.domain.weight import Unit
    from companion.services.trends import Span
    from companion.services.weight import WeightCourse


def said(span: "Span", _: str, unit: "Unit", *, for_team: bool = False) -> list[str]:
    """Weight: 59.3 kg on 24 February, 56.8 kg on 12 April, and so on; empty where none is written down.

    `for_team`: for those whom the person would be advised to tell, so without that advice.
    """
    course = span.weight
    if course.state is None:
        return []
    meaning = [weight.course(course.state, unit, advice=not for_team)]
    meaning += [numbers.sentence(weight.title(course.state))] if for_team else []
    return [_course(course, span, unit), *(part for part in meaning if part), _marks(course, unit)]


def rows(span: "Span", _: str, unit: "Unit") -> list[str]:
    """A line a weight, the newest first, with who wrote it down; then the reference and its marks."""
    course = span.weight
    told = [
        f"{trends_days.row(span.day_of(one), span)}: {weight.described(one, unit)}, {one.by}"
        for one in reversed(course.weighed)
    ]
    return [*told, *(numbers.sentence(weight.mark(each, unit)) for each in course.marks)] if told else []


def short(span: "Span", _: str, unit: "Unit") -> str:
    """56.8 kg: the newest one."""
    state = span.weight.state
    return numbers.kilograms(state.kg, unit) if state else ""


def _course(course: "WeightCourse", span: "Span", unit: "Unit") -> str:
    """Start, now and per cent; of a single one, that it is the only one; of none, the newest before."""
    state, many = course.state, course.weighed
    assert state is not None
    if not many:
        newest = f"{numbers.kilograms(state.kg, unit)} on {trends_days.on(state.on, span)}"
        return f"Weight: none {trends_days.within(span)}. The newest is {newest}."
    first, newest_ = many[0], many[-1]
    then, now = (
        f"{numbers.kilograms(one.kg, unit)} on {trends_days.on(span.day_of(one), span)}"
        for one in (first, newest_)
    )
    if len(many) == 1:
        return f"Weight: one {trends_days.within(span)}, {now}."
    change, percent = newest_.kg - first.kg, (newest_.kg - first.kg) / first.kg * 100
    if abs(change) < 0.05:
        return f"Weight: {then}, {now}: the same."
    how = f"{weight.difference(change, unit)} or {abs(percent):.1f} % {'less' if change < 0 else 'more'}"
    return f"Weight: {then}, {now}: {how}; {len(many):,} weights {trends_days.within(span)}."


def _marks(course: "WeightCourse", unit: "Unit") -> str:
    """The reference weight is 60.1 kg; 5 % less is 57.1 kg, 10 % less is 54.1 kg."""
    if course.reference_kg is None:
        return weight.NO_REFERENCE
    below = [
        f"{one.percent_below:g} % less is {numbers.kilograms(one.kg, unit)}"
        for one in course.marks
        if one.percent_below
    ]
    return f"The reference weight is {numbers.kilograms(course.reference_kg, unit)}; {', '.join(below)}."
