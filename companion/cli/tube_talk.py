"""`companion tube talk`: the offer of a talk about a feeding tube, and what is said to it."""

from typing import TYPE_CHECKING, get_args

import click

from companion.cli import shapes
from companion.cli.answers import converse
from companion.cli.verbs import Verb
from companion.domain.entries import TalkAnswer
from companion.flows.tube_talk import offer_talk
from companion.wording import tube_talk as words

if TYPE_CHECKING:
    from companion.cli.call import Call


@click.command("talk", cls=Verb)
@click.argument("answer", required=False, type=click.Choice(get_args(TalkAnswer)))
@click.pass_obj
def talk(call: "Call", answer: TalkAnswer | None) -> None:
    """What such a talk is about and why it is offered; or write down talked, later or no.

    Later offers it again in three months; after any other answer it is not brought up again.
    """
    companion = call.companion
    if answer is None:
        talks = companion.tube_talk
        reasons, text = talks.reasons(), companion.content.text("tube_talk.about").text
        document = {
            "due": bool(talks.due()),
            "reasons": [
                {"what": r.code, "value": shapes.amount(r.value, 2), "limit": r.limit} for r in reasons
            ],
            "answers": [shapes.entry(entry) for entry in talks.answers()],
            "text": text,
        }
        call.tell(
            document,
            [
                *(part for part in text.strip().split("\n\n")),
                words.why(reasons, companion.limits_by("tube_talk")),
            ],
        )
        return
    outcome = converse(lambda: offer_talk(companion, answer=answer))
    shapes.saved(call, outcome, outcome.result.entry)
