"""Errors become one plain sentence and a hint. Each code has its words here and nowhere else."""

from companion.domain.text import show
from companion.errors import CompanionError
from companion.wording import numbers
from companion.wording.errors import answers, doing, machine
from companion.wording.errors.machine import fault, way_back
from companion.wording.errors.told import Told, Words

SENTENCES: dict[str, Told] = {**answers.SENTENCES, **doing.SENTENCES, **machine.SENTENCES}


def words(error: CompanionError) -> Words:
    """The sentence and the hint of an error. Facts from people or files are cleaned before they are shown."""
    found = SENTENCES[error.code](error.facts)
    told = show(found.sentence)
    return Words(numbers.capital(told), show(found.hint))


def sentence(error: CompanionError) -> str:
    """Sentence and hint in one line, for a notice on a screen."""
    found = words(error)
    return f"{found.sentence} {found.hint}".strip()


__all__ = ["SENTENCES", "Words", "fault", "sentence", "way_back", "words"]
