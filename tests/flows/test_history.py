"""Correcting an entry: which fact, then the question that fits it."""

from datetime import timedelta

import pytest

from companion.errors import NotAllowed, Refused
from companion.flows.conversation import Conversation
from companion.flows.history import edit, take_back, undo
from companion.flows.intake import copy_day, log_again


@pytest.mark.parametrize(
    ("write", "asks", "answer", "now"),
    [
        (lambda c: c.meals.log("cod_white_sauce", 1.0), "eaten", 0.5, "half of"),
        (lambda c: c.intake.log_food("butter", grams=10), "grams", "12,5", "12.5 g of"),
        (lambda c: c.intake.drink(200), "ml", 150, "150 mL of"),
        (lambda c: c.intake.quick("Soup", kcal=150), "kcal", 90, "Soup, 90 kcal"),
    ],
)
def test_how_much_is_one_question_whatever_the_kind(companion, talk, write, asks, answer, now):
    entry = write(companion).entry
    told = talk(edit(companion, id=entry.id, key="amount"), [answer])
    assert told.ids == [asks]
    assert f"Now: {now}" in told.texts[0]


def test_a_corrected_weight_that_looks_like_a_slip_is_asked_about(companion, talk):
    entry = companion.weight.log(57.5).entry
    told = talk(edit(companion, id=entry.id, key="kg"), [115, False])
    assert (told.ids, told.result) == (["kg_now", "confirm"], None)
    assert told.asked[1].title.endswith("right?")
    assert companion.weight.latest().kg == 57.5
    talk(edit(companion, id=entry.id, key="kg"), [115, True])
    assert companion.weight.latest().kg == 115


def test_another_share_is_asked_for_as_a_number(companion, talk):
    entry = companion.meals.log("cod_white_sauce", 1.0).entry
    told = talk(edit(companion, id=entry.id, key="amount"), [None, 1.25])
    assert (told.ids, told.result.now.eaten) == (["eaten", "share"], 1.25)


def test_the_first_fact_offered_is_how_much_and_the_last_takes_it_out(companion):
    entry = companion.meals.log("cod_white_sauce", 1.0).entry
    asked = Conversation(lambda: edit(companion, id=entry.id)).step
    values = [option.value for option in asked.options]
    assert values == ["eaten", "slot", "at", "minutes", "coughs", "helped", "note", "remove"]


def test_taking_out_through_the_question_removes(companion, talk):
    entry = companion.intake.quick("Soup", kcal=150).entry
    told = talk(edit(companion, id=entry.id), ["remove"])
    assert told.texts == ["Removed: Soup, 150 kcal. Undo brings it back."]
    assert companion.intake.day().day.entries == ()


def test_a_time_that_is_none_is_asked_for_again(companion):
    entry = companion.intake.quick("Soup", kcal=150).entry
    asked = Conversation(lambda: edit(companion, id=entry.id, key="at"))
    with pytest.raises(Refused):
        asked.answer("half past")
    asked.answer("7.30")
    asked.answer()
    assert f"{asked.result.now.at:%H:%M}" == "07:30"


def test_a_time_past_midnight_stays_on_the_day_of_the_entry(companion, clock):
    entry = companion.intake.quick("Soup", kcal=150, at=clock() - timedelta(days=2)).entry
    asked = Conversation(lambda: edit(companion, id=entry.id, key="at"))
    asked.answer("01:30")
    asked.answer()
    assert companion.day_of(asked.result.now) == companion.day_of(entry)


def test_a_helper_is_told_before_the_first_question_that_an_entry_is_not_theirs(companion):
    entry = companion.intake.quick("Soup", kcal=150).entry
    companion.by = "Maria"
    with pytest.raises(NotAllowed):
        Conversation(lambda: edit(companion, id=entry.id))


def test_taking_back_says_which_way(companion, talk):
    entry = companion.intake.quick("Soup", kcal=150).entry
    said = [talk(take_back(companion, id=entry.id)).texts[0] for _ in range(2)]
    assert said == ["Removed: Soup, 150 kcal. Undo brings it back.", "Brought back: Soup, 150 kcal."]


def test_the_same_again_is_one_answer(companion, talk):
    first = companion.intake.quick("Soup", kcal=150).entry
    told = talk(log_again(companion), [first.id])
    assert (told.ids, len(companion.intake.day().day.entries)) == (["again"], 2)


def test_another_amount_is_asked_for_with_the_last_one_in_it(companion):
    first = companion.intake.drink(200).entry
    asked = Conversation(lambda: log_again(companion, entry=first.id, ask_amount=True))
    assert (asked.step.id, asked.step.default) == ("ml", 200)
    asked.answer("150")
    asked.answer()
    assert asked.result.entry.ml == 150


def test_yesterdays_meal_at_this_slot_is_offered_first(companion, clock):
    for name, slot, days in (("Soup", "lunch", 1), ("Tea cake", "afternoon", 1), ("Scone", "afternoon", 2)):
        companion.intake.quick(name, kcal=100, slot=slot, at=clock() - timedelta(days=days))
    options = Conversation(lambda: copy_day(companion)).step.options
    assert [option.label for option in options] == [
        "Yesterday's afternoon", "All of yesterday", "All of Sunday", "Sunday, afternoon",
    ]  # fmt: skip
    assert options[0].detail == "Tea cake, 100 kcal"


def test_with_nothing_to_copy_the_question_says_so(companion):
    asked = Conversation(lambda: copy_day(companion)).step
    assert (asked.title, asked.options) == ("Nothing was written down in the seven days before.", ())


@pytest.mark.parametrize(
    ("key", "answer", "said"),
    [
        ("note", "from a spoon", "Changed: Soup, 150 kcal. Note: from a spoon."),
        ("slot", "supper", "Changed: Soup, 150 kcal. Part of the day: supper."),
        ("at", "07:30", "Changed: Soup, 150 kcal. Time: 07:30."),
    ],
)
def test_a_change_that_the_entry_does_not_show_is_named(companion, talk, key, answer, said):
    from datetime import time

    entry = companion.intake.quick("Soup", kcal=150).entry
    answers = [time.fromisoformat(answer)] if key == "at" else [answer]
    assert talk(edit(companion, id=entry.id, key=key), answers).texts == [said]


def test_taking_back_a_correction_tells_of_the_entry_it_was_about(companion, talk):
    entry = companion.intake.quick("Soup", kcal=150).entry
    change = companion.history.edit(entry.id, kcal=200.0).entry
    removal = companion.history.remove(entry.id).entry
    assert talk(take_back(companion, id=removal.id)).texts == ["Brought back: Soup, 200 kcal."]
    told = talk(take_back(companion, id=change.id)).texts
    assert told == ["Changed: Soup, 200 kcal. Now: Soup, 150 kcal."]


def test_an_undo_that_loosens_a_texture_asks_and_says_what_holds_now(companion, talk):
    for level in ("6", "4"):
        companion.plan.set("food-level", level, decided_by="A. Lee")
    refused = talk(undo(companion), [False])
    assert (refused.ids, refused.texts) == (["confirm"], ["Nothing was changed."])
    told = talk(undo(companion), [True])
    assert told.texts[0].startswith("Undone: food level 4")
    assert told.texts[1] == "Food level now: 6, soft and bite-sized, by A. Lee, 14 April 2026."


def test_a_helper_is_told_who_wrote_what_they_may_not_change(companion):
    from companion.wording.errors import sentence

    companion.people.set("name", "Ruth")
    entry = companion.intake.quick("Soup", kcal=150).entry
    companion.by = "Maria"
    with pytest.raises(NotAllowed) as refused:
        Conversation(lambda: edit(companion, id=entry.id))
    assert sentence(refused.value).startswith("Ruth wrote that down")


def test_without_a_meal_like_this_yesterday_enter_copies_nothing(companion, clock, talk):
    companion.intake.quick("Stew", kcal=100, slot="supper", at=clock() - timedelta(days=1))
    asked = Conversation(lambda: copy_day(companion, slot="lunch")).step
    assert [option.label for option in asked.options] == ["Nothing", "All of yesterday"]
    assert asked.options[0].detail == "no lunch was written down yesterday"
    told = talk(copy_day(companion, slot="lunch"), [asked.options[0].value])
    assert (told.texts, companion.intake.day().day.entries) == (["Nothing was copied."], ())


def test_what_comes_back_beside_the_same_is_said(ruth, talk):
    ruth.caregivers.add("Maria", "caregiver")
    ruth.by = "Maria"
    ruth.intake.quick("Soup", kcal=150, slot="lunch")
    ruth.history.undo()
    ruth.by = None
    ruth.intake.quick("Soup", kcal=150, slot="lunch")
    ruth.by = "Maria"
    assert talk(undo(ruth)).texts == [
        "Brought back: Soup, 150 kcal.",
        "Ruth wrote down lunch just now, so there are two now. Undo takes yours back.",
    ]
