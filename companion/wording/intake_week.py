"""Protein over a week, in sentences."""

from typing import TYPE_CHECKING

from companion.wording import intake, numbers, plan

if TYPE_CHECKING:
    from companion.domain.intake import Week
    from companion.services.intake_week import WeekView

TITLE, NOW = "Protein over the week", "What it says now"
ADVICE = {
    "add_carb_or_fat": "Add carbohydrate or fat: it spares protein.",
    "add_protein": "A little more protein would help.",
    "above_range": "Protein is above the range; add carbohydrate or fat beside it.",
}
WHAT = "Protein is spared when enough of the energy comes from carbohydrate and fat."
DAYS = (
    "Days that are over, with a tube feed, or {least} parts of the day or more, written down and no amount"
    " unknown."
)
CAN = "Add carbohydrate or fat to what you like: oil, butter, cream, sugar. Ask your dietitian what fits you."


def protein(week: "Week") -> str:
    """Protein over the week: spared on the whole. Then advice; empty where too few days are known."""
    return f"{TITLE}: {_verdict(week)}" if week.verdict.ok is not None else ""


def _verdict(week: "Week") -> str:
    """Not spared on the whole (2 of 4 known days it was). Then advice."""
    whole = "spared" if week.verdict.ok else "not spared"
    advice = ADVICE.get(week.verdict.advice or "", "")
    return f"{whole} on the whole (spared on {week.good} of {week.known} days known). {advice}".strip()


def explained(found: "WeekView") -> list[tuple[str, str]]:
    """Why it says so, in parts: the numbers, the limits and whose, what one can do."""
    week, limits = found.week, found.limits
    return [
        (NOW, numbers.capital(_verdict(week)) if week.verdict.ok is not None else _too_few(found)),
        ("The numbers", _numbers(found)),
        ("What is compared", f"{WHAT} {_limits(found)}"),
        ("Which days", DAYS.format(least=limits.complete_slots)),
        ("What you can do", CAN),
    ]


def _too_few(found: "WeekView") -> str:
    week, limits = found.week, found.limits
    if week.known >= limits.week_least:
        return "Not known yet: it needs an energy target and a weight."
    known, days = week.known, limits.week_days
    return f"Not known yet: {known} whole days of the last {days}; it needs {limits.week_least}."


def _numbers(found: "WeekView") -> str:
    """1,640 kcal and 62 g of protein a day on the mean; 135 kcal beside each gram of nitrogen."""
    week = found.week
    if week.kcal is None:
        return numbers.capital(f"{numbers.UNKNOWN}.")
    mean = f"{numbers.kcal(week.kcal)} and {numbers.grams(week.protein_g)} of protein a day on the mean"
    ratio = week.verdict.ratio
    beside = f"; {numbers.whole(ratio)} kcal that are not protein for each gram of nitrogen" if ratio else ""
    return f"{mean}{beside}."


def _limits(found: "WeekView") -> str:
    limits, targets = found.limits, found.targets
    share = f"{round(limits.spared_energy_share * 100)} % of the energy target"
    target = f", {numbers.whole(targets.energy.kcal)} kcal" if targets.energy.kcal else ""
    between = f" ({intake.protein_range(targets)})" if targets.protein else ""
    whose = plan.limits_set_by(found.limits_by, "dietitian")
    return (
        f"It counts as spared from {share}{target}, with protein in its range{between} and at least"
        f" {limits.spared_ratio:g} kcal beside each gram of nitrogen. {whose}"
    )
