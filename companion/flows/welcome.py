"""The conversation at the first start."""

from dataclasses import replace
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from companion.config.settings import choices
from companion.domain.weight import Unit, from_kg
from companion.errors import CompanionError
from companion.flows.ask import Ask
from companion.flows.plan import NOT_YET, levels
from companion.flows.steps import Choose, Flow, Number, Option, Say
from companion.flows.weight import read
from companion.wording import preferences, weight, welcome
from companion.wording.errors import sentence

if TYPE_CHECKING:
    from companion.flows.walk import Talk
    from companion.services.companion import Companion

NOT_WEIGHED = Option(None, "Nobody weighed yet", key="N")


def first_run(companion: "Companion") -> Flow:
    """What the program is, then whose diary this is, the levels and a weight. All of it can be left out."""
    companion.actor.require("arrange")
    ask = Ask(companion)
    yield ask.choose("welcome", [Option("on", "Go on")], text="first_run.statement")
    name = yield ask.text("name", text="first_run.name", optional=True)
    food = yield _level(companion, "food-level")
    drink = yield _level(companion, "drink-level")
    decided_by = ""
    if food or drink:
        who = [Option(value, label) for value, label in welcome.DECIDERS.items()]
        unknown = who[-1].value
        decided_by = yield ask.choose("decided_by", who, text="first_run.decided_by", default=unknown)
    unit = yield _unit(companion)
    amount = (yield from _weight(companion, unit)) if unit else None
    result = companion.welcome.keep(
        name=name,
        food_level=food,
        drink_level=drink,
        decided_by=decided_by,
        unit=unit,
        weight=amount,
        confirmed=True,
    )
    yield Say(welcome.kept(result, companion.settings, companion.content))
    return result


def _level(companion: "Companion", key: str) -> Choose:
    """A level by its digit; Enter, on the row under the cursor, leaves it out."""
    id = key.replace("-", "_")
    return Ask(companion).choose(id, [*levels(companion, key), NOT_YET], text=f"first_run.{id}")


def _unit(companion: "Companion") -> Choose:
    """What the scales show, before the number: pounds read as kilograms would look like any weight."""
    content, key = companion.content, "weight-unit"
    units = [Option(unit, *preferences.choice(key, unit, content)) for unit in choices(key)]
    return Ask(companion).choose("unit", [*units, NOT_WEIGHED], text="first_run.unit")


def _weight(companion: "Companion", unit: Unit) -> Flow:
    """What the scales say, None where it is left out; a likely slip is asked about until it is right."""
    ask = Ask(companion)
    while True:
        amount = yield from read(ask, _scales(companion, unit))
        doubt = None if amount is None else companion.weight.slip(amount, unit=unit)
        if not doubt:
            return amount
        if (yield ask.confirm("confirm", title=weight.is_it_right(doubt, unit), text="confirm_weight")):
            return amount


def _scales(companion: "Companion", unit: Unit) -> Number:
    """Within what can be kept at all: the answers are written together, and none may stop the others."""
    low, high = (from_kg(kg, unit) for kg in companion.content.bounds("weight_kg"))
    step = Ask(companion).number("weight", "scales", unit=unit, optional=True, text="first_run.weight")
    return replace(step, low=ceil(low), high=floor(high) - (unit == "st"))  # room for the pounds


def greeting(companion: "Companion") -> "tuple[Talk, ...]":
    """What a face that shows one step at a time begins with at the first start; nothing at any other."""
    from companion.flows.walk import Talk

    return (Talk(first_run, over),) if companion.welcome.due() else ()


def over(companion: "Companion", result: Any) -> str:
    """Keep that it was asked, answered or left; who left is told the way back."""
    try:
        companion.welcome.over()
    except CompanionError as error:
        return sentence(error)
    return "" if result else welcome.LEFT
