"""The fatigue watch over days, and slow drift."""

from companion.domain.limits_ranges import Count, Days, Limits, NoDays, Points, Sum


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


class DriftLimits(Limits):
    """The monthly summary of slow drift: days, fewest ratings, points."""

    month_days: Days
    month_least: Count
    back_days: Days
    least_change: Points
    least_change_back: Points
    told_days: Days
