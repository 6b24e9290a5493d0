"""Tube feeds: what they hold, what of them is not known, and the formula that is remembered."""

import pytest

from companion.errors import Malformed, Refused


def test_a_feed_counts_in_the_day(companion):
    logged = companion.tube.log(250, kcal_per_ml=1.5, protein_per_100ml=6)
    taken = logged.today.day.total
    assert (taken.kcal, taken.protein_g) == (375, 15)
    assert logged.entry.nutrients.fluid_ml is None  # its water is not known unless it was said


def test_water_counts_as_fluid_where_it_was_said(companion):
    assert companion.tube.log(250, kcal_per_ml=1, water_per_100ml=84).today.day.total.fluid_ml == 210


def test_the_last_formula_is_remembered_with_its_protein_and_name(companion, clock):
    companion.tube.log(250, kcal_per_ml=1.5, protein_per_100ml=6, what="Night feed")
    clock.go(hours=9)
    again = companion.tube.log(200).entry
    assert (again.name, again.nutrients.kcal, again.nutrients.protein_g) == ("Night feed", 300, 12)


def test_another_formula_brings_no_protein_of_the_last_one(companion, clock):
    companion.tube.log(250, kcal_per_ml=1.5, protein_per_100ml=6)
    clock.go(hours=9)
    assert companion.tube.log(200, kcal_per_ml=1).entry.protein_g is None


def test_without_any_formula_its_energy_has_to_be_said(companion):
    with pytest.raises(Malformed):
        companion.tube.log(250)
    assert companion.diary.entries() == []


@pytest.mark.parametrize("facts", [{"kcal_per_ml": 50}, {"kcal_per_ml": 1, "protein_per_100ml": 90}])
def test_an_impossible_feed_is_refused(companion, facts):
    with pytest.raises(Refused):
        companion.tube.log(250, **facts)
    assert companion.diary.entries() == []


def test_the_amount_of_a_feed_can_be_corrected(companion):
    feed = companion.tube.log(250, kcal_per_ml=1.5).entry
    companion.history.edit(feed.id, ml=100.0)
    assert companion.intake.day().day.total.kcal == 150


def test_a_name_given_beside_the_last_formula_stands(companion, clock):
    companion.tube.log(250, kcal_per_ml=1.5, what="Night feed")
    clock.go(hours=9)
    assert companion.tube.log(200, what="Day feed").entry.name == "Day feed"
