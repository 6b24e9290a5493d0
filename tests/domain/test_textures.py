"""Softer and thicker, in steps."""

import pytest

from companion.domain.limits import TextureLimits
from companion.domain.textures import drink_level, flow_test, food_level, softness, thickness
from companion.errors import Refused


def test_easy_to_chew_lies_between_6_and_regular():
    assert softness("7", "7EC") == 1
    assert softness("7EC", "6") == 1
    assert softness("6", "7EC") == -1
    assert softness("5", "5") == 0
    assert softness("7", "3") == 5


def test_a_higher_drink_level_is_thicker():
    assert thickness("1", "3") == 2
    assert thickness("3", "0") == -3


def test_levels_are_read_as_people_type_them():
    assert food_level(" 7ec ") == "7EC"
    assert food_level(5) == "5"
    assert drink_level(0) == "0"
    assert food_level(None) is None


@pytest.mark.parametrize("raw", ["8", "0", "", "7 EC!", "2"])
def test_a_food_level_that_does_not_exist_is_refused(raw):
    with pytest.raises(Refused):
        food_level(raw)


@pytest.mark.parametrize("raw", ["5", "-1", "7EC"])
def test_a_drink_level_that_does_not_exist_is_refused(raw):
    with pytest.raises(Refused):
        drink_level(raw)


# The bands of the flow test: IDDSI testing methods, 2019; as near as 0.2 mL to a shared end is on the line.
@pytest.mark.parametrize(
    ("left", "level", "between"),
    [
        (0, "0", None), (0.7, "0", None), (0.8, None, ("0", "1")), (1, None, ("0", "1")),
        (1.2, None, ("0", "1")), (1.3, "1", None), (3.7, "1", None), (4, None, ("1", "2")),
        (4.2, None, ("1", "2")), (4.3, "2", None), (7.7, "2", None), (8, None, ("2", "3")),
        (8.3, "3", None), (9.9, "3", None), (10, "4", None),
        (0.74, "0", None), (0.79, None, ("0", "1")), (1.24, None, ("0", "1")), (9.96, "4", None),  # as shown
    ],
)  # fmt: skip
def test_what_is_left_after_ten_seconds_is_a_level(library, left, level, between):
    found = flow_test(left, library.limits(TextureLimits, "texture"))
    assert (found.level, found.between) == (level, between)


@pytest.mark.parametrize("left", [-0.1, 10.1, 11, float("nan")])
def test_more_than_a_syringe_holds_is_refused(library, left):
    with pytest.raises(Refused):
        flow_test(left, library.limits(TextureLimits, "texture"))


@pytest.mark.parametrize(("left", "steps"), [(0, -2), (3, -1), (6, 0), (9, 1), (10, 2), (4, None)])
def test_a_flow_test_is_held_against_the_drink_level(library, left, steps):
    assert flow_test(left, library.limits(TextureLimits, "texture"), "2").steps == steps
    assert flow_test(left, library.limits(TextureLimits, "texture")).steps is None
