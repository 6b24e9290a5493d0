"""Through the doors of flows/doors.py in the full screen: a conversation, a room, or a page of texts."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from companion.flows.doors import DOORS, paragraphs
from companion.flows.roles import of_door, refusal

if TYPE_CHECKING:
    from companion.tui.app import CompanionApp


def go(app: "CompanionApp", name: str, then: Callable[[Any], None] | None = None) -> None:
    """Through a door; `then` gets what the flow returned, or None."""
    door = DOORS[name]
    if why := refusal(app.companion, of_door(door)):
        app.say(why, "notice")
        return
    if door.flow:
        module, _, function = door.flow.partition(":")
        make = partial(getattr(import_module(f"companion.flows.{module}"), function), app.companion)
        app.begin(make, then)
    elif door.room:
        app.open(door.room, then=then)
    else:
        app.open("page", door.word, paragraphs(app.companion, door.texts))
