"""How the words of an error are made: one sentence, a hint, and the facts in them."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Facts = Mapping[str, Any]


class Words(NamedTuple):
    """One sentence, and what can be done about it."""

    sentence: str
    hint: str = ""


Told = Callable[[Facts], Words]


def fixed(sentence: str, hint: str = "") -> Told:
    """A sentence and a hint with the facts put in by name."""

    def told(facts: Facts) -> Words:
        return Words(sentence.format_map(facts), hint.format_map(facts))

    return told


def faulty(sentence: str, hint: str) -> Told:
    """For what a model refused, in words instead of the model's."""

    def told(facts: Facts) -> Words:
        fault = str(facts["fault"]).replace("Input should be", "it can be")
        return Words(sentence.format_map({**facts, "fault": fault}), hint)

    return told
