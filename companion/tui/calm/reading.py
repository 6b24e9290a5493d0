"""Texts in pages, for eyes and ears: at most so many characters or lines at a time, cut between sentences."""

import re
from collections.abc import Iterator

from companion.tui.calm.lines import Act, Line, Sheet, Space, folded, heard, row
from companion.wording import calm

SENTENCE = re.compile(r"(?<=[.;?]) ")
ROWS = 2  # below the text: on, and back
ROOM = 24  # characters that those rows take


def reading(title: str, texts: tuple[tuple[str, str], ...], space: Space, page: int, end: str = "") -> Sheet:
    """A page; 1 goes on to the next. On the last one 0 goes back or, where there is `end`, 1 ends it."""
    head = folded(title, space.wide)
    room = Space(space.wide, max(1, space.high - len(head) - ROWS), space.said - len(title) - ROOM)
    made = list(_pages(texts, room)) or [[]]
    page %= len(made)
    rows = [row(space.wide, "0", calm.BACK, Act.BACK)]
    if page + 1 < len(made):
        rows.insert(0, row(space.wide, "1", calm.MORE, Act.PAGE))
    elif end:
        rows = [row(space.wide, "1", end, Act.ANSWER)]
    lines = (*head, *made[page], *rows)
    return Sheet(lines, len(head) + len(made[page]), pages=len(made))


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
    for sentence in SENTENCE.split(paragraph):
        if room.holds(folded(sentence, room.wide)):
            yield sentence
        else:
            yield from sentence.split()
