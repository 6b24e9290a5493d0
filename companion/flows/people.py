"""Conversations about the person."""

from typing import TYPE_CHECKING

from companion.flows.ask import Ask
from companion.flows.steps import Flow, Option, Say
from companion.services.people import KEYS
from companion.wording import numbers, people

if TYPE_CHECKING:
    from companion.services.companion import Companion

# The unit of each fact that is a number, and whether it is a whole one; its limits have the field's name.
NUMBERS = {
    "birth-year": ("", True), "height-cm": ("cm", False), "reference-weight": ("kg", False),
    "alsfrs6": ("", True),
}  # fmt: skip
TEXTS = {"height-cm": "height"}  # the rest are named as the fact is


def set_person(companion: "Companion", *, key: str | None = None, value: str | None = None) -> Flow:
    """Write down a fact about the person; empty takes it out again."""
    companion.actor.require("arrange")
    if key is None:
        known = companion.people.person()
        options = [
            Option(k, people.title(k), people.value(k, getattr(known, field))) for k, field in KEYS.items()
        ]
        key = yield Ask(companion).choose("key", options, text="person_key")
    if value is None:
        value = yield from _value(companion, key)
    result = companion.people.set(key, value)
    yield Say(people.set_(result))
    return result


def _value(companion: "Companion", key: str) -> Flow:
    """The question that fits the fact, beginning on what is known."""
    ask = Ask(companion)
    text = f"person_{TEXTS.get(key, key.replace('-', '_'))}"
    now = getattr(companion.people.person(), KEYS.get(key, ""), None)
    if key in people.VALUES:
        options = [Option(v, numbers.capital(said)) for v, said in people.VALUES[key].items()]
        if key == "sex":
            options.append(Option("", people.LEAVE_OUT))
        return (yield ask.choose("value", options, text=text, default=now))
    if key in NUMBERS:
        unit, whole = NUMBERS[key]
        number = yield ask.number(
            "value", KEYS[key], unit=unit, whole=whole, optional=True, default=now, text=text
        )
        return "" if number is None else str(number)
    if key in KEYS:
        return (yield ask.text("value", optional=True, text=text, default=now))
    return ""  # an unknown key, which the service names
