"""Walks a flow with no one to ask: a step that the options left open takes its default, or is an error."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from companion.errors import Malformed
from companion.flows.conversation import Conversation
from companion.flows.steps import Read, Say, Step

if TYPE_CHECKING:
    from companion.flows.conversation import MakeFlow


class Outcome(NamedTuple):
    """What a flow returned, and what it said: first the sentence, then remarks."""

    result: Any
    sentences: list[str]

    @property
    def sentence(self) -> str:
        """What was done."""
        return self.sentences[0] if self.sentences else ""

    @property
    def remarks(self) -> list[str]:
        """What is worth knowing beside it."""
        return self.sentences[1:]


def converse(make_flow: "MakeFlow", options: Mapping[str, str] | None = None) -> Outcome:
    """Run a flow to its end. `options` names the option that answers a step where it is not the step's id."""
    talk, said = Conversation(make_flow), []
    while not talk.done:
        step = talk.step
        if isinstance(step, Say):
            said.append(step.text)
            talk.answer()
        elif isinstance(step, Read):
            said += [text for _, text in step.texts]
            talk.answer()
        elif isinstance(step, Step) and step.default is not None:
            talk.answer(step.default)
        elif isinstance(step, Step):
            named = (options or {}).get(step.id, f"--{step.id.replace('_', '-')}")
            raise Malformed("unanswered", title=step.title, option=named)
        else:
            raise Malformed("no_terminal")
    return Outcome(talk.result, said)
