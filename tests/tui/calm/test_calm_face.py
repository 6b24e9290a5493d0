"""What the calm screen shows, says and takes, step by step."""

from collections.abc import Callable
from typing import Any

import pytest

from companion.flows.steps import Choose, Menu, Option, Read, Say
from companion.flows.walk import Into
from companion.services.companion import Companion
from companion.tui.calm.lines import CHARACTERS, Act
from companion.wording import calm

Sit = Callable[..., Any]


@pytest.mark.parametrize("size", [(80, 24), (40, 24)], ids=["80x24", "40x24"])
def test_every_row_of_every_step_is_one_place_with_its_label_on_it(sit: Sit, step: Any, size: Any) -> None:
    seat = sit(step, size=size)
    seat.press(*["up"] * 30)
    assert seat.face.at == 0
    for at, text in enumerate(seat.rows):
        assert seat.face.at == at
        shown = seat.face.view.draw(seat.rows, seat.face.at)
        assert shown.rows[shown.row] == text.rstrip() != ""
        seat.press("down")
    assert seat.said == calm.END


@pytest.mark.parametrize("size", [(80, 24), (40, 24)], ids=["80x24", "40x24"])
def test_a_new_screen_says_no_more_than_a_listener_can_keep(sit: Sit, step: Any, size: Any) -> None:
    seat = sit(step, size=size)
    if not isinstance(step, Read):  # a text is chosen to be read
        assert sum(map(len, seat.rows)) <= CHARACTERS
        assert len(seat.rows) == len(set(seat.rows))


def test_back_stands_on_every_screen_but_before_a_warning(sit: Sit, step: Any) -> None:
    acts = [line.act for line in sit(step).face.sheet.lines]
    assert (Act.BACK in acts) is not isinstance(step, Say)


def test_the_first_menu_says_leave_and_0_only_leads_there(sit: Sit) -> None:
    seat = sit()
    assert seat.rows == ["Bare", "1. Stay", "0. Leave"]
    seat.press("0")
    assert (seat.row, seat.said, seat.face.ended) == ("0. Leave", calm.LEAVES, False)
    seat.press("0")
    assert not seat.face.ended
    assert seat.press("enter") == ["Leave the program?", "1. No", "2. Yes", "0. Back"]
    assert seat.press("1") == ["Bare", "1. Stay", "0. Leave"]
    seat.press("0", "enter", "2")
    assert seat.face.ended


def test_a_menu_beneath_the_first_goes_back_with_0(sit: Sit) -> None:
    seat = sit()
    assert seat.press("1")[-1] == "0. Leave"  # the same menu, deeper, has a word of its own for it
    seat.press("0")
    assert seat.face.walk.depth == 0
    assert seat.row == "1. Stay"


def test_what_is_told_stands_before_the_choices(sit: Sit) -> None:
    def told(_: Companion) -> Menu:
        return Menu(id="day", title="The day", told="495 kcal to go.", options=(Option(Into(told), "Eat"),))

    seat = sit(menu=told)
    assert seat.rows == ["The day", "495 kilocalories to go.", "1. Eat", "0. Leave"]
    assert seat.row == "1. Eat"


def test_all_values_of_a_page_stand_behind_their_labels_or_none(sit: Sit) -> None:
    options = [Option(n, f"Meal {n}", "chicken with rice and a sauce, 480 kcal") for n in range(1, 7)]
    rows = sit(Choose(id="m", title="Which?", options=tuple(options))).rows
    assert (rows[1], rows[6]) == ("1. Meal 1", "6. Meal 6")
    rows = sit(Choose(id="m", title="Which?", options=tuple(options[:3]))).rows
    assert rows[1] == "1. Meal 1, chicken with rice and a sauce, 480 kilocalories"
    assert rows[3] == "3. Meal 3, chicken with rice and a sauce, 480 kilocalories"


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (7, 3), (40, 4), (200, 2)])
def test_any_size_draws_and_comes_back_as_it_was(sit: Sit, step: Any, size: tuple[int, int]) -> None:
    seat = sit(step)
    seat.press("down")
    key, rows = seat.face.line.key, seat.rows
    seat.face.resize(*size)
    shown = seat.face.view.draw(seat.rows, seat.face.at)
    assert len(shown.rows) == size[1]
    assert 0 <= shown.row < size[1]
    seat.face.resize(80, 24)
    assert seat.rows == rows
    assert not key or seat.face.line.key == key
