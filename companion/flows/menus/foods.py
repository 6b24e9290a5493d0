"""Adding food: what is eaten often again at once, any food by a word, a quick entry, a food of one's own."""

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from companion.flows.foods import add_food, log_food
from companion.flows.intake import log_again, quick_entry
from companion.flows.levels import FIND, Into, Talk
from companion.flows.steps import Menu, Option
from companion.services.foods_lookup import Hit, Lookup
from companion.wording import allergens, foods, numbers

if TYPE_CHECKING:
    from companion.services.companion import Companion

FIRST = 3  # of what is eaten often, before the other ways
TITLE, SEARCH, AMOUNT, QUICK, NEW = "Add food", "Find a food", "Other amount", "Quick entry", "New food"
NOT_THERE = "Nothing like that; quick entry"
AT_ONCE = "The first ones write the same amount again at once."


class Where(NamedTuple):
    """The day and slot that is added to; None is today and now."""

    on: date | None
    slot: str | None

    def moment(self, companion: "Companion") -> datetime | None:
        """When an entry is about: now, or on the day that is added to."""
        return companion.intake.moment(self.on, self.slot) if self.on else None

    def part(self, companion: "Companion") -> str:
        """The slot by its name."""
        return companion.intake.slot(self.slot, self.moment(companion) or companion.clock())


def menu(companion: "Companion", on: date | None = None, slot: str | None = None) -> Menu:
    """What is eaten often, and the ways to everything else, for this day and slot."""
    where = Where(on, slot)
    often = _lookup(companion, where).often()
    rest = [Option(Into(partial(amounts, where=where)), AMOUNT)] if often else []
    options = (
        *(_again(companion, where, hit) for hit in often[:FIRST]),
        Option(FIND, SEARCH),
        *rest,
        Option(_talk(companion, where, quick_entry), QUICK),
        Option(Talk(add_food, then=partial(_eat, where=where)), NEW),
    )
    told = "" if often else foods.NOTHING_YET
    today = companion.today_date()
    title, _ = foods.where(where.part(companion), on or today, today)
    find = partial(_find, companion, where)
    return Menu(id="foods", title=f"{TITLE}: {title}", told=told, help=AT_ONCE, options=options, find=find)


def amounts(companion: "Companion", where: Where) -> Menu:
    """Everything that is eaten often; each asks for its amount, and begins on the one it had."""
    often = _lookup(companion, where).often()
    rows = (_again(companion, where, hit, ask_amount=True) for hit in often)
    find = partial(_find, companion, where, ask_amount=True)
    return Menu(id="foods_often", title=AMOUNT, options=(Option(FIND, SEARCH), *rows), find=find)


def _find(
    companion: "Companion", where: Where, typed: str, *, ask_amount: bool = False
) -> tuple[Option, ...]:
    """The same again first, then foods; at the end the word itself as a quick entry, or as a new food."""
    companion.foods.prepare()
    hits = _lookup(companion, where).find(typed)
    found = [
        _again(companion, where, hit, ask_amount=ask_amount) if hit.usual else _food(companion, where, hit)
        for hit in hits
    ]
    way = _talk(companion, where, quick_entry, name=typed)
    quick = Option(way, QUICK if hits else NOT_THERE, typed)
    new = Option(Talk(partial(add_food, suggested=typed), then=partial(_eat, where=where)), NEW, typed)
    return (*found, quick, new)


def _again(companion: "Companion", where: Where, hit: Hit, *, ask_amount: bool = False) -> Option:
    """The same again: at once, or asking for its amount."""
    assert hit.usual is not None
    entry = hit.usual.entry
    way = _talk(companion, where, log_again, entry=entry.id, ask_amount=ask_amount)
    lately = foods.often(hit.usual, companion.today_date()) if ask_amount else ""
    about = (foods.taken_amount(entry), numbers.kcal(entry.nutrients.kcal), lately)
    return Option(way, _named(companion, entry.name, hit), ", ".join(part for part in about if part))


def _food(companion: "Companion", where: Where, hit: Hit) -> Option:
    """A food, which asks how much."""
    assert hit.food is not None
    unit = foods.unit(per_serving=companion.foods.per_serving(hit.food.id))
    way = _talk(companion, where, log_food, food=hit.food.id)
    about = f"{numbers.kcal(hit.food.kcal)} in {unit}"
    return Option(way, _named(companion, hit.food.name, hit), about)


def _named(companion: "Companion", name: str, hit: Hit) -> str:
    """The name, and what is in it that the person does not eat: Butter, salted, has milk."""
    what = hit.usual.entry if hit.usual else hit.food
    mark = allergens.mark(companion.meals.avoided(what)) if what else ""
    return f"{name}, {mark}" if mark else name


def _talk(companion: "Companion", where: Where, flow: Any, **facts: Any) -> Talk:
    """A conversation that writes something down for the day and slot."""
    return Talk(partial(flow, slot=where.slot, at=where.moment(companion), **facts))


def _eat(companion: "Companion", kept: Any, where: Where) -> Talk | str:
    """A food just kept is there to be written down at once."""
    return _talk(companion, where, log_food, food=kept.id) if kept is not None else ""


def _lookup(companion: "Companion", where: Where) -> Lookup:
    return Lookup(companion, where.part(companion))
