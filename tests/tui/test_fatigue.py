"""Tiredness: one key answers, the picture beside the usual, the level in words."""

from datetime import timedelta
from typing import Any

import pytest
from textual.widget import Widget

from companion.services.companion import Companion
from companion.tui.screens.fatigue import Fatigue
from companion.tui.widgets.chips import Chips
from companion.tui.widgets.course import Course
from companion.tui.widgets.paragraphs import Paragraphs

SIZES = [(80, 24), (40, 24), (120, 36)]
RISE = "3433423343332433432332432433432432343334334435665665"  # the last morning is yesterday's


def text(rows: list[str]) -> str:
    """The rows as one line, breaks forgotten."""
    return " ".join(" ".join(rows).split())


def rated(companion: Companion, ratings: str, **facts: Any) -> Companion:
    """A rating a morning up to yesterday; a dot is a morning without one."""
    for back, rating in enumerate(reversed(ratings), 1):
        if rating != ".":
            at = companion.clock() - timedelta(days=back, hours=8)
            companion.fatigue.log(int(rating), when="morning", at=at, **facts)
    return companion


def cut(app: Any) -> list[str]:
    """The words that do not fit where they stand."""
    body = app.screen.query_one(".body").region
    out = [
        str(widget)
        for widget in app.screen.query("Course, Told, Chips, Paragraphs, #question")
        if isinstance(widget, Widget) and widget.display and widget.size.height and widget.region.height
        if not body.contains_region(widget.region) or widget.size.height < widget.virtual_size.height
    ]
    words = app.screen.query_one(Paragraphs)
    if len(words.fitting(*words.content_size)) > words.content_size.height:
        out.append("the words beside the picture")
    return out


def beside(app: Any) -> str:
    """The words beside the picture."""
    return " ".join(app.screen.query_one(Paragraphs).render().plain.split())


def marks(app: Any) -> list[str]:
    """The marks of the picture, oldest day first."""
    return [point.mark for point in app.screen.query_one(Course).picture.points]


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
        assert cut(seen.app) == []


async def test_while_learning_there_is_no_band_and_the_words_say_how_far(
    ruth: Companion, visit: Any, size: Any
) -> None:
    rated(ruth, "33434343")
    async with visit(ruth, "fatigue", size, "5") as seen:
        shown = text(seen.rows())
        assert "Still learning your usual, 6 of 8" in shown
        assert seen.app.screen.query_one(Course).picture.band is None
        assert "your usual, " not in shown.replace("learning your usual, ", "")
        assert cut(seen.app) == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_rise_is_told_in_words_and_in_shape_and_nothing_is_cut(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    rated(ruth, RISE)
    async with visit(ruth, "fatigue", size) as seen:
        state = ruth.fatigue.state().watch
        shown = beside(seen.app)
        assert state.level == "warning"
        assert f"your last {marks(seen.app).count('◆')} ratings average" in shown
        for words in ("▲ Warning: more tired than usual", "Your usual is", "your usual, 2 to 4", "◆ since"):
            assert words in shown
        assert "tell your team this week" in shown
        assert seen.app.screen.query_one(Course).picture.band == state.band(0, 10) == (2, 4)
        assert cut(seen.app) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("rise", ["56", "5656"], ids=["notice", "warning"])
async def test_a_long_sentence_after_an_answer_cuts_nothing(
    ruth: Companion, visit: Any, size: tuple[int, int], rise: str
) -> None:
    rated(ruth, RISE[:-7] + rise)
    async with visit(ruth, "fatigue", size) as seen:
        seen.app.say("Saved, and a sentence that goes on. " * 4, "notice")
        await seen.pilot.pause()
        await seen.pilot.pause()
        assert "Your usual is" in beside(seen.app)
        assert cut(seen.app) == []


async def test_a_warning_has_a_screen_of_its_own_once(ruth: Companion, visit: Any) -> None:
    rated(ruth, RISE[:-7] + "56")
    assert ruth.fatigue.state().watch.level == "notice"
    async with visit(ruth, "fatigue", (80, 24), "9") as seen:
        assert type(seen.app.screen).__name__ == "SayDialog"
        await seen.press("1", "0")  # read, and no reason noted
        shown = text(await seen.press("9"))
        assert ruth.fatigue.state().watch.level == "warning"
        assert type(seen.app.screen) is Fatigue
        assert "Saved: tiredness 9 of 10" in shown


async def test_a_rise_that_is_said_already_is_not_said_twice_where_rows_are_few(
    ruth: Companion, visit: Any
) -> None:
    rated(ruth, RISE[:-7] + "5")
    async with visit(ruth, "fatigue", (40, 24), "5", "0") as seen:
        assert ruth.fatigue.state().watch.level == "notice"
        assert text(seen.rows()).count("ratings average") == 1
        assert cut(seen.app) == []


async def test_w_gives_the_numbers_the_limits_whose_they_are_and_what_to_do(
    ruth: Companion, visit: Any
) -> None:
    rated(ruth, RISE)
    async with visit(ruth, "fatigue", (80, 24), "w") as seen:
        shown = text(seen.rows())
        assert "Your usual is 3.1; 2 to 4 is usual for you." in shown
        assert "by 1 or more on average" in shown
        assert "The program set these limits" in shown
        assert "tell your team this week" in shown
        await seen.press("q")
        assert type(seen.app.screen) is Fatigue


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


async def test_limits_that_were_decided_name_who_decided_them(ruth: Companion, visit: Any) -> None:
    ruth.plan.set("limits", "watch.least_rise=2", decided_by="P. Ray", confirmed=True)
    async with visit(ruth, "fatigue", (80, 24), "w") as seen:
        shown = text(seen.rows())
    assert "by 2 or more on average" in shown
    assert "P. Ray set limits of your own here" in shown


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
        assert cut(seen.app) == []


async def test_another_width_has_room_for_other_weeks(ruth: Companion, visit: Any) -> None:
    rated(ruth, "34" * 40)
    async with visit(ruth, "fatigue", (80, 24)) as seen:
        await seen.pilot.resize_terminal(120, 36)
        await seen.pilot.pause()
        assert "Last 10 weeks" in seen.rows()[0]
        assert cut(seen.app) == []


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
        assert "Press 0 once more" in " ".join(" ".join(seen.rows()).split())
        await seen.press("0")
        assert [entry.rating for entry in ruth.diary.entries("fatigue")] == [0]


async def test_a_rise_asks_for_a_reason_once_the_answer_is_saved(
    ruth: Companion, visit: Any, size: Any
) -> None:
    rated(ruth, RISE[:-7] + "5")
    async with visit(ruth, "fatigue", size, "6") as seen:
        assert ruth.fatigue.state().watch.level == "notice"
        assert "Do you know a reason for being more tired?" in text(seen.rows())
        shown = text(await seen.press("1"))
        assert "Saved: a poor night." in shown
        assert cut(seen.app) == []
        shown = text(await seen.press("l"))
        assert "6 of 10, in a rise. You noted: a poor night." in shown


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_noted_stands_beside_the_reason(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    rated(ruth, RISE)
    ruth.fatigue.explain("poor_night")
    async with visit(ruth, "fatigue", size) as seen:
        assert "You noted: a poor night." in beside(seen.app)
        assert cut(seen.app) == []


async def test_e_notes_a_reason_in_own_words_and_cuts_nothing(ruth: Companion, visit: Any, size: Any) -> None:
    rated(ruth, RISE)
    async with visit(ruth, "fatigue", size, "e", "4") as seen:
        await seen.press(*"The heating was off for two days and then the whole family came", "enter")
        assert [entry.reason[:11] for entry in ruth.diary.entries("explained")] == ["The heating"]
        assert cut(seen.app) == []


@pytest.mark.parametrize("size", SIZES)
async def test_without_a_level_the_slow_drift_stands_beside_the_picture(
    ruth: Companion, visit: Any, size: tuple[int, int]
) -> None:
    rated(ruth, "34" * 28)
    async with visit(ruth, "fatigue", size) as seen:
        assert "Your last 28 days average 3.5" in beside(seen.app)
        assert cut(seen.app) == []


async def test_w_tells_the_slow_drift_with_its_limits(ruth: Companion, visit: Any) -> None:
    rated(ruth, "34" * 28)
    async with visit(ruth, "fatigue", (80, 24), "w", "space") as seen:
        shown = text(seen.rows())
        assert "That is much the same." in shown
        assert "It is never a notice." in shown
