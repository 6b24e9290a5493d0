"""What is hidden is said, in as many letters as there are."""

import pytest

from companion.domain.foods import ALLERGENS
from companion.domain.meals import OwnMeal
from companion.wording import allergens, meals

MILK, BOTH, DIET, DOUBT = ("milk",), ("milk", "treenut"), ("vegan",), ("unknown",)


@pytest.mark.parametrize(
    ("hidden", "said", "short"),
    [
        ([], "", ""),
        ([MILK] * 12, "12 hidden: milk", "12 hidden: milk"),
        ([DIET], "1 hidden: not vegan", "1 hidden: not vegan"),
        ([MILK, BOTH], "2 hidden: milk 2, tree nuts 1", "2 hidden: milk and more"),
        (
            [DOUBT, DOUBT, MILK],
            "3 hidden: contents not known 2, milk 1",
            "3 hidden: contents not known and more",
        ),
    ],
)
def test_what_is_hidden(hidden, said, short):
    assert allergens.hidden(hidden) == said
    assert allergens.hidden_short(hidden, 25) == short


def test_no_reason_is_longer_than_a_narrow_screen():
    for mark in ALLERGENS:
        assert len(allergens.hidden_short([(mark, "unknown", "dairy-free")] * 99, 10)) <= 38


def test_a_long_name_of_ones_own_still_says_that_it_is(ruth):
    kept = ruth.recipes.add("Grandmother's potatoes with everything in them", [("butter", 10)])
    meal = ruth.meals.find(kept.id)
    assert isinstance(meal, OwnMeal)
    assert meals.label(meal, 30) == "Grandmother's potatoes w…, own"
    assert meals.label(ruth.meals.find("cod_white_sauce"), 5) == ruth.meals.find("cod_white_sauce").label
