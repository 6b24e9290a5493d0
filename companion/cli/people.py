"""`companion person`: the person the diary is about."""

from typing import TYPE_CHECKING

import click

from companion.cli import shapes
from companion.cli.answers import converse
from companion.cli.verbs import Topic
from companion.flows.people import ask_function, set_person
from companion.services.people import KEYS
from companion.wording import people as words

if TYPE_CHECKING:
    from companion.cli.call import Call

NONE = "-"
ANSWER = click.Choice(["4", "3", "2", "1", "0", NONE])


@click.group("person", cls=Topic)
def person() -> None:
    """The person."""


@person.command("show")
@click.pass_obj
def show(call: "Call") -> None:
    """What is known about the person."""
    companion = call.companion
    found, answers = companion.people.person(), companion.people.function()
    unit = companion.settings.weight_unit
    lines = [
        f"{words.title(key)}: {words.value(key, getattr(found, field), unit)}." for key, field in KEYS.items()
    ]
    lines += words.answers(answers, companion.content)
    call.tell({"person": found.model_dump(mode="json"), "function": answers}, lines)


@person.command("set")
@click.argument("key")
@click.argument("value")
@click.pass_obj
def set_(call: "Call", key: str, value: str) -> None:
    """Write down a fact: name, sex, birth-year, height-cm and so on. An empty value takes it out."""
    companion = call.companion
    outcome = converse(lambda: set_person(companion, key=key, value=value))
    shapes.saved(call, outcome, outcome.result.entry)


@person.command("function")
@click.option("--speech", type=ANSWER, help="Talking.")
@click.option("--handwriting", type=ANSWER, help="Writing by hand.")
@click.option("--dressing", type=ANSWER, help="Washing and dressing.")
@click.option("--bed", type=ANSWER, help="Turning in bed and moving the covers.")
@click.option("--walking", type=ANSWER, help="Walking.")
@click.option("--breath", type=ANSWER, help="Shortness of breath.")
@click.pass_obj
def function(call: "Call", /, **answers: str | None) -> None:
    """Write down the six answers for the energy formula, 4 (as before ALS) to 0, or - to leave one out.

    Those not named stay as they are; without any it prints the questions and their answers.
    """
    companion = call.companion
    given = {name: None if value == NONE else int(value) for name, value in answers.items() if value}
    if not given:
        call.tell({"function": companion.people.function()}, words.questions(companion.content))
        return
    outcome = converse(lambda: ask_function(companion, answers=given))
    result, more = outcome.result, {"function": outcome.result.answers, "sum": outcome.result.total}
    if result.entry is None:
        call.tell({**more, "sentence": outcome.sentence}, [outcome.sentence])
    else:
        shapes.saved(call, outcome, result.entry, **more)
