"""More energy for a dish: computed, only where the level allows it, never a new allergen."""

import pytest

from companion.domain.allergens import Wishes, avoided
from companion.domain.fortify import Enricher, hints
from companion.domain.meals import MealOffer


def offered(library, id: str, level: str) -> list:
    return list(hints(MealOffer(library.meals[id], level, 0), library.fortify.values(), library.foods))


def test_the_energy_is_that_of_the_grams(library):
    (oil,) = [hint for hint in offered(library, "eggs_silky", "4") if hint.food.id == "oil_canola"]
    assert oil.kcal == pytest.approx(88.4)  # 10 g of 884 kcal in 100 g
    assert oil.kcal == library.foods["oil_canola"].kcal * oil.grams / 100


def test_the_recipes_own_ways_come_first_and_not_twice(library):
    found = [hint.food.id for hint in offered(library, "eggs_silky", "4")]
    assert found[:2] == ["heavy_cream", "cheddar"]
    assert len(found) == len(set(found))


def test_nothing_grainy_goes_into_soft_dishes(library):
    for meal in library.meals.values():
        for level in meal.iddsi:
            found = {hint.food.id for hint in offered(library, meal.id, level) if hint.name}
            if level not in {"7EC", "7"}:
                assert "almonds_blanched" not in found


def test_no_hint_of_the_list_brings_an_allergen_or_breaks_a_diet(library):
    for meal in library.meals.values():
        for level in meal.iddsi:
            for hint in offered(library, meal.id, level):
                if hint.name:
                    assert set(hint.food.allergens) <= set(meal.allergens)
                    assert "vegan" not in meal.tags or hint.food.diet == "vegan"


def test_a_dish_of_a_level_the_list_does_not_name_gets_none_of_it(library):
    only = Enricher(id="x", food="oil_sunflower", grams=5, name="Oil", note="stir", food_levels=("6",),
                    source="own", reviewed="2026-11-22", review="none")  # fmt: skip
    for level, expected in (("4", 0), ("6", 1)):
        found = hints(MealOffer(library.meals["eggs_silky"], level, 0), [only], library.foods)
        assert sum(hint.name == "Oil" for hint in found) == expected


def test_what_is_not_welcome_is_left_out(library):
    offer = MealOffer(library.meals["eggs_silky"], "4", 0)
    found = hints(offer, library.fortify.values(), library.foods, lambda food: food.id != "oil_canola")
    assert "oil_canola" not in {hint.food.id for hint in found}


def test_what_a_recipe_names_itself_is_left_out_where_it_is_not_welcome(library):
    offer, wishes = MealOffer(library.meals["mousse_choc_avocado"], "4", 0), Wishes((), avoided("nuts, milk"))
    for found in hints(offer, library.fortify.values(), library.foods, wishes.welcome):
        assert not {"treenut", "peanut", "milk"} & set(found.food.allergens)
    assert any("milk" in one.food.allergens for one in offered(library, "mousse_choc_avocado", "4"))


@pytest.mark.parametrize("levels", [{"food_levels": ("8",)}, {"drink_levels": ("5",)}])
def test_a_level_that_does_not_exist_is_refused(levels):
    with pytest.raises(ValueError, match="levels are those"):
        Enricher(id="x", food="oil", grams=5, name="Oil", note="stir", source="own", reviewed="2026-11-22",
                 review="none", **levels)  # fmt: skip
