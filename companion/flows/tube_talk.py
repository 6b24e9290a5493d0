"""The conversation about a talk about a feeding tube."""

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from companion.domain.entries import TalkAnswer
from companion.flows.ask import Ask
from companion.flows.steps import Flow, Option, Say
from companion.wording import tube_talk

if TYPE_CHECKING:
    from companion.services.companion import Companion

GO_ON = Option("on", "Go on")


def offer_talk(companion: "Companion", *, answer: TalkAnswer | None = None) -> Flow:
    """What a feeding tube is and why the talk is offered, then what fits the person; all of it an offer."""
    companion.actor.require("log")
    if answer is None:
        ask = Ask(companion)
        yield ask.choose("about", [GO_ON], text="tube_talk.about")
        if reasons := companion.tube_talk.reasons():
            why = ask.choose("why", [GO_ON], text="tube_talk.why")
            yield replace(
                why, help=f"{tube_talk.why(reasons, companion.limits_by('tube_talk'))}\n\n{why.help}"
            )
        texts = companion.content.section("tube_talk")
        said = [(name, texts[f"tube_talk.{name}"]) for name in get_args(TalkAnswer)]
        options = [Option(name, record.title, record.text) for name, record in said]
        answer = yield ask.choose("answer", options, default="later", text="tube_talk.answer")
    result = companion.tube_talk.answer(answer)
    yield Say(tube_talk.answered(result))
    return result
