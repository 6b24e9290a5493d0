"""Every menu of the program on the calm screen: it fits, every row can be seen whole or heard whole."""

from collections.abc import Iterator

import pytest
from rich.cells import cell_len

from companion.flows.menus.today import FIRST, begin
from companion.flows.walk import Into, Walk
from companion.services.companion import Companion
from companion.tui.calm.face import Face
from companion.tui.calm.lines import CHARACTERS

DEEP = 3


def menus(companion: Companion, into: Into, depth: int = DEEP) -> Iterator[Into]:
    """The way to every menu that menus lead to."""
    yield into
    for option in into.menu(companion).options if depth else ():
        if isinstance(option.value, Into):
            yield from menus(companion, option.value, depth - 1)


@pytest.mark.parametrize("size", [(80, 24), (40, 24)], ids=["80x24", "40x24"])
def test_every_menu_fits_and_is_short_to_hear(ruth: Companion, size: tuple[int, int]) -> None:
    seen = 0
    for into in menus(ruth, FIRST):
        face = Face(ruth, Walk(ruth, into), size)
        for _ in range(face.sheet.pages):
            seen += 1
            lines = [line.text for line in face.sheet.lines]
            assert sum(map(len, lines)) <= CHARACTERS, lines
            assert len(lines) < size[1]
            assert max(map(cell_len, lines)) <= size[0]
            assert face.view.draw(lines, face.at).rows[: len(lines)] == [line.rstrip() for line in lines]
            page = [line for line in face.sheet.lines if line.key == "9"]
            if face.sheet.pages > 1:
                face.take(page[0])
    assert seen > 10


def test_the_first_line_names_who_is_here_where_it_is_not_the_person(ruth):
    ruth.caregivers.add("Maria", "caregiver")
    ruth.by, ruth.gated = "Maria", True
    face = Face(ruth, begin(ruth))
    assert face.sheet.lines[0].text == "Main menu, Maria"
    assert "Maria writes here." in face.view.said
    ruth.by, ruth.gated = None, False
    assert Face(ruth, begin(ruth)).sheet.lines[0].text == "Main menu"
