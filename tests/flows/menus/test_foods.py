"""Adding food by digits: the same again at once, any food by a word, for this day or another."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from companion.domain.entries import FoodEaten, OwnFood, QuickEaten
from companion.flows.menus import foods
from companion.flows.steps import Read
from companion.flows.walk import FIND
from companion.wording import foods as told


@pytest.fixture
def eating(ruth, clock):
    """Ruth, who has had the same things on some days since her levels were decided."""
    start = clock.now
    clock.go(days=3)
    for days in range(3):
        at = start + timedelta(days=days)
        ruth.intake.quick("Soup", kcal=150, at=at)
        ruth.intake.log_food("butter", grams=10, at=at)
    return ruth


def newest(companion) -> Any:
    return list(companion.diary.written())[-1].entry


def test_the_usual_is_written_at_once(eating, stand):
    walker = stand(eating, foods.menu)
    assert walker.step.title == "Add food: Afternoon, today"
    assert set(walker.labels[:2]) == {"Soup", "Butter, salted"}
    assert walker.details["Butter, salted"] == "10 g, 72 kcal"
    walker.take("Butter, salted")
    entry = list(eating.diary.of(FoodEaten))[-1]
    assert (entry.grams, entry.slot) == (10, "afternoon")
    assert walker.said[0].startswith("Saved: 10 g of Butter")
    assert walker.step.id == "foods"


def test_another_amount_of_it_is_asked_for(eating, stand):
    walker = stand(eating, foods.menu).take("Other amount")
    assert "3 times lately, last yesterday" in walker.details["Butter, salted"]
    walker.take("Butter, salted", 25)
    assert list(eating.diary.of(FoodEaten))[-1].grams == 25


def test_a_word_finds_the_same_again_then_foods_then_a_quick_entry(eating, stand):
    walker = stand(eating, foods.menu).take(FIND, "butter")
    assert walker.labels[0] == "Butter, salted"
    assert walker.details["Butter, salted"] == "10 g, 72 kcal"
    assert walker.labels[-2:] == ["Quick entry", "New food"]
    other = walker.labels[1]
    walker.take(other)
    assert walker.step.title.startswith(other)


def test_a_food_is_read_about_before_its_amount(ruth, stand):
    walker = stand(ruth, foods.menu).take(FIND, "butter salted", "Butter, salted", told.ABOUT)
    assert isinstance(walker.step, Read)
    ((name, text),) = walker.step.texts
    assert name == "Butter, salted"
    assert "Energy: 717 kcal" in text
    assert told.TEXTURE in text
    walker.take(None)
    walker.take(walker.step.options[0].value)
    assert [entry.food for entry in ruth.diary.of(FoodEaten)] == ["butter"]


def test_what_is_not_in_the_table_is_written_down_all_the_same(ruth, stand):
    walker = stand(ruth, foods.menu)
    assert walker.step.told == told.NOTHING_YET
    walker.take(FIND, "xyzzy")
    assert walker.labels == [foods.NOT_THERE, "New food"]
    walker.take(foods.NOT_THERE, 90)
    assert [(entry.name, entry.kcal) for entry in ruth.diary.of(QuickEaten)] == [("xyzzy", 90)]


def test_a_new_food_asks_at_once_how_much_of_it(ruth, stand):
    walker = stand(ruth, foods.menu).take("New food", "Oat cream", "100g", 150, None, "")
    (kept,) = ruth.diary.of(OwnFood)
    assert walker.step.title.startswith("Oat cream")
    walker.take(200)
    assert [(entry.food, entry.grams) for entry in ruth.diary.of(FoodEaten)] == [(kept.id, 200)]


def test_a_new_food_that_is_not_kept_asks_nothing_more(ruth, stand):
    walker = stand(ruth, foods.menu).take("New food")
    walker.back()
    assert walker.step.id == "foods"


@pytest.mark.parametrize(
    ("taken", "answers"),
    [("Quick entry", ("Mash", 200)), ("Soup", ()), ("Find a food", ("milk", "Quick entry", 60))],
)
def test_for_another_day_and_slot_as_well(eating, stand, taken, answers):
    on = date(2026, 4, 16)
    stand(eating, partial(foods.menu, on=on, slot="lunch")).take(taken, *answers)
    entry = newest(eating)
    assert (eating.day_of(entry), entry.slot) == (on, "lunch")


def test_what_the_person_does_not_eat_is_named_beside_a_food(ruth, stand):
    ruth.people.set("avoid", "milk")
    walker = stand(ruth, foods.menu).take(FIND, "butter salted")
    assert "Butter, salted, has milk" in walker.labels


def test_every_way_leads_back(eating, explored):
    found = {menu.id for menu in explored(eating, foods.menu)}
    assert found == {"foods", "foods_often"}
