"""How tired somebody is: one answer, or none, and why it rose."""

from companion.flows import (
    fatigue,
)


def test_no_answer_about_tiredness_writes_nothing(companion):
    question = next(fatigue.log_fatigue(companion))
    assert [option.value for option in question.options] == [*range(11), None]
    assert companion.diary.history() == []


def test_a_rating_is_one_answer(companion, talk):
    told = talk(fatigue.log_fatigue(companion), ["7"])
    assert told.ids == ["fatigue"]
    assert told.texts[0].startswith("Saved: tiredness 7 of 10, today.")


def test_a_helper_is_asked_whose_view_it_is(companion, talk):
    companion.by = "Maria"
    told = talk(fatigue.log_fatigue(companion), ["5", True])
    assert told.ids == ["fatigue", "helper_view"]
    assert told.result.entry.helper_view


def test_a_reason_for_a_rise_is_one_of_a_few_or_own_words(companion, talk):
    known = talk(fatigue.explain_rise(companion), ["unwell"])
    own = talk(fatigue.explain_rise(companion), ["own", "A long visit"])
    assert (known.ids, own.ids) == (["explanation"], ["explanation", "explanation_words"])
    assert [entry.reason for entry in companion.diary.entries("explained")] == ["unwell", "A long visit"]
    assert own.texts == ["Saved: A long visit. The watch goes on counting as before."]


def test_a_rise_without_a_known_reason_writes_nothing(companion, talk):
    told = talk(fatigue.explain_rise(companion), [None])
    assert (told.result, told.texts, companion.diary.history()) == (None, [], [])
