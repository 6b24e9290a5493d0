"""Conversations about foods and recipes of one's own, and what the list of meals keeps back."""

from functools import partial

import pytest

from companion.errors import NotAllowed
from companion.flows.foods import add_food
from companion.flows.meals import log_meal
from companion.flows.recipes import add_recipe


@pytest.fixture
def ruth(ruth):
    ruth.foods.prepare()
    return ruth


def test_ingredients_are_asked_for_until_that_is_all(ruth, talk):
    told = talk(
        add_recipe(ruth),
        ["Mash", "boiled potato", "potato_boiled", 300, "more", "olive oil", "oil_olive", 20, "enough",
         2, "food", "4", "K. Weber", "supper", "Mash it."],
    )  # fmt: skip
    kept = told.result
    assert [(part.food, part.grams) for part in kept.ingredients] == [
        ("potato_boiled", 300),
        ("oil_olive", 20),
    ]
    assert (kept.servings, kept.food_level, kept.texture_by) == (2, "4", "K. Weber")
    assert (kept.slots, kept.method) == (("supper",), ("Mash it.",))
    assert [step.title for step in told.asked if step.id == "ingredient"] == [
        "Ingredient 1: which food?",
        "Ingredient 2: which food?",
    ]


def test_a_food_counted_in_servings_is_no_ingredient(ruth, talk):
    ruth.foods.add("Gran soup", kcal=200, per="serving")
    cream = ruth.foods.add("Gran cream", kcal=200)
    told = talk(add_recipe(ruth), ["Mash", "gran", cream.id, 10, "enough", 1, "", "", ""])
    found = next(step for step in told.asked if step.id == "found")
    assert "Gran soup" not in [option.label for option in found.options]


def test_a_recipe_that_is_avoided_is_kept_and_that_is_said(ruth, talk):
    ruth.people.set("avoid", "milk")
    parts = [("butter", 20.0)]
    told = talk(add_recipe(ruth, name="Mash", ingredients=parts, servings=1, food_level="4"), ["K. Weber"])
    assert told.ids == ["texture_by"]
    assert told.texts[1] == "Not suggested: milk."


def test_without_a_texture_nobody_is_asked_for_a_name(ruth, talk):
    told = talk(add_food(ruth), ["Oat cream", "100g", 150, "", ""])
    assert told.ids == ["name", "per", "kcal", "protein_g", "texture"]
    assert told.result.level is None


def test_a_helper_keeps_a_food_and_a_recipe_but_gives_no_texture(ruth, talk):
    ruth.by = "Maria"
    told = talk(add_food(ruth), ["Oat cream", "100g", 150, ""])
    assert (told.ids[-1], told.result.level) == ("protein_g", None)
    told = talk(add_recipe(ruth), ["Mash", "boiled potato", "potato_boiled", 300, "enough", 2, "", ""])
    assert ("texture" in told.ids, told.result.level) == (False, None)
    for add in (partial(ruth.foods.add, kcal=150), partial(ruth.recipes.add, ingredients=[("butter", 20)])):
        with pytest.raises(NotAllowed):
            add("Cream", food_level="4", texture_by="K. Weber")


def test_the_list_of_meals_says_what_it_keeps_back(ruth, talk):
    ruth.people.set("diet", "vegan")
    told = talk(log_meal(ruth), [ruth.meals.allowed()[0].meal.id, 1.0])
    hidden = len(ruth.meals.picked().hidden)
    assert told.asked[0].help.endswith(f"{hidden} hidden: not vegan.")
