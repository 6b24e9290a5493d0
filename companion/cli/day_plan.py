"""`companion meal next` and `meal plan`: what would go well now, and the meals planned for a day."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.verbs import Verb
from companion.flows.day_plan import DAYS, plan_day
from companion.wording import day_plan as words
from companion.wording import meals_next

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.domain.meals_next import Candidate
    from companion.services.day_plan import Proposal


@click.command("next", cls=Verb)
@given.slot
@click.option("--count", "n", type=click.IntRange(1), default=5, show_default=True, help="How many.")
@click.pass_obj
def next_(call: "Call", slot: str | None, n: int) -> None:
    """What would go well next, of what the plan allows, and why."""
    companion = call.companion
    part = companion.intake.slot(slot, companion.clock())
    found = companion.meals_next.next(part, n)
    need = companion.meals_next.need(part)
    document = {
        "slot": part,
        "why": meals_next.order(need),
        "meals": [
            {**_dish(one.candidate), "why": meals_next.phrase(one.candidate, one.why)} for one in found
        ],
    }
    call.tell(document, meals_next.lines(found, need, part))


@click.command("plan", cls=Verb)
@click.option("--day", type=click.Choice(list(DAYS)), default="today", show_default=True)
@click.option("--accept", is_flag=True, help="Write it down as planned.")
@click.option("--meal", metavar="ID", help="Plan this one meal instead.")
@given.slot
@click.pass_obj
def plan(call: "Call", day: str, *, accept: bool, meal: str | None, slot: str | None) -> None:
    """Meals for the rest of a day, so that its target is reached. Shown only, unless --accept is added."""
    companion = call.companion
    today = companion.today_date()
    if meal is None and not accept:
        proposal = companion.day_plan.propose(today + timedelta(days=DAYS[day]))
        call.tell(shape(proposal), words.lines(proposal, today))
        return
    outcome = converse(lambda: plan_day(companion, day=day, meal=meal, slot=slot, accept=accept))
    entries = [shapes.entry(entry) for entry in outcome.result.entries] if outcome.result else []
    call.tell({"entries": entries, "sentence": outcome.sentence}, [outcome.sentence])


def shape(proposal: "Proposal") -> dict[str, Any]:
    """A proposal as JSON."""
    return {
        "date": proposal.on.isoformat(),
        "items": [
            {"slot": one.slot, **_dish(one.candidate), "why": words.item(one)[1]} for one in proposal.items
        ],
        "planned": [shapes.planned(dish) for dish in proposal.kept],
        "total": shapes.nutrients(proposal.chosen.total),
        "target_kcal": shapes.amount(proposal.targets.energy.kcal),
        "reached": proposal.chosen.reached,
        "text": words.sums(proposal),
    }


def _dish(one: "Candidate") -> dict[str, Any]:
    meal = one.offer.meal
    return {
        "id": meal.id, "name": meal.name, "kind": meal.kind, "level": one.offer.level,
        "per_serving": shapes.nutrients(one.per),
    }  # fmt: skip
