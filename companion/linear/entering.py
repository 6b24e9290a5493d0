"""Numbers, words and ratings in lines: typed, and kept with Enter."""

import re
from collections.abc import Sequence
from typing import Any

from companion.flows.steps import TEN, Choose, Clock, Number, Text
from companion.linear.asking import Asking, Block, NoAnswerError
from companion.linear.choosing import ALSO_BACK, BACK, SPOKEN, length, title
from companion.wording import choices, linear, numbers
from companion.wording.spoken import spoken

NOTHING, MINUS = "", "-"


class Entering:
    """Asks for what is typed with Enter at its end."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def rate(self, step: Choose, said: Sequence[str] = ()) -> Any:
        """A number from 0 to 10, None for no answer, or BACK."""
        labels = {option.value: option.spoken or option.label for option in step.options}
        marks = [f"{o.value} {o.detail}." for o in step.options if o.value is not None and o.detail]
        optional = None in labels
        keeps = [choices.keeps(str(step.default))] if step.default is not None else []
        ends = [linear.rating_ends(labels[0], labels[TEN])]
        other = linear.rating_other(optional=optional)
        lines = (*said, title(step), *ends, *marks, *keeps, other)
        if length(lines, linear.RATING) > SPOKEN:
            lines = (*said, title(step), *marks, *keeps, other)
        every = [f"{value}. {label}" for value, label in labels.items() if value is not None]
        help_ = (step.help, *every, linear.rating_keys(optional=optional))

        def take(typed: str) -> Any:
            if typed.lower() in ALSO_BACK:
                return BACK
            if optional and typed.lower() in (str(linear.NO_ANSWER), "n"):
                return None
            if typed == NOTHING and step.default is not None:
                return step.default
            if typed.isascii() and typed.isdigit() and int(typed) <= TEN:
                return int(typed)
            raise NoAnswerError(linear.wrong_rating("00"))

        return self._asking.ask(Block(lines, linear.RATING, help_), take, "words")

    def number(self, step: Number, said: Sequence[str] = ()) -> Any:
        """What was typed, as the step accepts it, or BACK."""
        asked, default = numbers.sentence(step.spoken or step.title), step.default
        unit = spoken(step.unit) if step.unit else ""
        named = [linear.in_unit(unit)] if unit and not _names(spoken(asked), unit) else []
        kept = "" if default is None else numbers.plain(float(default))
        back = "00" if step.low <= 0 else "0"
        help_ = (step.help, linear.NUMBER_KEYS, *_other(step, kept), linear.goes_back(back))
        lines = (*said, " ".join([asked, *named, *_other(step, kept)]))
        return self._type(step, Block(lines, linear.NUMBER, help_), back, default)

    def text(self, step: Text, said: Sequence[str] = ()) -> Any:
        """What was typed, or BACK."""
        default = step.default or None
        kept = " ".join(str(default or "").split())
        asked = numbers.sentence(step.spoken or step.title)
        lines = (*said, " ".join([asked, *_other(step, kept)]))
        prompt = linear.TIME if isinstance(step, Clock) else linear.WORDS
        return self._type(step, Block(lines, prompt, (step.help, linear.WORDS_KEYS)), "0", default)

    def _type(self, step: Number | Text, block: Block, back: str, default: Any) -> Any:
        def take(typed: str) -> Any:
            if typed.lower() in (back, *ALSO_BACK):
                return BACK
            if typed == NOTHING and default is None and not step.optional:
                raise NoAnswerError(linear.nothing_typed(back))
            value = default if typed == NOTHING and default is not None else typed
            value = NOTHING if step.optional and typed == MINUS else value
            step.accept(value)  # here, so that what it cannot use is said and asked again
            return value

        return self._asking.ask(block, take, "words")


def _names(asked: str, unit: str) -> bool:
    """Whether a question has the word of its unit already, of one or of many."""
    return re.search(rf"\b{re.escape(unit.removesuffix('s'))}s?\b", asked) is not None


def _other(step: Number | Text, kept: str) -> list[str]:
    """What Enter alone does, and how an answer that is there is left out."""
    if kept:
        return [choices.keeps(kept), *([linear.MINUS_LEAVES_OUT] if step.optional else [])]
    return [choices.LEAVES_OUT] if step.optional else []
