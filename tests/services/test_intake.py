"""What was taken, and the day's sums."""

from datetime import timedelta

import pytest

from companion.domain.intake import Spared
from companion.errors import Malformed, Refused, Unknown


def test_a_quick_entry_counts_into_the_day(companion):
    companion.intake.quick("Toast", kcal=120, protein_g=4)
    logged = companion.intake.quick("Custard", kcal=180)
    total = logged.today.day.total
    assert (total.kcal, total.protein_g, total.fluid_ml) == (300, 4, None)


def test_a_food_is_counted_by_its_grams(companion):
    logged = companion.intake.log_food("butter", grams=10)
    assert logged.entry.nutrients.kcal == pytest.approx(71.7)


def test_a_food_answers_to_its_ndb_number(companion):
    assert companion.foods.find("01001").name.startswith("Butter")


def test_a_food_from_the_table_needs_grams(companion):
    with pytest.raises(Malformed):
        companion.intake.log_food("butter")


def test_a_food_of_ones_own_is_found_and_counted_in_servings(companion):
    own = companion.foods.add("Grandmother's soup", kcal=210, per="serving", protein_g=9)
    assert companion.foods.search("grandmother")[0].id == own.id
    logged = companion.intake.log_food(own.id, servings=1.5)
    assert logged.entry.nutrients.kcal == pytest.approx(315)


def test_water_is_fluid_without_energy(companion):
    logged = companion.intake.drink(200)
    assert logged.entry.nutrients.fluid_ml == pytest.approx(200, rel=0.01)
    assert logged.entry.nutrients.kcal == 0


def test_a_drink_of_unknown_make_has_unknown_energy_not_none(companion):
    logged = companion.intake.drink(150, what="Elderflower")
    assert logged.entry.nutrients.kcal is None
    assert logged.today.day.unknown_kcal == 1


def test_the_slot_is_the_one_of_the_time(companion, clock):
    assert companion.intake.quick("Tea cake", kcal=150).entry.slot == "afternoon"
    clock.go(hours=2)
    assert companion.intake.quick("Soup", kcal=150).entry.slot == "supper"
    assert companion.intake.quick("Soup", kcal=150, slot="lunch").entry.slot == "lunch"


def test_a_night_entry_belongs_to_the_evening_before(companion, clock):
    clock.go(hours=10)  # a quarter past two at night
    companion.intake.quick("Warm milk", kcal=120)
    assert companion.intake.day().day.total.kcal == 120
    clock.go(hours=3)  # the new day began at four
    assert companion.intake.day().day.total.kcal is None


def test_the_same_thing_twice_is_kept_and_said(companion, clock):
    companion.by = "Maria"
    companion.intake.quick("Soup", kcal=150)
    clock.go(minutes=2)
    companion.by = "Jon"
    again = companion.intake.quick("Soup", kcal=150)
    assert [r.code for r in again.remarks] == ["again"]
    assert again.remarks[0].facts["entry"].by == "Maria"
    assert companion.intake.day().day.total.kcal == 300


def test_a_past_slot_is_copied_to_today(companion, clock):
    companion.intake.quick("Soup", kcal=150, slot="supper")
    companion.intake.quick("Cake", kcal=90, slot="afternoon")
    clock.go(days=1)
    logged = companion.intake.copy(companion.today_date() - timedelta(days=1), slot="supper")
    assert [(e.name, e.slot) for e in logged.entries] == [("Soup", "supper")]
    assert logged.today.day.total.kcal == 150


def test_copying_nothing_is_said(companion):
    with pytest.raises(Refused):
        companion.intake.copy(companion.today_date() - timedelta(days=1))


@pytest.mark.parametrize(
    "log",
    [
        lambda i: i.quick("x", kcal=99999),
        lambda i: i.quick("x", kcal=-1),
        lambda i: i.quick("x", kcal=float("nan")),
        lambda i: i.quick(" \x1b ", kcal=10),
        lambda i: i.log_food("butter", grams=0),
        lambda i: i.drink(0),
        lambda i: i.drink(100, level="9"),
    ],
)
def test_an_impossible_amount_is_refused_and_nothing_is_kept(companion, log):
    with pytest.raises(Refused):
        log(companion.intake)
    assert companion.diary.history() == []


def test_more_than_five_minutes_ahead_are_not(companion, clock):
    with pytest.raises(Refused):
        companion.intake.quick("Soup", kcal=10, at=clock() + timedelta(minutes=6))
    assert companion.diary.history() == []


def test_five_minutes_ahead_are_forgiven(companion, clock):
    companion.intake.quick("Soup", kcal=10, at=clock() + timedelta(minutes=5))
    assert companion.intake.day().day.total.kcal == 10


def test_an_unknown_slot_or_food_is_named(companion):
    with pytest.raises(Unknown):
        companion.intake.quick("x", kcal=10, slot="elevenses")
    with pytest.raises(Unknown):
        companion.intake.log_food("buter", grams=10)


def test_the_dietitians_number_comes_first(companion):
    assert companion.intake.day().targets.energy.kcal is None
    companion.weight.log(60)
    assert companion.intake.day().targets.energy.source == "per_kg_30"
    companion.plan.set("energy", "1900", decided_by="J. Okafor, dietitian")
    targets = companion.intake.day().targets
    assert (targets.energy.kcal, targets.energy.source) == (1900, "dietitian")
    assert targets.decided.decided_by == "J. Okafor, dietitian"


def test_a_drink_that_the_table_knows_by_that_name_has_its_energy(companion):
    drink = companion.intake.drink(200, what="Milk").entry
    assert (drink.name, round(drink.nutrients.kcal)) == ("Milk, whole", 126)
    assert companion.intake.drink(200, what="Magic potion").entry.kcal is None


def test_no_advice_about_protein_while_the_protein_of_an_entry_is_unknown(ruth):
    ruth.weight.log(57)
    ruth.intake.quick("Shake", kcal=1900, protein_g=30)
    assert ruth.intake.day().spared.advice == "add_protein"
    ruth.intake.quick("Toast", kcal=120)
    assert ruth.intake.day().spared == Spared(None)


def test_of_a_past_day_without_entries_nothing_is_known(ruth):
    today = ruth.today_date()
    assert ruth.intake.day(today - timedelta(days=1)).day.taken.kcal is None
    assert ruth.intake.day(today).day.taken.kcal == 0


def test_a_day_that_ends_during_a_look_is_over_from_then_on(companion, clock):
    companion.intake.quick("Toast", kcal=180)
    today = companion.today_date()
    with companion.diary.steady():
        assert not companion.intake.days(today, today)[today].over
        clock.go(days=1)
        assert companion.intake.days(today, today)[today].over
