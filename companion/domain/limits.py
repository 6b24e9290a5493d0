"""The clinical numbers the rules work with, one model per topic. Values and sources: thresholds/."""

from pydantic import BaseModel, ConfigDict


class Limits(BaseModel):
    """A group of numbers; the threshold `<group>.<field>` fills the field."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class WatchLimits(Limits):
    """The fatigue watch over days. Spreads and sums are in units of the person's own spread."""

    least_ratings: int
    usual_days: int
    lag_days: int
    prior_ratings: float
    prior_spread: float
    allowance: float
    cap: float
    notice_sum: float
    warning_sum: float
    climb_days: int
    climb_notice_z: float
    climb_warning_z: float
    climb_least: int
    least_rise: float
    hold_days: int


class SessionLimits(Limits):
    """Around a guided session: ratings and effort 0 to 10, rises in points, times in seconds."""

    before_rating: int
    before_above_usual: float
    rise_rest: int
    rise_choice: int
    rise_end: int
    end_rating: int
    rest_factor: float
    more_rest_s: float
    effort_ceiling: int
    stop_effort: int
    ready_s: float
    between_s: float
    least_rest_s: float
    resume_hours: float
    longest_gap_s: float
    rating_holds_minutes: float
    aerobic_rest_share: float
    usual_days: int
    usual_least: int


class AfterLimits(Limits):
    """The hours and the mornings after a session: minutes, points, shares of the next session, days."""

    first_minutes: int
    second_minutes: int
    third_minutes: int
    still_up: int
    settled_within: int
    shorter: float
    much_shorter: float
    morning_rise: float
    good_mornings: int
    rest_factor: float
    tell_times: int
    tell_days: int


class DriftLimits(Limits):
    """The monthly summary of slow drift: days, fewest ratings, points."""

    month_days: int
    month_least: int
    back_days: int
    least_change: float
    least_change_back: float
    told_days: int


class EnergyLimits(Limits):
    """Energy needs on top of the resting equations: kcal a day, kcal per kilogram, scores."""

    kasarskis_slope: float
    kasarskis_intercept: float
    kasarskis_range: float
    shimizu_factor: float
    shimizu_slope: float
    shimizu_intercept: float
    per_kg: float
    per_kg_low: float
    per_kg_high: float
    per_kg_range_low: float
    per_kg_range_high: float
    round_to: float
    alsfrs6_max: int
    alsfrs_r_max: int
    under_bmi: float


class ProteinLimits(Limits):
    """Protein in grams per kilogram, and when it counts as spared: in a day, and over a week of days."""

    low_g_per_kg: float
    aim_g_per_kg: float
    high_g_per_kg: float
    spared_energy_share: float
    spared_ratio: float
    kcal_per_g: float
    g_per_g_nitrogen: float
    week_days: int
    week_least: int
    complete_slots: int


class FluidLimits(Limits):
    """Fluid in millilitres per kilogram, by age in years; an estimate is told in whole steps."""

    young_ml_per_kg: float
    old_ml_per_kg: float
    old_from_years: int
    round_to: float


class WeightLimits(Limits):
    """The weight course: percent of the reference, BMI, kilograms, days; and what looks like a slip."""

    note_percent: float
    note_days: int
    amber_percent: float
    amber_bmi: float
    amber_bmi_fall: float
    amber_bmi_days: int
    red_percent: float
    red_bmi: float
    gain_kg: float
    gain_days: int
    low_kg: float
    high_kg: float
    usual_low_kg: float
    usual_high_kg: float
    usual_low_bmi: float
    usual_high_bmi: float
    slip_percent: float
    slip_days: int
    course_days: int


class TextureLimits(Limits):
    """The flow test: mL left at which levels meet, how near to one is on it, mL in the syringe, seconds."""

    flow_edges: tuple[float, ...]
    flow_near: float
    flow_ml: float
    flow_seconds: float


class MealLimits(Limits):
    """Around a meal: minutes that are long, hours of the same again; when coughing is worth telling."""

    long_minutes: float
    same_hours: float
    window_days: int
    cough_meals: int
    long_meals: int
    stands_days: int


class TubeTalkLimits(Limits):
    """When a talk about a feeding tube is offered: percent below the reference, minutes, shares, days."""

    loss_percent: float
    loss_with_trouble_percent: float
    meal_minutes: int
    meal_share: float
    meal_least: int
    cough_meals: int
    intake_share: float
    intake_days: int
    intake_least: int
    again_days: int


class NextLimits(Limits):
    """What to eat next: weights of a score, and from which figures on a reason is worth saying.

    `shares` are those of the seven usual parts of the day in a day's energy.
    """

    energy: float
    protein: float
    fluid: float
    density: float
    density_when_tired: float
    step: float
    late: float
    late_kcal: float
    lately_days: int
    behind_share: float
    dense_kcal_per_g: float
    protein_rich_g: float
    fluid_rich_ml: float
    shares: tuple[float, ...]


class DayPlanLimits(Limits):
    """A day's plan of meals: how many dishes a part of the day holds, and what a plan is weighed by."""

    per_slot: int
    over: float
    fluid: float
    spread: float
    step: float
    lately: float
    late: float
    main: float
    main_share: float
    rounds: int


class FunctionLimits(Limits):
    """What counts as a note about function: times, days (rules W12, W13)."""

    too_hard_times: int
    too_hard_days: int
    missed_days: int
    missed_holds_days: int
    fall_days: int
    notes_days: int


class LoadLimits(Limits):
    """How much is a load: hours between bands, percent, minutes, days, shares of energy (W14, W15)."""

    resistance_hours: float
    more_percent: float
    week_days: int
    least_minutes: float
    intake_share: float
    intake_days: int
    intake_least_days: int
    intake_least_entries: int
    agreed_days: int


GROUPS: dict[str, type[Limits]] = {
    "watch": WatchLimits,
    "session": SessionLimits,
    "after": AfterLimits,
    "function": FunctionLimits,
    "load": LoadLimits,
    "drift": DriftLimits,
    "energy": EnergyLimits,
    "protein": ProteinLimits,
    "fluid": FluidLimits,
    "weight": WeightLimits,
    "tube_talk": TubeTalkLimits,
    "meal": MealLimits,
    "next": NextLimits,
    "day_plan": DayPlanLimits,
}
