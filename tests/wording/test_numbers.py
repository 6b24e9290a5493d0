"""Numbers as people read them."""

from datetime import date

import pytest

from companion.wording import numbers


@pytest.mark.parametrize(
    ("value", "text"), [(1405.4, "1,405"), (0, "0"), (0.5, "1"), (None, "not known"), (1899.5, "1,900")]
)
def test_whole(value, text):
    assert numbers.whole(value) == text


@pytest.mark.parametrize(
    ("kg", "unit", "text"), [(56.8, "kg", "56.8 kg"), (56.8, "lb", "125.2 lb"), (56.8, "st", "8 st 13.2 lb")]
)
def test_a_weight_in_the_unit_of_the_settings(kg, unit, text):
    assert numbers.kilograms(kg, unit) == text


def test_just_under_a_stone_is_never_written_as_fourteen_pounds():
    assert numbers.kilograms(57.1526, "st") == "9 st 0.0 lb"


@pytest.mark.parametrize(
    ("share", "text"),
    [(1.0, "all"), (0.5, "half"), (0.25, "a quarter"), (1.2, "1.2 servings"), (0.6, "60 %")],
)
def test_a_share_of_a_serving(share, text):
    assert numbers.share(share) == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (14, "today"),
        (13, "yesterday"),
        (12, "on Sunday"),
        (8, "on Wednesday"),
        (7, "on 7 April"),
        (15, "on 15 April"),
    ],
)
def test_a_day_seen_from_today(day, text):
    assert numbers.day_seen_from(date(2026, 4, day), date(2026, 4, 14)) == text


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_in_words(words, text):
    assert numbers.listed(words) == text
