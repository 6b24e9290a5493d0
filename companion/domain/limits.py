"""The clinical numbers the rules work with, one model per topic. Values and sources: thresholds/."""

from companion.domain.limits_ranges import (  # noqa: I001 - by lines, not by names
    Bmi, Count, Days, Factor, Few, Figure, Hours, Kcal, Kilograms, Limits, Minutes, NoDays, NoRise,
    Percent, PerKg, Points, Rating, Rise, Seconds, Share, Shift, Step, Sum, Times,
)  # fmt: skip


class WatchLimits(Limits):
    """The fatigue watch over days. Spreads and sums are in units of the person's own spread."""

    rising = (("notice_sum", "warning_sum"), ("climb_notice_z", "climb_warning_z"))
    apart = (("allowance", "cap"),)

    least_ratings: Count
    usual_days: Days
    lag_days: NoDays
    prior_ratings: Sum
    prior_spread: Sum
    allowance: Points
    cap: Sum
    notice_sum: Sum
    warning_sum: Sum
    climb_days: Days
    climb_notice_z: Sum
    climb_warning_z: Sum
    climb_least: Count
    least_rise: Points
    hold_days: Days


class SessionLimits(Limits):
    """Around a guided session: ratings and effort 0 to 10, rises in points, times in seconds."""

    rising = (("rise_rest", "rise_choice", "rise_end"),)

    before_rating: Rating
    before_above_usual: Points
    rise_rest: Rise
    rise_choice: Rise
    rise_end: Rise
    end_rating: Rating
    rest_factor: Times
    more_rest_s: Seconds
    effort_ceiling: Rating
    stop_effort: Rating
    ready_s: Seconds
    between_s: Seconds
    least_rest_s: Seconds
    resume_hours: Hours
    longest_gap_s: Figure
    rating_holds_minutes: Figure
    aerobic_rest_share: Factor
    usual_days: Days
    usual_least: Count


class AfterLimits(Limits):
    """The hours and the mornings after a session: minutes, points, shares of the next session, days."""

    rising = (("much_shorter", "shorter"),)
    apart = (("first_minutes", "second_minutes", "third_minutes"),)

    first_minutes: Minutes
    second_minutes: Minutes
    third_minutes: Minutes
    still_up: Rise
    settled_within: NoRise
    shorter: Share
    much_shorter: Share
    morning_rise: Points
    good_mornings: Count
    rest_factor: Times
    tell_times: Count
    tell_days: Days


class DriftLimits(Limits):
    """The monthly summary of slow drift: days, fewest ratings, points."""

    month_days: Days
    month_least: Count
    back_days: Days
    least_change: Points
    least_change_back: Points
    told_days: Days


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


class WeightLimits(Limits):
    """The weight course: percent of the reference, BMI, kilograms, days; and what looks like a slip."""

    rising = (("note_percent", "amber_percent", "red_percent"), ("red_bmi", "amber_bmi"))
    apart = (("low_kg", "high_kg"), ("usual_low_kg", "usual_high_kg"), ("usual_low_bmi", "usual_high_bmi"))

    note_percent: Percent
    note_days: Days
    amber_percent: Percent
    amber_bmi: Bmi
    amber_bmi_fall: Figure
    amber_bmi_days: Days
    red_percent: Percent
    red_bmi: Bmi
    gain_kg: Kilograms
    gain_days: Days
    low_kg: Kilograms
    high_kg: Kilograms
    usual_low_kg: Kilograms
    usual_high_kg: Kilograms
    usual_low_bmi: Bmi
    usual_high_bmi: Bmi
    slip_percent: Percent
    slip_days: Days
    course_days: Days


class TextureLimits(Limits):
    """The flow test: mL left at which levels meet, how near to one is on it, mL in the syringe, seconds."""

    flow_edges: tuple[float, ...]
    flow_near: float
    flow_ml: float
    flow_seconds: float


class MealLimits(Limits):
    """Around a meal: minutes that are long; when coughing is worth telling."""

    long_minutes: Minutes
    window_days: Days
    cough_meals: Count
    long_meals: Count
    stands_days: Days


class TubeTalkLimits(Limits):
    """When a talk about a feeding tube is offered: percent below the reference, shares, days."""

    rising = (("loss_with_trouble_percent", "loss_percent"),)

    loss_percent: Percent
    loss_with_trouble_percent: Percent
    meal_share: Share
    meal_least: Count
    cough_meals: Count
    intake_share: Share
    intake_days: Days
    intake_least: Count
    again_days: Days


class NextLimits(Limits):
    """What to eat next: weights of a score, and from which figures on a reason is worth saying.

    `shares` are those of the seven usual parts of the day in a day's energy.
    """

    energy: Factor
    protein: Factor
    fluid: Factor
    density: Factor
    density_when_tired: Factor
    step: Factor
    late: Factor
    late_kcal: Kcal
    lately_days: Days
    behind_share: Share
    dense_kcal_per_g: Figure
    protein_rich_g: Figure
    fluid_rich_ml: Figure
    shares: tuple[float, ...]


class DayPlanLimits(Limits):
    """A day's plan of meals: how many dishes a part of the day holds, and what a plan is weighed by."""

    per_slot: Few
    over: Factor
    fluid: Factor
    spread: Factor
    step: Factor
    lately: Factor
    late: Factor
    main: Factor
    main_share: Share
    rounds: Count


class FunctionLimits(Limits):
    """What counts as a note about function: times, days (rules W12, W13)."""

    too_hard_times: Count
    too_hard_days: Days
    missed_days: Days
    missed_holds_days: Days
    fall_days: Days
    notes_days: Days


class LoadLimits(Limits):
    """How much is a load: hours between bands, percent, minutes, days, shares of energy (W14, W15)."""

    resistance_hours: Hours
    more_percent: Percent
    week_days: Days
    least_minutes: Figure
    intake_share: Share
    intake_days: Days
    intake_least_days: Count
    agreed_days: Days


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
