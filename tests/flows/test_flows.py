"""What happened, facts about the person, and undo: what is asked, and what is said."""

import pytest

from companion.errors import Refused
from companion.flows import (
    happened,
    history,
    intake,
    people,
    plan,
    sessions_notes,
)


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


@pytest.mark.parametrize(
    ("key", "value"), [("name", "Ruth"), ("sex", "f"), ("ventilation", "niv"), ("height-cm", "163")]
)
def test_every_fact_about_the_person_can_be_asked_for(companion, talk, key, value):
    assert talk(people.set_person(companion), [key, value]).ids == ["key", "value"]
    assert companion.diary.entries("person")[0].key == key


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
