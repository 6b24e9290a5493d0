"""Weights: slips, units, tare, course."""

from datetime import timedelta

import pytest

from companion.errors import Refused
from companion.wording import energy, weight


def test_a_weight_in_pounds_is_kept_in_kilograms(companion):
    assert companion.weight.log(125.2, unit="lb").entry.kg == pytest.approx(56.79, abs=0.01)


def test_the_tare_is_taken_off(companion):
    entry = companion.weight.log(80.5, tare=23.5).entry
    assert (entry.kg, entry.tare_kg) == (57.0, 23.5)


@pytest.mark.parametrize("kg", [0, -1, float("nan"), float("inf"), 6140, 1e308])
def test_an_impossible_weight_is_refused_even_when_confirmed(companion, kg):
    with pytest.raises(Refused):
        companion.weight.log(kg, confirmed=True)
    assert companion.diary.history() == []


def test_a_slip_is_refused_unless_confirmed(companion, clock):
    companion.weight.log(57)
    clock.go(days=7)
    with pytest.raises(Refused) as caught:
        companion.weight.log(75)
    assert caught.value.code == "weight_slip"
    assert companion.weight.latest().kg == 57
    companion.weight.log(75, confirmed=True)
    assert companion.weight.latest().kg == 75


def test_the_course_is_told_against_the_reference(companion):
    companion.people.set("reference-weight", "60")
    state = companion.weight.log(57).state
    assert (state.level, state.change_percent) == ("amber", pytest.approx(-5))


def test_an_old_weight_still_counts_for_the_target(companion, clock):
    companion.weight.log(60)
    clock.go(days=400)
    assert companion.weight.latest().kg == 60
    assert companion.energy.targets().energy.kcal == 1800


def test_the_floor_does_not_fall_with_the_weight(companion, clock):
    companion.weight.log(56)
    before = companion.energy.targets().energy.kcal
    clock.go(days=30)
    companion.weight.log(50, confirmed=True)
    assert companion.energy.targets().energy.kcal == before


def test_the_floor_never_falls_with_a_loss_of_many_months(companion, clock):
    companion.people.set("height-cm", "165")
    companion.people.set("reference-weight", "60")
    floors = []
    for kg in (60, 57, 54, 51, 48, 45):
        companion.weight.log(kg, confirmed=True)
        floors.append(companion.energy.targets().energy)
        clock.go(days=30)
    assert [floor.kcal for floor in floors] == [1800] * 6
    assert "of 60.0 kg, the weight before ALS" in energy.targets(companion.energy.targets())[0]


def test_a_weight_of_many_pounds_is_not_held_up_once_no_gain_is_wanted(companion, clock):
    companion.people.set("height-cm", "165")
    companion.people.set("reference-weight", "110")
    companion.weight.log(100)
    assert companion.energy.targets().energy.kcal == 3000  # BMI 36.7


def test_a_weight_of_an_earlier_day_is_told_as_of_that_day(companion, clock):
    companion.people.set("reference-weight", "60")
    companion.weight.log(60)
    state = companion.weight.log(57, at=clock() - timedelta(days=10)).state
    assert (state.kg, state.change_percent) == (57, pytest.approx(-5))


def test_a_weight_of_years_ago_is_written_once_and_told_as_of_then(companion, clock):
    companion.people.set("reference-weight", "64")
    companion.weight.log(57)
    logged = companion.weight.log(62, at=clock() - timedelta(days=900))
    assert [entry.kg for entry in companion.diary.entries("weight")] == [62, 57]
    assert (logged.state.kg, logged.state.change_percent) == (62, pytest.approx(-3.1, abs=0.1))
    assert companion.weight.latest().kg == 57
    told = weight.logged(logged, "kg")
    assert told.startswith(
        "Saved: 62.0 kg, for 27 October 2023. 3.1 % less than the reference weight. A later"
    )


def test_an_older_weight_gives_no_advice_for_now(companion, clock):
    companion.people.set("reference-weight", "64")
    companion.weight.log(63)
    logged = companion.weight.log(57, at=clock() - timedelta(days=40))
    assert logged.state.level == "red"
    assert "a call" not in weight.logged(logged, "kg")
    assert "a call" in weight.logged(companion.weight.log(57, confirmed=True), "kg")


def test_a_quick_gain_is_told_in_the_unit_of_the_scales_beside_the_loss(companion, clock):
    companion.people.set("reference-weight", "80")
    companion.weight.log(70)
    clock.go(days=3)
    logged = companion.weight.log(72.5)
    assert weight.logged(logged, "lb") == (
        "Saved: 159.8 lb. 9.4 % less than the reference weight. From 5 % on, it is worth telling your"
        " dietitian. 5.5 lb more since 14 April. From 4.4 lb in 3 days on, it could be fluid; tell your team."
    )


def test_a_falling_index_says_its_limit(companion, clock):
    companion.people.set("height-cm", "178")
    companion.weight.log(80)
    clock.go(days=60)
    assert weight.logged(companion.weight.log(78.6), "kg") == (
        "Saved: 78.6 kg. The body mass index falls by 0.2 a month since 14 April. From 0.2 on, it is worth"
        " telling your dietitian."
    )


def test_why_names_every_limit_and_whose_it_is(companion):
    companion.weight.log(60)
    limits = dict(weight.explained(companion.weight.course(90), "kg", ""))["The limits"]
    for part in (
        "2 % in 30 days",
        "5 % below",
        "of 20",
        "10 %",
        "18.5",
        "0.2 a month",
        "2.0 kg more in 3 days",
    ):
        assert part in limits
    assert "The program set these limits; your dietitian can change them." in limits


def test_a_weight_of_an_earlier_day_is_checked_beside_those_before_it(companion, clock):
    companion.weight.log(80)
    companion.weight.log(62, at=clock() - timedelta(days=900))
    with pytest.raises(Refused):
        companion.weight.log(90, at=clock() - timedelta(days=890))
    companion.weight.log(63, at=clock() - timedelta(days=890))


def test_a_great_loss_in_a_month_is_more_than_a_note(companion, clock):
    companion.weight.log(60)
    clock.go(days=20)
    assert companion.weight.log(56).state.level == "amber"
    clock.go(days=5)
    assert companion.weight.log(53).state.level == "red"


def test_the_course_holds_the_last_days_the_reference_and_its_marks(companion, clock):
    companion.people.set("reference-weight", "60")
    for kg in (59, 58, 57):
        companion.weight.log(kg)
        clock.go(days=40)
    course = companion.weight.course(90)
    assert [entry.kg for entry in course.weighed] == [58, 57]
    assert [(mark.percent_below, mark.kg) for mark in course.marks] == [(0, 60), (5, 57), (10, 54)]
    assert course.state == companion.weight.state()
    assert [entry.kg for entry in companion.weight.course(7).weighed] == [57]


def test_a_course_of_nothing_is_empty(companion):
    course = companion.weight.course(90)
    assert (course.weighed, course.state, course.marks) == ((), None, ())


def test_the_days_behind_the_floor_are_a_limit_that_can_be_changed(companion, clock):
    companion.weight.log(56)
    clock.go(days=30)
    companion.weight.log(50, confirmed=True)
    assert companion.weight.heaviest() == 56
    companion.plan.set("limits", "weight.course_days=14", decided_by="J. Okafor")
    assert companion.weight.heaviest() == 50


def test_the_last_tare_is_offered_in_the_unit_of_the_scales(companion, clock):
    assert companion.weight.tare("kg") is None
    companion.weight.log(80.5, tare=23.5)
    clock.go(days=7)
    companion.weight.log(57)
    assert companion.weight.tare("kg") == 23.5
    assert companion.weight.tare("lb") == 51.8


def test_the_summary_tells_the_first_and_the_newest_in_order_of_time(companion, clock):
    for kg in (59.3, 59.8, 56.8):
        companion.weight.log(kg)
        clock.go(days=7)
    told = weight.summary(companion.weight.course(90), "kg")
    assert told == "3 weights since 14 April: 59.3 kg then, 56.8 kg now."


def test_a_tare_that_leaves_nobody_is_refused_without_asking(companion):
    with pytest.raises(Refused) as caught:
        companion.weight.log(80, tare=85)
    assert caught.value.code == "out_of_range"
    assert companion.diary.history() == []
