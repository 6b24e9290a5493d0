"""Every kind of step as lines."""

from collections.abc import Sequence
from dataclasses import replace

from companion.flows.pages import Row, pages
from companion.flows.steps import TEN, AnyStep, Choose, Clock, Confirm, Menu, Number, Read, Say, Text
from companion.flows.walk import Out
from companion.tui.calm.lines import FEW, RESULT, Act, Line, Sheet, Space, folded, heard, laid, row, value_of
from companion.tui.calm.reading import reading
from companion.wording import calm, choices

NUMBERS = "0123456789.,-"
WORDED = (0, TEN // 2, TEN)  # the numbers of a rating that keep their words for a listener
MUST = 1  # choices of a step whose help is what it is about
ROWS, LETTERS = 3, 40  # of such a step, below what it is about
SHORT = 18  # letters of a question that stands before its value


def sheet(
    step: AnyStep, space: Space, page: int = 0, *, first: bool = False, returned: bool = False
) -> Sheet:
    """The lines of a step. `first`: of the first menu; `returned`: somebody came back to it."""
    match step:
        case Read():
            return reading(step.title, step.texts, space, page, back=bool(step.title))
        case Say():
            return reading("", (("", choices.warned(step.text)),), space, page, back=False)
        case Choose() if step.is_rating:
            return _rating(step, space, returned=returned)
        case Choose():
            return _choices(step, space, page, first=first)
        case Confirm():
            return _confirm(step, space)
        case Number() | Text():
            return _field(step, space)
    raise TypeError(f"nothing to show one at a time: {type(step).__name__}")


def is_to_be_read(step: AnyStep, space: Space) -> bool:
    """Whether what explains a step is too long to stand above it, and may not be missed."""
    return isinstance(step, Choose | Confirm) and _matters(step) and not _told(step, space)


def _matters(step: Choose | Confirm) -> bool:
    few = isinstance(step, Confirm) or (len(step.options) == MUST and not isinstance(step, Menu))
    return few and bool(step.help)


def _told(step: Choose | Confirm, space: Space) -> list[Line]:
    """What explains a step, where that matters and there is room for it above the rows."""
    if not _matters(step):
        return []
    told = [line for part in step.help.splitlines() for line in folded(part, space.wide)]
    lines = [*folded(step.spoken or step.title, space.wide), *told]
    return told if Space(space.wide, space.high - ROWS, space.said - LETTERS).holds(lines) else []


def _choices(step: Choose, space: Space, page: int, *, first: bool) -> Sheet:
    told = step.told if isinstance(step, Menu) else ""
    head = [*folded(step.spoken or step.title, space.wide), *folded(told, space.wide)]
    head += _told(step, space)
    out = next((o for o in step.options if isinstance(o.value, Out)), None)
    step = replace(step, options=tuple(o for o in step.options if o is not out))
    zero = any(o.key == "0" for o in step.options)
    word = out.label if out else choices.LEAVE if first else choices.BACK
    back = row(space.wide, "q" if zero else "0", word, Act.BACK, goes=first)

    def on(rows: Sequence[Row], *, details: bool) -> list[Line]:
        return [*head, *(_choice(r, space.wide, details=details) for r in rows), back]

    def fits(rows: Sequence[Row]) -> bool:
        is_free = isinstance(step, Menu) and len(rows) > FEW
        room = space.less(max(0, RESULT - len(told))) if is_free else space
        return room.holds(on(rows, details=False))

    made = pages(step, fits, more=choices.MORE)
    shown = made[page % len(made)]
    full = on(shown, details=True)  # some values without the others would mislead
    lines = laid(full if space.less(space.spent).holds(full) else on(shown, details=False))
    start = next((n for n, line in enumerate(lines) if _is_default(step, line)), len(head))
    return Sheet(lines, start, pages=len(made))


def _choice(choice: Row, wide: int, *, details: bool) -> Line:
    """One choice; the row without an option is the way to the next page."""
    if choice.option is None:
        return row(wide, choice.key, choice.label, Act.PAGE, 1)
    with_detail = row(wide, choice.key, choice.label, Act.ANSWER, choice.option, detail=choice.detail)
    plain = row(wide, choice.key, choice.label, Act.ANSWER, choice.option)
    made, whole = with_detail if details else plain, with_detail.heard
    return replace(made, whole=whole if whole != made.text else "", goes=choice.key == "0")


def _is_default(step: Choose, line: Line) -> bool:
    return line.act is Act.ANSWER and line.value.value == step.default


def _rating(step: Choose, space: Space, *, returned: bool) -> Sheet:
    """0 to 10 and perhaps no answer; for a listener only the ends and the middle keep their words."""
    head = folded(step.spoken or step.title, space.wide)
    back = row(space.wide, "q", choices.BACK, Act.BACK)
    keys = {TEN: "t", None: "n"}

    def rows(*, worded: bool) -> list[Line]:
        made = list(head)
        for o in step.options:
            key = keys.get(o.value, str(o.value))
            zero = returned and o.value == 0
            words = f"{TEN}, {o.spoken or o.label}" if o.value == TEN else o.spoken or o.label
            line = row(space.wide, key, words, Act.ANSWER, o, detail=o.detail, goes=zero)
            bare = not worded and o.value is not None and o.value not in WORDED
            made.append(replace(line, text=key, whole=line.heard, rest=()) if bare else line)
        return [*made, back]

    full = rows(worded=True)
    shown = full if space.holds(full) else rows(worded=False)
    known = step.default if step.default in range(TEN + 1) else 0
    lines = laid(shown)
    start = next(n for n, line in enumerate(lines) if line.act is Act.ANSWER and line.value.value == known)
    return Sheet(lines, start)


def _confirm(step: Confirm, space: Space) -> Sheet:
    rows = [
        row(space.wide, "1", choices.NO, Act.ANSWER, False),
        row(space.wide, "2", choices.YES, Act.ANSWER, True),
        row(space.wide, "0", choices.BACK, Act.BACK),
    ]
    head = [*folded(step.spoken or step.title, space.wide), *_told(step, space)]
    return Sheet((*head, *rows), len(head) + step.default)


def _field(step: Number | Text, space: Space) -> Sheet:
    """The question, the field, the rows beside it: keys that would be typed there have none."""
    title = heard(step.spoken or step.title)
    name = label(step)
    head = [] if name == title.rstrip("?.:") else folded(title, space.wide)
    back = "q" if isinstance(step, Number | Clock) else ""
    beside = [
        row(space.wide, calm.ENTER, _enter(step), Act.KEEP),
        row(space.wide, back, choices.BACK, Act.BACK),
    ]
    lines = (*head, Line(f"{name}: ", act=Act.FIELD), *beside)
    return Sheet(lines, len(head), field=len(head))


def label(step: Number | Text) -> str:
    """What stands before a value: the question where it is short, else the unit, or what is typed."""
    title = heard(step.spoken or step.title).rstrip("?.:")
    unit = heard(step.unit) if isinstance(step, Number) and step.unit else ""
    if len(title) <= SHORT and (not unit or unit in title):
        return title
    return unit.capitalize() or calm.FIELDS[type(step).__name__]


def _enter(step: Number | Text) -> str:
    """What Enter does while nothing is typed."""
    if is_offered(step):
        return calm.kept(heard(value_of(step.default)))
    return calm.LEAVE_OUT if step.optional and not step.default else calm.KEEP


def is_offered(step: Number | Text) -> bool:
    """Whether Enter on nothing keeps a value, which a first digit replaces; words are there to be mended."""
    return step.default not in (None, "") and isinstance(step, Number | Clock)
