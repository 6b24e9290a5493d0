"""Conversations about quick entries, drinks and copies."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from companion.domain.entries import Drunk, MealEaten, TubeFed
from companion.flows.ask import Ask
from companion.flows.steps import Flow, Option, Say
from companion.flows.twins import DRINK, FOOD, Writing
from companion.wording import intake

if TYPE_CHECKING:
    from companion.services.companion import Companion


USUAL_ML = (150.0, 200.0)  # a cup and a glass, offered before digits are
SAME, AMOUNT, FORMULA = "same", "amount", "formula"
FIGURES = {"protein_per_100ml": "g", "water_per_100ml": "mL"}  # of a feed, and their units
FEEDS = {AMOUNT: "Another amount of it", FORMULA: "Another feed"}


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
    ask, writing = Ask(companion), Writing(companion, FOOD)
    if name is None:
        name = yield ask.text("name")
    if kcal is None:
        kcal = yield ask.number("kcal", "kcal", unit="kcal")
    work = partial(companion.intake.quick, name, kcal=kcal, protein_g=protein_g, slot=slot, at=at, note=note)
    return (yield from writing.write(work))


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
    ask, writing = Ask(companion), Writing(companion, DRINK)
    if ml is None:
        last = [entry.ml for entry in companion.intake.day().day.entries if isinstance(entry, Drunk)][-1:]
        likely = tuple(dict.fromkeys([*last, *USUAL_ML]))
        ml = yield replace(ask.number("ml", "ml", unit="mL"), likely=likely)
        what = (yield ask.text("what", optional=True, default="")) or None
    work = partial(companion.intake.drink, ml, what=what, level=level, slot=slot, at=at, note=note)
    return (yield from writing.write(work))


def log_tube(
    companion: "Companion",
    *,
    ml: float | None = None,
    kcal_per_ml: float | None = None,
    protein_per_100ml: float | None = None,
    water_per_100ml: float | None = None,
    what: str | None = None,
    slot: str | None = None,
    at: datetime | None = None,
    note: str | None = None,
) -> Flow:
    """Write down a tube feed: the last one again, another amount of it, or another formula."""
    ask, writing, last = Ask(companion), Writing(companion), companion.tube.last()
    formula = last is None
    if ml is None and last is not None:
        options = [Option(SAME, intake.again(last)), *(Option(key, word) for key, word in FEEDS.items())]
        choice = yield ask.choose("tube", options)
        ml, formula = last.ml if choice == SAME else None, choice == FORMULA
    figures: dict[str, Any] = {"protein_per_100ml": protein_per_100ml, "water_per_100ml": water_per_100ml}
    asked = [key for key, known in figures.items() if ml is None and formula and known is None]
    if ml is None:
        ml = yield ask.number("ml", "ml", unit="mL", default=last.ml if last else None, text="tube_ml")
    if formula and kcal_per_ml is None:
        kcal_per_ml = yield ask.number("kcal_per_ml", "kcal_per_ml", unit="kcal/mL")
    for key in asked:
        figures[key] = yield ask.number(key, key, unit=FIGURES[key], optional=True)
    work = partial(
        companion.tube.log, ml, kcal_per_ml=kcal_per_ml, what=what, slot=slot, at=at, note=note, **figures
    )
    return (yield from writing.write(work))


def log_again(
    companion: "Companion",
    *,
    entry: str | None = None,
    amount: float | None = None,
    ask_amount: bool = False,
    slot: str | None = None,
    at: datetime | None = None,
) -> Flow:
    """Write the same thing down again: which of the usual ones; another amount only where asked for."""
    ask, writing = Ask(companion), Writing(companion)
    if entry is None:
        usual = companion.intake.usual(slot or companion.intake.slot(None, at or companion.clock()))
        options = [Option(u.entry.id, intake.again(u.entry)) for u in usual]
        entry = yield ask.choose("again", options, text="again" if options else "again_nothing")
    if ask_amount:
        from companion.flows.history import amount as number

        known = companion.intake.find(entry)
        key = companion.intake.amount_key(known)
        amount = yield number(ask, key, getattr(known, key))
    work = partial(companion.intake.again, entry, amount=amount, slot=slot, at=at)
    return (yield from writing.write(work, keys=_levels(companion, entry)))


def _levels(companion: "Companion", id: str) -> tuple[str, ...]:
    """The parts of the plan that the same again would have to keep to."""
    entry = companion.intake.find(id)
    if isinstance(entry, TubeFed):
        return ()
    drunk = isinstance(entry, Drunk)
    if isinstance(entry, MealEaten) and (meal := companion.meals.known().get(entry.meal)):
        drunk = meal.kind == "drink"
    return (DRINK,) if drunk else (FOOD,)


def copy_day(
    companion: "Companion", *, on: date | None = None, slot: str | None = None, to: date | None = None
) -> Flow:
    """Write down a past day, or one slot of it, again for today or the day `to`; a meal like this first."""
    writing = Writing(companion, FOOD, DRINK)
    if on is None:
        meals, days = companion.intake.past(to, slot)
        today, before = companion.today_date(), (to or companion.today_date()) - timedelta(days=1)
        options = [Option((p.on, p.slot), *intake.past(p, today)) for p in (*meals[:1], *days, *meals[1:])]
        if options and not any(meal.on == before for meal in meals):  # so that a habit copies no whole day
            part = slot or companion.intake.slot(None, companion.clock())
            options.insert(0, Option((None, None), intake.NOTHING, intake.none_then(part, before, today)))
        on, slot = yield Ask(companion).choose("day", options, text="day" if options else "nothing_to_copy")
        if on is None:
            yield Say(intake.NOTHING_COPIED)
            return None
    work = partial(companion.intake.copy, on, slot=slot, to=to)
    return (yield from writing.write(work, several=True))
