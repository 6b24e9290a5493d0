"""Writing down what was eaten and drunk: what is asked, in which order, and what is said."""

from companion.flows import (
    foods,
    intake,
    meals,
)
from companion.flows.steps import Choose


def test_a_meal_asks_which_and_how_much(levels, talk):
    told = talk(meals.log_meal(levels), ["cod_white_sauce", 0.5])
    assert told.ids == ["meal", "eaten"]
    assert told.texts[0].startswith("Saved: half of Flaked cod in thick sauce, ")
    assert levels.intake.day().day.entries == (told.result.entry,)


def test_minutes_and_coughs_are_asked_only_when_wanted(levels, talk):
    told = talk(meals.log_meal(levels, meal="cod_white_sauce"), ["more", "1.2", "30", "", True])
    assert told.ids == ["eaten", "share", "minutes", "coughs", "helped"]
    entry = told.result.entry
    assert (entry.eaten, entry.minutes, entry.coughs, entry.helped) == (1.2, 30, None, True)


def test_only_allowed_meals_are_asked_for(levels, talk):
    firm = next(m.id for m in levels.content.meals.values() if m.iddsi == ("6",))
    question = next(meals.log_meal(levels))
    assert isinstance(question, Choose)
    assert firm not in {option.value for option in question.options}


def test_what_was_known_before_is_not_asked(levels, talk):
    assert talk(meals.log_meal(levels, meal="cod_white_sauce", eaten=1.0)).ids == []
    assert talk(intake.quick_entry(levels, name="Toast", kcal=120)).ids == []


def test_a_quick_entry_is_name_and_number(companion, talk):
    told = talk(intake.quick_entry(companion), ["Toast", "120"])
    assert told.ids == ["name", "kcal"]
    assert told.texts == ["Saved: Toast, 120 kcal. 120 kcal today."]


def test_a_food_is_searched_then_weighed(companion, talk):
    told = talk(foods.log_food(companion), ["butter", "butter", "grams", "10"])
    assert told.ids == ["food", "found", "amount", "grams"]
    assert told.result.entry.grams == 10


def test_a_drink_is_water_unless_said(companion, talk):
    told = talk(intake.log_drink(companion), ["200", ""])
    assert told.ids == ["ml", "what"]
    assert told.result.entry.name.startswith("Water")


def test_a_day_is_copied(companion, clock, talk):
    talk(intake.quick_entry(companion, name="Soup", kcal=150))
    yesterday = companion.today_date()
    clock.go(days=1)
    assert talk(intake.copy_day(companion), [(yesterday, None)]).texts == [
        "Saved: Soup, 150 kcal. 150 kcal today."
    ]


def test_a_drink_is_drunk_and_a_meal_eaten(levels):
    recipes = levels.content.meals.values()
    drink, food = (next(m.id for m in recipes if m.kind == kind) for kind in ("drink", "food"))
    titles = [next(meals.log_meal(levels, meal=id)).title for id in (drink, food)]
    assert titles == ["How much was drunk?", "How much was eaten?"]
