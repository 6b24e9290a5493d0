"""What each conversation asks, in which order, what it says, and that it acts last."""

import pytest

from companion.errors import NotAllowed, Refused
from companion.flows import (
    fatigue,
    foods,
    happened,
    history,
    intake,
    meals,
    people,
    plan,
    preferences,
    sessions,
    sessions_notes,
    sessions_running,
    weight,
)
from companion.flows.conversation import Conversation
from companion.flows.steps import Choose
from companion.wording import history_rows, welcome
from companion.wording import preferences as preferences_wording
from companion.wording.errors import words


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


def test_a_weight_that_looks_like_a_slip_is_asked_about(companion, clock, talk):
    assert talk(weight.log_weight(companion), ["57"]).ids == ["kg"]
    clock.go(days=7)
    told = talk(weight.log_weight(companion), ["75", False, "57.5"])
    assert told.ids == ["kg", "confirm", "kg"]
    assert "far from the last weight" in told.asked[1].title
    assert [entry.kg for entry in companion.diary.entries("weight")] == [57, 57.5]
    assert talk(weight.log_weight(companion), ["75", True]).ids == ["kg", "confirm"]
    with pytest.raises(Refused):
        talk(weight.log_weight(companion, amount=90, confirmed=False))


def test_a_first_weight_is_asked_about_where_it_is_unusual(companion, talk):
    told = talk(weight.log_weight(companion), ["228", False, "57"])
    assert told.asked[1].title == "228 kg is unusual. Is it right?"
    assert [entry.kg for entry in companion.diary.entries("weight")] == [57]


def test_a_slip_is_a_question(companion, talk):
    companion.weight.log(62)
    titles = [talk(weight.log_weight(companion), [kg, False, "62"]).asked[1].title for kg in ("50", "620")]
    assert titles == [
        "50 kg is far from the last weight, 62.0 kg. Is it right?",
        "620 kg is far from the last weight, 62.0 kg. Perhaps 62.0 kg was meant. Is 620 kg right?",
    ]


@pytest.mark.parametrize(
    ("unit", "shown", "high"), [("kg", ["80"], 60), ("lb", ["180"], 135.9), ("st", ["12", "7"], 9.3)]
)
def test_no_more_can_be_taken_off_than_leaves_a_person(companion, talk, unit, shown, high):
    told = talk(weight.log_weight(companion, unit=unit, ask_tare=True, confirmed=True), [*shown, "0.5"])
    step = told.asked[-1]
    assert (step.id, step.high) == ("tare", high)
    with pytest.raises(Refused):
        step.accept(str(high + 0.1))


def test_a_tare_is_asked_for_with_what_the_scales_show_and_offered_only_where_it_fits(companion, talk):
    companion.weight.log(100, tare=43)
    titles = {}
    for shown, tare in (("100", "43"), ("60", "3")):
        step = talk(weight.log_weight(companion, ask_tare=True, confirmed=True), [shown, tare]).asked[1]
        titles[step.title] = step.default
    assert titles == {"How much of the 100 kg is not you?": 43, "How much of the 60 kg is not you?": None}


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


def test_a_drink_is_drunk_and_a_meal_eaten(levels):
    recipes = levels.content.meals.values()
    drink, food = (next(m.id for m in recipes if m.kind == kind) for kind in ("drink", "food"))
    titles = [next(meals.log_meal(levels, meal=id)).title for id in (drink, food)]
    assert titles == ["How much was drunk?", "How much was eaten?"]


def test_no_answer_about_tiredness_writes_nothing(companion):
    question = next(fatigue.log_fatigue(companion))
    assert [option.value for option in question.options] == [*range(11), None]
    assert companion.diary.history() == []


def test_a_rating_is_one_answer(companion, talk):
    told = talk(fatigue.log_fatigue(companion), ["7"])
    assert told.ids == ["fatigue"]
    assert told.texts[0].startswith("Saved: tiredness 7 of 10, today.")


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


def test_neither_a_fall_nor_a_near_fall_is_the_beginning_and_writes_nothing(companion, talk):
    told = talk(sessions_notes.note_fall(companion), [None])
    assert told.asked[0].default is None
    assert told.result is None
    assert told.texts == ["Nothing was written down."]
    assert companion.diary.entries() == []


@pytest.mark.parametrize(("about", "first"), [
    ("fall", "fall"), ("pain", "hurt"), ("tired", "explanation"), ("function", "speech"), ("talk", "about"),
])  # fmt: skip
def test_what_happened_goes_on_in_its_own_conversation(companion, about, first):
    flow = happened.note_happened(companion)
    next(flow)
    assert flow.send(about).id == first


def test_a_number_out_of_bounds_leaves_the_question_where_it_is(companion):
    for flow in (plan.set_plan(companion, key="energy"), people.set_person(companion, key="height-cm")):
        step = next(flow)
        with pytest.raises(Refused):
            step.accept("99999")


def test_an_empty_answer_takes_a_fact_out(companion, talk):
    talk(people.set_person(companion), ["height-cm", "163"])
    assert talk(people.set_person(companion), ["height-cm", ""]).texts == ["Saved: height taken out."]
    assert companion.people.person().height_cm is None


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


@pytest.mark.parametrize(
    ("key", "value"), [("name", "Ruth"), ("sex", "f"), ("ventilation", "niv"), ("height-cm", "163")]
)
def test_every_fact_about_the_person_can_be_asked_for(companion, talk, key, value):
    assert talk(people.set_person(companion), [key, value]).ids == ["key", "value"]
    assert companion.diary.entries("person")[0].key == key


@pytest.mark.parametrize(
    ("key", "value"), [("theme", "clear"), ("bell", "no"), ("day-start", "5"), ("switch-loops", "5")]
)
def test_every_setting_can_be_asked_for(companion, talk, key, value):
    before = preferences_wording.value(companion.settings, key)
    told = talk(preferences.set_preference(companion), [key, value])
    assert preferences_wording.value(companion.settings, key) == value != before
    assert str(told.asked[1].default).removesuffix(".0") == before


def test_times_are_asked_for_in_seconds_and_kept_in_thousandths(companion, talk):
    told = talk(preferences.set_preference(companion), ["same-key-ms", "0,7"])
    assert (told.asked[1].unit, told.asked[1].default, told.asked[1].high) == ("seconds", 0.6, 2.0)
    assert companion.settings.same_key_ms == 700
    assert told.texts == ["Saved: the same key again, 0.7 seconds."]


def test_a_part_of_the_day_is_added_moved_renamed_and_taken_out(companion, talk):
    flow = preferences.set_preference
    assert talk(flow(companion), ["slots", "tea", "16:00"]).texts == ["Saved: tea, from 16:00."]
    assert talk(flow(companion, key="slots.tea"), ["time", "16:30"]).texts == ["Saved: tea, from 16:30."]
    renamed = talk(flow(companion, key="slots.tea"), ["name", "high tea"])
    assert renamed.texts == ["Saved: tea is now called high tea."]
    assert companion.settings.slots["high tea"] == "16:30"
    assert talk(flow(companion, key="slots.high tea"), ["remove"]).texts == ["Saved: high tea is taken out."]
    assert companion.settings.slots == type(companion.settings)().slots


def test_one_more_part_of_the_day_never_takes_the_name_of_another(companion):
    conversation = Conversation(lambda: preferences.set_preference(companion, key="slots"))
    for taken in ("lunch", "Lunch"):
        with pytest.raises(Refused) as caught:
            conversation.answer(taken)
        assert caught.value.code == "slot_there"
        assert conversation.step.id == "slot_name"
    conversation.answer("late lunch")
    conversation.answer("15:00")
    assert companion.settings.slots["lunch"] == "12:00"
    assert companion.settings.slots["late lunch"] == "15:00"


def test_another_name_says_that_what_is_written_down_keeps_the_old_one(companion, talk):
    told = talk(preferences.set_preference(companion, key="slots.lunch"), ["name", "dinner"])
    assert "What is already written down, today as well, stays under the old name." in told.asked[-1].help


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
    told = talk(sessions.start_session(companion), [3, "nothing", "energy_mini"])
    assert told.ids == ["fatigue", "different", "programme"]
    assert told.session.started.start_rating == 3


def test_a_suggested_session_asks_only_how_tired(companion, talk):
    assert talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"]).ids == [
        "fatigue",
        "different",
    ]


def test_the_start_rating_is_not_asked_twice_within_half_an_hour(companion, clock, talk):
    talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"])
    clock.go(minutes=29)
    assert talk(sessions.start_session(companion, programme="energy_mini")).ids == []
    clock.go(minutes=2)
    assert talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"]).ids == [
        "fatigue",
        "different",
    ]


def test_on_a_tired_day_a_session_that_costs_more_is_asked_again_with_the_reason(companion, talk):
    told = talk(sessions.start_session(companion, programme="morning_full_body"), [8, "nothing", "rest"])
    assert told.ids == ["fatigue", "different", "programme"]
    assert "You answered 8." in told.texts[0]
    assert "morning_full_body" not in {option.value for option in told.asked[2].options}
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
    running = talk(sessions.start_session(companion, programme="energy_mini"), [start, "nothing"]).session
    said = [now] if code == "end" else [now, None]
    assert talk(sessions_running.check_in(companion, running), said).result.code == code
    assert [r.rating for r in companion.diary.entries("fatigue")] == [start, now]
    assert (running.waiting is not None) == bool(answers)
    if answers:
        talk(sessions_running.settle(companion, running), answers)
    assert (running.ended is not None) == ("end" in answers)


def test_no_answer_at_a_check_in_is_unknown_and_goes_on(companion, talk):
    running = talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"]).session
    question = next(sessions_running.check_in(companion, running))
    assert question.options[-1].value is None


def test_ending_asks_why_and_then_how_tired(companion, talk):
    running = talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"]).session
    assert talk(sessions_running.stop_session(companion, running), ["tired"]).ids == ["stop"]
    told = talk(sessions_running.end_session(companion, running), [5])
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


def test_a_weight_with_the_chair_asks_for_both_and_offers_the_chair_of_last_time(companion, clock, talk):
    told = talk(weight.log_weight(companion, ask_tare=True), ["80.5", "23.5"])
    assert told.ids == ["kg", "tare"]
    assert told.texts == ["Saved: 57.0 kg, 23.5 kg taken off."]
    clock.go(days=7)
    told = talk(weight.log_weight(companion, ask_tare=True), ["180", "23.5", False, "80", "23.5"])
    assert told.ids == ["kg", "tare", "confirm", "kg", "tare"]
    assert told.asked[1].default == 23.5
    assert companion.weight.latest().kg == 56.5
    assert talk(weight.log_weight(companion, tare=23.5, ask_tare=True), ["80"]).ids == ["kg"]


def test_stones_come_with_their_pounds(companion, talk):
    companion.preferences.set("weight-unit", "st")
    told = talk(weight.log_weight(companion), ["9", "3"])
    assert (told.ids, told.texts) == (["kg", "pounds"], ["Saved: 9 st 3.0 lb."])
    for answers, said in ((["9", ""], "9 st 0.0 lb"), (["9.5"], "9 st 7.0 lb")):
        told = talk(weight.log_weight(companion), answers)
        assert told.texts[0].startswith(f"Saved: {said}.")
    assert companion.weight.log(9.5).entry.kg == told.result.entry.kg


def test_what_is_taken_off_in_stones_comes_with_its_pounds_and_is_offered_so_again(companion, clock, talk):
    companion.preferences.set("weight-unit", "st")
    told = talk(weight.log_weight(companion, ask_tare=True), ["12", "7", "3", "4"])
    assert told.ids == ["kg", "pounds", "tare", "tare_pounds"]
    assert told.texts == ["Saved: 9 st 3.0 lb, 3 st 4.0 lb taken off."]
    clock.go(days=7)
    told = talk(weight.log_weight(companion, ask_tare=True), ["12", "7", "3", ""])
    assert [step.default for step in told.asked[2:]] == [3, 4]


def test_a_weight_is_told_in_its_unit_wherever_it_is_told(companion, talk):
    companion.preferences.set("weight-unit", "st")
    companion.weight.log(9.5)
    with pytest.raises(Refused) as slip:
        companion.weight.log(13)
    told = words(slip.value).sentence
    assert "kg" not in told
    assert "9 st 7.0 lb" in told
    assert talk(history.undo(companion), []).texts[0].startswith("Undone: weight 9 st 7.0 lb.")
    kept = companion.history.recent(1)
    assert "Weight 9 st 7.0 lb" in {
        row.what for row in history_rows.rows(kept, companion.content, 4, unit="st")
    }


def test_stones_that_look_like_a_slip_are_asked_again_with_what_was_typed(companion, clock):
    companion.preferences.set("weight-unit", "st")
    companion.weight.log(9.5)
    clock.go(days=7)
    conversation = Conversation(lambda: weight.log_weight(companion))
    for typed in ("12", "6", False):
        conversation.answer(typed)
    assert (conversation.step.id, conversation.step.default) == ("kg", 12)
    conversation.answer("9")
    assert (conversation.step.id, conversation.step.default) == ("pounds", 6)
    conversation.answer("6")
    assert conversation.step.text == "Saved: 9 st 6.0 lb."


def test_no_more_exercises_are_asked_for_than_a_session_has(companion):
    asked = Conversation(lambda: sessions.log_session(companion, programme="hands_wrists")).step
    assert asked.high == companion.sessions.steps(companion.sessions.programme("hands_wrists")) < 40


def test_a_reason_for_a_rise_is_one_of_a_few_or_own_words(companion, talk):
    known = talk(fatigue.explain_rise(companion), ["unwell"])
    own = talk(fatigue.explain_rise(companion), ["own", "A long visit"])
    assert (known.ids, own.ids) == (["explanation"], ["explanation", "explanation_words"])
    assert [entry.reason for entry in companion.diary.entries("explained")] == ["unwell", "A long visit"]
    assert own.texts == ["Saved: A long visit. The watch goes on counting as before."]


def test_a_rise_without_a_known_reason_writes_nothing(companion, talk):
    told = talk(fatigue.explain_rise(companion), [None])
    assert (told.result, told.texts, companion.diary.history()) == (None, [], [])
