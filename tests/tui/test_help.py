"""Help: every room in its own words, every key with a word, in pages at every size."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from tui.rows import text

from companion.content.library import Library
from companion.flows.steps import Confirm
from companion.services.companion import Companion
from companion.tui.app import ROOMS, CompanionApp
from companion.tui.dialogs.confirm import ConfirmDialog
from companion.tui.dialogs.dialog import Title
from companion.tui.screens.room import Room
from companion.tui.widgets.pages import Pages
from companion.tui.widgets.words import words

Lines = Callable[[CompanionApp], list[str]]
ALL = {*ROOMS.values(), "sessions:Sessions"}  # a step of a conversation has that room


@pytest.fixture(params=sorted(ALL))
def kind(request: pytest.FixtureRequest) -> type[Room]:
    """Every room's class."""
    module, _, name = request.param.partition(":")
    return getattr(import_module(f"companion.tui.screens.{module}"), name)


def test_every_room_says_what_it_shows(kind: type[Room], library: Library) -> None:
    text = library.text(f"help.{kind.__module__.rpartition('.')[2]}").text
    sentences = text.replace("? ", ". ").rstrip(".").split(". ")
    assert 2 <= len(sentences) <= 5
    assert not any(part[0].islower() for part in sentences)


def test_every_key_has_a_word(kind: type[Room]) -> None:
    assert kind.keys
    assert [key.key for key in kind.keys if not key.word] == []


def test_no_text_is_left_over(library: Library) -> None:
    modules = {name.partition(":")[0] for name in ALL}
    assert {id.removeprefix("help.") for id in library.section("help")} == modules


@pytest.mark.parametrize("name", sorted(set(ROOMS) - {"player", "recipe", "page"}))  # these need a fact
async def test_help_says_what_the_room_shows_and_all_its_keys(
    ruth: Companion, visit: Any, size: tuple[int, int], name: str
) -> None:
    async with visit(ruth, name, size) as seen:
        room = seen.app.screen
        shown = await seen.press("question_mark")
        pages = len(seen.app.screen.query_one(Pages)._pages)
        for _ in range(pages - 1):
            shown = [*shown, *await seen.press("space")]
        found = text(shown)
        told = ruth.content.text(f"help.{name}").text
        assert told in found
        for key in room.keys:
            assert f"{key.chip} " in found
            assert key.word in found
        assert "! Warning signs" in found
        assert all(len(row) <= size[0] for row in shown)
        await seen.press("0")
        assert seen.app.screen is room


async def test_the_title_says_which_page(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (40, 24), "question_mark") as seen:
        pages = len(seen.app.screen.query_one(Pages)._pages)
        assert pages > 1
        assert f"Help: Today   1 of {pages}" in "\n".join(seen.rows())
        for page in (*range(2, pages + 1), 1):
            assert f"Help: Today   {page} of {pages}" in "\n".join(await seen.press("space"))


async def test_a_title_that_needs_another_row_gets_it(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (40, 24)) as seen:
        seen.app.push_screen(ConfirmDialog(Confirm(id="sure", title="Is that so?")))
        await seen.press()
        title = seen.app.screen.query_one(Title)
        for told, rows in (("Is that what was meant by the one before?", 2), ("Is that so?", 1)):
            title.set(words(told))
            await seen.press()
            assert title.content_size.height == rows


async def test_a_key_out_of_use_stands_there_with_the_reason(
    make_app: Callable[..., CompanionApp], lines: Lines
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.refused = "Nothing to take back."  # type: ignore[attr-defined]
        await pilot.press("question_mark")
        await pilot.pause()
        rows = [row for row in lines(app) if "Undo" in row]
        assert rows == [row for row in rows if row.endswith("Nothing to take back.")] != []


async def test_more_stands_in_the_bar_only_where_there_is_more(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "weight", (120, 60), "question_mark") as seen:
        assert "More" not in seen.rows()[-1] + "".join(row for row in seen.rows() if "Back   !" in row)
        assert "Space" not in "".join(row for row in seen.rows() if "Warning" in row and "Back" in row)
    async with visit(ruth, "today", (40, 24), "question_mark") as seen:
        assert "Space  More" in "\n".join(seen.rows())
    async with visit(ruth, "today", (80, 24), "g") as seen:
        pages = seen.app.screen.query_one(Pages)
        assert ("Space  More" in "\n".join(seen.rows())) is pages.several
        await seen.press("q")
        assert type(seen.app.screen).__name__ == "Today"


async def test_help_does_not_open_over_help(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24), "question_mark", "question_mark") as seen:
        assert len(seen.app.screen_stack) == 2
