"""Numbers, times and texts for one switch: built up from groups of digits and letters."""

from collections.abc import Callable, Sequence
from enum import Enum
from string import ascii_lowercase

from companion.errors import Refused
from companion.flows.steps import Clock, Number, Option, Step, Text
from companion.flows.switch_choosing import BACK, Scene, Send, among, page
from companion.wording import choices, numbers
from companion.wording import switch as words


class Way(Enum):
    """What is no letter and no answer."""

    MORE, REST, OTHER, DONE, TAKE_BACK = range(5)


Find = Callable[[str], Sequence[Option]]
MOST_FOUND, LEAST_LETTERS = 9, 2  # so many are offered while somebody writes, from the second letter on
DIGITS = ("01234", "56789")
LETTERS = tuple(ascii_lowercase[n : n + 5] for n in range(0, 25, 5))
SHOWN, RARE = LETTERS[:4], LETTERS[4]  # those that are one press away, and those behind More
LAST, MARKS = "z", ".,-'/"
POINT, COLON = ".", ":"
MORE, REST, OTHER, DONE, TAKE_BACK = Way


def number(step: Number) -> Scene:
    """The likely value first; then digit by digit, where only what the step accepts can be done."""
    values = [numbers.plain(value) for value in step.likely if value != step.default]
    likely = [Option(value, f"{value} {step.unit}".strip()) for value in values]
    if step.optional:
        likely.insert(0, Option("", words.LEAVE_OUT))
    if step.default is not None:
        value = numbers.plain(step.default)
        likely.insert(0, Option(value, words.keep(f"{value} {step.unit}".strip())))
    yield (yield from _likely_or(step, likely, words.OTHER_NUMBER, lambda: _digits(step, POINT)))


def clock(step: Clock) -> Scene:
    """A time of day: the likely one, or its digits."""
    usual = str(step.default or "")[: step.limit]  # an answer of before has seconds
    likely = [Option(usual, words.keep(usual))] if usual else []
    yield (yield from _likely_or(step, likely, words.OTHER_TIME, lambda: _digits(step, COLON)))


def text(step: Text, find: Find | None = None) -> Scene:
    """Letter by letter; what `find` finds meanwhile is offered once it is little enough to be heard."""
    likely = [Option("", words.LEAVE_OUT)] if step.optional else []
    if step.default:
        likely.append(Option(str(step.default), words.keep(str(step.default))))
    yield (yield from _likely_or(step, likely, words.WRITE, lambda: _letters(step, find)))


def _likely_or(step: Step, likely: Sequence[Option], other: str, build: Callable[[], Scene]) -> Scene:
    """One of the likely answers, or what is built up; back from there is to them."""
    while True:
        if likely:
            rows = [*likely, Option(OTHER, other)]
            if (picked := (yield page(step.spoken or step.title, rows, id=step.id))) is BACK:
                return BACK
            if picked != OTHER:
                return Send(picked)
        built = yield from build()
        if built is not BACK or not likely:
            return built


def _digits(step: Number | Clock, point: str) -> Scene:
    """A number or a time. Done comes first where no digit more would do."""
    typed = ""
    while True:
        groups = [Option(digits, words.between(digits)) for digits in DIGITS]
        done = [Option(DONE, words.DONE)] if _accepts(step, typed) else []
        rest = [Option(TAKE_BACK, words.TAKE_BACK)] if typed else []
        if typed and not getattr(step, "whole", False) and point not in typed:
            rest.append(Option(point, words.POINTS[point]))
        enough = not any(_accepts(step, typed + digit) for digit in "059")
        rows = [*done, *groups, *rest] if enough else [*groups, *done, *rest]
        picked = yield page(words.so_far(typed) if typed else step.spoken or step.title, rows, id=step.id)
        if picked is BACK:
            return BACK
        if picked == DONE:
            return Send(typed)
        typed = typed[:-1] if picked == TAKE_BACK else typed + (yield from _one_of(picked, step.id))


def _letters(step: Text, find: Find | None) -> Scene:
    """A text, or something that was found while it was written."""
    typed = ""
    while True:
        title = words.so_far(typed) if typed else step.spoken or step.title
        found = find(step.accept(typed)) if find and len(typed) >= LEAST_LETTERS else ()
        if 0 < len(found) <= MOST_FOUND:
            rows = [*found, Option(OTHER, words.WRITE_ON)]
            if (option := (yield from among(title, rows, id=step.id))) is None:
                typed = typed[:-1]
                continue
            if option.value != OTHER:
                return Send(typed, option)
        groups = [Option(letters, words.between(letters)) for letters in SHOWN]
        picked = yield page(title, [*groups, Option(MORE, choices.MORE)], id=step.id)
        if picked == MORE:
            picked = yield from _more(step, typed)
        elif picked is BACK:
            return BACK
        if picked == DONE:
            return Send(typed if find else typed[:1].upper() + typed[1:])
        typed = typed[:-1] if picked == TAKE_BACK else typed + (yield from _one_of(picked, step.id))


def _more(step: Text, typed: str) -> Scene:
    """What is wanted less often than the letters that are two presses away; nothing for back."""
    while True:
        rows = [Option(" ", words.SPACE), Option(TAKE_BACK, words.TAKE_BACK)] if typed else []
        done = [Option(DONE, words.DONE)] if typed else []
        rare = [Option(RARE, words.between(RARE)), Option(REST, words.REST)]
        picked = yield page(choices.MORE, [*done, *rows, *rare], id=step.id)
        if picked != REST:
            return "" if picked is BACK else picked
        groups = [*DIGITS, MARKS]
        names = [*map(words.between, DIGITS), words.MARKS]
        rows = [Option(LAST, LAST), *(Option(g, name) for g, name in zip(groups, names, strict=True))]
        if (picked := (yield page(words.REST, rows, id=step.id))) is not BACK:
            return picked


def _one_of(characters: str, id: str) -> Scene:
    """One of a group; nothing for back, and a group of one is itself."""
    if len(characters) < 2:
        return characters
    rows = [Option(one, words.SPOKEN.get(one, one)) for one in characters]
    picked = yield page(words.between(characters), rows, id=id)
    return "" if picked is BACK else picked


def _accepts(step: Step, typed: str) -> bool:
    """Whether something was typed that the step can use."""
    try:
        step.accept(typed)
    except Refused:
        return False
    return typed != ""
