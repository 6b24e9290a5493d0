"""The person, and who acts."""

import pytest

from companion.errors import NotAllowed, Refused, Unknown
from companion.wording import people


def test_the_newest_fact_for_a_key_holds(companion):
    companion.people.set("name", "Ruth")
    companion.people.set("height-cm", "163")
    companion.people.set("height-cm", "164.5")
    assert companion.people.person().name == "Ruth"
    assert companion.people.person().height_cm == 164.5


def test_an_empty_value_takes_a_fact_out(companion):
    companion.people.set("sex", "f")
    companion.people.set("sex", "")
    assert companion.people.person().sex is None


def test_age_comes_from_the_year_alone(companion):
    assert companion.people.age() is None
    companion.people.set("birth-year", "1958")
    assert companion.people.age() == 68


@pytest.mark.parametrize(
    ("key", "value"),
    [("height-cm", "1.63"), ("height-cm", "nan"), ("sex", "x"), ("birth-year", "1066"), ("alsfrs6", "25"),
     ("ventilation", "maybe"), ("reference-weight", "6140")],
)  # fmt: skip
def test_an_impossible_fact_is_refused_and_nothing_is_kept(companion, key, value):
    with pytest.raises(Refused):
        companion.people.set(key, value)
    assert companion.diary.history() == []


def test_an_unknown_key_is_named(companion):
    with pytest.raises(Unknown) as caught:
        companion.people.set("shoe-size", "40")
    assert caught.value.facts["value"] == "shoe-size"


def test_a_name_is_cleaned(companion):
    companion.people.set("name", "\x1b[2JRu\u202eth")
    assert companion.people.person().name == "[2JRuth"


def test_the_person_acts_as_owner_and_another_name_as_an_unverified_caregiver(companion):
    companion.people.set("name", "Ruth")
    assert (companion.actor.name, companion.actor.role, companion.actor.verified) == ("Ruth", "owner", True)
    companion.by = "Maria"
    assert (companion.actor.name, companion.actor.role, companion.actor.verified) == (
        "Maria",
        "caregiver",
        False,
    )


def test_a_caregiver_may_log_but_not_decide(companion):
    companion.by = "Maria"
    entry = companion.intake.quick("Toast", kcal=120).entry
    assert (entry.by, entry.role, entry.verified) == ("Maria", "caregiver", False)
    with pytest.raises(NotAllowed):
        companion.plan.set("food-level", "5", decided_by="Dr Lee")
    with pytest.raises(NotAllowed):
        companion.people.set("name", "Eve")


def test_every_answer_to_a_fact_is_kept_with_who_gave_it(companion):
    companion.people.set("height-cm", "163")
    companion.people.set("height-cm", "164.5")
    companion.people.set("name", "Ruth")
    assert [fact.value for fact in companion.people.facts("height-cm")] == [163, 164.5]
    assert companion.people.newest()["height-cm"].value == 164.5


ANSWERS = {"speech": 3, "handwriting": 2, "dressing": 2, "bed": 3, "walking": 1, "breath": 4}


@pytest.fixture
def measured(companion):
    """Somebody about whom the formula knows all but the six answers."""
    for key, value in (("sex", "f"), ("birth-year", "1961"), ("height-cm", "163")):
        companion.people.set(key, value)
    companion.weight.log(60)
    return companion


def test_six_answers_and_their_sum_are_kept_and_one_undo_takes_them_back(measured):
    result = measured.people.set_function(ANSWERS)
    assert (measured.people.function(), measured.people.person().alsfrs6) == (ANSWERS, 15)
    assert (result.before.energy.source, result.after.energy.source) == ("per_kg_30", "kasarskis_2014")
    measured.history.undo()
    assert measured.people.person().alsfrs6 is None
    assert not any(measured.people.function().values())


def test_with_one_answer_missing_the_formula_is_not_used_and_says_so(measured):
    result = measured.people.set_function(ANSWERS | {"bed": None})
    assert (result.total, measured.people.person().alsfrs6) == (None, None)
    assert people.function_set(result) == (
        "Saved: 5 of 6 answers. The energy formula is not used: it needs the six answers."
        " The estimate goes by the weight: 1,800 kcal a day."
    )


def test_all_that_the_formula_needs_is_named_at_once(companion):
    told = people.function_set(companion.people.set_function(ANSWERS))
    assert "it needs the sex, the weight, the height and the age." in told


def test_an_answer_taken_out_takes_the_sum_out(measured):
    measured.people.set_function(ANSWERS)
    measured.people.set_function(ANSWERS | {"walking": None})
    assert measured.people.person().alsfrs6 is None
    assert measured.people.function() == ANSWERS | {"walking": None}


def test_what_the_answers_change_is_told_with_both_numbers_and_that_the_team_confirms_it(measured):
    assert people.function_set(measured.people.set_function(ANSWERS)) == (
        "Saved: 6 of 6 answers, sum 15 of 24. The energy estimate is now at least 1,900 kcal a day,"
        " 1,400 to 2,400, before it was 1,800. To be confirmed by your team."
    )


def test_the_number_of_the_dietitian_stays_whatever_is_answered(measured):
    measured.plan.set("energy", "1900", decided_by="J. Okafor")
    said = people.function_set(measured.people.set_function(dict.fromkeys(ANSWERS, 0)))
    assert said == "Saved: 6 of 6 answers, sum 0 of 24. The energy target stays as decided: 1,900 kcal a day."


def test_a_sum_typed_in_later_puts_the_answers_out_of_force(measured):
    measured.people.set_function(ANSWERS)
    measured.people.set("alsfrs6", "20")
    assert measured.people.function() == dict.fromkeys(ANSWERS)


def test_nothing_answered_and_nothing_known_writes_nothing(measured):
    before = measured.diary.history()
    result = measured.people.set_function({})
    assert (measured.diary.history(), result.entry) == (before, None)
    assert people.function_set(result) == "Nothing was changed."


def test_an_answer_that_the_question_does_not_have_is_refused(measured):
    with pytest.raises(Unknown):
        measured.people.set_function(ANSWERS | {"bed": 5})
    assert not any(measured.people.function().values())


def test_a_helper_may_not_answer_for_the_person(measured):
    measured.by = "Maria"
    with pytest.raises(NotAllowed):
        measured.people.set_function(ANSWERS)
