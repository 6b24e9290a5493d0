"""A day's food and drink: every entry with what can be done about it, and what can be added to the day."""

from collections import Counter
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from companion.domain.intake import to_come
from companion.flows.day_plan import plan_day
from companion.flows.history import edit, remove
from companion.flows.intake import copy_day, log_again, log_drink, quick_entry
from companion.flows.levels import Into, Talk
from companion.flows.meals import log_meal
from companion.flows.menus.doors import doors
from companion.flows.steps import Menu, Option, Read
from companion.wording import day_plan, intake_day, intake_week, numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.entries import Taken
    from companion.services.companion import Companion
    from companion.services.day_plan import PlannedDish


def menu(companion: "Companion") -> Menu:
    """Today."""
    return day(companion)


def day(companion: "Companion", *, on: date | None = None) -> Menu:
    """A day, what was written down last first; `on` is None for the day it is."""
    today = companion.today_date()
    on = None if on == today else on
    found, shown = companion.intake.day(on), on or today
    planned = () if on else companion.day_plan.planned()
    options = [
        Option(Into(partial(adding, on=on) if on is None else partial(parts, on=on)), "Add"),
        *(_dish(dish) for dish in planned),
        *_entries(found.day.entries, on),
        *_days(on, today),
        Option(Into(partial(more, on=on)), "Sums and plan"),
        *doors(companion, "undo"),
    ]
    told = intake_day.told(found, today=on is None)
    id = "eaten" if on is None else "eaten_day"
    return Menu(id=id, title=intake_day.title(shown, today), told=told, options=tuple(options))


def _dish(dish: "PlannedDish") -> Option:
    label, facts = day_plan.name(dish), (numbers.kcal(dish.entry.kcal), dish.entry.slot)
    return Option(Into(partial(planned, id=dish.entry.id)), numbers.capital(label), ", ".join(facts))


def _entries(taken: "Sequence[Taken]", on: date | None) -> list[Option]:
    """What was written down last first; where two have one name, each with its time."""
    names = Counter(one.name for one in taken)
    return [
        Option(Into(partial(entry, id=one.id, on=on)), *intake_day.told_apart(one, twin=names[one.name] > 1))
        for one in reversed(taken)
    ]


def _days(on: date | None, today: date) -> list[Option]:
    """The day before; from a past day also the day after, and today."""
    before = Option(Into(partial(day, on=(on or today) - timedelta(days=1))), "Day before")
    if on is None:
        return [before]
    after = Option(Into(partial(day, on=on + timedelta(days=1))), "Day after")
    return [before, after, Option(Into(day), "Today")]


def entry(companion: "Companion", *, id: str, on: date | None = None) -> Menu | None:
    """One thing eaten or drunk; None once it is taken out."""
    one = next((each for each in companion.intake.day(on).day.entries if each.id == id), None)
    if one is None:
        return None
    options = (
        Option(Talk(partial(edit, id=id)), "Change"),
        Option(Talk(partial(log_again, entry=id)), "Again now"),
        Option(Talk(partial(edit, id=id, key="slot")), "Part of the day"),
        Option(Talk(partial(edit, id=id, key="note")), "Note"),
        Option(Talk(partial(remove, id=id)), "Take out", twice=True),
        Option(Read(intake_day.ABOUT, tuple(intake_day.record(one))), "All about it"),
    )
    told = numbers.sentence(numbers.capital(f"{intake_day.facts(one)}, {one.slot}"))
    return Menu(id="eaten_entry", title=one.name, told=told, options=options)


def planned(companion: "Companion", *, id: str) -> Menu | None:
    """A dish that is planned for today; None once it is eaten or taken out."""
    dish = next((each for each in companion.day_plan.planned() if each.entry.id == id), None)
    if dish is None:
        return None
    eaten = partial(log_meal, meal=dish.entry.meal, slot=dish.entry.slot)
    out = Option(Talk(partial(remove, id=id)), "Take out", twice=True)
    options = (out,) if dish.misfit else (Option(Talk(eaten), "Eaten"), out)
    return Menu(id="eaten_planned", title=dish.entry.name, told=day_plan.facts(dish), options=options)


def adding(companion: "Companion", *, on: date | None = None, slot: str | None = None) -> Menu:
    """What can be written down for a day, and for a part of it; None is now."""
    from companion.flows.menus import foods

    at = companion.intake.moment(on, slot) if on else None
    options = [
        Option(Into(partial(foods.menu, on=on, slot=slot)), "Food"),
        Option(Talk(partial(quick_entry, slot=slot, at=at)), "Quick entry"),
        Option(Talk(partial(log_drink, slot=slot, at=at)), "Drink"),
        Option(Talk(partial(copy_day, slot=slot, to=on)), "Copy"),
    ]
    if slot is None:
        options.append(Option(Into(partial(parts, on=on)), "Another part of the day"))
    part = slot or companion.intake.slot(None, at or companion.clock())
    return Menu(id="eaten_add", title=intake_day.add_to(part, on), options=tuple(options))


def parts(companion: "Companion", *, on: date | None = None) -> Menu:
    """The parts of a day, to add something to one of them."""
    options = [
        Option(Into(partial(adding, on=on, slot=slot)), numbers.capital(slot), f"from {starts}")
        for slot, starts in companion.settings.slots.items()
    ]
    return Menu(id="eaten_parts", title=intake_day.WHICH_PART, options=tuple(options))


def more(companion: "Companion", *, on: date | None = None) -> Menu:
    """The sums of a day, the week, and what lies behind them."""
    from companion.flows.menus import plan

    found = companion.intake.day(on)
    coming = [] if on else to_come(found.day, list(companion.settings.slots), _slot_now(companion))
    week = tuple(intake_week.explained(companion.intake_week.view()))
    options = (
        Option(Read(intake_day.SUMS, tuple(intake_day.sums(found, coming, today=on is None))), "The sums"),
        Option(Read(intake_week.TITLE, week), "Protein over the week"),
        Option(Talk(plan_day), "Plan meals"),
        Option(Into(plan.menu), "Targets and plan"),
    )
    return Menu(id="eaten_more", title=intake_day.title(on or companion.today_date(), companion.today_date()),
                options=options)  # fmt: skip


def _slot_now(companion: "Companion") -> str:
    return companion.intake.slot(None, companion.clock())
