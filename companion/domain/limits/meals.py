"""Meals: textures, coughing and long meals, and the talk about a feeding tube."""

from companion.domain.limits_ranges import Count, Days, Limits, Minutes, Percent, Share


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
