"""Conversations about the person."""

from typing import TYPE_CHECKING

from companion.flows.ask import Ask, following
from companion.flows.steps import Flow, Option, Say
from companion.services.people import KEYS
from companion.wording import people

if TYPE_CHECKING:
    from companion.services.companion import Companion

CHOICES = {
    "sex": (Option("f", "Female"), Option("m", "Male"), Option("", "Leave it out")),
    "ventilation": (
        Option("none", "None"),
        Option("niv", "With a mask"),
        Option("invasive", "Through the windpipe"),
    ),
}


def set_person(
    companion: "Companion", *, key: str | None = None, value: str | None = None, after: str = ""
) -> Flow:
    """Write down a fact about the person; empty takes it out again. `after` was the one before."""
    companion.actor.require("arrange")
    ask = Ask(companion)
    if key is None:
        known = companion.people.person()
        options = [
            Option(k, people.title(k), people.value(getattr(known, field))) for k, field in KEYS.items()
        ]
        key = yield ask.choose("key", options, text="person_key", default=following(after, list(KEYS)))
    if value is None and key in CHOICES:
        value = yield ask.choose("value", CHOICES[key], text="person_value", title=f"{people.title(key)}?")
    elif value is None:
        value = yield ask.text("value", optional=True, text="person_value", title=f"{people.title(key)}?")
    result = companion.people.set(key, value)
    yield Say(people.set_(result))
    return result
