"""Energy, protein and fluid."""

from companion.domain.limits_ranges import (  # noqa: I001 - by lines, not by names
    Bmi, Count, Days, Figure, Kcal, Limits, PerKg, Share, Shift, Step, Times,
)  # fmt: skip


class EnergyLimits(Limits):
    """Energy needs on top of the resting equations: kcal a day, kcal per kilogram, scores."""

    rising = (("per_kg_low", "per_kg_high"), ("per_kg_range_low", "per_kg", "per_kg_range_high"))

    kasarskis_slope: Figure
    kasarskis_intercept: Shift
    kasarskis_range: Kcal
    shimizu_factor: Times
    shimizu_slope: Figure
    shimizu_intercept: Shift
    per_kg: PerKg
    per_kg_low: PerKg
    per_kg_high: PerKg
    per_kg_range_low: PerKg
    per_kg_range_high: PerKg
    round_to: Step
    alsfrs6_max: Count
    alsfrs_r_max: Count
    under_bmi: Bmi


class ProteinLimits(Limits):
    """Protein in grams per kilogram, and when it counts as spared: in a day, and over a week of days."""

    rising = (("low_g_per_kg", "aim_g_per_kg", "high_g_per_kg"),)

    low_g_per_kg: PerKg
    aim_g_per_kg: PerKg
    high_g_per_kg: PerKg
    spared_energy_share: Share
    spared_ratio: Figure
    judge_share: Share
    kcal_per_g: Figure
    g_per_g_nitrogen: Figure
    week_days: Days
    week_least: Count
    complete_slots: Count


class FluidLimits(Limits):
    """Fluid in millilitres per kilogram, by age in years; an estimate is told in whole steps."""

    young_ml_per_kg: PerKg
    old_ml_per_kg: PerKg
    old_from_years: Count
    round_to: Step
