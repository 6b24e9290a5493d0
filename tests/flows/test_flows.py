"""What each conversation asks, in which order, what it says, and that it acts last."""

import pytest

from companion.errors import NotAllowed, Refused
from companion.flows import (
    fatigue,
    foods,
    history,
    intake,
    meals,
    people,
    plan,
    preferences,
    sessions,
    weight,
)
from companion.flows.steps import Choose


@pytest.fixture
def levels(companion):
    companion.plan.set("food-level", "5", decided_by="A. Lee")
    companion.plan.set("drink-level", "2", decided_by="A. Lee")
    return companion


def test_a_meal_asks_which_and_how_much(levels, talk):
    told = talk(meals.log_meal(levels), ["cod_white_sauce", 0.5])
    assert told.ids == ["meal", "eaten"]
    assert told.texts[0].startswith("Saved: half of Flaked cod in thick sauce, ")
    assert levels.intake.day().day.entries == (told.result.entry,)


def test_minutes_and_coughs_are_asked_only_when_wanted(levels, talk):
    told = talk(meals.log_meal(levels, meal="cod_white_sauce"), ["more", "1.2", "30", ""])
    assert told.ids == ["eaten", "share", "minutes", "coughs"]
    entry = told.result.entry
    assert (entry.eaten, entry.minutes, entry.coughs) == (1.2, 30, None)


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
    told = talk(foods.log_food(companion), ["butter", "butter", "10"])
    assert told.ids == ["food", "found", "grams"]
    assert told.result.entry.grams == 10


def test_a_drink_is_water_unless_said(companion, talk):
    told = talk(intake.log_drink(companion), ["200", ""])
    assert told.ids == ["ml", "what"]
    assert told.result.entry.name.startswith("Water")


def test_a_day_is_copied(companion, clock, talk):
    talk(intake.quick_entry(companion, name="Soup", kcal=150))
    yesterday = companion.today_date()
    clock.go(days=1)
    assert talk(intake.copy_day(companion), [yesterday]).texts == ["Saved: Soup, 150 kcal. 150 kcal today."]


def test_a_weight_that_looks_like_a_slip_is_asked_about(companion, clock, talk):
    assert talk(weight.log_weight(companion), ["57"]).ids == ["kg"]
    clock.go(days=7)
    told = talk(weight.log_weight(companion), ["75", False, "57.5"])
    assert told.ids == ["kg", "confirm", "kg"]
    assert told.asked[-1].default == 75
    assert "far from the last weight" in told.asked[1].title
    assert [entry.kg for entry in companion.diary.entries("weight")] == [57, 57.5]
    assert talk(weight.log_weight(companion), ["75", True]).ids == ["kg", "confirm"]
    with pytest.raises(Refused):
        talk(weight.log_weight(companion, amount=90, confirmed=False))


def test_no_answer_about_tiredness_writes_nothing(companion):
    question = next(fatigue.log_fatigue(companion))
    assert [option.value for option in question.options] == [*range(11), None]
    assert companion.diary.history() == []


def test_a_rating_is_one_answer(companion, talk):
    told = talk(fatigue.log_fatigue(companion), ["7"])
    assert told.ids == ["fatigue"]
    assert told.texts[0].startswith("Saved: tiredness 7 of 10, today.")


def test_a_decision_asks_what_which_and_who(companion, talk):
    told = talk(plan.set_plan(companion), ["food-level", "5", "A. Lee"])
    assert told.ids == ["key", "value", "decided_by"]
    assert told.texts == ["Saved: food level 5, decided by A. Lee."]


def test_the_question_who_names_the_choice(companion, talk):
    told = talk(plan.set_plan(companion, key="food-level"), ["7EC", "A. Lee"])
    assert told.asked[1].title == "Food level 7EC, easy to chew. Who decided it?"
    told = talk(plan.set_plan(companion, key="energy"), ["1900", "A. Lee"])
    assert told.asked[1].title == "Energy a day, kcal 1900. Who decided it?"


@pytest.mark.parametrize(("key", "keys"), [("food-level", "34567"), ("drink-level", "01234")])
def test_the_digit_of_a_level_is_the_level(companion, key, keys):
    options = next(plan.set_plan(companion, key=key)).options
    assert {o.key: o.value for o in options} == {k: k for k in keys} | (
        {"E": "7EC"} if key == "food-level" else {}
    )


@pytest.mark.parametrize(("flow", "after", "then"), [
    (people.set_person, "name", "sex"), (people.set_person, "", None),
    (plan.set_plan, "food-level", "drink-level"), (plan.set_plan, "limits", None),
])  # fmt: skip
def test_a_list_of_facts_begins_on_the_next(companion, flow, after, then):
    assert next(flow(companion, after=after)).default == then


def test_loosening_is_asked_about_and_no_changes_nothing(levels, talk):
    told = talk(plan.set_plan(levels), ["food-level", "6", "A. Lee", False])
    assert (told.texts, told.result) == (["Nothing was changed."], None)
    assert levels.plan.in_force().value("food-level") == "5"
    assert talk(plan.set_plan(levels), ["food-level", "6", "A. Lee", True]).ids[-1] == "confirm"


@pytest.mark.parametrize(
    ("key", "value"),
    [("drink-level", "2"), ("thicker-ok", "no"), ("energy", "1900"), ("protein", "70"), ("fluid", "1700"),
     ("programme", "energy_mini"), ("stage", 5), ("limits", "session.before_rating=6")],
)  # fmt: skip
def test_every_part_of_the_plan_can_be_asked_for(companion, talk, key, value):
    told = talk(plan.set_plan(companion), [key, value, "A. Lee"])
    assert companion.plan.in_force().decision(key) == told.result.entry


def test_a_clearance_is_added_and_removed(companion, talk):
    told = talk(plan.add_clearance(companion), ["re_row", "K. Weber"])
    assert told.texts == ["Saved: re_row is allowed, decided by K. Weber."]
    talk(plan.remove_clearance(companion), ["re_row"])
    assert companion.plan.clearances() == {}


@pytest.mark.parametrize(
    ("key", "value"), [("name", "Ruth"), ("sex", "f"), ("ventilation", "niv"), ("height-cm", "163")]
)
def test_every_fact_about_the_person_can_be_asked_for(companion, talk, key, value):
    assert talk(people.set_person(companion), [key, value]).ids == ["key", "value"]
    assert companion.diary.entries("person")[0].key == key


@pytest.mark.parametrize(("key", "value"), [("theme", "clear"), ("bell", "no"), ("slots.supper", "18:00")])
def test_every_setting_can_be_asked_for(companion, talk, key, value):
    talk(preferences.set_preference(companion), [key, value])
    shown = companion.preferences.show()
    assert value in (shown.theme, "no" if not shown.bell else "yes", shown.slots["supper"])


def test_undo_says_what_it_took_back(companion, talk):
    talk(intake.quick_entry(companion, name="Toast", kcal=120))
    assert talk(history.undo(companion)).texts == ["Undone: Toast, 120 kcal. Undo again brings it back."]
    assert talk(history.undo(companion)).texts == ["Brought back: Toast, 120 kcal."]
    assert talk(history.undo(companion)).texts == ["Undone: Toast, 120 kcal. Undo again brings it back."]


def test_undo_of_a_removal_and_of_a_change_says_so(companion, talk):
    entry = talk(intake.quick_entry(companion, name="Toast", kcal=120)).result.entry
    talk(history.edit(companion, id=entry.id, changes={"kcal": 150.0}))
    assert talk(history.undo(companion)).texts == ["The change is undone. Now: Toast, 120 kcal."]
    assert talk(history.undo(companion)).texts == ["Changed again. Now: Toast, 150 kcal."]
    talk(history.remove(companion, id=entry.id))
    assert talk(history.undo(companion)).texts == ["Brought back: Toast, 150 kcal."]
    assert talk(history.undo(companion)).texts == ["Removed again: Toast, 150 kcal."]


def test_a_session_asks_how_tired_then_which(companion, talk):
    told = talk(sessions.start_session(companion), [3, "energy_mini"])
    assert told.ids == ["fatigue", "programme"]
    assert told.session.started.start_rating == 3


def test_a_suggested_session_asks_only_how_tired(companion, talk):
    assert talk(sessions.start_session(companion, programme="energy_mini"), [3]).ids == ["fatigue"]


def test_the_start_rating_is_not_asked_twice_within_half_an_hour(companion, clock, talk):
    talk(sessions.start_session(companion, programme="energy_mini"), [3])
    clock.go(minutes=29)
    assert talk(sessions.start_session(companion, programme="energy_mini")).ids == []
    clock.go(minutes=2)
    assert talk(sessions.start_session(companion, programme="energy_mini"), [3]).ids == ["fatigue"]


def test_on_a_tired_day_a_session_that_costs_more_is_asked_again_with_the_reason(companion, talk):
    told = talk(sessions.start_session(companion, programme="morning_full_body"), [8, "rest"])
    assert told.ids == ["fatigue", "programme"]
    assert "You answered 8." in told.texts[0]
    assert "morning_full_body" not in {option.value for option in told.asked[1].options}
    assert told.result.outcome == "rested"


@pytest.mark.parametrize(
    ("start", "now", "answers", "code"),
    [
        (3, 3, [], "go_on"),
        (3, 4, [], "more_rest"),
        (3, 5, ["gently"], "choice"),
        (3, 6, ["end"], "end"),
        (5, 8, ["end"], "end"),
    ],
)
def test_a_check_in_offers_what_the_rise_asks_for(companion, talk, start, now, answers, code):
    running = talk(sessions.start_session(companion, programme="energy_mini"), [start]).session
    assert talk(sessions.check_in(companion, running), [now]).result.code == code
    assert [r.rating for r in companion.diary.entries("fatigue")] == [start, now]
    assert (running.waiting is not None) == bool(answers)
    if answers:
        talk(sessions.settle(companion, running), answers)
    assert (running.ended is not None) == ("end" in answers)


def test_no_answer_at_a_check_in_is_unknown_and_goes_on(companion, talk):
    running = talk(sessions.start_session(companion, programme="energy_mini"), [3]).session
    question = next(sessions.check_in(companion, running))
    assert question.options[-1].value is None


def test_ending_asks_why_and_then_how_tired(companion, talk):
    running = talk(sessions.start_session(companion, programme="energy_mini"), [3]).session
    assert talk(sessions.stop_session(companion, running), ["tired"]).ids == ["stop"]
    told = talk(sessions.end_session(companion, running), [5])
    assert told.texts == [
        "Saved: 0 of 5 steps. Ending here is a good choice. Tiredness went from 3 to 5. Rest now."
    ]
    assert [r.when for r in companion.diary.entries("fatigue")] == ["before", "after"]


def test_a_session_without_guidance_is_written_down(companion, talk):
    told = talk(sessions.log_session(companion), ["hands_wrists", "4"])
    assert told.texts == ["Saved: Hands and wrists, 4 of 6 steps."]


def test_a_helper_is_asked_whose_view_it_is(companion, talk):
    companion.by = "Maria"
    told = talk(fatigue.log_fatigue(companion), ["5", True])
    assert told.ids == ["fatigue", "helper_view"]
    assert told.result.entry.helper_view


@pytest.mark.parametrize(
    "flow",
    [plan.set_plan, plan.add_clearance, plan.remove_clearance, people.set_person, preferences.set_preference],
)
def test_who_may_not_decide_is_told_before_the_first_question(companion, flow):
    companion.by = "Maria"
    with pytest.raises(NotAllowed):
        next(flow(companion))
