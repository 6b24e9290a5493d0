"""The weight course."""

from companion.domain.limits_ranges import Bmi, Days, Figure, Kilograms, Limits, Percent


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
