"""Foods and recipes of one's own: energy from the ingredients, a texture only with a name."""

import pytest

from companion.domain.foods import ALLERGENS
from companion.errors import NotAllowed, Refused, Unknown
from companion.services.companion import Companion

MASH = [("potato_boiled", 300.0), ("oil_olive", 20.0)]
BY = "K. Weber"


def ids(companion):
    return [offer.meal.id for offer in companion.meals.allowed()]


def test_the_energy_of_a_serving_comes_from_the_ingredients(ruth):
    kept = ruth.recipes.add("Mash", MASH, servings=2)
    foods = ruth.content.foods
    whole = sum(foods[food].kcal * grams / 100 for food, grams in MASH)
    assert ruth.meals.nutrients(ruth.meals.find(kept.id)).kcal == pytest.approx(whole / 2)


def test_without_a_texture_it_can_be_written_down_but_is_never_suggested(ruth):
    kept = ruth.recipes.add("Mash", MASH)
    food = ruth.foods.add("Oat cream", kcal=150)
    assert not {kept.id, food.id} & set(ids(ruth))
    assert ruth.meals.log(kept.id, 0.5).entry.name == "Mash"
    with pytest.raises(Unknown):
        ruth.meals.find(food.id)


def test_with_a_texture_that_the_plan_allows_it_is_suggested(ruth):
    kept = ruth.recipes.add("Mash", MASH, food_level="4", texture_by=BY, slots=["supper"])
    soft = ruth.foods.add("Oat cream", kcal=150, per="serving", food_level="5", texture_by=BY)
    thick = ruth.foods.add("Thick juice", kcal=40, drink_level="2", texture_by=BY)
    assert {kept.id, soft.id, thick.id} <= set(ids(ruth))
    assert kept.id not in [offer.meal.id for offer in ruth.meals.allowed(slot="breakfast")]
    assert ruth.meals.nutrients(ruth.meals.find(soft.id)).kcal == 150
    assert ruth.meals.find(thick.id).kind == "drink"
    tests = [ruth.content.tests[test].text for test in ruth.content.levels["4"].food_tests]
    assert list(ruth.meals.tests(ruth.meals.find(kept.id))) == tests


@pytest.mark.parametrize(
    ("texture", "code"),
    [
        ({"food_level": "5"}, "texture_by_whom"),
        ({"food_level": "5", "texture_by": " "}, "texture_by_whom"),
        ({"food_level": "3", "drink_level": "3", "texture_by": BY}, "food_or_drink"),
        ({"food_level": "soft", "texture_by": BY}, "bad_level"),
    ],
)
def test_a_texture_that_cannot_be_kept(ruth, texture, code):
    for add in (
        lambda: ruth.foods.add("Oat cream", kcal=150, **texture),
        lambda: ruth.recipes.add("Mash", MASH, **texture),
    ):
        with pytest.raises(Refused) as caught:
            add()
        assert caught.value.code == code
    assert {**ruth.foods.own(), **ruth.recipes.own()} == {}


def test_a_name_without_a_level_is_not_kept_as_a_texture(ruth):
    assert ruth.foods.add("Oat cream", kcal=150, texture_by=BY).texture_by is None


def test_what_cannot_be_an_ingredient(ruth):
    soup = ruth.foods.add("Soup", kcal=200, per="serving")
    for parts, error, code in (
        ([], Refused, "no_ingredients"),
        ([(soup.id, 100)], Refused, "counted_in_servings"),
        ([("butter", 0)], Refused, "out_of_range"),
        ([("moonlight", 10)], Unknown, "unknown_food"),
    ):
        with pytest.raises(error) as caught:
            ruth.recipes.add("Mash", parts)
        assert caught.value.code == code


def test_the_same_name_again_replaces_and_one_undo_brings_the_one_before_back(ruth):
    before = ruth.recipes.add("Mash", MASH)
    after = ruth.recipes.add("mash", MASH[:1])
    assert list(ruth.recipes.own()) == [after.id]
    ruth.history.undo()
    assert list(ruth.recipes.own()) == [before.id]
    ruth.history.undo()
    ruth.history.remove(after.id)
    assert not ruth.recipes.own()


def test_somebody_elses_recipe_is_not_replaced(ruth):
    ruth.recipes.add("Mash", MASH)
    maria = Companion(
        diary=ruth.diary, content=ruth.content, settings=ruth.settings, clock=ruth.clock, by="Maria"
    )
    with pytest.raises(NotAllowed):
        maria.recipes.add("Mash", MASH[:1])
    assert maria.recipes.add("Maria's mash", MASH).by == "Maria"


def test_a_removed_recipe_stays_readable_where_it_was_eaten(ruth):
    kept = ruth.recipes.add("Mash", MASH, food_level="5", texture_by=BY)
    eaten = ruth.meals.log(kept.id).entry
    ruth.history.remove(kept.id)
    assert kept.id not in ids(ruth)
    (still,) = ruth.intake.day().day.entries
    assert (still.name, still.kcal) == ("Mash", eaten.kcal)
    assert ruth.intake.again(eaten.id).entry.name == "Mash"


def test_an_ingredient_that_is_gone_keeps_its_figures(ruth):
    cream = ruth.foods.add("Oat cream", kcal=150)
    kept = ruth.recipes.add("Cream mash", [*MASH, (cream.id, 100)])
    before = ruth.meals.nutrients(ruth.meals.find(kept.id))
    ruth.history.remove(cream.id)
    assert ruth.meals.nutrients(ruth.meals.find(kept.id)) == before
    assert ruth.meals.names(ruth.meals.find(kept.id))[cream.id] == "Oat cream"


def test_what_is_avoided_is_hidden_and_counted(ruth):
    before = ruth.meals.allowed()
    ruth.people.set("avoid", "dairy, nuts")
    after = ruth.meals.picked()
    assert 0 < len(after.offers) < len(before) == len(after.offers) + len(after.hidden)
    assert not any("milk" in offer.meal.allergens for offer in after.offers)
    ruth.people.set("avoid", "")
    assert ruth.meals.allowed() == before


def test_an_own_food_of_unknown_contents_is_hidden_once_anything_is_avoided(ruth):
    food = ruth.foods.add("Oat cream", kcal=150, food_level="5", texture_by=BY)
    known = ruth.recipes.add("Mash", MASH, food_level="5", texture_by=BY)
    mixed = ruth.recipes.add("Cream mash", [*MASH, (food.id, 10)], food_level="5", texture_by=BY)
    ruth.people.set("avoid", "milk")
    assert {food.id, known.id, mixed.id} & set(ids(ruth)) == {known.id}
    assert ("unknown",) in ruth.meals.picked().hidden


def test_a_long_list_of_what_is_avoided_is_not_cut_short(ruth):
    ruth.people.set("avoid", ", ".join([*["celeriac"] * 20, "sulphites"]))
    assert ruth.people.wishes().avoid == ("celery", "sulphite")
    ruth.people.set("avoid", ", ".join(sorted(ALLERGENS)))
    assert set(ruth.people.wishes().avoid) == ALLERGENS


def test_a_wish_that_would_hide_nothing_is_refused(ruth):
    for key in ("avoid", "diet"):
        with pytest.raises(Refused) as caught:
            ruth.people.set(key, "moonlight")
        assert "moonlight" in str(caught.value.facts)


def test_an_own_food_firmer_than_the_plan_is_kept_said_and_not_brought_up_again(ruth):
    firm = ruth.foods.add("Oat bar", kcal=400, food_level="7", texture_by=BY)
    untold = ruth.foods.add("Oat cream", kcal=150)
    logged = ruth.intake.log_food(firm.id, grams=30)
    assert [remark.code for remark in logged.remarks] == ["outside_level"]
    assert ruth.intake.log_food(untold.id, grams=30).remarks == ()
    usual = {one.entry.food for one in ruth.intake.usual("afternoon")}
    assert usual == {untold.id}
