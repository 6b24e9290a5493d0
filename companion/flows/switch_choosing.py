"""Choices for one switch: at most six at a time, Back always among them, the likely one first."""

from collections.abc import Generator, Sequence
from typing import Any

from companion.domain.frozen import frozen
from companion.domain.text import show
from companion.flows.levels import Out
from companion.flows.steps import TEN, Choose, Confirm, Menu, Option, Read, Say
from companion.wording import choices
from companion.wording import switch as words
from companion.wording.spoken import sentences

MOST = 6  # on a page, Back among them
FIRST = MOST - 2  # of a long list: Back and More take the others
RATING_GROUPS = ((0, 3), (4, 7), (8, TEN))
WARNING = "warning"  # the id of what waits for one press
LETTERS_AT_ONCE = 400  # of a text that is read


@frozen
class Send:
    """An answer to the step beneath; `then` the row that is meant of what a word finds."""

    value: Any = None
    then: Option | None = None


BACK = Out()  # as the value of a row, and as what comes of it
Scene = Generator[Menu | Send | Out, Any, Any]


def page(
    title: str, options: Sequence[Option], *, told: str = "", id: str = "switch", back: str = ""
) -> Menu:
    """At most five options, and Back after them."""
    rows = (*options, Option(BACK, back or choices.BACK))
    return Menu(id=id, title=title, told=told, options=rows)


def choosing(step: Choose, *, leaving: bool = False) -> Scene:
    """One of several; `leaving` is where Back ends the program, which is asked about."""
    wanted = [option for option in _likely_first(step) if not isinstance(option.value, Out)]
    about = Option(Read(step.title, (("", _about(step)),)), words.HELP)
    if _about(step):
        wanted.append(about)
    title, told, back = step.spoken or step.title, "", choices.LEAVE if leaving else choices.BACK
    if isinstance(step, Menu) or len(step.options) == 1:  # one answer alone is to a statement
        told = step.told if isinstance(step, Menu) else step.help
    while True:
        picked = yield from among(title, wanted, told=told, id=step.id, back=back)
        if picked is None and (not leaving or (yield from is_sure(choices.LEAVE_PROGRAM))):
            yield BACK
        elif picked is not None and picked is about:
            yield from read(about.value)
        elif picked is not None and (not picked.twice or (yield from is_sure(words.sure(said(picked))))):
            yield Send(picked.value)


def among(
    title: str, options: Sequence[Option], *, told: str = "", id: str = "switch", back: str = choices.BACK
) -> Scene:
    """One option of any number, None for back: four at once, the others in groups by first and last."""
    while True:
        if len(options) < MOST:
            at = yield page(title, _numbered(options), told=told, id=id, back=back)
            return None if at is BACK else options[at]
        rows = [*_numbered(options[:FIRST]), Option(FIRST, choices.MORE)]
        at = yield page(title, rows, told=told, id=id, back=back)
        if at is BACK:
            return None
        if at < FIRST:
            return options[at]
        if (picked := (yield from _grouped(choices.MORE, options[FIRST:], id))) is not None:
            return picked


def _grouped(title: str, options: Sequence[Option], id: str) -> Scene:
    """One option of any number by groups of at most five, None for back."""
    most = MOST - 1
    while True:
        if len(options) <= most:
            at = yield page(title, _numbered(options), id=id)
            return None if at is BACK else options[at]
        size = most
        while size * most < len(options):
            size *= most
        groups = [options[n : n + size] for n in range(0, len(options), size)]
        names = [words.between([said(option) for option in group]) for group in groups]
        at = yield page(title, [Option(n, name) for n, name in enumerate(names)], id=id)
        if at is BACK:
            return None
        group = groups[at]
        picked = group[0] if len(group) == 1 else (yield from _grouped(names[at], group, id))
        if picked is not None:
            return picked


def rating(step: Choose) -> Scene:
    """The answer of last time first, then 0 to 10 in groups that leave room for Back, and no answer."""
    by_value = {option.value: option for option in step.options}
    usual = by_value.get(step.default) if step.default is not None else None
    nothing = by_value.get(None)
    groups = [Option((low, high), words.between([str(low), str(high)])) for low, high in RATING_GROUPS]
    while True:
        first = [Option(usual, _rated(usual))] if usual else []
        last = [Option(nothing, said(nothing))] if nothing else []
        picked = yield page(step.spoken or step.title, [*first, *groups, *last], id=step.id)
        if isinstance(picked, tuple):
            low, high = picked
            rows = [Option(by_value[n], _rated(by_value[n])) for n in range(low, high + 1)]
            picked = yield page(words.between([str(low), str(high)]), rows, id=step.id)
            if picked is BACK:
                continue
        yield BACK if picked is BACK else Send(picked.value)


def confirm(step: Confirm) -> Scene:
    """Yes or no, from no on."""
    answer = yield page(step.spoken or step.title, _yes_or_no(), told=step.help, id=step.id)
    yield BACK if answer is BACK else Send(answer)


def is_sure(question: str) -> Scene:
    """Whether a press was meant."""
    answer = yield page(question, _yes_or_no())
    return answer is True


def warn(step: Say) -> Scene:
    """A warning waits for one press, and a press can only go on."""
    yield Menu(id=WARNING, title=choices.warned(step.text), options=(Option(None, choices.GO_ON),))
    yield Send()


def pressing(step: Choose) -> Scene:
    """A press that is timed: nothing else is offered."""
    first = step.options[0]
    yield Menu(id=step.id, title=step.title, options=(Option(None, first.label),))
    yield Send(first.value)


def reading(step: Read) -> Scene:
    """Texts at one's own pace; then on."""
    yield from read(step)
    yield Send()


def read(step: Read) -> Scene:
    """The texts in pieces of some sentences; Back ends them."""
    pieces = [(title or step.title, piece) for title, text in step.texts for piece in _pieces(show(text))]
    for number, (title, piece) in enumerate(pieces, 1):
        word = choices.MORE if number < len(pieces) else choices.GO_ON
        if (yield page(title, [Option(None, word)], told=piece, id="read")) is BACK:
            return


def said(option: Option) -> str:
    """An option as it is said."""
    return option.spoken or option.label


def _pieces(text: str) -> list[str]:
    """A text in pieces that end with a sentence."""
    pieces = [""]
    for sentence in sentences(" ".join(text.split())):
        joined = f"{pieces[-1]} {sentence}".strip()
        if pieces[-1] and len(joined) > LETTERS_AT_ONCE:
            pieces.append(sentence)
        else:
            pieces[-1] = joined
    return pieces


def _about(step: Choose) -> str:
    """The help of a choice, and more about each."""
    details = [f"{said(option)}: {option.detail}." for option in step.options if option.detail]
    return " ".join([step.help, *details]).strip()


def _likely_first(step: Choose) -> list[Option]:
    options = list(step.options)
    if step.default is not None:
        options.sort(key=lambda option: option.value != step.default)
    return options


def _numbered(options: Sequence[Option]) -> list[Option]:
    return [Option(n, said(option), option.detail) for n, option in enumerate(options)]


def _rated(option: Option) -> str:
    return f"{option.value}, {said(option)}"


def _yes_or_no() -> tuple[Option, Option]:
    return Option(False, choices.NO), Option(True, choices.YES)
