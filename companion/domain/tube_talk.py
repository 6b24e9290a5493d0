"""When a talk about a feeding tube is worth offering: early, once, and never as something one needs."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from companion.domain.frozen import frozen
from companion.domain.intake import Day, whole
from companion.domain.swallowing import took_long

if TYPE_CHECKING:
    from companion.domain.entries import MealEaten, TubeTalk
    from companion.domain.limits import MealLimits, ProteinLimits, TubeTalkLimits


@frozen
class TalkReason:
    """Why it is offered, with its limit: "loss" (percent), "long_meals" or "coughs" (of so many), "intake".

    The value of "intake" is a share of the energy target, over `of` days. `days` is how far back it looks.
    """

    code: Literal["loss", "long_meals", "coughs", "intake"]
    value: float
    limit: float
    of: int = 0
    days: int = 0


def reasons(
    loss_percent: float | None,
    meals: Iterable[tuple[date, "MealEaten"]],
    intake: TalkReason | None,
    limits: "TubeTalkLimits",
    meal: "MealLimits",
) -> tuple[TalkReason, ...]:
    """Every reason to offer the talk; `loss_percent` below the reference, None where it is not known.

    A loss from `loss_percent` on is one alone, a smaller one from `loss_with_trouble_percent` with long meals
    or coughing. Long meals most days and low intake are reasons alone; coughing alone is another message.
    """
    eaten = list(meals)
    long, coughs = long_meals(eaten, limits, meal), coughing([one for _, one in eaten], limits)
    trouble = tuple(reason for reason in (long, coughs) if reason)
    lost = round(loss_percent, 6) if loss_percent is not None else 0
    found: tuple[TalkReason, ...] = ()
    if lost >= limits.loss_percent:
        found = (TalkReason("loss", lost, limits.loss_percent),)
    elif lost >= limits.loss_with_trouble_percent and trouble:
        found = (TalkReason("loss", lost, limits.loss_with_trouble_percent),)
    if found and coughs:
        found += (coughs,)
    return (*found, *(reason for reason in (long, intake) if reason))


def long_meals(
    meals: Iterable[tuple[date, "MealEaten"]], limits: "TubeTalkLimits", meal: "MealLimits"
) -> TalkReason | None:
    """A long meal on most of the days that have a timed one; None for too few of those."""
    long: dict[date, bool] = {}
    for on, eaten in meals:
        if eaten.minutes is not None:
            long[on] = long.get(on, False) or took_long(eaten, meal)
    many = sum(long.values())
    if len(long) < limits.meal_least or many <= limits.meal_share * len(long):
        return None
    return TalkReason("long_meals", many, meal.long_minutes, len(long), limits.intake_days)


def coughing(meals: Sequence["MealEaten"], limits: "TubeTalkLimits") -> TalkReason | None:
    """Meals with coughing, from so many on."""
    many = sum(bool(meal.coughs) for meal in meals)
    if many < limits.cough_meals:
        return None
    return TalkReason("coughs", many, limits.cough_meals, len(meals), limits.intake_days)


def low_intake(
    days: Iterable[Day], target_kcal: float | None, limits: "TubeTalkLimits", protein: "ProteinLimits"
) -> TalkReason | None:
    """What was eaten on the whole days as a share of the target, where that is low; None for too few days."""
    eaten = [day.total.kcal or 0 for day in days if whole(day, protein)]
    if not target_kcal or len(eaten) < limits.intake_least:
        return None
    share = sum(eaten) / len(eaten) / target_kcal
    if round(share, 6) >= limits.intake_share:
        return None
    return TalkReason("intake", share, limits.intake_share, len(eaten), limits.intake_days)


def may_offer(answers: Sequence[tuple[date, "TubeTalk"]], today: date, limits: "TubeTalkLimits") -> bool:
    """Whether it may be offered after these answers, oldest first: only "later" lets it come again."""
    if not answers:
        return True
    on, newest = answers[-1]
    return newest.answer == "later" and today - on >= timedelta(days=limits.again_days)
