"""Eating: a few meals at once, every other one within the levels, and a closer look at each."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from companion.domain.entries import MealEaten
from companion.domain.meals import MealOffer
from companion.flows.day_plan import plan_day
from companion.flows.levels import FIND, Into, Talk
from companion.flows.meals import eat_meal, log_meal, tags
from companion.flows.menus.doors import doors
from companion.flows.plan import set_plan
from companion.flows.recipes_read import recipe
from companion.flows.steps import Menu, Option
from companion.wording import allergens, meals, meals_next, numbers

if TYPE_CHECKING:
    from companion.domain.meals import Picked
    from companion.services.companion import Companion

FIRST = 3  # meals before the other ways
WIDTH = 35  # letters of a meal's name
CLOSER, EVERY, SEARCH, TIMES, ONLY = "Look closer", "All of them", "Find a meal", "Another time", "Only some"
KINDS = {"food": "Food", "drink": "Drinks"}
IDS = {"food": "meals", "drink": "drinks"}
WAYS = ("next", "meal plan", "own recipe", "flow_test")


class Keeps(NamedTuple):
    """What a list of meals keeps to beside the levels; a slot of None is any time, a tag of "" is any.

    With `goes_on` nobody chose the slot: it is whichever it is by then.
    """

    kind: str
    slot: str | None = None
    tag: str = ""
    goes_on: bool = False

    def now(self, companion: "Companion") -> "Keeps":
        """With the slot that it is now, where nobody chose one."""
        return self._replace(slot=_slot_now(companion)) if self.goes_on else self

    @property
    def written(self) -> str | None:
        """The slot that an entry is for; None is whichever it is when it is written."""
        return None if self.goes_on else self.slot


def menu(companion: "Companion") -> Menu:
    """The meals of this part of the day."""
    return near(companion, Keeps("food", goes_on=True))


def near(companion: "Companion", keeps: Keeps) -> Menu:
    """What is planned or usual first: a few meals, then the ways to the others. A meal asks how much."""
    keeps = keeps.now(companion)
    if not _level(companion, keeps.kind):
        return _without_level(companion, keeps)
    found = _picked(companion, keeps)
    first = _first(companion, keeps, found)
    lists = [
        Option(Into(partial(every, keeps=keeps)), EVERY, meals.counted(len(found.offers), keeps.kind)),
        Option(FIND, SEARCH),
        Option(Into(partial(every, keeps=keeps, closer=True)), CLOSER, "The recipe, the clock, the plan"),
    ]
    ways = [Option(Into(partial(times, keeps=keeps)), TIMES, _time(keeps.slot)), _other_kind(keeps)]
    tag = Option(Into(partial(only, keeps=keeps)), ONLY, keeps.tag)
    rows = [_meal(companion, keeps, offer, planned=planned) for offer, planned in first]
    options = (*rows, *(lists if found.offers else lists[1:2]), *ways, tag, *doors(companion, *WAYS))
    return _menu(companion, keeps, found, options)


def every(companion: "Companion", keeps: Keeps, *, closer: bool = False) -> Menu:
    """All meals of a list; each asks how much, or where one looks closer leads to what is known of it."""
    keeps = keeps.now(companion)
    found = _picked(companion, keeps)
    rows = tuple(_meal(companion, keeps, offer, closer=closer) for offer in found.offers)
    if closer:
        made = _menu(companion, keeps, found, (Option(FIND, SEARCH), *rows), closer=True)
        return replace(made, id="meals_closer", title=CLOSER)
    return replace(_menu(companion, keeps, found, rows), id="meals_all", find=None)


def one(companion: "Companion", meal: str, slot: str | None, *, goes_on: bool = False) -> Menu:
    """One meal: eaten, eaten now with the clock, its recipe, planned; `goes_on` as a list keeps to a slot."""
    eaten, slot = (None, _slot_now(companion)) if goes_on else (slot, slot)
    offer = next((o for o in companion.meals.allowed() if o.meal.id == meal), None)
    offer = offer or MealOffer(companion.meals.find(meal), "", 0)
    options = (
        Option(Talk(partial(log_meal, meal=meal, slot=eaten)), meals_next.EATEN),
        Option(Talk(partial(eat_meal, meal=meal)), "Eat now, with the clock"),
        Option(recipe(companion, offer), "Recipe"),
        Option(Talk(partial(plan_day, day="today", meal=meal, slot=slot)), meals_next.PLANNED),
    )
    title = meals.label(offer.meal, WIDTH)
    return Menu(id="meal", title=title, told=numbers.sentence(_about(companion, offer)), options=options)


def times(companion: "Companion", keeps: Keeps) -> Menu:
    """Another part of the day, or any time."""
    slots = [*companion.settings.slots, None]
    options = [
        Option(Into(partial(near, keeps=keeps._replace(slot=slot, goes_on=False))), _time(slot))
        for slot in slots
    ]
    return Menu(id="meal_times", title=TIMES, options=tuple(options))


def only(companion: "Companion", keeps: Keeps) -> Menu:
    """Only some of the meals."""
    found = [
        Option(Into(partial(near, keeps=keeps._replace(tag=tag.value))), tag.label) for tag in tags(companion)
    ]
    return Menu(id="meal_tags", title="Only which meals?", options=tuple(found))


def _menu(
    companion: "Companion",
    keeps: Keeps,
    found: "Picked",
    options: tuple[Option, ...],
    *,
    closer: bool = False,
) -> Menu:
    """A list with its search, which looks at any time of day; why nothing is listed, and what is hidden."""

    def find(typed: str) -> tuple[Option, ...]:
        offers = _picked(companion, keeps._replace(slot=None), typed).offers
        return tuple(_meal(companion, keeps, offer, closer=closer) for offer in offers)

    levels = companion.meals.levels()
    hidden = numbers.sentence(allergens.hidden(found.hidden)) if found.hidden else ""
    empty = "" if found.offers else meals.empty(levels, keeps.kind, tag=keeps.tag, slot=keeps.slot)
    about = " ".join(part for part in (numbers.sentence(meals.levels(levels)), hidden) if part)
    told = " ".join(part for part in (empty, hidden) if part) if empty else ""
    return Menu(id=IDS[keeps.kind], title=_title(keeps), told=told, help=about, options=options, find=find)


def _without_level(companion: "Companion", keeps: Keeps) -> Menu:
    """Nothing is suggested before a level is decided."""
    write = Talk(partial(set_plan, key=f"{keeps.kind}-level"))
    told = meals.empty(companion.meals.levels(), keeps.kind)
    options = (Option(write, f"Write the {keeps.kind} level"), _other_kind(keeps))
    more = doors(companion, "own recipe", "flow_test")
    return Menu(id=IDS[keeps.kind], title=_title(keeps), told=told, options=(*options, *more))


def _level(companion: "Companion", kind: str) -> str | None:
    levels = companion.meals.levels()
    return levels.food if kind == "food" else levels.drink


def _picked(companion: "Companion", keeps: Keeps, typed: str = "") -> "Picked":
    return companion.meals.picked(kind=keeps.kind, slot=keeps.slot, tag=keeps.tag or None, text=typed)


def _first(companion: "Companion", keeps: Keeps, found: "Picked") -> list[tuple[MealOffer, bool]]:
    """The first few, and whether they are planned: what is planned, what is usual, then as they stand."""
    listed = {offer.meal.id: offer for offer in found.offers}
    if keeps.tag or keeps.slot is None:
        return [(offer, False) for offer in [*listed.values()][:FIRST]]
    anywhere = {offer.meal.id: offer for offer in _picked(companion, keeps._replace(slot=None)).offers}
    dishes = (dish.entry for dish in companion.day_plan.planned() if not dish.misfit)
    planned = [dish.meal for dish in dishes if dish.slot == keeps.slot]
    entries = (usual.entry for usual in companion.intake.usual(keeps.slot))
    often = [entry.meal for entry in entries if isinstance(entry, MealEaten)]
    ids = [id for id in dict.fromkeys([*planned, *often, *listed]) if id in anywhere]
    return [(anywhere[id], id in planned) for id in ids[:FIRST]]


def _meal(
    companion: "Companion", keeps: Keeps, offer: MealOffer, *, planned: bool = False, closer: bool = False
) -> Option:
    """A meal of a list: straight to how much, or to a closer look."""
    id = offer.meal.id
    look = partial(one, meal=id, slot=keeps.slot, goes_on=keeps.goes_on)
    eat = partial(log_meal, meal=id, slot=keeps.written)
    about = f"{'planned, ' if planned else ''}{_about(companion, offer)}"
    name = meals.label(offer.meal, WIDTH)
    looks = closer or not companion.actor.may("log")
    return Option(Into(look) if looks else Talk(eat), name, about, spoken=offer.meal.spoken)


def _about(companion: "Companion", offer: MealOffer) -> str:
    """level 5, yours, 510 kcal."""
    kcal = numbers.kcal(companion.meals.nutrients(offer.meal).kcal)
    return f"{meals.offered(offer)}, {kcal}" if offer.level else kcal


def _other_kind(keeps: Keeps) -> Option:
    other = "drink" if keeps.kind == "food" else "food"
    return Option(Into(partial(near, keeps=keeps._replace(kind=other))), KINDS[other])


def _title(keeps: Keeps) -> str:
    """Meals: supper; Drinks: any time, soup."""
    kept = ", ".join(part for part in (keeps.slot or meals.ANY_TIME, keeps.tag) if part)
    return f"{numbers.capital(IDS[keeps.kind])}: {kept}"


def _slot_now(companion: "Companion") -> str:
    return companion.intake.slot(None, companion.clock())


def _time(slot: str | None) -> str:
    return numbers.capital(slot or meals.ANY_TIME)
