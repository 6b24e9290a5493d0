"""What to eat next, and the plan of a day."""

from companion.domain.limits_ranges import Count, Days, Factor, Few, Figure, Kcal, Limits, Share


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
