"""Protein over the week, through the services."""

import pytest

from companion.cli.today import shape
from companion.wording import intake_week


@pytest.fixture
def sized(companion):
    """Somebody of 70 kilograms whose floor is 2,100 kcal: 56 to 105 g of protein."""
    companion.weight.log(70)
    companion.plan.set("energy", "2100", decided_by="J. Okafor")
    return companion


def eat(companion, clock, days, kcal, protein_g):
    """Three meals on each of these days; it is the morning after when this returns."""
    for _ in range(days):
        for slot in ("breakfast", "lunch", "supper"):
            companion.intake.quick("Soup", kcal=kcal / 3, protein_g=protein_g / 3, slot=slot)
        clock.go(days=1)


def test_five_good_days_spare_the_week_and_today_does_not_count(sized, clock):
    eat(sized, clock, 5, 2100, 84)
    sized.intake.quick("Tea", kcal=10, protein_g=0)
    week = sized.intake_week.protein()
    assert (week.verdict.ok, week.known, week.good) == (True, 5, 5)
    assert (
        intake_week.protein(week)
        == "Protein over the week: spared on the whole (spared on 5 of 5 days known)."
    )


def test_too_little_energy_asks_for_carbohydrate_or_fat(sized, clock):
    eat(sized, clock, 4, 1500, 100)
    said = intake_week.protein(sized.intake_week.protein())
    assert said == (
        "Protein over the week: not spared on the whole (spared on 0 of 4 days known)."
        " Add carbohydrate or fat: it spares protein."
    )


def test_three_days_say_nothing_but_why(sized, clock):
    eat(sized, clock, 3, 2100, 84)
    view = sized.intake_week.view()
    assert intake_week.protein(view.week) == ""
    assert dict(intake_week.explained(view))[intake_week.NOW] == (
        "Not known yet: 3 whole days of the last 7; it needs 4."
    )


def test_the_page_tells_the_numbers_the_limits_and_whose_they_are(sized, clock):
    eat(sized, clock, 4, 2100, 84)
    parts = dict(intake_week.explained(sized.intake_week.view()))
    assert parts["The numbers"] == (
        "2,100 kcal and 84 g of protein a day on the mean; 131 kcal that are not protein for each gram of"
        " nitrogen."  # nutrition.md 1.8
    )
    assert "from 90 % of the energy target, 2,100 kcal" in parts["What is compared"]
    assert "The program set these limits; your dietitian can change them." in parts["What is compared"]


def test_the_command_tells_the_week_beside_the_day(sized, clock):
    eat(sized, clock, 4, 2100, 84)
    found = shape(sized.today.view())
    assert found["spared_week"] == {
        "ok": True,
        "non_protein_kcal_per_g_nitrogen": 131.2,
        "advice": None,
        "days_known": 4,
        "days_spared": 4,
    }
    assert set(found["spared"]) == {"ok", "non_protein_kcal_per_g_nitrogen", "advice"}
