"""The rows of a calm screen and the cursor on them: moving, choosing by digit or row, and long labels."""

from collections.abc import Callable
from typing import Any

import pytest
from tui.calm.conftest import flow_of
from tui.calm.steps import FEW, LEVELS, MANY

from companion.config.settings import Settings
from companion.flows.ask import Ask
from companion.flows.steps import Choose, Menu, Option, Say
from companion.flows.walk import Into, Out, Talk
from companion.services.companion import Companion
from companion.tui.calm.lines import CHARACTERS, SHORTER
from companion.wording import calm

Sit = Callable[..., Any]


def test_arrows_do_not_wrap_and_say_the_end_once(sit: Sit) -> None:
    seat = sit(FEW)
    seat.press("down", "down", "down")
    assert (seat.row, seat.said) == ("0. Back", "")
    before = seat.face.view.draw(seat.rows, seat.face.at)
    seat.press("down")
    assert (seat.row, seat.said) == ("0. Back", calm.END)
    after = seat.face.view.draw(seat.rows, seat.face.at)
    seat.press("down", "down")
    assert seat.face.view.draw(seat.rows, seat.face.at) == after != before


def test_down_says_nothing_and_tab_says_the_row(sit: Sit) -> None:
    seat = sit(FEW)
    seat.press("down")
    assert (seat.row, seat.said) == ("2. Choice 2", "")
    seat.press("tab")
    assert (seat.row, seat.said) == ("3. Choice 3", "3. Choice 3")
    seat.press("shift+tab")
    assert (seat.row, seat.said) == ("2. Choice 2", "2. Choice 2")


@pytest.mark.parametrize("keys", [("2",), ("down", "enter"), ("down", "space")])
def test_a_digit_or_the_row_answers(sit: Sit, keys: tuple[str, ...]) -> None:
    seat = sit(FEW)
    seat.press(*keys)
    assert seat.results == [[2]]


def test_9_shows_more_and_comes_round(sit: Sit) -> None:
    seat = sit(MANY)
    first = seat.rows
    assert first[-2:] == ["9. More", "0. Back"]
    second = seat.press("9")
    assert second[1] == "1. Choice number 9"
    assert seat.row == second[1]
    assert seat.press("9", "9") == first
    seat.press("9", "1")
    assert seat.results == [[9]]


def test_a_wrong_key_says_which_there_are_and_stays(sit: Sit) -> None:
    seat = sit(MANY)
    seat.press("x")
    assert seat.said == "Keys here: 1 to 9, 0."
    assert seat.rows[0] == "Which?"
    assert sit(FEW).press("8")[0] == "Which one?"


def test_0_among_answers_only_leads_to_its_row(sit: Sit) -> None:
    seat = sit(LEVELS)
    assert seat.rows[-1] == "q. Back"
    seat.press("down", "0")
    assert (seat.row, seat.said, seat.results) == ("0. Level 0", "0. Level 0", [])
    seat.press("enter")
    assert seat.results == [[0]]


def test_a_rating_answers_at_once_and_t_is_ten(sit: Sit, companion: Companion) -> None:
    rating = Ask(companion).rating("fatigue")
    for key, number in (("0", 0), ("9", 9), ("t", 10), ("n", None)):
        seat = sit(rating)
        seat.press(key)
        assert seat.results == [[number]]
    seat = sit(FEW, rating)
    seat.press("1", "q")
    assert seat.rows[0] == "Which one?"


def test_0_in_a_rating_that_somebody_came_back_to_only_leads_there(sit: Sit, companion: Companion) -> None:
    seat = sit(Ask(companion).rating("fatigue"), FEW)
    seat.press("4", "0", "0", "0")
    assert (seat.row, seat.results) == ("0. Not tired at all", [])


def test_who_looks_for_the_row_reads_every_word_of_a_rating(sit: Sit, companion: Companion) -> None:
    rating = Ask(companion).rating("fatigue")
    heard = sit(rating).rows
    assert heard[4] == "3"
    assert sum(map(len, heard)) <= CHARACTERS
    companion.settings = Settings(calm_mark="row")
    assert sit(rating).rows[4] == "3. Somewhat tired"


def test_every_number_of_a_rating_can_be_heard_in_words(sit: Sit, companion: Companion) -> None:
    seat = sit(Ask(companion).rating("fatigue"))
    seat.press("down", "down", "down", ".")
    assert seat.said == "3. Somewhat tired"


def test_a_long_label_goes_on_below_and_is_said_whole(sit: Sit) -> None:
    long = "Porridge with cream, honey and a little cinnamon on the top"
    seat = sit(Choose(id="m", title="Which?", options=(Option(1, long), Option(2, "x" * 90))), size=(40, 24))
    assert seat.rows[1:3] == ["1. Porridge with cream, honey and a", "   little cinnamon on the top"]
    assert all(len(row) <= 40 for row in seat.rows)
    seat.press("down")
    assert (seat.row[:5], seat.said) == ("2. xx", "2. " + "x" * 90)
    seat.press("up")
    assert (seat.row, seat.said) == ("1. Porridge with cream, honey and a", f"1. {long}")


def test_a_long_detail_is_shortened_at_a_word_and_said_whole(sit: Sit) -> None:
    detail = "with cream, honey and a little cinnamon"
    seat = sit(Choose(id="m", title="Which?", options=(Option(1, "Porridge", detail),)), size=(40, 24))
    assert seat.row == "1. Porridge, with cream, honey and a" + SHORTER
    seat.press(".")
    assert seat.said == f"1. Porridge, {detail}"


def test_the_cursor_is_where_it_was_when_a_menu_comes_back(sit: Sit, companion: Companion) -> None:
    def menu(_: Companion) -> Menu:
        return Menu(
            id="m",
            title="Main",
            options=(Option(Into(other), "One"), Option(Into(other), "Two"), Option(Out(), "Leave")),
        )

    def other(_: Companion) -> Menu:
        return Menu(id="o", title="Other", options=(Option(Into(menu), "On"),))

    seat = sit(menu=menu)
    seat.press("2", "0")
    assert seat.row == "2. Two"


def test_only_keys_that_stand_on_the_screen_act(sit: Sit) -> None:
    seat = sit(Choose(id="c", title="Which?", options=(Option(1, "One", key="N"), Option(2, "Two"))))
    seat.press("n", "q")
    assert (seat.rows[0], seat.said) == ("Which?", "Keys here: 1 to 2, 0.")


def test_a_menu_begins_at_its_first_page_but_where_a_choice_of_it_led_back(sit: Sit) -> None:
    def menu(_: Companion) -> Menu:
        return Menu(id="m", title="Main", options=(Option(Into(many), "Many"),))

    def many(_: Companion) -> Menu:
        return Menu(id="x", title="Many", options=tuple(Option(Into(menu), f"Way {n}") for n in range(12)))

    seat = sit(menu=menu)
    seat.press("1", "9", "2", "0")
    assert (seat.rows[0], seat.row) == ("Many", "2. Way 9")
    assert seat.press("0", "1")[1] == "1. Way 0"
    assert seat.row == "1. Way 0"


def test_pages_stay_what_they_are_when_a_result_was_said(sit: Sit) -> None:
    def menu(_: Companion) -> Menu:
        eat = Talk(flow_of(Say("Saved: " + "a meal, " * 11)))
        ways = tuple(Option(eat, f"Meal {n}", "with butter and a little bread") for n in range(4))
        return Menu(id="m", title="Main", options=ways)

    seat = sit(menu=menu)
    before = seat.rows
    after = seat.press("1")
    assert [row.removesuffix(", with butter and a little bread") for row in before] == after != before
    assert len(seat.said) + sum(map(len, after)) <= CHARACTERS
