"""How long meals took over weeks and years, and coughing, in sentences."""

from typing import TYPE_CHECKING

from companion.domain.entries import MealEaten
from companion.wording import numbers, trends_days

if TYPE_CHECKING:
    from companion.domain.weight import Unit
    from companion.services.trends import Meals, Span


def said(span: "Span", _: str, __: "Unit") -> list[str]:
    """Meals: 24 minutes each on average over 40 that were timed, and so on; empty without a meal."""
    meals = span.meals
    if not meals.count:
        return []
    helped = [f"Somebody helped with {meals.helped:,} of them."] if meals.helped else []
    return [*_length(meals, span), *_coughs(meals), *helped]


def rows(span: "Span", _: str, __: "Unit") -> list[str]:
    """A line a meal, the newest first: Mon 3 November, 12:30: Turkey bolognese, 35 minutes, 2 coughs."""
    meals = [(day.date, one) for day in span.eaten_days for one in day.entries if isinstance(one, MealEaten)]
    return [
        f"{trends_days.row(on, span)}, {numbers.clock(one.at)}: {_row(one)}"
        for on, one in sorted(meals, key=lambda meal: meal[1].at, reverse=True)
    ]


def short(span: "Span", _: str, __: "Unit") -> str:
    """24 minutes, the mean."""
    minutes = span.meals.minutes
    return numbers.count(round(minutes.mean), "minute") if minutes else ""


def _row(one: MealEaten) -> str:
    minutes = numbers.count(one.minutes, "minute") if one.minutes is not None else "not timed"
    coughs = numbers.count(one.coughs, "cough") if one.coughs else "no cough"
    return ", ".join([one.name, minutes, *([coughs] if one.coughs is not None else [])])


def _length(meals: "Meals", span: "Span") -> list[str]:
    """How many, how long, the longest, and how many were over the limit."""
    many, spread = numbers.count(meals.count, "meal"), meals.minutes
    if spread is None:
        timed = "it was not timed" if meals.count == 1 else "none was timed"
        return [f"Meals: {many} {trends_days.within(span)}; {timed}."]
    mean, longest = numbers.count(round(spread.mean), "minute"), spread.high
    when = trends_days.on(longest.date, span)
    if spread.days == 1:
        told = [f"Meals: {many} {trends_days.within(span)}; one was timed, {mean} on {when}."]
    else:
        most = numbers.count(int(longest.value), "minute")
        over = f"over {spread.days:,} that were timed, of {meals.count:,}"
        told = [f"Meals: {mean} on average {over}; the longest {most} on {when}."]
    return [*told, _over(meals)]


def _over(meals: "Meals") -> str:
    limit = f"longer than {numbers.short(meals.long_minutes)} minutes"
    if not meals.long:
        return f"None was {limit}."
    return f"{meals.long:,} {'was' if meals.long == 1 else 'were'} {limit}."


def _coughs(meals: "Meals") -> list[str]:
    """In how many of the meals where it was asked; nothing where it never was."""
    if not meals.asked:
        return []
    asked = f"of the {numbers.count(meals.asked, 'meal')} where it was asked"
    if meals.asked == 1:
        asked = "of the one meal where it was asked"
    if not meals.coughed:
        return [f"Coughing in none {asked}."]
    return [f"Coughing in {meals.coughed:,} {asked}, {numbers.count(meals.coughs, 'cough')} in all."]
