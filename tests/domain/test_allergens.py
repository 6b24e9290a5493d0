"""What somebody does not eat is a hard filter; what nobody looked at is never taken for harmless."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.allergens import DIETS, UNKNOWN, Wishes, avoided, decided, diets
from companion.domain.foods import ALLERGENS, Food
from companion.domain.meals import Meal, MealOffer, picked


def food(name, diet="vegan", *allergens):
    return Food(name, "", name, (), "g", 100, 1, 1, 1, 1, 1, allergens=allergens, diet=diet)


FOODS = {
    one.id: one
    for one in (
        food("potato"), food("butter", "vegetarian", "milk"), food("beef", "meat"),
        food("cod", "meat", "fish"), food("almonds", "vegan", "treenut"), food("mystery", ""),
        food("sip", "", "milk"),
    )
}  # fmt: skip


def meal(*foods, tags=(), allergens=(), fortify=()):
    return Meal(
        id="m", name="M", kind="food", iddsi=("5",), slots=("lunch",), servings=1, prep_minutes=1,
        ingredients=[{"food": one, "grams": 10} for one in foods], method=("Mix.",), tags=tags,
        allergens=allergens, fortify=[{"food": one, "grams": 5, "note": "stir"} for one in fortify],
        source="test", reviewed=date(2026, 1, 1), review="test",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("made_of", "wishes", "reasons"),
    [
        (meal("potato"), Wishes(), ()),
        (meal("potato"), Wishes(("vegan",), ("milk",)), ()),
        (meal("potato", "butter"), Wishes((), ("milk",)), ("milk",)),
        (meal("potato", "butter"), Wishes((), ("fish",)), ()),
        (meal("potato", "butter"), Wishes(("vegetarian",)), ()),
        (meal("potato", "butter"), Wishes(("vegan",)), ("vegan",)),
        (meal("potato", "butter", tags=("vegan",)), Wishes(("vegan",)), ("vegan",)),
        (meal("butter", "almonds"), Wishes((), ("milk", "treenut")), ("milk", "treenut")),
        (meal("beef"), Wishes(("dairy-free",)), ()),
        (meal("butter"), Wishes(("dairy-free",)), ("dairy-free",)),
        (meal("cod"), Wishes(("vegetarian",), ("fish",)), ("fish", "vegetarian")),
        (meal("potato", allergens=("celery",)), Wishes((), ("celery",)), ("celery",)),
        (meal("mystery"), Wishes(), ()),
        (meal("mystery"), Wishes((), ("milk",)), (UNKNOWN,)),
        (meal("mystery"), Wishes(("vegan",)), (UNKNOWN,)),
        (meal("mystery", tags=("vegan",)), Wishes(("vegan",)), ()),
        (meal("mystery", tags=("vegan",)), Wishes(("vegan",), ("milk",)), (UNKNOWN,)),
        (meal("gone"), Wishes((), ("milk",)), (UNKNOWN,)),
        (meal("sip"), Wishes(("vegan",)), ("vegan",)),
        (meal("sip"), Wishes(("vegetarian",)), (UNKNOWN,)),
        (meal("sip"), Wishes((), ("fish",)), ()),
    ],
)
def test_why_a_meal_does_not_go_with_the_wishes(made_of, wishes, reasons):
    assert wishes.against(made_of, FOODS) == reasons


wanted = st.builds(
    Wishes,
    st.lists(st.sampled_from(DIETS), unique=True).map(tuple),
    st.lists(st.sampled_from(["milk", "fish", "treenut"]), unique=True).map(tuple),
)
dishes = st.lists(st.sampled_from(sorted(FOODS)), min_size=1, max_size=3).map(lambda found: meal(*found))


@given(st.lists(dishes, max_size=8), wanted)
def test_nothing_avoided_is_picked_and_every_meal_is_listed_or_counted(found, wishes):
    kept = picked([MealOffer(one, "5", 0) for one in found], wishes, FOODS)
    assert len(kept.offers) + len(kept.hidden) == len(found)
    for offer in kept.offers:
        inside = [FOODS[part.food] for part in offer.meal.ingredients]
        assert not {mark for one in inside for mark in one.allergens} & set(wishes.avoid)
        assert not wishes.avoid or all(map(decided, inside))


def test_an_addition_that_is_avoided_is_not_offered():
    dish = meal("potato", fortify=("butter", "almonds", "mystery"))
    (offer,) = picked([MealOffer(dish, "5", 0)], Wishes((), ("milk",)), FOODS).offers
    assert [part.food for part in offer.meal.fortify] == ["almonds"]
    assert picked([MealOffer(dish, "5", 0)], Wishes(), FOODS).offers[0].meal is dish


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("milk", ("milk",)), ("Milk, Nuts", ("milk", "peanut", "treenut")), ("tree nuts", ("treenut",)),
        ("wheat and eggs", ("egg", "gluten")), ("prawns; soya", ("shellfish", "soy")), ("", ()),
        ("peanuts/sulphites", ("peanut", "sulphite")), ("fish, fishes", ("fish",)),
    ],
)  # fmt: skip
def test_what_is_avoided_in_the_words_people_use(typed, found):
    assert avoided(typed) == found
    assert avoided(", ".join(found)) == found


@pytest.mark.parametrize("read", [avoided, diets])
def test_a_word_that_would_hide_nothing_is_refused(read):
    with pytest.raises(ValueError, match="moonlight is not known here"):
        read("moonlight")


def test_every_food_that_recipes_are_made_of_is_decided(library):
    used = {p.food for one in library.meals.values() for p in (*one.ingredients, *one.fortify)}
    assert {name for name in used if not decided(library.foods[name])} == set()


def test_every_mark_of_the_kitchen_can_be_avoided(library):
    marks = {mark for one in library.foods.values() for mark in one.allergens}
    assert {name for mark in marks for name in avoided(mark)} == marks <= ALLERGENS
