"""Eating by digits: a usual meal in three choices, every other one within the levels, and all about it."""

from datetime import timedelta
from functools import partial

import pytest

from companion.domain.entries import MealEaten, Planned
from companion.flows.meals import log_meal
from companion.flows.menus import meals, today
from companion.flows.recipes_read import recipe
from companion.flows.steps import Menu, Option
from companion.flows.walk import FIND, Talk
from companion.wording import choices
from companion.wording import meals as told

COD, LENTILS = "cod_white_sauce", "lentil_veg_mince"
SUPPER = "Another time", "Supper"


def newest(companion) -> MealEaten:
    return list(companion.diary.of(MealEaten))[-1]


def names(walker) -> list[str]:
    """The meals that are listed, without the ways."""
    return walker.labels[: walker.labels.index(meals.EVERY)]


def test_a_usual_meal_takes_three_choices(ruth, stand):
    for days in (1, 2, 3):
        ruth.meals.log(COD, at=ruth.clock() - timedelta(days=days))
    label = ruth.content.meals[COD].label
    walker = stand(ruth, today.main).take("Eat")
    assert names(walker)[0] == label
    walker.take(label, 1.0)
    assert (newest(ruth).meal, newest(ruth).eaten, newest(ruth).slot) == (COD, 1.0, "afternoon")
    assert walker.step.id == "meals"


def test_what_is_planned_comes_first_and_says_so(ruth, stand):
    ruth.meals.log(COD, at=ruth.clock() - timedelta(days=1))
    ruth.day_plan.plan(LENTILS, slot="supper")
    walker = stand(ruth, meals.menu).take(*SUPPER)
    first = names(walker)[0]
    assert first == ruth.content.meals[LENTILS].label
    assert walker.details[first].startswith("planned, level 5")


def test_the_rows_are_those_of_the_flow(ruth, stand, talk):
    stand(ruth, meals.menu).take(*SUPPER, "All of them", ruth.content.meals[COD].label, 0.5)
    by_digits = newest(ruth).model_dump(exclude={"id", "act"})
    talk(log_meal(ruth, meal=COD, slot="supper"), [0.5])
    assert newest(ruth).model_dump(exclude={"id", "act"}) == by_digits


def test_a_list_holds_all_that_the_levels_allow_and_nothing_else(ruth, stand):
    walker = stand(ruth, meals.menu).take("All of them")
    allowed = ruth.meals.allowed(kind="food", slot="afternoon")
    assert walker.labels == [offer.meal.label for offer in allowed]


def test_a_word_is_looked_for_at_any_time_of_day_and_never_beyond_the_levels(ruth, stand):
    walker = stand(ruth, meals.menu).take(FIND, "soup")
    found = {offer.meal.label for offer in ruth.meals.allowed(kind="food", text="soup")}
    beyond = {meal.label for meal in ruth.content.meals.values() if "soup" in meal.tags} - found
    assert set(walker.labels) == found
    assert beyond
    walker.take(walker.labels[0])
    assert walker.step.id == "eaten"


def test_a_word_that_nothing_has_leads_to_another_word(ruth, stand):
    walker = stand(ruth, meals.menu).take(FIND, "zzzz")
    assert walker.said == [choices.NOTHING_FOUND]
    assert walker.step.id == "search"
    walker.take("cod")
    assert walker.step.options
    assert walker.back().step.id == "search"
    assert walker.back().step.id == "meals"


@pytest.mark.parametrize("closer", [False, True])
def test_a_search_leads_where_its_list_leads(ruth, stand, closer):
    walker = stand(ruth, meals.menu).take(*(["Look closer"] if closer else []), FIND, "cod")
    walker.take(walker.labels[0])
    assert walker.step.id == ("meal" if closer else "eaten")


def test_the_question_for_a_meal_finds_any_meal_within_the_levels(ruth, stand):
    choice = Menu(
        id="here", title="Here", options=(Option(Talk(partial(log_meal, slot="breakfast")), "Eat"),)
    )
    walker = stand(ruth, lambda _: choice).take("Eat")
    label = ruth.content.meals[COD].name
    assert label not in walker.labels
    walker.take(FIND, "cod", label, 1.0)
    assert (newest(ruth).meal, newest(ruth).slot) == (COD, "breakfast")


def test_a_closer_look_at_a_meal(ruth, stand):
    label = ruth.content.meals[COD].label
    walker = stand(ruth, meals.menu).take(*SUPPER, "Look closer", label)
    assert walker.step.title == label
    assert walker.step.told.startswith("Level 5, yours, ")
    walker.take("Recipe")
    offer = next(o for o in ruth.meals.allowed() if o.meal.id == COD)
    assert walker.step == recipe(ruth, offer)
    walker.back()
    walker.take("Plan it")
    assert [(dish.meal, dish.slot) for dish in ruth.diary.of(Planned)] == [(COD, "supper")]
    walker.take("Eat now, with the clock")
    assert walker.step.id == "begin_meal"


def test_a_recipe_holds_all_that_the_full_screen_shows(ruth):
    offer = next(o for o in ruth.meals.allowed() if o.meal.id == COD)
    text = "\n".join(f"{title}\n{words}" for title, words in recipe(ruth, offer).texts)
    meal = ruth.content.meals[COD]
    tests = ruth.meals.tests(meal, offer.level)
    for line in (meal.name, *meal.method, *tests, *meal.cautions, ruth.content.text("card.1").text):
        assert line in text
    assert text.index("Test it") < text.index("For every recipe")


def test_another_time_drinks_and_only_some(ruth, stand):
    walker = stand(ruth, meals.menu).take("Another time", "Breakfast")
    assert walker.step.title == "Meals: breakfast"
    walker.take("Drinks")
    assert walker.step.title == "Drinks: breakfast"
    walker.back().back().back()
    walker.take("Only some", "Soup", "All of them")
    offers = ruth.meals.allowed(kind="food", slot="afternoon", tag="soup")
    assert walker.labels == [offer.meal.label for offer in offers]


def test_why_nothing_is_listed(ruth, stand):
    ruth.people.set("avoid", "milk")
    walker = stand(ruth, meals.menu)
    hidden = ruth.meals.picked(kind="food", slot="afternoon").hidden
    assert hidden
    assert f"{len(hidden)} hidden: milk" in walker.step.help
    walker.take("Only some", "Side")
    assert walker.step.told == told.empty(ruth.meals.levels(), "food", tag="side", slot="afternoon")
    assert meals.EVERY not in walker.labels


def test_without_a_level_nothing_is_suggested_and_the_level_is_asked_for(companion, stand):
    walker = stand(companion, meals.menu)
    assert walker.step.told == "First the food level. Nothing is suggested before it is decided."
    assert walker.labels == ["Write the food level", "Drinks", "New recipe", "Flow test"]
    walker.take("Drinks")
    assert walker.labels[0] == "Write the drink level"
    walker.back()
    walker.take("Write the food level", "5", "a swallowing therapist")
    assert companion.plan.in_force().value("food-level") == "5"
    assert meals.EVERY in walker.labels


def test_every_way_leads_back(ruth, stand):
    walker = stand(ruth, meals.menu)
    for label in walker.labels[:-1]:
        walker.take(label).back()
        assert (walker.step.id, walker.walk.depth) == ("meals", 0), label
