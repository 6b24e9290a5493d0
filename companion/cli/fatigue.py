"""`companion fatigue`: ratings and the watch."""

from typing import TYPE_CHECKING, Any, get_args

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.verbs import Topic
from companion.domain.entries import Cause, When

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.domain.fatigue_drift import Drift, Month


@click.group("fatigue", cls=Topic, table={"replay": "replay:replay"})
def fatigue() -> None:
    """Tiredness, 0 to 10."""


@fatigue.command("log")
@click.argument("rating", type=int)
@click.option("--when", type=click.Choice(get_args(When)), help="What the rating is about.")
@click.option("--felt", type=click.Choice(("nothing", "weaker", "sore")), help="The morning after a session.")
@click.option("--helper-view", is_flag=True, help="What a helper sees; it stays out of the usual.")
@given.at
@given.note
@click.pass_obj
def log(call: "Call", /, rating: int, at: str | None, note: str | None, **facts: Any) -> None:
    """Write down how tired, 0 to 10."""
    from companion.flows.fatigue import log_fatigue

    companion = call.companion
    facts |= {"at": given.moment(companion, at), "note": call.note(note)}
    outcome = converse(lambda: log_fatigue(companion, rating=rating, **facts))
    shapes.saved(call, outcome, outcome.result.entry)
    if outcome.result.asks_why and not call.json:
        from companion.wording import fatigue as words

        call.remark(words.COMMAND_EXPLAINS)


@fatigue.command("explain")
@click.argument("reason")
@given.at
@given.note
@click.pass_obj
def explain(call: "Call", reason: str, at: str | None, note: str | None) -> None:
    """Note a reason: poor-night, unwell, busy-day, or own words. The watch counts as before."""
    from companion.flows.fatigue import explain_rise

    companion, known = call.companion, reason.replace("-", "_")
    told = known if known in get_args(Cause) else reason
    about, more = given.moment(companion, at), call.note(note)
    outcome = converse(lambda: explain_rise(companion, reason=told, at=about, note=more))
    shapes.saved(call, outcome, outcome.result)


@fatigue.command("watch")
@click.pass_obj
def watch(call: "Call") -> None:
    """The level now, whether it is still learning, and why, in numbers; then slow drift."""
    from companion.cli.today import tiredness
    from companion.wording import fatigue as words
    from companion.wording import fatigue_course as course

    state, drift = call.companion.fatigue.state(), call.companion.fatigue.drift()
    found, sentence = state.watch, course.drift(drift)
    explained = [{"date": f"{one.date}", "reason": one.reason, "by": one.by} for one in state.explained]
    document = {
        **tiredness(state),
        "usual": shapes.amount(found.usual, 2),
        "ratings_so_far": found.ratings_so_far,
        "needed": found.needed,
        "explained": explained,
        "drift": {**months(drift), "sentence": sentence} if drift else None,
    }
    call.tell(document, [*words.watched(state), *([sentence] if sentence else [])])


def months(drift: "Drift") -> dict[str, Any]:
    """The months compared: their days, how many have a rating, and the mean."""
    compared = {"now": drift.now, "before": drift.before, "back": drift.back}
    shown = {name: month and _month(month) for name, month in compared.items()}
    return {"direction": drift.direction, **shown}


def _month(month: "Month") -> dict[str, Any]:
    days = {"first": f"{month.first}", "last": f"{month.last}"}
    return {**days, "ratings": month.count, "mean": shapes.amount(month.mean, 2)}
