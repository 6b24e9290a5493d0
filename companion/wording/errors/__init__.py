"""Errors become one plain sentence and a hint. Each code has its words here and nowhere else."""

from typing import TYPE_CHECKING

from companion.domain.text import flat, show
from companion.wording import numbers
from companion.wording.commands import typed
from companion.wording.errors import (
    answers,
    backups,
    caregivers,
    doing,
    foods_import,
    gate,
    imports,
    machine,
    reports,
    usage,
)
from companion.wording.errors.machine import NO_FILES, fault, way_back
from companion.wording.errors.told import Told, Words

if TYPE_CHECKING:
    from companion.errors import CompanionError

SENTENCES: dict[str, Told] = {
    **answers.SENTENCES,
    **backups.SENTENCES,
    **caregivers.SENTENCES,
    **doing.SENTENCES,
    **foods_import.SENTENCES,
    **gate.SENTENCES,
    **imports.SENTENCES,
    **machine.SENTENCES,
    **reports.SENTENCES,
    **usage.SENTENCES,
}
PLACES = ("file", "folder")  # facts that are spelled as the disk has them
LONGEST = 400  # characters of a fact within a sentence


def words(error: "CompanionError") -> Words:
    """The sentence and the hint of an error. Facts from people or files are cleaned before they are shown."""
    found = SENTENCES[error.code]({name: _told(fact) for name, fact in error.facts.items()})
    told, hint = (flat(show(text)) for text in (found.sentence, typed(found.hint)))
    return Words(numbers.capital(told) if _begins_with_a_word(found.sentence, error) else told, hint)


def _begins_with_a_word(text: str, error: "CompanionError") -> bool:
    """Whether it does not begin with a file, an id or an option, which are as they are spelled."""
    if any(text.startswith(str(_told(error.facts.get(place) or " "))) for place in PLACES):
        return False
    return text.partition(" ")[0].strip(",:;()").replace("'", "").replace("’", "").isalpha()


def _told(fact: object) -> object:
    """A fact as far as somebody would read it: what was pasted by mistake may be a whole letter."""
    return f"{fact[:LONGEST]}…" if isinstance(fact, str) and len(fact) > LONGEST else fact


def sentence(error: "CompanionError") -> str:
    """Sentence and hint in one line, for a notice on a screen."""
    found = words(error)
    return f"{found.sentence} {found.hint}".strip()


__all__ = ["NO_FILES", "SENTENCES", "Words", "fault", "sentence", "way_back", "words"]
