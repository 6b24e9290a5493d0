"""What Enter takes on the day."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from companion.flows.roles import SEE, Verbs, of_flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.meals import Meal
    from companion.flows.steps import Flow
    from companion.services.companion import Companion
    from companion.services.today import Next


class Meals(NamedTuple):
    """The room of the meals, at one of them for a part of the day; without one as it opens by itself."""

    slot: str | None = None
    meal: "Meal | None" = None


def of_way(way: "Callable[[Companion], Flow] | Meals") -> Verbs:
    """What it takes to go that way; meals can be looked at by anybody."""
    if isinstance(way, Meals):
        return SEE
    while isinstance(way, partial):
        way = way.func
    return of_flow(way.__name__)


def taken(upcoming: "Next") -> "Callable[[Companion], Flow] | Meals":
    """The way to what is next: a conversation, or where to look for it."""
    from companion.flows.meals import log_meal
    from companion.flows.plan import set_plan
    from companion.flows.sessions import resume_session, start_session

    choice = upcoming.choice
    match upcoming.code:
        case "resume":
            return resume_session
        case "session" if choice:
            return partial(start_session, programme=choice.programme.id)
        case "session" | "gentle":
            return start_session
        case "level":
            return partial(set_plan, key="food-level")
        case "eat" if dish := upcoming.planned:
            return partial(log_meal, meal=dish.entry.meal, slot=dish.entry.slot)
        case "eat" if idea := upcoming.idea:
            return Meals(upcoming.slot, idea.candidate.offer.meal)
    return Meals()
