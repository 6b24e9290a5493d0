"""`companion settings`: how the program behaves for this person."""

from typing import TYPE_CHECKING

import click

from companion.cli.answers import converse
from companion.cli.verbs import Topic
from companion.config.settings import names
from companion.flows.preferences import add_slot, change_slot, set_preference
from companion.wording import preferences as words

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.flows.conversation import MakeFlow


@click.group("settings", cls=Topic)
def settings() -> None:
    """Units, theme, day start, slots and so on."""


@settings.command("show")
@click.pass_obj
def show(call: "Call") -> None:
    """Every setting."""
    found = call.companion.preferences.show()
    lines = [f"{key}: {words.value(found, key)}" for key in names(found)]
    call.tell({"settings": found.model_dump(mode="json")}, lines)


@settings.command("set")
@click.argument("key")
@click.argument("value")
@click.pass_obj
def set_(call: "Call", key: str, value: str) -> None:
    """Change one setting."""
    _changed(call, lambda: set_preference(call.companion, key=key, value=value))


@settings.group("slot", cls=Topic)
def slot() -> None:
    """The parts of the day: one more, another time or name, or one less."""


@slot.command("add")
@click.argument("name")
@click.argument("time")
@click.pass_obj
def add(call: "Call", name: str, time: str) -> None:
    """One more part of the day, from a time such as 21:00."""
    _changed(call, lambda: add_slot(call.companion, name=name, time=time))


@slot.command("move")
@click.argument("name")
@click.argument("time")
@click.pass_obj
def move(call: "Call", name: str, time: str) -> None:
    """Another time for a part of the day."""
    _changed(call, lambda: change_slot(call.companion, slot=name, change="time", value=time))


@slot.command("rename")
@click.argument("old")
@click.argument("new")
@click.pass_obj
def rename(call: "Call", old: str, new: str) -> None:
    """Another name; what was written down, today as well, keeps the old one."""
    _changed(call, lambda: change_slot(call.companion, slot=old, change="name", value=new))


@slot.command("remove")
@click.argument("name")
@click.pass_obj
def remove(call: "Call", name: str) -> None:
    """Take a part of the day out; what was written down keeps it."""
    _changed(call, lambda: change_slot(call.companion, slot=name, change="remove"))


def _changed(call: "Call", make_flow: "MakeFlow") -> None:
    outcome = converse(make_flow)
    document = {"settings": outcome.result.model_dump(mode="json"), "sentence": outcome.sentence}
    call.tell(document, [outcome.sentence])
