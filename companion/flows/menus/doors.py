"""The doors of flows/doors.py as choices of a menu."""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from companion.flows.doors import DOORS, Door, paragraphs
from companion.flows.levels import Into, Talk
from companion.flows.steps import Menu, Option, Read
from companion.wording import history

if TYPE_CHECKING:
    from companion.services.companion import Companion


def doors(companion: "Companion", *names: str) -> list[Option]:
    """A choice for each door, by its words."""
    return [_door(companion, name, DOORS[name]) for name in names]


def _door(companion: "Companion", name: str, door: Door) -> Option:
    """What undo takes back is said beside it."""
    about = door.about.removeprefix(f"{door.word}: ")
    if name == "undo" and (newest := companion.history.newest()) is not None:
        about = history.described(newest, companion.content, unit=companion.settings.weight_unit)
    return Option(way(companion, door), door.word, about, twice=door.twice)


def way(companion: "Companion", door: Door) -> Talk | Into | Read:
    """Through a door: a conversation, the menu that stands for its room, or its texts."""
    if door.flow:
        module, _, function = door.flow.partition(":")
        return Talk(getattr(import_module(f"companion.flows.{module}"), function))
    if door.room:
        return Into(partial(room, door.room))
    return Read(door.word, tuple(paragraphs(companion, door.texts)))


def room(name: str, companion: "Companion") -> Menu:
    """The menu of a room, by the room's name."""
    menu: Menu = import_module(f"companion.flows.menus.{name}").menu(companion)
    return menu
