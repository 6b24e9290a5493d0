"""Every name in a string leads somewhere: what is imported, opened or looked up only when it is asked for."""

import ast
from collections.abc import Iterator
from importlib import import_module
from inspect import isgeneratorfunction
from typing import Any

import click
import pytest
from pydantic import BaseModel
from textual.actions import parse

from companion.cli.commands import TABLE
from companion.cli.verbs import Topic
from companion.content.kinds import KINDS
from companion.content.library import Library
from companion.flows import roles
from companion.flows.doors import ADVICE, DOORS
from companion.flows.menus.doors import room as menu_of
from companion.flows.steps import Menu
from companion.resources import PACKAGE
from companion.services.companion import Companion
from companion.services.service import Service
from companion.tui.app import ROOMS, CompanionApp
from companion.tui.screens.room import Room

SERVICES = {name: kept for name, kept in vars(Companion).items() if isinstance(kept, Service)}
ASKS = {"choose", "number", "timer", "text", "clock", "confirm", "rating"}  # what Ask makes of a text


def found(address: str, package: str) -> Any:
    """What stands at "module:name" of a package."""
    module, _, name = address.partition(":")
    return getattr(import_module(f"companion.{package}.{module}"), name)


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_is_the_one_that_its_annotation_names(ruth: Companion, name: str) -> None:
    made = getattr(ruth, name)
    assert Companion.__annotations__[name].__args__[0].__forward_arg__ == type(made).__name__
    assert getattr(ruth, name) is made


@pytest.mark.parametrize("name", ROOMS)
def test_every_room_that_has_a_name_is_there(name: str) -> None:
    assert issubclass(found(ROOMS[name], "tui.screens"), Room)


@pytest.mark.parametrize("name", DOORS)
def test_every_door_leads_somewhere_and_to_one_place_only(ruth: Companion, name: str) -> None:
    door = DOORS[name]
    assert sum(map(bool, (door.flow, door.room, door.texts))) == 1
    if door.flow:
        assert isgeneratorfunction(found(door.flow, "flows"))
    elif door.room:
        assert door.room in ROOMS
        assert isinstance(menu_of(door.room, ruth), Menu)
    for text in door.texts:
        if text != ADVICE:
            assert ruth.content.text(text) if "." in text else ruth.content.section(text)


@pytest.mark.parametrize("name", ROOMS)
def test_every_key_of_a_room_does_something_that_is_there(name: str) -> None:
    kind = found(ROOMS[name], "tui.screens")
    for key in kind.keys:
        of, action, facts = parse(key.action)
        assert hasattr(CompanionApp if of == "app" else kind, f"action_{action}"), key.action
        assert action != "door" or set(facts) <= DOORS.keys(), key.action


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_of_content_has_its_model(kind: Any) -> None:
    assert issubclass(kind.model, BaseModel)
    assert kind.holds.keys() <= kind.model.model_fields.keys()
    assert all(issubclass(kind.part(name), BaseModel) for name in kind.holds)


def commands(table: dict[str, str]) -> Iterator[tuple[str, click.Command]]:
    """Every command of a table, and of the tables within."""
    for name, address in table.items():
        command = found(address, "cli")
        yield name, command
        if isinstance(command, Topic):
            yield from commands(command._table)


def test_every_command_has_the_name_by_which_it_is_found() -> None:
    assert [(name, command.name) for name, command in commands(TABLE) if command.name != name] == []


def test_every_conversation_and_room_that_has_a_role_is_there() -> None:
    names = {
        name
        for file in (PACKAGE / "flows").glob("*.py")
        for name, one in vars(import_module(f"companion.flows.{file.stem}")).items()
        if isgeneratorfunction(one)
    }
    assert roles.FLOWS.keys() - names == set()
    assert set(roles.ABOUT) <= names


def calls(*rooms: str) -> Iterator[tuple[str, ast.Call, str]]:
    """Each call of a method in these rooms of the house: where, the call, and of what it is asked."""
    for room in rooms:
        for file in sorted((PACKAGE / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    yield file.name, node, ast.unparse(node.func.value)


def said(call: ast.Call, place: int, name: str = "") -> str:
    """An argument that is a plain string, by its place or name; "" where it is none."""
    given = [one.value for one in call.keywords if one.arg == name] or call.args[place : place + 1]
    return str(given[0].value) if given and isinstance(given[0], ast.Constant) else ""


def test_every_question_has_its_words_and_its_limits(library: Library) -> None:
    asked = 0
    for where, call, of in calls("flows"):
        kind = call.func.attr if of == "ask" or of.startswith("Ask(") else ""  # type: ignore[attr-defined]
        words = "text" in [one.arg for one in call.keywords]
        if kind in ASKS and (id := said(call, 99, "text") if words else said(call, 0)):
            assert library.text(id if "." in id else f"step.{id}"), where
            asked += 1
        if kind in ("number", "timer") and (limit := said(call, 1)):
            assert len(library.bounds(limit)) == 2, where
    assert asked > 80


def test_every_text_and_number_of_the_content_that_the_code_names_is_there(library: Library) -> None:
    ways = {
        "text": library.text,
        "limit": library.limit,
        "bounds": library.bounds,
        "section": library.section,
    }
    looked_up = 0
    for where, call, of in calls("domain", "services", "wording", "flows", "reports", "tui", "linear", "cli"):
        way = ways.get(call.func.attr) if of.endswith("content") else None  # type: ignore[attr-defined]
        if way and (id := said(call, 0)):
            assert way(id), (where, id)
            looked_up += 1
    assert looked_up > 30
