"""Conversations about quick entries, drinks and copies."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.flows.ask import Ask
from companion.flows.steps import AnyStep, Flow, Option, Say
from companion.services.intake import Logged
from companion.wording import intake, numbers, remarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.services.companion import Companion

DAYS_TO_COPY = 7


def quick_entry(
    companion: "Companion",
    *,
    name: str | None = None,
    kcal: float | None = None,
    protein_g: float | None = None,
    slot: str | None = None,
    at: datetime | None = None,
    note: str | None = None,
) -> Flow:
    """Write down a name and its energy."""
    ask = Ask(companion)
    if name is None:
        name = yield ask.text("name")
    if kcal is None:
        kcal = yield ask.number("kcal", "kcal", unit="kcal")
    result = companion.intake.quick(name, kcal=kcal, protein_g=protein_g, slot=slot, at=at, note=note)
    yield from told(result)
    return result


def log_drink(
    companion: "Companion",
    *,
    ml: float | None = None,
    what: str | None = None,
    level: str | None = None,
    slot: str | None = None,
    at: datetime | None = None,
    note: str | None = None,
) -> Flow:
    """Write down a drink: how much, and what if it was not water."""
    ask = Ask(companion)
    if ml is None:
        ml = yield ask.number("ml", "ml", unit="mL")
        what = (yield ask.text("what", optional=True, default="")) or None
    result = companion.intake.drink(ml, what=what, level=level, slot=slot, at=at, note=note)
    yield from told(result)
    return result


def copy_day(companion: "Companion", *, on: date | None = None, slot: str | None = None) -> Flow:
    """Write down a past day, or one slot of it, again for today."""
    if on is None:
        today = companion.today_date()
        days = [today - timedelta(days=n) for n in range(1, DAYS_TO_COPY + 1)]
        on = yield Ask(companion).choose(
            "day", [Option(d, numbers.weekday(d)) for d in days], default=days[0]
        )
    result = companion.intake.copy(on, slot=slot)
    yield from told(result)
    return result


def told(result: Logged) -> "Iterator[AnyStep]":
    """What was saved, and what is worth knowing beside it."""
    yield Say(intake.logged(result))
    for remark in result.remarks:
        yield Say(remarks.sentence(remark), "notice")
