"""Texts in pages, for eyes and ears: at most so many characters or lines at a time, cut between sentences."""

from collections.abc import Iterator

from companion.tui.calm.lines import Act, Line, Sheet, Space, folded, heard, row
from companion.wording import calm, choices
from companion.wording.spoken import sentences

ROWS, SINGLE = 3, 2  # below the text: on, the page before, and back; on a single page on and back
ROOM, NUMBERED = 56, 37  # characters that those rows take with the number of the page; number and page before


def reading(
    title: str, texts: tuple[tuple[str, str], ...], space: Space, page: int, *, back: bool = True
) -> Sheet:
    """A page; 1 goes on to the next, and from the last one. 2 is the page before; with `back` 0 goes out."""
    head = len(folded(calm.titled(title, 9, 9), space.wide))
    room = Space(space.wide, max(1, space.high - head - ROWS), space.said - len(title) - ROOM)
    alone = room._replace(high=room.high + ROWS - SINGLE).less(-NUMBERED)
    made = list(_pages(texts, alone))  # one page has no number
    made = made if len(made) == 1 else list(_pages(texts, room)) or [[]]
    page %= len(made)
    last = page + 1 == len(made)
    rows = [row(space.wide, "1", *((choices.GO_ON, Act.ANSWER) if last else (choices.MORE, Act.PAGE, 1)))]
    if page:
        rows.append(row(space.wide, "2", choices.PAGE_BEFORE, Act.PAGE, -1))
    if back:
        rows.append(row(space.wide, "0", choices.BACK, Act.BACK))
    above = [*folded(calm.titled(title, page + 1, len(made)), space.wide), *made[page]]
    return Sheet((*above, *rows), len(above), pages=len(made))


def _pages(texts: tuple[tuple[str, str], ...], room: Space) -> Iterator[list[Line]]:
    """The texts, each with its title in a line before it; a short one shares a page with the next."""
    page: list[Line] = []
    text = ""  # the running paragraph of this page

    for title, whole in texts:
        if title:
            lines = folded(title, room.wide)
            if page and not room.holds([*page, *lines, *lines]):
                yield page
                page = []
            page = [*page, *lines]
        for paragraph in whole.splitlines():
            text = ""
            for piece in _pieces(heard(paragraph), room):
                longer = f"{text} {piece}" if text else piece
                if room.holds([*page, *folded(longer, room.wide)]) or not (page or text):
                    text = longer
                    continue
                yield [*page, *folded(text, room.wide)]
                page, text = [], piece
            page = [*page, *folded(text, room.wide)]
    if page:
        yield page


def _pieces(paragraph: str, room: Space) -> Iterator[str]:
    """Its sentences; one that is too long for a page in pieces of some words."""
    for sentence in sentences(paragraph):
        if room.holds(folded(sentence, room.wide)):
            yield sentence
        else:
            yield from sentence.split()
