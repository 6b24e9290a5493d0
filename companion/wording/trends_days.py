"""Days of a span in words."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from companion.wording import numbers

if TYPE_CHECKING:
    from companion.services.trends import Span


def within(span: "Span") -> str:
    """In these 28 days, or today; so far, where nothing was written down before them."""
    if span.is_all:
        return "so far"
    return "today" if span.days == 1 else f"in these {span.days:,} days"


def on(day: date, span: "Span") -> str:
    """14 April; with the year where the days are of several, or it is of another."""
    many = span.began.year != span.last.year
    return numbers.dated(day) if many else numbers.day_near(day, span.last)


def row(day: date, span: "Span") -> str:
    """Tue 14 April: the front of a line; with the year where it is not that of the last day."""
    return f"{day:%a} {numbers.day_near(day, span.last)}"


def between(first: date, last: date, span: "Span") -> str:
    """On 5 November; from 5 to 12 November; from 28 October to 5 November."""
    if first == last:
        return f"on {on(first, span)}"
    if first.year != last.year:
        return f"from {on(first, span)} to {on(last, span)}"
    return f"from {first.day if first.month == last.month else numbers.day(first)} to {on(last, span)}"


def back(first: date, last: date) -> Iterator[date]:
    """The days from the last back to the first."""
    return (last - timedelta(days=n) for n in range((last - first).days + 1))


def without(number: int, what: str) -> list[str]:
    """2 days have no entries; nothing where there is none such."""
    if number < 1:
        return []
    return [f"{numbers.count(number, 'day')} {'has' if number == 1 else 'have'} {what}."]
