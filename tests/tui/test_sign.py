"""The word and the number for two metres: they fit, and nothing moves when the number grows."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from textual.app import ComposeResult
from textual.content import Content

from companion.tui.screens.room import Room
from companion.tui.widgets.font import CLOCK, blocks
from companion.tui.widgets.paragraphs import Paragraph, Paragraphs
from companion.tui.widgets.sign import Sign, high


class Signed(Room):
    """A room with a sign."""

    def body(self) -> ComposeResult:
        yield Sign()


WORDS = ("READY", "MOVE", "HOLD", "REST", "PAUSED", "HALFWAY", "DONE", "ENDED")
NUMBERS = ("", "3", "24", "2:00", "59:59")


@pytest.mark.parametrize("size", [(40, 24), (80, 24), (120, 36)])
async def test_every_sign_fits_and_no_number_falls_below_three_rows(
    make_app: Callable[..., Any], size: tuple[int, int]
) -> None:
    app = make_app(Signed)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        sign = app.screen.query_one(Sign)
        for word, number in product(WORDS, NUMBERS):
            sign.set(word, number, "of 3" if len(number) == 1 else "", large=len(number) > 1)
            lines = sign.render().plain.splitlines()
            assert max(map(len, lines)) <= sign.content_size.width
            assert len(lines) == sign.rows(sign.content_size.width)
            if number:
                assert high(sign.sizes(sign.content_size.width).number) >= (5 if len(number) < 3 else 3)


async def test_a_hundred_seconds_shrink_the_word_first(make_app: Callable[..., Any]) -> None:
    app = make_app(Signed)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        sign = app.screen.query_one(Sign)
        sign.set("REST", "24", large=True)
        small = sign.sizes(74)
        sign.set("REST", "2:00", large=True)
        assert (small.word, small.number) == (2, 3)
        assert (sign.sizes(74).word, sign.sizes(74).number) == (1, 3)


async def test_the_last_digit_stays_where_it_is(make_app: Callable[..., Any]) -> None:
    app = make_app(Signed)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        sign = app.screen.query_one(Sign)
        ends = set()
        for number in ("20", "12", "9"):
            sign.set("REST", number, room="20", large=True)
            ends.add(max(len(line.rstrip()) for line in sign.render().plain.splitlines()))
        assert ends == {74}


@pytest.mark.parametrize(
    ("rows", "lines"), [(5, ["a", "", "b", "", "c"]), (3, ["a", "b", "c"]), (2, ["a", "c"])]
)
def test_gaps_give_way_first_then_the_extras(rows: int, lines: list[str]) -> None:
    words = Paragraphs()
    words.paragraphs = (Paragraph(Content("a")), Paragraph(Content("b"), extra=True), Paragraph(Content("c")))
    assert [line.plain for line in words.fitting(40, rows)] == lines


@pytest.mark.parametrize("size", range(1, 6))
def test_the_figures_of_a_countdown_are_of_one_width_and_none_looks_like_another(size: int) -> None:
    figures = [tuple(blocks(figure, size, CLOCK)) for figure in "0123456789"]
    assert len(set(figures)) == 10
    assert len({len(row) for rows in figures for row in rows}) == 1


@pytest.mark.parametrize("size", range(2, 6))
def test_large_letters_stand_on_whole_rows(size: int) -> None:
    """A half row takes as many bytes as a whole one, and a neighbour shares neither."""
    assert set("".join(blocks("REST 0123456789", size, CLOCK))) == {"█", " "}
