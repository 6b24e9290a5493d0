"""Energy, protein and fluid a day: published examples, whose target holds, what is never guessed."""

import pytest

from companion.domain.energy import (
    Body,
    energy_target,
    estimates,
    fluid_target,
    protein_target,
)

MAN = Body("m", 70, 175, 60, alsfrs6=20, alsfrs_r=40)
WOMAN = Body("f", 60, 163, 65, alsfrs6=14, alsfrs_r=32)
THIN_MAN = Body("m", 55, 170, 68, alsfrs6=3, alsfrs_r=12)


def by_id(body, equations, limits):
    return {estimate.id: estimate for estimate in estimates(body, equations, limits)}


@pytest.mark.parametrize(
    ("body", "name", "kcal"),
    [  # research/nutrition.md 1.8
        (MAN, "harris_benedict_1919", 1499.36),
        (MAN, "roza_shizgal_1984", 1525.36),
        (MAN, "mifflin_1990", 1498.75),
        (MAN, "henry_2005", 1459.0),
        (MAN, "kasarskis_2014", 2450.56),
        (MAN, "shimizu_2017", 2295.94),
        (MAN, "per_kg_30", 2100),
        (WOMAN, "harris_benedict_1919", 1226.47),
        (WOMAN, "roza_shizgal_1984", 1225.94),
        (WOMAN, "mifflin_1990", 1132.75),
        (WOMAN, "henry_2005", 1175.0),
        (WOMAN, "kasarskis_2014", 1841.91),
        (WOMAN, "shimizu_2017", 1745.81),
        (THIN_MAN, "harris_benedict_1919", 1214.03),
        (THIN_MAN, "kasarskis_2014", 1214.03),  # 1213.91 before it is raised to the resting need
        (Body("f", 68, 178, 25), "mifflin_1990", 1506.5),  # published anchor, 10/5 form
        (Body("f", 68, 178, 25), "harris_benedict_1919", 1517.75),  # published anchor
        (Body("m", 70, 175, 59), "henry_2005", 1587.0),  # 1.1: 14.2 W + 593 under 60
        (Body("m", 70, 175, 29), "henry_2005", 1665.0),  # 1.1: 16.0 W + 545 under 30
    ],
)
def test_published_and_worked_examples(body, name, kcal, equations, energy_limits):
    assert by_id(body, equations, energy_limits)[name].kcal == pytest.approx(kcal, abs=0.01)


def test_seven_estimates_stand_side_by_side(equations, energy_limits):
    assert list(by_id(MAN, equations, energy_limits)) == [
        "harris_benedict_1919",
        "roza_shizgal_1984",
        "mifflin_1990",
        "henry_2005",
        "kasarskis_2014",
        "shimizu_2017",
        "per_kg_30",
    ]


def test_kasarskis_has_a_range_that_stops_at_the_resting_need(equations, energy_limits):
    wide = by_id(MAN, equations, energy_limits)["kasarskis_2014"]
    raised = by_id(THIN_MAN, equations, energy_limits)["kasarskis_2014"]
    assert (wide.low, wide.high, wide.note) == (
        pytest.approx(1950.56, abs=0.01),
        pytest.approx(2950.56, abs=0.01),
        None,
    )
    assert raised.low == raised.kcal
    assert raised.note == "raised_to_resting"


@pytest.mark.parametrize(
    ("body", "name", "note"),
    [
        (Body(None, 70, 175, 60), "henry_2005", "needs_sex"),
        (Body("m", None, 175, 60), "per_kg_30", "needs_weight"),
        (Body("m", 70, None, 60), "mifflin_1990", "needs_height"),
        (Body("m", 70, None, 60, alsfrs6=20), "kasarskis_2014", "needs_height"),
        (Body("m", 70, 175, None), "shimizu_2017", "needs_age"),
        (Body("m", 70, 175, 17), "mifflin_1990", "age_not_covered"),
        (Body("m", 70, 175, 60), "kasarskis_2014", "needs_alsfrs6"),  # all six answers or none
        (Body("m", 70, 175, 60, alsfrs6=25), "kasarskis_2014", "needs_alsfrs6"),
        (Body("m", 70, 175, 60), "shimizu_2017", "needs_alsfrs_r"),
        (Body("m", 70, 175, 60, 20, 40, "invasive"), "kasarskis_2014", "not_with_invasive"),
        (Body("m", 70, 175, 60, 20, 40, "invasive"), "shimizu_2017", "not_with_invasive"),
        (Body("m", 70, 175, 60, 20, 40, "invasive"), "per_kg_30", "not_with_invasive"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_guessed(body, name, note, equations, energy_limits):
    estimate = by_id(body, equations, energy_limits)[name]
    assert (estimate.kcal, estimate.note) == (None, note)


def test_henry_needs_no_height(equations, energy_limits):
    assert by_id(Body("m", 70, None, 60), equations, energy_limits)["henry_2005"].kcal == pytest.approx(1459)


@pytest.mark.parametrize(
    ("decided", "body", "reference", "kcal", "source"),
    [  # care.md, Targets: dietitian, else Kasarskis, else 30 kcal/kg; computed ones in steps of 50
        (2222, MAN, 80, 2222, "dietitian"),
        (None, MAN, 80, 2450, "kasarskis_2014"),
        (
            None,
            THIN_MAN,
            None,
            1250,
            "kasarskis_2014",
        ),  # 1214 is the resting need: rounded up, never under it
        (None, Body("m", 76.6, 175, 60), 80, 2300, "per_kg_30"),  # BMI 25.0: nobody aims to gain
        (None, Body("m", 71, 175, 60), 80, 2400, "per_kg_30"),  # BMI 23.2: by the reference weight
        (None, Body("m", 50, 175, 60), None, 1500, "per_kg_30"),
        (None, Body("m", 70, 175, 60, 20, 40, "invasive"), 80, None, None),
        (None, Body(), None, None, None),
        (1800, Body("m", 70, 175, 60, 20, 40, "invasive"), 80, 1800, "dietitian"),
    ],
)
def test_whose_target_is_in_force(decided, body, reference, kcal, source, equations, energy_limits):
    target = energy_target(decided, body, reference, equations, energy_limits)
    assert (target.kcal, target.source) == (kcal, source)


@pytest.mark.parametrize(
    ("body", "low", "high"),
    [
        (Body(kg=60), 1500, 2100),  # nutrition.md 1.2: 25 (Nakamura 2023) to 35 (Sunnybrook)
        (Body(kg=60, ventilation="niv"), 1500, 1800),  # care.md: 25 to 30 with a mask ventilator
    ],
)
def test_a_number_by_weight_shows_its_range(body, low, high, equations, energy_limits):
    target = energy_target(None, body, None, equations, energy_limits)
    assert (target.kcal, target.low, target.high) == (1800, low, high)


@pytest.mark.parametrize(
    ("body", "name", "kcal"),
    [  # nutrition.md 1.1 and 1.8: the edges of age and of the six answers
        (Body("m", 70, 175, 59), "harris_benedict_1919", 1506.12),
        (Body("m", 70, 175, 60), "harris_benedict_1919", 1499.36),
        (Body("m", 70, 175, 61), "harris_benedict_1919", 1492.61),
        (Body("m", 70, 175, 59), "henry_2005", 1587.0),  # 14.2 W + 593
        (Body("m", 70, 175, 60), "henry_2005", 1459.0),  # 13.5 W + 514 from 60 on
        (Body("m", 70, 175, 61), "henry_2005", 1459.0),
        (Body("f", 60, 163, 59), "henry_2005", 1278.4),  # 9.74 W + 694
        (Body("f", 60, 163, 60), "henry_2005", 1175.0),  # 10.1 W + 569
        (Body("f", 60, 163, 61), "henry_2005", 1175.0),
        (Body("m", 70, 175, 60, alsfrs6=0), "kasarskis_2014", 1499.36),  # the resting need, not 168 below
        (Body("m", 70, 175, 60, alsfrs6=3), "kasarskis_2014", 1499.36),
        (Body("m", 70, 175, 60, alsfrs6=4), "kasarskis_2014", 1555.20),
        (Body("m", 70, 175, 60, alsfrs6=24), "kasarskis_2014", 2674.40),
    ],
)
def test_the_edges_of_age_and_of_the_answers(body, name, kcal, equations, energy_limits):
    assert by_id(body, equations, energy_limits)[name].kcal == pytest.approx(kcal, abs=0.01)


@pytest.mark.parametrize(
    ("body", "reference", "unfitted", "kg", "by_reference"),
    [
        (Body("m", 77, 175, 60), 80, "needs_alsfrs6", 77, False),
        (Body("m", 71, None, 60, alsfrs6=20), 80, "needs_height", 71, False),
        (Body("m", 76.5, 175, 60), 80, "needs_alsfrs6", 80, True),  # BMI 24.98: ESPEN 2018, below 25 gain
        (Body("m", 76.6, 175, 60), 80, "needs_alsfrs6", 76.6, False),  # 25.01
        (Body("m", 77, 175, 60, newest_kg=76.5), 80, "needs_alsfrs6", 80, True),  # the weight of now counts
        (Body("m", 71, 175, 60), 70, "needs_alsfrs6", 71, False),  # the higher of the two
        (Body("m", 70, 175, 60, alsfrs6=20, ventilation="niv"), 80, None, None, False),
    ],
)
def test_a_target_says_what_it_stands_on(
    body, reference, unfitted, kg, by_reference, equations, energy_limits
):
    target = energy_target(None, body, reference, equations, energy_limits)
    assert (target.unfitted, target.kg, target.by_reference) == (unfitted, kg, by_reference)


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        (Body(), ("needs_sex", "needs_weight", "needs_height", "needs_age", "needs_alsfrs6")),
        (Body(kg=60, age=60), ("needs_sex", "needs_height", "needs_alsfrs6")),
        (Body("m", 60, 175, 60, alsfrs6=20), ()),
        (Body(ventilation="invasive"), ()),
    ],
)
def test_all_that_the_formula_lacks_is_named(body, missing, equations, energy_limits):
    assert energy_target(None, body, None, equations, energy_limits).missing == missing


def test_protein_is_a_range_with_an_aim(protein_limits):
    target = protein_target(None, 70, protein_limits)
    assert (target.low_g, target.aim_g, target.high_g) == pytest.approx((56, 84, 105))


def test_a_decided_protein_is_the_aim_and_inside_its_range(protein_limits):
    target = protein_target(120, 70, protein_limits)
    assert (target.low_g, target.aim_g, target.high_g, target.source) == (56, 120, 120, "dietitian")
    assert protein_target(90, None, protein_limits).low_g == 90
    assert protein_target(None, None, protein_limits) is None


@pytest.mark.parametrize(
    ("decided", "kg", "age", "ml"),
    [  # nutrition.md 1.6
        (None, 70, 64, 2450),  # 35 mL/kg under 65
        (None, 70, 65, 2100),  # 30 from 65
        (None, 70, 59, 2450),
        (None, 70, 61, 2450),
        (None, 70, None, 2100),
        (1500, 70, 40, 1500),
    ],
)
def test_fluid_by_weight_and_age(decided, kg, age, ml, fluid_limits):
    assert fluid_target(decided, kg, age, fluid_limits).ml == ml


def test_an_estimated_amount_to_drink_is_rounded_and_a_decided_one_is_not(fluid_limits):
    assert fluid_target(None, 57.4, 70, fluid_limits).ml == 1700  # 30 mL/kg would be 1,722
    assert fluid_target(None, 59.3, 70, fluid_limits).ml == 1800
    assert fluid_target(1722, 57.4, 70, fluid_limits).ml == 1722


def test_without_a_weight_there_is_no_fluid_target(fluid_limits):
    assert fluid_target(None, None, 60, fluid_limits) is None
