"""`companion person`: the person the diary is about."""

import click

from companion.cli import shapes
from companion.cli.answers import converse
from companion.cli.call import Call
from companion.cli.verbs import Topic
from companion.flows.people import set_person
from companion.services.people import KEYS
from companion.wording import people as words


@click.group("person", cls=Topic)
def person() -> None:
    """The person."""


@person.command("show")
@click.pass_obj
def show(call: Call) -> None:
    """What is known about the person."""
    found = call.companion.people.person()
    lines = [f"{words.title(key)}: {words.value(key, getattr(found, field))}." for key, field in KEYS.items()]
    call.tell({"person": found.model_dump(mode="json")}, lines)


@person.command("set")
@click.argument("key")
@click.argument("value")
@click.pass_obj
def set_(call: Call, key: str, value: str) -> None:
    """Write down a fact: name, sex, birth-year, height-cm and so on. An empty value takes it out."""
    companion = call.companion
    outcome = converse(lambda: set_person(companion, key=key, value=value))
    shapes.saved(call, outcome, outcome.result.entry)
