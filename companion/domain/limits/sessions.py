"""Guided sessions: before, in and after one; function and load over days."""

from companion.domain.limits_ranges import (  # noqa: I001 - by lines, not by names
    Count, Days, Factor, Figure, Hours, Limits, Minutes, NoRise, Percent, Points, Rating, Rise, Seconds,
    Share, Times,
)  # fmt: skip


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
