"""Softer and thicker, in steps."""

import pytest

from companion.domain.textures import drink_level, food_level, softness, thickness
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
