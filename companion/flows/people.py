"""Conversations about the person."""

from collections.abc import Mapping
from dataclasses import replace
from math import ceil, floor
from typing import TYPE_CHECKING

from companion.domain.people import FUNCTION
from companion.domain.weight import from_kg, to_kg
from companion.flows.ask import Ask
from companion.flows.steps import Choose, Flow, Option, Say
from companion.flows.weight import read
from companion.services.people import KEYS, SUM
from companion.wording import numbers, people

if TYPE_CHECKING:
    from companion.services.companion import Companion

# The unit of each fact that is a number, and whether it is a whole one; its limits have the field's name.
NUMBERS = {"birth-year": ("", True), "height-cm": ("cm", False), "alsfrs6": ("", True)}
REFERENCE = "reference-weight"
TEXTS = {"height-cm": "height"}  # the rest are named as the fact is
LETTERS = 200  # of a text; all allergens there are take half of them
BREATHLESS = 1  # from this answer about breath down, at rest


def set_person(companion: "Companion", *, key: str | None = None, value: str | None = None) -> Flow:
    """Write down a fact about the person; empty takes it out again."""
    companion.actor.require("arrange")
    if key is None:
        known = companion.people.person()
        options = [
            Option(k, people.title(k), people.value(k, getattr(known, field))) for k, field in KEYS.items()
        ]
        key = yield Ask(companion).choose("key", options, text="person_key")
    if value is None and key == SUM:
        way = yield _way(companion)
        if way == "ask":
            return (yield from ask_function(companion))
        if way == "out" and any(kept is not None for kept in companion.people.function().values()):
            return (yield from ask_function(companion, answers=dict.fromkeys(FUNCTION)))
        value = "" if way == "out" else None
    if value is None:
        value = yield from _value(companion, key)
    result = companion.people.set(key, value)
    yield Say(people.set_(result, companion.settings.weight_unit))
    return result


def ask_function(companion: "Companion", *, answers: Mapping[str, int | None] | None = None) -> Flow:
    """The six questions behind the energy formula, one a step, each may be left out.

    `answers` are given ones; the others then stay as they are.
    """
    companion.actor.require("arrange")
    known = companion.people.function()
    if answers is None:
        given: dict[str, int | None] = {}
        for name in FUNCTION:
            given[name] = yield _question(companion, name, known[name])
    else:
        given = {**known, **answers}
    result = companion.people.set_function(given)
    yield Say(people.function_set(result))
    breath = given["breath"]
    if breath is not None and breath <= BREATHLESS:
        yield Say(companion.content.text("function.breath_note").text, "notice")
    return result


def _way(companion: "Companion") -> Choose:
    """Six questions, a sum that a clinic gave, or neither."""
    options = [Option(way, *said) for way, said in people.WAYS.items()]
    return Ask(companion).choose("way", options, text="function.note", title=people.WAY)


def _question(companion: "Companion", name: str, now: int | None) -> Choose:
    """One of the six, beginning on the answer of last time; "leave it out" is one key."""
    texts = companion.content.section("function")
    marks = [texts[id] for id in texts if id.startswith(f"function.{name}.")]
    options = [Option(mark.value, mark.text, spoken=mark.aloud) for mark in marks]
    title = people.question(FUNCTION.index(name) + 1, texts[f"function.{name}"].text)
    left_out = Option(None, people.LEAVE_OUT, key="N")
    return Ask(companion).choose(name, [*options, left_out], default=now, text="function_answer", title=title)


def _value(companion: "Companion", key: str) -> Flow:
    """The question that fits the fact, beginning on what is known."""
    ask = Ask(companion)
    text = f"person_{TEXTS.get(key, key.replace('-', '_'))}"
    now = getattr(companion.people.person(), KEYS.get(key, ""), None)
    if key in people.VALUES:
        options = [Option(v, numbers.capital(said)) for v, said in people.VALUES[key].items()]
        if key in ("sex", "diet"):
            options.append(Option("", people.LEAVE_OUT))
        return (yield ask.choose("value", options, text=text, default=now))
    if key == REFERENCE:
        return (yield from _reference(companion, now))
    if key in NUMBERS:
        unit, whole = NUMBERS[key]
        number = yield ask.number(
            "value", KEYS[key], unit=unit, whole=whole, optional=True, default=now, text=text
        )
        return "" if number is None else str(number)
    if key in KEYS:
        said = now and people.value(key, now)  # as it was typed: tree nuts, and no id
        return (yield ask.text("value", limit=LETTERS, optional=True, text=text, default=said))
    return ""  # an unknown key, which the service names


def _reference(companion: "Companion", now: float | None) -> Flow:
    """The weight to compare with, in the unit of the scales; kept in kilograms."""
    ask, unit, limit = Ask(companion), companion.settings.weight_unit, KEYS[REFERENCE]
    title = people.reference_question(unit)
    step = ask.number(
        "value", "stones" if unit == "st" else limit, unit=unit, optional=True, text="person_reference_weight"
    )
    if unit == "kg":
        amount = yield replace(step, default=now)
        return "" if amount is None else str(amount)
    low, high = (step.low, step.high) if unit == "st" else (from_kg(step.low, unit), from_kg(step.high, unit))
    known = None if now is None else round(from_kg(now, unit), 1)
    step = replace(step, low=ceil(low), high=floor(high), default=known, title=title, spoken=title)
    amount = yield from read(ask, step)
    return "" if amount is None else str(round(to_kg(amount, unit), 2))
