"""The picker is a hard filter; energy is computed; search finds half words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.meals import Meal, allowed, nutrients, search
from companion.domain.textures import DRINK_LEVELS, FOOD_LEVELS


def meal(kind="food", *levels, **more):
    words = {
        "id": f"{kind}-{'-'.join(levels)}", "name": "Invented", "kind": kind, "iddsi": levels,
        "slots": ["lunch"], "servings": 1, "prep_minutes": 1, "method": ["Mix."],
        "ingredients": [{"food": "butter", "grams": 100}],
        "source": "test", "reviewed": date(2026, 1, 1), "review": "test",
    }  # fmt: skip
    return Meal.model_validate(words | more)


FOODS = [meal("food", level) for level in FOOD_LEVELS]
DRINKS = [meal("drink", level) for level in DRINK_LEVELS]
EVERYTHING = [*FOODS, *DRINKS]
SOFTER = {
    "3": ["3"], "4": ["4", "3"], "5": ["5", "4", "3"], "6": ["6", "5", "4", "3"],
    "7EC": ["7EC", "6", "5", "4", "3"], "7": ["7", "7EC", "6", "5", "4", "3"],
}  # fmt: skip
THICKER = {"0": "01234", "1": "1234", "2": "234", "3": "34", "4": "4"}


@pytest.mark.parametrize("thicker_ok", [False, True])
@pytest.mark.parametrize("drink", DRINK_LEVELS)
@pytest.mark.parametrize("food", FOOD_LEVELS)
def test_every_pair_of_levels(food, drink, thicker_ok):
    offers = allowed(EVERYTHING, food, drink, thicker_ok=thicker_ok)
    foods = [offer.level for offer in offers if offer.meal.kind == "food"]
    drinks = [offer.level for offer in offers if offer.meal.kind == "drink"]
    assert foods == [level for level in SOFTER[food] if level != "3" or drink in "0123"]
    thick = [level for level in THICKER[drink] if level in {drink, *"0123"} or food != "3"]
    assert drinks == (thick if thicker_ok else [drink])


levels = st.lists(st.sampled_from(FOOD_LEVELS), min_size=1, max_size=3, unique=True)
thicknesses = st.lists(st.sampled_from(DRINK_LEVELS), min_size=1, max_size=3, unique=True)
meals = st.one_of(
    levels.map(lambda found: meal("food", *found)), thicknesses.map(lambda found: meal("drink", *found))
)


@given(
    st.lists(meals, max_size=12),
    st.sampled_from([None, *FOOD_LEVELS]),
    st.sampled_from([None, *DRINK_LEVELS]),
    st.booleans(),
)
def test_never_firmer_never_thinner_and_only_levels_the_recipe_aims_at(found, food, drink, thicker_ok):
    offers = allowed(found, food, drink, thicker_ok=thicker_ok)
    for offer in offers:
        assert offer.level in offer.meal.iddsi
        if offer.meal.kind == "food":
            assert food is not None
            assert FOOD_LEVELS.index(offer.level) <= FOOD_LEVELS.index(food)
            if offer.level == "3":
                assert drink is not None
                assert int(drink) <= 3
        else:
            assert drink is not None
            assert int(offer.level) >= int(drink)
            assert thicker_ok or offer.level == drink
    assert [offer.steps for offer in offers] == sorted(offer.steps for offer in offers)
    assert all(offer.steps >= 0 for offer in offers)


@given(st.sampled_from(FOOD_LEVELS), st.sampled_from(DRINK_LEVELS), st.booleans())
def test_of_the_real_recipes_nothing_firmer_and_nothing_thinner(library, food, drink, thicker_ok):
    softer = set(SOFTER[food]) - ({"3"} if drink == "4" else set())
    thicker = set(THICKER[drink]) if thicker_ok else {drink}
    for offer in allowed(library.meals.values(), food, drink, thicker_ok=thicker_ok):
        assert offer.level in (softer if offer.meal.kind == "food" else thicker)


def test_a_kind_without_a_level_is_left_out():
    assert {o.meal.kind for o in allowed(EVERYTHING, "6", None, thicker_ok=True)} == {"food"}
    assert {o.meal.kind for o in allowed(EVERYTHING, None, "1", thicker_ok=True)} == {"drink"}
    assert allowed(EVERYTHING, None, None, thicker_ok=True) == []


def test_a_dish_that_pours_waits_for_a_drink_level():
    assert [o.level for o in allowed(EVERYTHING, "4", None, thicker_ok=False)] == ["4"]
    assert [o.level for o in allowed(FOODS, "4", "3", thicker_ok=False)] == ["4", "3"]
    assert [o.level for o in allowed(FOODS, "4", "4", thicker_ok=False)] == ["4"]


def test_a_recipe_for_two_levels_is_offered_at_the_one_nearest_the_plan():
    either = meal("food", "5", "6")
    assert allowed([either], "4", "0", thicker_ok=False) == []
    offered = {food: allowed([either], food, "0", thicker_ok=False)[0] for food in ("5", "6", "7EC", "7")}
    assert {food: offer.level for food, offer in offered.items()} == {
        "5": "5",
        "6": "6",
        "7EC": "6",
        "7": "6",
    }
    assert {food: offer.steps for food, offer in offered.items()} == {"5": 0, "6": 0, "7EC": 1, "7": 2}


def test_the_prescribed_level_comes_first_with_food_before_drinks():
    offers = allowed(EVERYTHING, "5", "2", thicker_ok=True)
    assert [(offer.meal.kind, offer.level) for offer in offers] == [
        ("food", "5"), ("drink", "2"), ("food", "4"), ("drink", "3"), ("food", "3"), ("drink", "4"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "level"), [("food", "0"), ("food", "2"), ("drink", "5"), ("drink", "7EC"), ("food", "8")]
)
def test_a_level_of_the_other_kind_is_refused(kind, level):
    with pytest.raises(ValueError, match="iddsi"):
        meal(kind, level)


def test_an_allergen_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="allergens"):
        meal("food", "5", allergens=["nuts"])


def test_energy_of_a_recipe_is_the_sum_of_its_ingredients(library):
    """Fortified soy drink: 250 g soy milk, 8 g soy protein powder, 15 g maple syrup, one serving."""
    soy, powder, syrup = (library.foods[name] for name in ("soy_milk", "soy_protein_powder", "maple_syrup"))
    held = nutrients(library.meals["soy_fortified"], library.foods)
    assert held.kcal == pytest.approx(2.5 * soy.kcal + 0.08 * powder.kcal + 0.15 * syrup.kcal)
    assert held.protein_g == pytest.approx(
        2.5 * soy.protein_g + 0.08 * powder.protein_g + 0.15 * syrup.protein_g
    )


@pytest.mark.parametrize(
    ("id_", "kcal", "protein", "carb", "fat"),
    [
        ("soup_tomato_lentil", 383, 14.0, 36.4, 22.0),
        ("soup_chicken_cream", 469, 27.6, 29.5, 26.7),
        ("soup_pea_creamcheese", 448, 15.3, 39.9, 26.1),
    ],
)
def test_recipes_for_two_hold_per_serving_what_was_worked_out_by_hand(library, id_, kcal, protein, carb, fat):
    held = nutrients(library.meals[id_], library.foods)
    assert (round(held.kcal), round(held.protein_g, 1), round(held.carb_g, 1), round(held.fat_g, 1)) == (
        kcal, protein, carb, fat,
    )  # fmt: skip


def test_the_fluid_of_a_recipe_is_its_water(library):
    buttered = meal("food", "5", servings=2)
    assert nutrients(buttered, library.foods).fluid_ml == pytest.approx(15.87 / 2)


def test_search_takes_half_words_in_any_order_without_accents(library):
    found = [m.id for m in search(library.meals.values(), "sal puree")]
    assert "salmon_sweetpotato" in found
    assert search(library.meals.values(), "PURÉE salm") == search(library.meals.values(), "salm puree")
    assert search(library.meals.values(), "xylophone") == []
    assert len(search(library.meals.values(), "  ")) == len(library.meals)


def test_search_looks_at_tags_and_ingredients_but_names_come_first(library):
    found = search(library.meals.values(), "avocado")
    named = ["avocado" in m.name.lower() for m in found]
    assert named == sorted(named, reverse=True)
    assert {True, False} == set(named)
    assert all("vegan" in m.tags for m in search(library.meals.values(), "vegan"))
