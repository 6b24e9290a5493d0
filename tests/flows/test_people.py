"""What is asked about the person: the six answers, the weight before."""

import pytest

from companion.flows.people import ask_function, set_person


def test_six_questions_one_by_one_each_with_its_place_and_a_way_to_leave_it_out(companion, talk):
    told = talk(ask_function(companion), [4, 3, 2, 1, 1, 3])
    assert told.ids == ["speech", "handwriting", "dressing", "bed", "walking", "breath"]
    assert [step.title[:7] for step in told.asked] == [f"{n} of 6." for n in range(1, 7)]
    assert all([option.value for option in step.options] == [4, 3, 2, 1, 0, None] for step in told.asked)
    assert companion.people.person().alsfrs6 == 14


def test_answers_come_up_again_where_they_were_and_can_be_changed(companion, talk):
    talk(ask_function(companion), [4, 3, 2, 1, 1, 3])
    told = talk(ask_function(companion), [4, 3, 2, 1, None, 3])
    assert [step.default for step in told.asked] == [4, 3, 2, 1, 1, 3]
    assert companion.people.person().alsfrs6 is None
    assert "needs the six answers" in told.texts[0] or "not used" in told.texts[0]


@pytest.mark.parametrize(("breath", "warned"), [(4, False), (2, False), (1, True), (0, True)])
def test_breathlessness_at_rest_names_the_warning_signs(companion, talk, breath, warned):
    told = talk(ask_function(companion), [None] * 5 + [breath])
    assert any("warning signs" in text for text in told.texts) is warned


def test_given_answers_leave_the_others_as_they_are(companion, talk):
    talk(ask_function(companion), [4, 3, 2, 1, 1, 3])
    talk(ask_function(companion, answers={"walking": 0}))
    assert companion.people.person().alsfrs6 == 13


def test_the_sum_can_be_typed_in_asked_for_or_taken_out(companion, talk):
    assert talk(set_person(companion, key="alsfrs6"), ["sum", 18]).ids == ["way", "value"]
    assert companion.people.person().alsfrs6 == 18
    assert talk(set_person(companion, key="alsfrs6"), ["ask", 4, 3, 2, 1, 1, 3]).ids[1] == "speech"
    assert companion.people.person().alsfrs6 == 14
    talk(set_person(companion, key="alsfrs6"), ["out"])
    assert companion.people.person().alsfrs6 is None
    assert not any(companion.people.function().values())


@pytest.mark.parametrize(
    ("unit", "answers", "kg", "said"),
    [
        ("kg", ["64"], 64, "64 kg"),
        ("lb", ["141.1"], 64.0, "141.1 lb"),
        ("st", ["10", "1.1"], 64.0, "10 st 1.1 lb"),
    ],
)
def test_the_weight_before_is_asked_for_and_told_in_the_unit_of_the_scales(
    companion, talk, unit, answers, kg, said
):
    companion.preferences.set("weight-unit", unit)
    told = talk(set_person(companion, key="reference-weight"), answers)
    assert companion.people.person().reference_weight_kg == pytest.approx(kg, abs=0.01)
    assert said in told.texts[0]
    assert {"kg": "kg", "lb": "pounds", "st": "stones"}[unit] in told.asked[0].title


def test_the_weight_before_can_be_taken_out_in_every_unit(companion, talk):
    for unit in ("kg", "lb", "st"):
        companion.people.set("reference-weight", "64")
        companion.preferences.set("weight-unit", unit)
        talk(set_person(companion, key="reference-weight"), [""])
        assert companion.people.person().reference_weight_kg is None
