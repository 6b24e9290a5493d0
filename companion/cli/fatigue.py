"""`companion fatigue`: ratings and the watch."""

from typing import Any, get_args

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.call import Call
from companion.cli.verbs import Topic
from companion.domain.entries import When


@click.group("fatigue", cls=Topic, table={"replay": "replay:replay"})
def fatigue() -> None:
    """Tiredness, 0 to 10."""


@fatigue.command("log")
@click.argument("rating", type=int)
@click.option("--when", type=click.Choice(get_args(When)), help="What the rating is about.")
@click.option("--helper-view", is_flag=True, help="What a helper sees; it stays out of the usual.")
@given.at
@given.note
@click.pass_obj
def log(call: Call, /, rating: int, at: str | None, note: str | None, **facts: Any) -> None:
    """Write down how tired, 0 to 10."""
    from companion.flows.fatigue import log_fatigue

    companion = call.companion
    facts |= {"at": given.moment(companion, at), "note": call.note(note)}
    outcome = converse(lambda: log_fatigue(companion, rating=rating, **facts))
    shapes.saved(call, outcome, outcome.result.entry)


@fatigue.command("watch")
@click.pass_obj
def watch(call: Call) -> None:
    """The level now, whether it is still learning, and why, in numbers."""
    from companion.cli.today import tiredness
    from companion.wording import fatigue as words

    state = call.companion.fatigue.state()
    found = state.watch
    usual = shapes.amount(found.usual, 2)
    more = {"usual": usual, "ratings_so_far": found.ratings_so_far, "needed": found.needed}
    call.tell({**tiredness(state), **more}, words.watched(state))
