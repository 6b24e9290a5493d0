"""Over every question stands what stands over every room: that it is a demo, and who acts."""

from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len
from textual.content import Content

from companion.flows.steps import Choose, Option
from companion.services.companion import Companion
from companion.tui.app import CompanionApp
from companion.tui.dialogs.dialog import Title

MakeApp = Callable[..., CompanionApp]
OPTIONS = (Option("a", "This"), Option("b", "That"))


async def test_a_demo_says_so_and_who_acts_beside_the_question(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    ruth.demo, ruth.by = True, "Maria"
    async with visit(ruth, "fatigue", size, "enter") as seen:
        (row,) = [row.strip() for row in seen.rows() if "right now?" in row]
        assert row.endswith("  DEMO  Maria")


def test_a_question_of_two_rows_is_said_to_its_end_before_whom_it_is_asked() -> None:
    title = "How much of the chicken congee was eaten?"
    said = [row.plain for row in Title(Content(title), "DEMO  Maria").lines(36)]
    assert " ".join(" ".join(said).split()) == f"{title} DEMO Maria"
    assert len(said) == 2
    assert max(map(cell_len, said)) == 36


@pytest.mark.parametrize("title", ["Which", "Which of the two things that stand here?", "Q" * 90])
@pytest.mark.parametrize("name", ["Jo", "Maria Magdalena of the long corridor"])
async def test_a_long_name_gives_way_to_the_question(
    make_app: MakeApp, lines: Any, size: tuple[int, int], title: str, name: str
) -> None:
    app = make_app()
    app.companion.guest = name  # type: ignore[misc]
    async with app.run_test(size=size) as pilot:
        app.begin(lambda: (yield Choose(id="c", title=title, options=OPTIONS)))
        await pilot.pause()
        rows = lines(app)
    text = " ".join(rows)
    assert text.count("Q") == title.count("Q")
    assert all(word in text for word in title.split() if len(word) < size[0])
    assert name[:2] in text
    assert all(cell_len(row) <= size[0] for row in rows)
    assert "That" in text
