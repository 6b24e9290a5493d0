"""What was eaten and drunk, the day's sums, and targets, in sentences."""

from companion.domain.entries import Drunk, FoodEaten, MealEaten, Taken
from companion.services.energy import Targets
from companion.services.intake import DayIntake, Logged
from companion.wording import numbers

SOURCES = {
    "dietitian": "set by {who}, {when}",
    "kasarskis_2014": "estimated from the six answers",
    "per_kg_30": "estimated from the weight",
}


def logged(result: Logged) -> str:
    """Saved: half of Turkey bolognese, 255 kcal. 1,405 of at least 1,900 kcal today."""
    if len(result.entries) == 1:
        what = described(result.entry)
    else:
        energy = sum(entry.nutrients.kcal or 0 for entry in result.entries)
        what = f"{len(result.entries)} entries, {numbers.kcal(energy)}"
    if result.on != result.today.day.date:
        return f"Saved: {what}, for {numbers.day(result.on)}."
    return f"Saved: {what}. {energy_line(result.today)} today."


def described(entry: Taken) -> str:
    """half of Turkey bolognese, 255 kcal; 150 g of Milk, 92 kcal; 200 mL of Water."""
    energy = f", {numbers.kcal(entry.nutrients.kcal)}"
    if isinstance(entry, MealEaten):
        if entry.eaten == 0:
            return f"nothing of {entry.name}"
        return f"{'all' if entry.eaten == 1 else numbers.share(entry.eaten)} of {entry.name}{energy}"
    if isinstance(entry, FoodEaten):
        if entry.grams is None:
            return f"{numbers.short2(entry.factor)} × {entry.name}{energy}"
        return f"{numbers.short2(entry.grams)} g of {entry.name}{energy}"
    if isinstance(entry, Drunk):
        return f"{numbers.short2(entry.ml)} mL of {entry.name}{energy}"
    return f"{entry.name}{energy}"


def energy_line(day: DayIntake) -> str:
    """1,405 of at least 1,900 kcal; without a target, the sum alone."""
    eaten, target = numbers.whole(day.day.total.kcal or 0), day.targets.energy.kcal
    return f"{eaten} kcal" if target is None else f"{eaten} of at least {numbers.whole(target)} kcal"


def to_go(day: DayIntake) -> str:
    """495 kcal to go; or that the floor is reached; empty without a target."""
    target = day.targets.energy.kcal
    if target is None:
        return ""
    left = target - (day.day.total.kcal or 0)
    return "floor reached" if left <= 0 else f"{numbers.whole(left)} kcal to go"


def protein_range(targets: Targets) -> str:
    """45 to 85 g; not known without a weight."""
    protein = targets.protein
    if protein is None:
        return numbers.UNKNOWN
    return f"{numbers.whole(protein.low_g)} to {numbers.whole(protein.high_g)} g"


def energy_source(targets: Targets) -> str:
    """Whose number the energy target is: set by J. Okafor, 2 March."""
    source = targets.energy.source
    if source is None:
        return "no target yet"
    decided = targets.decided
    who, when = (decided.decided_by, numbers.day(decided.at)) if decided else ("", "")
    return SOURCES[source].format(who=who, when=when)


def spared(day: DayIntake) -> str:
    """Advice about protein, empty where there is nothing to say that the energy still to go does not say."""
    if day.spared.advice == "add_carb_or_fat" and day.spared.fuelled:
        return ""
    return {
        "add_carb_or_fat": "Add carbohydrate or fat: it spares protein.",
        "add_protein": "A little more protein would help.",
        "above_range": "Protein is above the range asked for; add carbohydrate or fat beside it.",
    }.get(day.spared.advice or "", "")
