"""`companion today`: the day."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from companion.cli.shapes import amount, eaten, planned
from companion.cli.verbs import Verb
from companion.domain.entries import MealEaten
from companion.wording import fatigue as fatigue_words
from companion.wording import remarks
from companion.wording import weight as weight_words

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.domain.entries import Taken
    from companion.domain.weight import Unit
    from companion.services.fatigue import FatigueState
    from companion.services.today import DayView


@click.command("today", cls=Verb)
@click.pass_obj
def today(call: "Call") -> None:
    """The day: food, energy, protein and fluid, tiredness, weight, and what is due."""
    view = call.companion.today.view()
    call.tell(shape(view), lines(view, call.companion.settings.weight_unit))


def lines(view: "DayView", unit: "Unit") -> Iterator[str]:
    """The day in lines; JSON needs none of their words."""
    from companion.wording import today as words

    yield from words.lines(view, unit)


def shape(view: "DayView") -> dict[str, Any]:
    """The day as JSON."""
    day, targets = view.intake, view.intake.targets
    protein, fluid, weight = targets.protein, targets.fluid, view.weight
    return {
        "date": view.date.isoformat(),
        "person": view.person.name,
        "demo": view.demo,
        "meals": [taken(entry) for entry in day.day.entries],
        "energy": {
            "kcal": eaten(day), "target_kcal": amount(targets.energy.kcal), "source": targets.energy.source,
        },
        "protein": {
            "g": eaten(day, "protein_g"),
            "low_g": amount(protein.low_g) if protein else None,
            "high_g": amount(protein.high_g) if protein else None,
        },
        "fluid": {
            "ml": eaten(day, "fluid_ml"), "target_ml": amount(fluid.ml) if fluid else None,
            "not_known": day.day.unknown_fluid,
        },
        "spared": {
            "ok": day.spared.ok,
            "non_protein_kcal_per_g_nitrogen": amount(day.spared.ratio),
            "advice": day.spared.advice,
        },
        "spared_week": {
            "ok": view.week.verdict.ok,
            "non_protein_kcal_per_g_nitrogen": amount(view.week.verdict.ratio),
            "advice": view.week.verdict.advice,
            "days_known": view.week.known,
            "days_spared": view.week.good,
        },
        "fatigue": tiredness(view.fatigue),
        "weight": {
            "kg": weight.kg if weight else None,
            "change_percent": amount(weight.change_percent) if weight else None,
            "level": weight.level if weight else None,
            "reason": weight_words.reason(weight) or None if weight else None,
        },
        "due": [{"what": remark.code, "text": remarks.sentence(remark)} for remark in view.due],
        "planned": [planned(dish) for dish in view.planned],
    }  # fmt: skip


def taken(entry: "Taken") -> dict[str, Any]:
    """Something eaten or drunk; `eaten` is the share of a serving of a meal."""
    share = entry.eaten if isinstance(entry, MealEaten) else None
    held = entry.nutrients
    return {
        "id": entry.id, "kind": entry.kind, "name": entry.name, "slot": entry.slot,
        "at": entry.at.isoformat(), "by": entry.by, "eaten": share, "kcal": amount(held.kcal),
        "protein_g": amount(held.protein_g), "fluid_ml": amount(held.fluid_ml),
    }  # fmt: skip


def tiredness(state: "FatigueState") -> dict[str, Any]:
    """The watch, and the newest rating of yesterday and today."""
    return {
        "level": state.watch.level,
        "learning": state.watch.learning,
        "reason": fatigue_words.reason(state.watch) or None,
        "latest": state.latest.rating if state.latest else None,
    }
