"""Whatever a key does in a room of the full screen can be done by digits in the menus as well.

A table for each room: what its key does, and what is reached for it from the room's menu: the name of a
flow, with the fact that it begins on (`edit slot`), the id of a menu, or the title of a text. `Moves` are
keys that do nothing but show another part of the room, each with how one comes by that in a menu.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import Any

import pytest

from companion.flows.doors import DOORS
from companion.flows.happened import FLOWS
from companion.flows.menus import (
    fatigue,
    foods,
    history,
    intake,
    meals,
    plan,
    preferences,
    today,
    trends,
    warnings,
    weight,
)
from companion.flows.sessions_notes import note_fall, note_pain
from companion.flows.steps import Menu, Read
from companion.flows.walk import FIND, Into, Talk
from companion.services.companion import Companion
from companion.tui.app import ROOMS

DEEP = 6  # menus in menus
Makes = Callable[[Companion], Menu | None]


class Moves(str):
    """What a key of the full screen shows of a room, and the reason why no menu needs it."""


NEXT = Moves("the cursor: a menu has a digit for each row, and 9 for more rows")
BACK = Moves("back: 0 goes back from every menu")
SAME = Moves("the same as another key of this room")

ELSEWHERE = Moves("it stands in the day's menu, a step back and two choices away")
NAMED = {"intake": "eaten", "preferences": "settings"}  # menus not named as their rooms
ALIKE = ("meal", "drinks")  # menus of which one stands for all: they differ in what they keep to


def behind(door: str) -> str:
    """What is reached through a door: its flow, the menu of its room, or its texts."""
    there = DOORS[door]
    return there.flow.rpartition(":")[2] or NAMED.get(there.room, there.room) or there.word


REACHED: Mapping[str, Mapping[str, str]] = {
    "today": {
        **{f"door({name!r})": behind(name) for name, door in DOORS.items() if door.key},
        "why": "Why am I seeing this?",
        "take": "log_meal",
        "after": "offer_talk",
        "app.command_palette": Moves("everything by name: each door stands in a menu"),
        "clear": Moves("what was said goes with the next answer"),
        "app.quit": Moves("0 in the first menu leaves"),
    },
    "meals": {
        "eaten": "log_meal",
        "move": NEXT,
        "recipe": "Recipe",
        "search": FIND,
        "other_kind": "drinks",
        "turn(1)": "meal_times",
        "turn(-1)": SAME,
        "eat": "eat_meal",
        "tag": "meal_tags",
        "door('own recipe')": "add_recipe",
        "door('next')": "what_next",
        "door('meal plan')": "plan_day",
        "door('plan')": ELSEWHERE,
        "door('undo')": ELSEWHERE,
        "back": BACK,
    },
    "recipe": {"more": NEXT, "eat": "eat_meal", "back": BACK, "leave": BACK},
    "page": {"more": NEXT, "back": BACK, "leave": BACK},
    "foods": {
        "take": "log_again",
        "move": NEXT,
        "amount": "log_again ask_amount",
        "search": FIND,
        "digit": SAME,
        "quick": "quick_entry",
        "new": "add_food",
        "undo": ELSEWHERE,
        "back": BACK,
    },
    "warnings": {
        "group('1')": "Emergency",
        "group('2')": "Phone today",
        "group('3')": "Tell team soon",
        "number": "set_person emergency-number",
        "more": NEXT,
        "back": BACK,
        "leave": BACK,
    },
    "intake": {
        "change": "edit",
        "move": NEXT,
        "add": "foods",
        "again": "log_again",
        "door('undo')": "undo",
        "quick": "quick_entry",
        "drink": "log_drink",
        "copy": "copy_day",
        "edit('slot')": "edit slot",
        "edit('note')": "edit note",
        "remove": "remove",
        "details": "All about this entry",
        "by(-1)": "eaten_day",
        "by(1)": "eaten_day",
        "by(0)": "eaten_day",
        "door('plan')": "plan",
        "door('meal plan')": "plan_day",
        "week": "Protein over the week",
        "back": BACK,
    },
    "history": {
        "take_back": "take_back",
        "undo": "undo",
        "move": NEXT,
        "details": "Entry",
        "more": "history_earlier",
        "everything": "history_steps",
        "back": BACK,
    },
    "fatigue": {
        "answer": "log_fatigue",
        "why": "Why am I seeing this?",
        "list": "Tiredness, day by day",
        "undo": "undo",
        "explain": "explain_rise",
        "words": "log_fatigue",
        "back": BACK,
    },
    "weight": {
        "write": "log_weight",
        "with_tare": "log_weight ask_tare",
        "why": "Why am I seeing this?",
        "list": "Weight, one by one",
        "back": BACK,
        "unit": "set_preference weight-unit",
        "talk": "offer_talk",
        "undo": "undo",
    },
    "trends": {
        "list": "Energy, one by one",
        "more": "trend",
        "report": "hand_over",
        "topic": "trend",
        "turn(-1)": SAME,
        "turn(1)": SAME,
        "back": BACK,
    },
    "plan": {
        "change": "set_plan",
        "digit": SAME,
        "more": NEXT,
        "move": NEXT,
        "who": "Food level: who and when",
        "edit": "edit_programme",
        "allow": "add_clearance",
        "file": "import_programme",
        "undo": "undo",
        "back": BACK,
    },
    "preferences": {
        "change": "set_preference bell",
        "move": NEXT,
        "colours": "set_preference theme",
        "back": BACK,
    },
}
MENUS: Mapping[str, Makes] = {
    "today": today.main,
    "meals": meals.menu,
    "recipe": lambda companion: meals.one(companion, companion.meals.allowed()[0].meal.id, None),
    "foods": foods.menu,
    "warnings": warnings.menu,
    "intake": intake.menu,
    "history": history.menu,
    "fatigue": fatigue.menu,
    "weight": weight.menu,
    "trends": trends.menu,
    "plan": plan.menu,
    "preferences": preferences.menu,
}
TO_COME = {"player"}  # a session under way has no menu: tests/flows/test_guided.py


@pytest.fixture
def lived_in(ruth: Companion) -> Companion:
    """A diary with something for every menu: entries, a plan for the day, something allowed."""
    ruth.people.set("reference-weight", "60")
    ruth.weight.log(56.8)
    ruth.fatigue.log(4)
    ruth.day_plan.accept(ruth.day_plan.propose())
    ruth.intake.quick("Soup", kcal=150)
    ruth.sessions.log("hands_wrists", 2)
    ruth.plan.clear("resistance", decided_by="A. Lee")
    return ruth


def keys(room: str) -> set[str]:
    """What the keys of a room do."""
    module, _, kind = ROOMS[room].partition(":")
    return {key.action for key in getattr(import_module(f"companion.tui.screens.{module}"), kind).keys}


def within(companion: Companion, makes: Makes) -> set[str]:
    """Everything that is reached from a menu, by its names."""
    found: set[str] = set()
    seen: set[tuple[str, ...]] = set()
    left: list[tuple[Makes, int]] = [(makes, 0)]
    while left:
        make, deep = left.pop(0)
        menu = make(companion)
        assert menu is not None
        found.add(menu.id)
        labels = () if menu.id.startswith(ALIKE) else (option.label for option in menu.options)
        shape = (menu.id, *labels)
        if shape in seen or deep == DEEP:
            continue
        seen.add(shape)
        for way in (option.value for option in menu.options):
            found |= set(named(way))
            if isinstance(way, Into):
                left.append((way.menu, deep + 1))
    return found


def named(way: Any) -> Iterator[str]:
    """A flow by its name, and by the fact that it begins on; a text by its title."""
    if isinstance(way, Read):
        yield way.title
    elif way is FIND:
        yield FIND
    elif isinstance(way, Talk):
        flow, facts = way.flow, {}
        while isinstance(flow, partial):
            flow, facts = flow.func, {**flow.keywords, **facts}
        yield flow.__name__
        yield from (f"{flow.__name__} {value}" for value in facts.values() if isinstance(value, str))
        yield from (f"{flow.__name__} {name}" for name, value in facts.items() if value is True)


@pytest.mark.parametrize("room", sorted(ROOMS.keys() - TO_COME))
def test_every_key_of_a_room_is_in_the_table(room):
    assert keys(room) == set(REACHED[room])


@pytest.mark.parametrize("room", sorted(MENUS))
def test_everything_in_the_table_is_reached_from_the_menu(room, lived_in):
    wanted = {where for where in REACHED[room].values() if not isinstance(where, Moves)}
    assert wanted - within(lived_in, MENUS[room]) == set()


def test_every_door_is_reached_from_the_first_menu(lived_in):
    texts = {name for name, door in DOORS.items() if door.texts}
    wanted = {behind(name) for name in DOORS.keys() - texts} | {DOORS[name].word for name in texts}
    # A fall and pain are asked for within another conversation.
    assert wanted - within(lived_in, today.main) == {"note_fall", "note_pain"}
    assert {note_fall, note_pain} <= set(FLOWS.values())
