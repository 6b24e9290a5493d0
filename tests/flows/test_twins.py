"""The last question before a meal is written down: the same meal by somebody else, a level that changed."""

from datetime import timedelta
from functools import partial

import pytest

from companion.flows import day_plan, foods, intake, meals
from companion.flows.conversation import Conversation
from companion.flows.steps import Say
from companion.wording.spoken import spoken

COD = "cod_white_sauce"


@pytest.fixture
def both(ruth, clock):
    """Maria wrote down half of the cod two minutes ago; now it is Ruth who acts."""
    ruth.caregivers.add("Maria", "caregiver")
    ruth.by = "Maria"
    ruth.cod = ruth.meals.log(COD, 0.5, slot="supper").entry
    clock.go(minutes=2)
    ruth.by = None
    return ruth


def standing(companion):
    return [e.by for e in companion.intake.day().day.entries]


def eat(companion, **facts):
    return meals.log_meal(companion, meal=COD, eaten=1.0, slot="supper", **facts)


def test_the_question_names_who_when_and_what(both, talk):
    asked = talk(eat(both), ["add"]).asked[0]
    energy = round(both.cod.nutrients.kcal)
    assert asked.title == (
        f"Maria wrote down supper 2 minutes ago: Half of {both.cod.name}, {energy} kcal."
        " Add this, or put it in its place?"
    )
    assert [option.label for option in asked.options] == ["Add it too", "Put it in its place", "Leave it"]
    assert asked.options[0].value == asked.default


def test_added_it_is_said_as_ever_and_not_told_twice(both, talk):
    told = talk(eat(both), ["add"])
    assert (len(told.texts), standing(both)) == (1, ["Maria", "Ruth"])


def test_put_in_its_place_it_says_whose_and_undo_brings_both_back(both, talk):
    from companion.flows.history import undo

    told = talk(eat(both), ["instead"])
    assert told.texts[0].startswith(f"Saved: all of {both.cod.name}, ")
    assert ", in place of Maria's. " in told.texts[0]
    assert standing(both) == ["Ruth"]
    undone = talk(undo(both)).texts[0]
    assert f"Back in its place: half of {both.cod.name}, " in undone
    assert undone.endswith(" by Maria. Undo again brings it back.")
    assert standing(both) == ["Maria"]
    again = talk(undo(both)).texts[0]
    assert again.startswith("Brought back: all of")
    assert again.endswith("by Maria.")


def test_left_nothing_is_written(both, talk):
    told = talk(eat(both), ["leave"])
    assert (told.result, told.texts, standing(both)) == (None, ["Nothing was written down."], ["Maria"])


@pytest.mark.parametrize(
    "flow",
    [
        lambda c: eat(c),
        lambda c: meals.eat_meal(c, meal=COD, slot="supper"),
        lambda c: intake.quick_entry(c, name="Soup", kcal=150, slot="supper"),
        lambda c: intake.log_again(c, entry=c.cod.id, slot="supper"),
        lambda c: intake.copy_day(c, on=c.today_date() - timedelta(days=1), slot="supper"),
        lambda c: foods.log_food(c, food="butter", grams=10, slot="supper"),
        lambda c: day_plan.what_next(c, slot="supper"),
    ],
    ids=["meal", "with the clock", "quick", "again", "copy", "food", "what next"],
)
def test_every_way_food_gets_in_asks_last(both, clock, flow):
    both.intake.quick("Broth", kcal=90, slot="supper", at=clock() - timedelta(days=1))
    asking = Conversation(partial(flow, both))
    given = {"begin_meal": "plain", "eaten": 1.0, "coughs_seen": 0, "helped": False, "next_do": "eat"}
    while asking.step.id != "twins":
        asking.answer(given.get(asking.step.id) or asking.step.options[0].value)
    assert standing(both)[-1] == "Maria"
    asking.answer("leave")
    assert isinstance(asking.step, Say)


@pytest.mark.parametrize(
    "flow",
    [
        lambda c: meals.log_meal(c, meal=COD, eaten=1.0, slot="lunch"),
        lambda c: intake.log_drink(c, ml=200, what="", slot="supper"),
        lambda c: intake.log_tube(c, ml=200, kcal_per_ml=1.5, slot="supper"),
    ],
    ids=["another part of the day", "a drink", "a feed"],
)
def test_what_is_not_the_same_meal_asks_nothing(both, talk, flow):
    assert talk(flow(both)).asked == []


def test_the_same_drink_by_two_is_asked_about_as_a_drink(both, talk, clock):
    both.by = "Maria"
    both.intake.drink(200)
    clock.go(minutes=3)
    both.by = None
    asked = talk(intake.log_drink(both, ml=150, what=""), ["add"]).asked[0]
    assert asked.title.startswith("Maria wrote down a drink 3 minutes ago: 200 mL of Water")


def test_of_several_the_same_dish_is_named_and_alone_makes_room(both, talk, clock):
    both.by = "Maria"
    both.intake.quick("Cake", kcal=200, slot="supper")
    both.by = None
    told = talk(eat(both), ["instead"])
    assert f"Half of {both.cod.name}, " in told.asked[0].title
    assert " kcal, one of 2. Add this, or put it in its place?" in told.asked[0].title
    assert sorted(standing(both)) == ["Maria", "Ruth"]
    assert both.cod.id not in [e.id for e in both.intake.day().day.entries]


def test_a_copied_supper_is_asked_about_once_for_all(both, talk, clock):
    for name in ("Broth", "Roll"):
        both.intake.quick(name, kcal=90, slot="supper", at=clock() - timedelta(days=1))
    both.by = "Maria"
    both.intake.quick("Cake", kcal=200, slot="supper")
    both.by = None
    yesterday = both.today_date() - timedelta(days=1)
    told = talk(intake.copy_day(both, on=yesterday, slot="supper"), ["instead"])
    assert told.asked[0].title.endswith("Cake, 200 kcal, and 1 more. Add this, or put it in their place?")
    assert told.asked[0].options[1].label == "Put it in their place"
    assert standing(both) == ["Ruth", "Ruth"]


def test_back_from_the_question_leads_to_the_one_before(both):
    asking = Conversation(lambda: meals.log_meal(both, meal=COD, slot="supper"))
    asking.answer(0.75)
    assert asking.step.id == "twins"
    assert asking.back()
    assert (asking.step.id, asking.step.default) == ("eaten", 0.75)
    asking.answer(0.25)
    asking.answer("add")
    assert [e.eaten for e in both.intake.day().day.entries] == [0.5, 0.25]


def test_who_answers_after_the_twin_moved_is_told_and_nothing_is_written(both):
    from companion.errors import Refused

    asking = Conversation(lambda: eat(both))
    both.history.edit(both.cod.id, slot="lunch")
    with pytest.raises(Refused, match="no_twin"):
        asking.answer("instead")
    assert standing(both) == ["Maria"]


def test_one_more_that_was_written_while_one_was_asked_is_kept(both):
    asking = Conversation(lambda: eat(both))
    both.by = "Jon"
    both.meals.log(COD, 0.25, slot="supper")
    both.by = None
    asking.answer("instead")
    assert standing(both) == ["Jon", "Ruth"]
    asking.answer()
    assert asking.step.text == (
        "Jon wrote down supper just now, so there are two now. Undo takes yours back."
    )


def test_a_level_decided_while_one_ate_is_said_before_saving(ruth, clock):
    eating = Conversation(lambda: meals.eat_meal(ruth, meal=COD))
    eating.answer("begin")
    clock.go(minutes=25)
    ruth.plan.set("food-level", "4", decided_by="Dr Lee")
    for answer in (25, 1.0, 0, False):
        eating.answer(answer)
    assert eating.step.title == (
        "The food level is 4 now, decided by Dr Lee at 16:40. Write this down all the same?"
    )
    assert [option.label for option in eating.step.options] == ["Write it down", "Leave it"]
    assert ruth.intake.day().day.entries == ()
    eating.answer("add")
    assert eating.step.text.startswith("Saved: ")
    eating.answer()
    assert "the plan says food level 4" in eating.step.text


def test_left_because_of_the_level_nothing_is_written(ruth):
    eating = Conversation(lambda: meals.log_meal(ruth, meal=COD))
    ruth.plan.set("food-level", "4", decided_by="Dr Lee")
    eating.answer(1.0)
    eating.answer("leave")
    eating.answer()
    assert (eating.result, ruth.intake.day().day.entries) == (None, ())


def test_a_level_that_is_no_longer_decided_is_said_so(ruth):
    eating = Conversation(lambda: meals.log_meal(ruth, meal=COD))
    ruth.plan.set("food-level", None, decided_by="Dr Lee", confirmed=True)
    eating.answer(1.0)
    assert eating.step.title.startswith("No food level is decided any more.")


def test_the_other_level_is_no_matter(ruth):
    eating = Conversation(lambda: meals.log_meal(ruth, meal=COD))
    ruth.plan.set("drink-level", "3", decided_by="Dr Lee")
    eating.answer(1.0)
    assert eating.step.text.startswith("Saved: ")


def test_a_drink_keeps_to_the_level_of_drinks(ruth):
    drinking = Conversation(lambda: intake.log_drink(ruth))
    drinking.answer(200)
    ruth.plan.set("drink-level", "3", decided_by="Dr Lee")
    drinking.answer("")
    assert drinking.step.title.startswith("The drink level is 3 now, decided by Dr Lee at 16:15.")


def test_a_changed_level_and_a_twin_are_one_question(both):
    eating = Conversation(lambda: meals.log_meal(both, meal=COD, slot="supper"))
    both.plan.set("food-level", "4", decided_by="Dr Lee")
    eating.answer(1.0)
    assert eating.step.title.startswith("The food level is 4 now, decided by Dr Lee at 16:17. Maria wrote")
    assert len(eating.step.options) == 3


def test_the_question_is_whole_words_for_a_listener_within_the_budget(both, talk):
    asked = talk(eat(both), ["add"]).asked[0]
    heard = spoken(asked.spoken)
    assert "kilocalories" in heard
    assert len(heard) <= 120
    assert len(heard) + sum(len(option.label) + 3 for option in asked.options) <= 200


def test_left_although_the_other_is_gone_by_now_it_says_that_neither_is_kept(both):
    talk = Conversation(lambda: eat(both))
    both.history.remove(both.cod.id)
    talk.answer("leave")
    assert talk.step.text == (
        "Nothing was written down."
        " What Maria wrote down was taken back meanwhile, so it is not in the diary either."
    )
    talk.answer()
    assert (talk.done, standing(both)) == (True, [])


def test_what_is_about_the_texture_comes_right_after_what_was_saved(both, talk):
    both.plan.set("food-level", "4", decided_by="Dr Lee")
    both.intake.quick("Soup", kcal=90, slot="supper")
    told = talk(eat(both), ["add"]).texts
    saved, *remarks = told
    assert saved.startswith("Saved: ")
    assert "the plan says food level 4" in remarks[0]


def test_of_several_remarks_the_texture_is_the_first():
    from companion.services.remarks import Remark, ordered

    found = ordered([Remark("again"), Remark("rating"), Remark("outside_level")])
    assert [remark.code for remark in found] == ["outside_level", "again", "rating"]
