"""A choice in lines: rows with digits, at most two hundred characters of them at a time."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from companion.domain.text import flat
from companion.flows.pages import Row, pages
from companion.flows.steps import Choose, Confirm, Menu, Option, Read
from companion.linear.asking import Asking, Block, NoAnswerError
from companion.linear.reading import goes_on, pieces
from companion.linear.streams import heard
from companion.wording import choices, linear, numbers

BACK: Final = object()
NEXT: Final = object()  # the next page
SPOKEN = 200  # characters of a result and the screen after it
MAIN = 120  # of the first menu by itself
TOLD = 80  # characters that what is told in a menu may take from its choices
STATED = 170  # of a statement, so that what goes on has room behind it
READING = (linear.READING_KEYS,)
ALSO_BACK = ("q", "00")  # where 0 is an answer, and everywhere else too


class Choosing:
    """Presents a choice and gets a value; one-switch scanning takes its place."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._heard: set[object] = set()  # what was said whole: menus by title, others by their choices

    def choose(self, step: Choose, said: Sequence[str] = ()) -> Any:
        """The value of an option, or BACK. `said` comes first: what the last answer came to."""
        how = self._asking.how
        if is_statement(step):
            *before, last = pieces(Read(step.title, (("", step.help),)), STATED)
            for part in before:
                if not self._asking.ask(
                    Block((*said, *part), linear.MORE_TEXT, READING), partial(goes_on, more=True), how
                ):
                    return BACK
                said = ()
            step = replace(step, title=last[0], help="\n".join(last[1:]))
        found = pages(step, partial(fits, step), more=choices.MORE)
        at = 0
        while True:
            block = self._block(step, found[at], at, len(found), said)
            typed = any(row.key == "0" for row in found[at])
            take = partial(taken, step, found[at], first=self._is_first(step))
            chosen = self._asking.ask(block, take, "choice" if typed else self._asking.how)
            if chosen is not NEXT:
                return chosen
            at, said = (at + 1) % len(found), ()

    def confirm(self, step: Confirm, said: Sequence[str] = ()) -> Any:
        """True, False or BACK; Enter alone is the default. No comes first: what is pressed twice is 1."""
        options = (Option(False, choices.NO), Option(True, choices.YES))
        rows = [Row(str(n), option.label, "", option) for n, option in enumerate(options, 1)]
        about = tuple(line for line in step.help.splitlines() if line)
        lines = (*said, title(step), *(about if len(about) > 1 else ()), *_said(rows, details=False))
        help_ = (*about, linear.keys(["1", "2"], more=False, back="0"))
        asked = Choose(id=step.id, title=step.title, options=options)
        default = bool(step.default)

        def take(typed: str) -> Any:
            known = {"": default, "y": True, "n": False}
            return known[typed.lower()] if typed.lower() in known else taken(asked, rows, typed)

        return self._asking.ask(Block(lines, linear.CHOICE, help_), take, self._asking.how)

    def _block(self, step: Choose, rows: Sequence[Row], at: int, of: int, said: Sequence[str]) -> Block:
        """One page; the words about an option are said while there is room for them."""
        zero = any(row.key == "0" for row in rows)
        prompt = linear.CHOICE_ENTER if zero else linear.CHOICE
        head = opening(step) if at == 0 else [linear.page(at + 1, of)]
        default = default_of(step)
        alone = (
            [row.key for row in rows if row.option is default] if default and len(step.options) > 1 else []
        )
        tail = [*([linear.TYPED_BACK] if zero else []), *map(linear.takes, alone)]
        full = (*said, *head, *_said(rows, details=True), *tail)
        plain = (*said, *head, *_said(rows, details=False), *tail)
        root = self._is_first(step)
        lines = again = full if length(full, prompt) <= (MAIN if root and not said else SPOKEN) else plain
        heard_as = step.title if isinstance(step, Menu) else tuple(row.label for row in rows)
        if at == 0 and heard_as in self._heard:
            if step.brief_again:
                (first_row,) = _said(rows[:1], details=True)
                lines = (" ".join((*said, title(step))), f"{first_row}. {linear.unsaid(len(step.options))}")
            elif isinstance(step, Menu) and length(lines, prompt) > SPOKEN:
                lines = (*said, title(step), linear.unsaid(len(step.options)))
        self._heard.add(heard_as)
        digits, more, back = keys_of(rows)
        keys, whole = linear.keys(digits, more=more, back=back, first=root), step.in_full
        if whole and at == 0:
            again = (flat(whole), *again[len(said) + 1 :])
        return Block(lines, prompt, (whole, step.help, *_said(rows, details=True), keys), again=again)

    def _is_first(self, step: Choose) -> bool:
        """Whether it is the first menu, from which going back is leaving."""
        return isinstance(step, Menu) and self._asking.walk.depth == 0


def is_statement(step: Choose) -> bool:
    """Whether there is one way on, so that it is the text that matters, said whole before it."""
    return len(step.options) == 1 and not isinstance(step, Menu)


def opening(step: Choose) -> list[str]:
    """The title with the number of choices, and what is to be known; a statement is said whole."""
    if is_statement(step):
        return [title(step), *(line for line in step.help.splitlines() if line)]
    if not step.options:
        return [title(step), step.help, linear.goes_back("0")]
    counted = flat(linear.counted(step.spoken or step.title, len(step.options)))
    told = flat(step.told) if isinstance(step, Menu) else ""
    return [counted, told] if told else [counted]


def title(step: Choose | Confirm) -> str:
    """The question."""
    return str(flat(numbers.sentence(step.spoken or step.title)))


def fits(step: Choose, rows: Sequence[Row]) -> bool:
    """Whether these choices are not too much to listen to at once, whatever was said before them."""
    first, *others = opening(step)
    told = min(TOLD, length(others, ""))
    return told + length((first, *_said(rows, details=False)), linear.CHOICE) <= SPOKEN


def length(lines: Sequence[str], prompt: str) -> int:
    """Characters that are heard."""
    return sum(len(heard(line)) for line in lines) + len(prompt)


def default_of(step: Choose) -> Option | None:
    """The option that Enter alone takes: the answer there was, or the one that stands for none."""
    return next((option for option in step.options if option.value == step.default), None)


def keys_of(rows: Sequence[Row]) -> tuple[list[str], bool, str]:
    """The digits of a page, whether there is more, and what goes back."""
    digits = sorted({row.key for row in rows if row.option and row.key})
    return digits, any(row.option is None for row in rows), "00" if "0" in digits else "0"


def taken(step: Choose, rows: Sequence[Row], typed: str, *, first: bool = False) -> Any:
    """What was typed, as a value, BACK or the next page; raises NoAnswerError.

    Enter where it takes nothing says in few words what is asked. From the `first` menu one leaves.
    """
    digits, more, back = keys_of(rows)
    for row in rows:
        if typed and (typed == row.key or (row.option and typed.upper() == row.option.key.upper())):
            return row.option.value if row.option else NEXT
    empty = typed.strip() == ""
    if empty:
        default = step.options[0] if len(step.options) == 1 else default_of(step)
        if default is not None:
            return default.value
    if typed.lower() in (back, *ALSO_BACK):
        return BACK
    asked = title(step) if empty else linear.NOT_A_CHOICE
    raise NoAnswerError(linear.wrong(asked, digits, more=more, back=back, first=first))


def _said(rows: Sequence[Row], *, details: bool) -> list[str]:
    return [flat(linear.row(row.key, row.label, row.detail if details else "")) for row in rows]
