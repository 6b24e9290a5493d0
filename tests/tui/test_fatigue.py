"""Tiredness: one key answers, the picture beside the usual, the list."""

from typing import Any

import pytest
from tui.rated import PARTS, SIZES, marks, rated
from tui.rows import cut, text

from companion.services.companion import Companion
from companion.tui.screens.fatigue import Fatigue
from companion.tui.widgets.chips import Chips
from companion.tui.widgets.course import Course


@pytest.mark.parametrize("key", "0123456789tT")
async def test_one_key_answers(ruth: Companion, visit: Any, key: str) -> None:
    async with visit(ruth, "fatigue", (80, 24), key) as seen:
        rating = 10 if key in "tT" else int(key)
        assert [entry.rating for entry in ruth.diary.entries("fatigue")] == [rating]
        assert f"Saved: tiredness {rating} of 10, today." in text(seen.rows())
        assert marks(seen.app) == ["●"]
        assert type(seen.app.screen) is Fatigue


@pytest.mark.parametrize(
    ("size", "ends"),
    [
        ((80, 24), ("not tired at all", "T is 10, the most tired I can imagine")),
        ((40, 24), ("0 not at all", "T is 10, most of all")),
    ],
)
async def test_the_ends_of_the_scale_are_told_beside_the_keys(
    ruth: Companion, visit: Any, size: tuple[int, int], ends: tuple[str, str]
) -> None:
    async with visit(ruth, "fatigue", size) as seen:
        shown = text(seen.rows())
        assert [end for end in ends if end not in shown] == []


async def test_a_click_on_a_number_answers_too(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "fatigue", (80, 24)) as seen:
        await seen.pilot.click(Chips, offset=(8, 0))
        await seen.pilot.pause()
        assert [entry.rating for entry in ruth.diary.entries("fatigue")] == [1]


async def test_u_takes_the_answer_back_and_its_mark_goes(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "fatigue", (80, 24), "6") as seen:
        assert marks(seen.app) == ["●"]
        await seen.press("u")
        assert marks(seen.app) == []
        assert ruth.diary.entries("fatigue") == []


async def test_enter_asks_with_every_answer_in_words(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "fatigue", (80, 24), "enter") as seen:
        assert "So tired that I need to rest" in text(seen.rows())
        await seen.press("8")
        assert [entry.rating for entry in ruth.diary.entries("fatigue")] == [8]


async def test_a_helper_is_asked_who_says_so_and_a_view_has_its_own_mark(ruth: Companion, visit: Any) -> None:
    ruth.by = "Jon"
    async with visit(ruth, "fatigue", (80, 24), "6") as seen:
        assert "Who answers?" in text(seen.rows())
        assert ruth.diary.entries("fatigue") == []
        shown = text(await seen.press("2"))
        assert marks(seen.app) == ["○"]
        assert "○ a helper's view" in shown
        assert "answered" not in shown


async def test_an_empty_room_says_which_key_begins(companion: Companion, visit: Any, size: Any) -> None:
    async with visit(companion, "fatigue", size) as seen:
        shown = text(seen.rows())
        assert "No answer yet. 0 to 9 or T writes the first one down" in shown
        assert "days answered" not in shown
        assert cut(seen.app, PARTS) == []


async def test_while_learning_there_is_no_band_and_the_words_say_how_far(
    ruth: Companion, visit: Any, size: Any
) -> None:
    rated(ruth, "33434343")
    async with visit(ruth, "fatigue", size, "5") as seen:
        shown = text(seen.rows())
        assert "Still learning your usual, 6 of 8" in shown
        assert seen.app.screen.query_one(Course).picture.band is None
        assert "your usual, " not in shown.replace("learning your usual, ", "")
        assert cut(seen.app, PARTS) == []


@pytest.mark.parametrize("page", "wl")
async def test_a_0_too_many_after_a_page_is_no_answer(
    ruth: Companion, visit: Any, page: str, size: Any
) -> None:
    rated(ruth, "3.4")
    async with visit(ruth, "fatigue", size, page, "0") as seen:
        assert len(ruth.diary.entries("fatigue")) == 2
        shown = text(seen.rows())
        assert "Q goes back" in shown
        assert "Q Back" in shown
        await seen.press("Q")
        assert type(seen.app.screen) is Fatigue
        assert len(ruth.diary.entries("fatigue")) == 2


async def test_l_lists_every_day_also_those_without_an_answer(ruth: Companion, visit: Any, size: Any) -> None:
    rated(ruth, "3.4")
    async with visit(ruth, "fatigue", size, "l") as seen:
        rows = [row.strip() for row in seen.rows()]
    assert [row for row in rows if "April:" in row] == [
        "Tue 14 April: no answer",
        "Mon 13 April: 4 of 10",
        "Sun 12 April: no answer",
        "Sat 11 April: 3 of 10",
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("size", "weeks"), [*zip(SIZES, [6, 5, 10], strict=True)])
async def test_a_year_of_answers_shows_as_many_weeks_as_fit_a_day_a_column(
    ruth: Companion, visit: Any, size: tuple[int, int], weeks: int
) -> None:
    rated(ruth, "34" * 180)
    async with visit(ruth, "fatigue", size) as seen:
        points = seen.app.screen.query_one(Course).picture.points
        assert len({point.day for point in points}) == len(points) == 7 * weeks - 1
        assert sum(row.count("●") for row in seen.rows()[:26]) >= 7 * weeks - 1
        assert f"Last {weeks} weeks" in seen.rows()[0]
        assert cut(seen.app, PARTS) == []


async def test_another_width_has_room_for_other_weeks(ruth: Companion, visit: Any) -> None:
    rated(ruth, "34" * 40)
    async with visit(ruth, "fatigue", (80, 24)) as seen:
        await seen.pilot.resize_terminal(120, 36)
        await seen.pilot.pause()
        assert "Last 10 weeks" in seen.rows()[0]
        assert cut(seen.app, PARTS) == []


async def test_what_another_window_writes_appears(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "fatigue", (80, 24)) as seen:
        before = seen.app.screen.course
        seen.app.screen.look()
        assert seen.app.screen.course is before
        ruth.fatigue.log(6)
        seen.app.screen.look()
        assert marks(seen.app) == ["●"]


async def test_a_damaged_diary_is_said_in_place(ruth: Companion, visit: Any, size: Any) -> None:
    rated(ruth, "3")
    for name in ruth.diary.shelf.names():
        raw = ruth.diary.shelf.read(name)
        assert raw is not None
        ruth.diary.shelf.replace(name, raw[: len(raw) // 2], None)
    async with visit(ruth, "fatigue", size) as seen:
        assert "is damaged" in text(seen.rows())
        await seen.press("w", "l")
        assert type(seen.app.screen) is Fatigue


async def test_q_goes_back(ruth: Companion, visit: Any) -> None:
    async with visit(ruth, "today", (80, 24), "4") as seen:
        assert type(seen.app.screen) is Fatigue
        await seen.press("q")
        assert type(seen.app.screen).__name__ == "Today"


@pytest.mark.parametrize("over", ["question_mark", "exclamation_mark"])
async def test_a_0_too_many_after_another_screen_writes_nothing_until_pressed_again(ruth, visit, over):
    async with visit(ruth, "fatigue", (80, 24), over, "0", "0") as seen:
        assert ruth.diary.entries("fatigue") == []
        assert "Press 0 once more" in text(seen.rows())
        await seen.press("0")
        assert [entry.rating for entry in ruth.diary.entries("fatigue")] == [0]
