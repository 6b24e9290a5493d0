"""Conversations about what comes next to eat, and about the meals planned for a day."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from companion.flows.ask import Ask
from companion.flows.meals import log_meal
from companion.flows.steps import Flow, Option, Say
from companion.wording import day_plan, meals_next

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.services.day_plan import PlannedItem, Proposal

EAT, PLAN, LEAVE = "eat", "plan", "leave"
ACCEPT, NOT_NOW = "accept", "not_now"
DAYS = {"today": 0, "tomorrow": 1}


def what_next(companion: "Companion", *, slot: str | None = None) -> Flow:
    """What would go well now, the best first; then eat it or plan it."""
    ask = Ask(companion)
    slot = companion.intake.slot(slot, companion.clock())
    found = companion.meals_next.next(slot)
    if not found:
        yield Say(meals_next.NOTHING)
        return None
    options = [
        Option(one.candidate.id, one.candidate.offer.meal.label, meals_next.phrase(one.candidate, one.why))
        for one in found
    ]
    order = meals_next.order(companion.meals_next.need(slot))
    meal = yield replace(ask.choose("next", options), help=order)
    ways = [
        Option(EAT, meals_next.EATEN),
        Option(PLAN, meals_next.PLANNED, f"For {slot}"),
        Option(LEAVE, day_plan.NOT_NOW),
    ]
    way = yield ask.choose("next_do", ways)
    if way == EAT:
        return (yield from log_meal(companion, meal=meal, slot=slot))
    if way == LEAVE:
        yield Say(day_plan.NOTHING)
        return None
    return (yield from plan_day(companion, day="today", meal=meal, slot=slot))


def plan_day(
    companion: "Companion",
    *,
    day: str | None = None,
    meal: str | None = None,
    slot: str | None = None,
    accept: bool = False,
) -> Flow:
    """A day's meals so that its target is reached: all of it, with some changed, or not now; or one meal."""
    ask, today = Ask(companion), companion.today_date()
    if day is None:
        named = [Option(name, name.capitalize()) for name in DAYS]
        day = yield ask.choose("plan_on", named)
    on = today + timedelta(days=DAYS[day])
    if meal is not None:
        result = companion.day_plan.plan(meal, slot=slot, on=on)
        yield Say(day_plan.accepted(result, today))
        return result
    proposal = companion.day_plan.propose(on)
    if not proposal.items:
        yield Say(day_plan.REACHED_ALREADY if proposal.chosen.reached else day_plan.sums(proposal))
        return None
    if not accept:
        chosen = yield from _agreed(companion, ask, proposal, today)
        if chosen is None:
            yield Say(day_plan.NOTHING)
            return None
        proposal = chosen
    result = companion.day_plan.accept(proposal)
    yield Say(day_plan.accepted(result, today))
    return result


def _agreed(companion: "Companion", ask: Ask, first: "Proposal", today: date) -> Flow:
    """The proposal as the person wants it; None for not now. A dish may be changed as often as one likes."""
    proposal, swap = first, dict[str, str]()
    ids = [one.candidate.id for one in first.items]
    while True:
        options = [
            Option(ACCEPT, day_plan.ACCEPT),
            *(Option(n, *day_plan.item(one)) for n, one in enumerate(proposal.items)),
            Option(NOT_NOW, day_plan.NOT_NOW),
        ]
        step = ask.choose("day_plan", options, title=day_plan.title(proposal, today))
        answer = yield replace(step, help=f"{day_plan.beside(proposal)} {step.help}".strip())
        if answer == NOT_NOW:
            return None
        if answer == ACCEPT:
            return proposal
        other = yield from _instead(companion, ask, proposal, proposal.items[answer])
        if other is not None:
            kept = [id for id in ids if swap.get(id) != ""]
            swap[kept[answer]] = other
            proposal = companion.day_plan.propose(first.on, swap=swap)


def _instead(companion: "Companion", ask: Ask, proposal: "Proposal", item: "PlannedItem") -> Flow:
    """Another dish for the same part of the day, "" for none, or None to leave it."""
    others = companion.day_plan.instead(proposal, item)
    options = [
        Option(None, "Leave it as it is"),
        *(Option(one.id, one.offer.meal.label, meals_next.phrase(one, ())) for one in others),
        Option("", "Without it"),
    ]
    title = f"Instead of {item.candidate.offer.meal.label}"
    return (yield ask.choose("plan_instead", options, title=title))
