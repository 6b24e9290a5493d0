"""The clinical numbers as design/care.md gives them, typed in here so that a rule is tested by its table."""

from datetime import date

import pytest

from companion.domain.energy import Equation
from companion.domain.limits import (
    AfterLimits,
    EnergyLimits,
    FluidLimits,
    MealLimits,
    ProteinLimits,
    SessionLimits,
    TubeTalkLimits,
    WatchLimits,
    WeightLimits,
)


@pytest.fixture(scope="session")
def watch_limits():
    return WatchLimits(
        least_ratings=8, usual_days=56, lag_days=3, prior_ratings=15, prior_spread=1.3, allowance=0.85,
        cap=2.5, notice_sum=2.1, warning_sum=3.35, climb_days=21, climb_notice_z=3.0, climb_warning_z=3.8,
        climb_least=8, least_rise=1.0, hold_days=7,
    )  # fmt: skip


@pytest.fixture(scope="session")
def session_limits():
    return SessionLimits(
        before_rating=7, before_above_usual=2, rise_rest=1, rise_choice=2, rise_end=3, end_rating=8,
        rest_factor=2, more_rest_s=15, effort_ceiling=4, stop_effort=5, ready_s=5, between_s=10,
        least_rest_s=0, resume_hours=12, aerobic_rest_share=1,
        longest_gap_s=600, rating_holds_minutes=30, usual_days=56, usual_least=5,
    )  # fmt: skip


@pytest.fixture(scope="session")
def after_limits():
    return AfterLimits(
        first_minutes=30, second_minutes=60, third_minutes=120, still_up=2, settled_within=1, shorter=0.75,
        much_shorter=0.5, morning_rise=2, good_mornings=2, rest_factor=1.5, tell_times=2, tell_days=7,
    )  # fmt: skip


@pytest.fixture(scope="session")
def energy_limits():
    return EnergyLimits(
        kasarskis_slope=55.96, kasarskis_intercept=-168, kasarskis_range=500, shimizu_factor=1.67,
        shimizu_slope=11.8, shimizu_intercept=-680, per_kg=30, per_kg_low=25, per_kg_high=30,
        per_kg_range_low=25, per_kg_range_high=35, round_to=50,
        alsfrs6_max=24, alsfrs_r_max=48, under_bmi=25,
    )  # fmt: skip


@pytest.fixture(scope="session")
def protein_limits():
    return ProteinLimits(
        low_g_per_kg=0.8, aim_g_per_kg=1.2, high_g_per_kg=1.5, spared_energy_share=0.9, spared_ratio=100,
        judge_share=0.6,
        kcal_per_g=4, g_per_g_nitrogen=6.25, week_days=7, week_least=4, complete_slots=3,
    )  # fmt: skip


@pytest.fixture(scope="session")
def fluid_limits():
    return FluidLimits(young_ml_per_kg=35, old_ml_per_kg=30, old_from_years=65, round_to=50)


@pytest.fixture(scope="session")
def weight_limits():
    return WeightLimits(
        note_percent=2, note_days=30, amber_percent=5, amber_bmi=20, amber_bmi_fall=0.2, amber_bmi_days=60,
        red_percent=10, red_bmi=18.5, gain_kg=2, gain_days=3, low_kg=20, high_kg=300, usual_low_kg=30,
        usual_high_kg=200, usual_low_bmi=12, usual_high_bmi=60, slip_percent=15, slip_days=90,
        course_days=100,
    )  # fmt: skip


@pytest.fixture(scope="session")
def tube_talk_limits():
    return TubeTalkLimits(
        loss_percent=10, loss_with_trouble_percent=5, meal_share=0.5, meal_least=7,
        cough_meals=3, intake_share=0.75, intake_days=14, intake_least=10, again_days=90,
    )  # fmt: skip


@pytest.fixture(scope="session")
def meal_limits(library):
    return library.limits(MealLimits, "meal")


COEFFICIENTS = [  # id, sex, ages, weight, height, age, constant: research/nutrition.md 1.1
    ("harris_benedict_1919", "m", (18, 200), 13.7516, 5.0033, -6.7550, 66.4730),
    ("harris_benedict_1919", "f", (18, 200), 9.5634, 1.8496, -4.6756, 655.0955),
    ("roza_shizgal_1984", "m", (18, 200), 13.397, 4.799, -5.677, 88.362),
    ("roza_shizgal_1984", "f", (18, 200), 9.247, 3.098, -4.330, 447.593),
    ("mifflin_1990", "m", (18, 200), 10, 6.25, -5, 5),
    ("mifflin_1990", "f", (18, 200), 10, 6.25, -5, -161),
    ("henry_2005", "m", (18, 30), 16.0, 0, 0, 545),
    ("henry_2005", "m", (30, 60), 14.2, 0, 0, 593),
    ("henry_2005", "m", (60, 200), 13.5, 0, 0, 514),
    ("henry_2005", "f", (18, 30), 13.1, 0, 0, 558),
    ("henry_2005", "f", (30, 60), 9.74, 0, 0, 694),
    ("henry_2005", "f", (60, 200), 10.1, 0, 0, 569),
]


@pytest.fixture(scope="session")
def equations():
    said = {"source": "nutrition.md 1.1", "reviewed": date(2026, 11, 22), "review": "test"}
    return tuple(
        Equation(
            id=name, sex=sex, ages=ages, weight=weight, height=height, age=age, constant=constant, **said
        )
        for name, sex, ages, weight, height, age, constant in COEFFICIENTS
    )
