"""A decision: which, what, and who decided it; loosening is asked about."""

import pytest

from companion.errors import NotAllowed
from companion.flows import (
    fatigue,
    people,
    plan,
    preferences,
)
from companion.wording import welcome


@pytest.mark.parametrize("key", ["food-level", "drink-level"])
def test_a_level_that_nobody_knows_is_left_as_it_is_by_enter_alone(companion, talk, key):
    step = next(plan.set_plan(companion, key=key))
    assert [option.value for option in step.options][-1] is step.default is None
    told = talk(plan.set_plan(companion, key=key), [None])
    name = key.replace("-", " ")
    assert (told.texts, told.result) == ([f"Nothing was changed. The {name} is not known yet."], None)
    assert companion.plan.in_force().decision(key) is None


def test_a_level_that_is_decided_has_no_row_for_not_known(levels):
    step = next(plan.set_plan(levels, key="food-level"))
    assert None not in [option.value for option in step.options]
    assert step.default == "5"


def test_a_decision_asks_what_which_and_who(companion, talk):
    told = talk(plan.set_plan(companion), ["food-level", "5", None, "A. Lee"])
    assert told.ids == ["key", "value", "decided_by", "decided_by_name"]
    assert told.texts == ["Saved: food level 5, minced and moist, decided by A. Lee."]


def test_the_question_who_names_the_choice(companion, talk):
    told = talk(plan.set_plan(companion, key="food-level"), ["7EC", None, "A. Lee"])
    assert told.asked[1].title == "Food level 7EC, easy to chew. Who decided it?"
    told = talk(plan.set_plan(companion, key="energy"), ["1900", None, "A. Lee"])
    assert told.asked[1].title == "Energy 1,900 kcal a day. Who decided it?"


@pytest.mark.parametrize(("key", "keys"), [("food-level", "34567"), ("drink-level", "01234")])
def test_the_digit_of_a_level_is_the_level(companion, key, keys):
    options = next(plan.set_plan(companion, key=key)).options
    assert {o.key: o.value for o in options} == {k: k for k in keys} | (
        {"E": "7EC"} if key == "food-level" else {}
    ) | {"N": None}


@pytest.mark.parametrize(("key", "value"), [
    ("food-level", "5"), ("energy", "1900"), ("programme", "hands_wrists"), ("stage", "3"),
])  # fmt: skip
def test_a_question_about_the_plan_begins_on_what_is_decided(companion, key, value):
    assert next(plan.set_plan(companion, key=key)).default is None
    companion.plan.set(key, value, decided_by="A. Lee")
    assert next(plan.set_plan(companion, key=key)).default == companion.plan.in_force().value(key)


def test_a_name_that_was_given_before_is_offered_and_never_taken_for_granted(companion, talk):
    assert talk(plan.set_plan(companion, key="stage"), [3, None, "A. Lee"]).asked[1].default is None
    told = talk(plan.set_plan(companion, key="stage", offered="A. Lee"), [4, None, "B. Moor"])
    assert (told.asked[1].default, told.result.entry.decided_by) == ("A. Lee", "B. Moor")


def test_who_decided_is_one_of_the_first_start_by_a_digit_and_none_by_enter_alone(companion, talk):
    told = talk(plan.set_plan(companion, key="food-level"), ["5", "a doctor"])
    assert told.result.entry.decided_by == "a doctor"
    who = told.asked[1]
    assert [o.value for o in who.options] == [*welcome.DECIDERS, None]
    assert next(o.label for o in who.options if o.value == who.default) == "Another name"


def test_a_decider_of_the_list_who_is_offered_stands_there_once(companion, talk):
    told = talk(plan.set_plan(companion, key="food-level", offered="a doctor"), ["5", "a doctor"])
    assert [o.label for o in told.asked[1].options].count("Doctor") == 1
    assert told.asked[1].default == "a doctor"


def test_loosening_is_asked_about_and_no_changes_nothing(levels, talk):
    told = talk(plan.set_plan(levels), ["food-level", "6", None, "A. Lee", False])
    assert (told.texts, told.result) == (["Nothing was changed."], None)
    assert levels.plan.in_force().value("food-level") == "5"
    assert talk(plan.set_plan(levels), ["food-level", "6", None, "A. Lee", True]).ids[-1] == "confirm"


@pytest.mark.parametrize(
    ("key", "value"),
    [("drink-level", "2"), ("thicker-ok", "no"), ("energy", "1900"), ("protein", "70"), ("fluid", "1700"),
     ("programme", "energy_mini"), ("stage", 5)],
)  # fmt: skip
def test_every_part_of_the_plan_can_be_asked_for(companion, talk, key, value):
    told = talk(plan.set_plan(companion), [key, value, None, "A. Lee"])
    assert companion.plan.in_force().decision(key) == told.result.entry


def test_a_clearance_is_added_and_removed(companion, talk):
    told = talk(plan.add_clearance(companion), ["re_row", "K. Weber"])
    assert told.texts == ["Saved: Light band row is allowed, decided by K. Weber."]
    talk(plan.remove_clearance(companion), ["re_row"])
    assert companion.plan.clearances() == {}


def test_whole_kinds_come_before_single_exercises_and_only_what_waits_is_asked(companion):
    options = next(plan.add_clearance(companion)).options
    exercises = companion.content.exercises
    waiting = {e.id: e.category for e in exercises.values() if e.clearance}
    assert {o.value for o in options[: len(set(waiting.values()))]} == set(waiting.values())
    assert [o.value for o in options[len(set(waiting.values())) :]] == list(waiting)


def test_a_warning_waits_only_when_the_level_rises(companion, clock, talk):
    clock.go(hours=-8)
    for _ in range(30):
        companion.fatigue.log(3)
        clock.go(days=1)
    levels = []
    for _ in range(7):
        levels.append(talk(fatigue.log_fatigue(companion), ["8"]).said[0].level)
        clock.go(days=1)
    assert levels.count("warning") == 1
    assert set(levels[levels.index("warning") + 1 :]) == {"notice"}


@pytest.mark.parametrize(
    "flow",
    [plan.set_plan, plan.add_clearance, plan.remove_clearance, people.set_person, preferences.set_preference],
)
def test_who_may_not_decide_is_told_before_the_first_question(companion, flow):
    companion.by = "Maria"
    with pytest.raises(NotAllowed):
        next(flow(companion))
