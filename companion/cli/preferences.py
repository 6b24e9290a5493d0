"""`companion settings`: how the program behaves for this person."""

import click

from companion.cli.answers import converse
from companion.cli.call import Call
from companion.cli.verbs import Topic
from companion.config.settings import names
from companion.flows.preferences import set_preference
from companion.wording import preferences as words


@click.group("settings", cls=Topic)
def settings() -> None:
    """Units, theme, day start, slots and so on."""


@settings.command("show")
@click.pass_obj
def show(call: Call) -> None:
    """Every setting."""
    found = call.companion.preferences.show()
    lines = [f"{key}: {words.value(found, key)}" for key in names(found)]
    call.tell({"settings": found.model_dump(mode="json")}, lines)


@settings.command("set")
@click.argument("key")
@click.argument("value")
@click.pass_obj
def set_(call: Call, key: str, value: str) -> None:
    """Change one setting."""
    companion = call.companion
    outcome = converse(lambda: set_preference(companion, key=key, value=value))
    document = {"settings": outcome.result.model_dump(mode="json"), "sentence": outcome.sentence}
    call.tell(document, [outcome.sentence])
