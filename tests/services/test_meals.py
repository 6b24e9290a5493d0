"""The picker keeps to the texture; what was eaten is kept whatever it was."""

import pytest

from companion.domain.textures import DRINK_LEVELS, FOOD_LEVELS
from companion.errors import Malformed, Refused, Unknown


@pytest.fixture
def levels(companion):
    companion.plan.set("food-level", "5", decided_by="A. Lee")
    companion.plan.set("drink-level", "2", decided_by="A. Lee")
    return companion


def test_nothing_is_suggested_before_a_level_was_decided(companion):
    with pytest.raises(Malformed):
        companion.meals.allowed()


def test_nothing_firmer_and_nothing_thinner_is_ever_suggested(levels):
    offers = levels.meals.allowed()
    assert offers[0].level == "5"
    for offer in offers:
        order, limit = (FOOD_LEVELS, "5") if offer.meal.kind == "food" else (DRINK_LEVELS, "2")
        assert order.index(offer.level) <= order.index(limit) or offer.meal.kind == "drink"
        if offer.meal.kind == "drink":
            assert offer.level == "2"


def test_given_levels_take_the_place_of_the_plans(levels):
    within = levels.meals.levels(food="4")
    assert {offer.meal.kind for offer in levels.meals.allowed(within)} == {"food"}
    assert "5" not in {offer.level for offer in levels.meals.allowed(within)}


def test_slot_tag_and_text_narrow_the_list(levels):
    for offer in levels.meals.allowed(slot="supper", tag="vegan", text="tofu"):
        assert "supper" in offer.meal.slots
        assert "vegan" in offer.meal.tags
    assert levels.meals.allowed(slot="supper", text="tofu")
    assert levels.meals.allowed(text="zzz") == []


def test_half_a_meal_counts_half(levels):
    meal = levels.meals.find("cod_white_sauce")
    whole = levels.meals.nutrients(meal).kcal
    logged = levels.meals.log(meal.id, 0.5, minutes=25, coughs=1)
    assert logged.entry.nutrients.kcal == pytest.approx(whole / 2)
    assert (logged.entry.minutes, logged.entry.coughs) == (25, 1)
    assert logged.remarks == ()


def test_a_firmer_meal_was_eaten_so_it_is_kept_and_said(levels):
    firm = next(m for m in levels.content.meals.values() if m.iddsi == ("6",))
    logged = levels.meals.log(firm.id)
    assert [r.code for r in logged.remarks] == ["outside_level"]
    assert levels.intake.day().day.entries == (logged.entry,)


@pytest.mark.parametrize("share", [-0.1, 3.1, float("nan"), 1e308])
def test_an_impossible_share_is_refused(levels, share):
    with pytest.raises(Refused):
        levels.meals.log("cod_white_sauce", share)


def test_an_unknown_meal_is_named(levels):
    with pytest.raises(Unknown) as caught:
        levels.meals.log("cod_whit_sauce")
    assert "cod_white_sauce" in caught.value.facts["known"]


def test_a_renamed_slot_finds_the_meals_of_its_time(ruth):
    supper = [offer.meal.id for offer in ruth.meals.allowed(slot="supper")]
    ruth.preferences.rename_slot("supper", "dinner")
    assert [offer.meal.id for offer in ruth.meals.allowed(slot="dinner")] == supper != []


@pytest.mark.parametrize("level", FOOD_LEVELS)
def test_a_dish_of_every_food_level_has_the_tests_of_that_level(companion, level):
    dish = companion.meals.find("cod_white_sauce").model_copy(update={"iddsi": (level,), "tests": ()})
    told = " ".join(companion.meals.tests(dish, level))
    named = {"3": "Flow Test", "4": "Fork Drip", "5": "light press", "6": "until the thumbnail whitens",
             "7EC": "until the thumbnail whitens", "7": "Level 7 has no test of its own"}  # fmt: skip
    assert named[level] in told


@pytest.mark.parametrize("level", DRINK_LEVELS)
def test_a_drink_of_every_drink_level_has_the_tests_of_that_level(companion, level):
    drink = companion.meals.find("lassi_mango").model_copy(update={"iddsi": (level,), "tests": ()})
    told = " ".join(companion.meals.tests(drink, level))
    assert ("Flow Test" in told) == (level in "0123")
    assert ("Fork Drip" in told) == (level in "34")


def test_a_dish_offered_at_its_softer_level_leaves_the_tests_of_the_firmer_one_out(companion):
    both = next(meal for meal in companion.content.meals.values() if meal.iddsi == ("5", "6"))
    softer = " ".join(companion.meals.tests(both, "5"))
    assert "light press" in softer
    assert "whitens" not in softer
    assert "whitens" in " ".join(companion.meals.tests(both, "6"))
    assert "whitens" in " ".join(companion.meals.tests(both))
