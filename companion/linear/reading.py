"""Texts in lines, a piece at a time; and sentences that wait until they were heard."""

from collections.abc import Sequence
from functools import partial
from textwrap import wrap

from companion.flows.steps import Read, Say
from companion.linear.asking import Asking, Block, NoAnswerError
from companion.wording import choices, linear, numbers
from companion.wording.spoken import sentences

PIECE = 400  # characters that are said before a person goes on


class Reading:
    """Says what is to be heard at a person's own pace."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def read(self, step: Read, said: Sequence[str] = ()) -> None:
        """Every piece, or until somebody ends it."""
        parts = pieces(step)
        for number, part in enumerate(parts, 1):
            more = number < len(parts)
            prompt = linear.MORE_TEXT if more else linear.GO_ON
            block = Block((*(said if number == 1 else ()), *part), prompt, (linear.READING_KEYS,))
            if not self._asking.ask(block, partial(goes_on, more=more), self._asking.how):
                return

    def hear(self, step: Say, said: Sequence[str] = ()) -> None:
        """A warning, with one bell; it stays until it is answered."""
        block = Block(
            (*said, choices.warned(step.text)), linear.GO_ON, (linear.wrong_reading(more=False),), rings=1
        )
        self._asking.ask(block, partial(goes_on, more=False), self._asking.how)


def goes_on(typed: str, *, more: bool) -> bool:
    """Whether there is to be more; raises NoAnswerError for any other key."""
    if typed.strip() in ("", "1", "9"):
        return True
    if typed.lower() in ("0", "00", "q"):
        return False
    raise NoAnswerError(linear.wrong_reading(more=more))


def pieces(step: Read, most: int = PIECE) -> list[list[str]]:
    """Lines to be said at a time, titles on lines of their own; a title is never the last one of a piece."""
    found: list[list[str]] = [[numbers.sentence(step.title)]]
    for title, text in step.texts:
        named = numbers.sentence(title)
        head = [named] if title and named.strip("?.") != step.title.strip("?.") else []
        for line in filter(None, map(str.strip, text.splitlines())):
            for part in _parts(line, most):
                if sum(map(len, [*found[-1], *head, part])) > most:
                    found.append([])
                found[-1] += [*head, part]
                head = []
        found[-1] += head
    return found


def _parts(line: str, most: int) -> list[str]:
    """A line whole, or where that is too long its sentences, as many together as make a piece."""
    if len(line) <= most:
        return [line]
    parts: list[str] = []
    for sentence in sentences(line):
        for part in wrap(sentence, most):
            if parts and len(parts[-1]) + len(part) < most:
                parts[-1] += f" {part}"
            else:
                parts.append(part)
    return parts
