"""Weights: slips, units, tare, course."""

from datetime import timedelta

import pytest

from companion.errors import Refused


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


def test_a_weight_of_an_earlier_day_is_told_as_of_that_day(companion, clock):
    companion.people.set("reference-weight", "60")
    companion.weight.log(60)
    state = companion.weight.log(57, at=clock() - timedelta(days=10)).state
    assert (state.kg, state.change_percent) == (57, pytest.approx(-5))


def test_a_great_loss_in_a_month_is_more_than_a_note(companion, clock):
    companion.weight.log(60)
    clock.go(days=20)
    assert companion.weight.log(56).state.level == "amber"
    clock.go(days=5)
    assert companion.weight.log(53).state.level == "red"
