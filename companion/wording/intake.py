"""What was eaten and drunk, the day's sums, and targets, in sentences."""

from datetime import date
from typing import TYPE_CHECKING

from companion.domain.entries import Drunk, FoodEaten, MealEaten, Taken, TubeFed
from companion.domain.intake import left
from companion.wording import numbers

if TYPE_CHECKING:
    from companion.services.energy import Targets
    from companion.services.intake import DayIntake, Logged
    from companion.services.intake_again import Past

NOT_ALL_FITS = "not all of it is known to fit the plan now"
NOTHING, NOTHING_COPIED = "Nothing", "Nothing was copied."
SOURCES = {
    "dietitian": "set by {who}, {when}",
    "kasarskis_2014": "estimated from the six answers",
    "per_kg_30": "estimated from the weight",
}


def logged(result: "Logged") -> str:
    """Saved: half of Turkey bolognese, 255 kcal. 1,405 of at least 1,900 kcal today.

    In place of somebody else's: half of Turkey bolognese, 255 kcal, in place of Maria's.
    """
    if len(result.entries) == 1:
        what = described(result.entry)
    else:
        known = [entry.nutrients.kcal for entry in result.entries if entry.nutrients.kcal is not None]
        what = f"{len(result.entries)} entries, {numbers.kcal(sum(known) if known else None)}"
    if result.replaced:
        names = dict.fromkeys(f"{one.by}'s" for one in result.replaced)
        what = f"{what}, in place of {numbers.listed([*names])}"
    if result.on != result.today.day.date:
        return f"Saved: {what}, for {numbers.day_near(result.on, result.today.day.date)}."
    if result.today.day.taken.kcal is None:
        return f"Saved: {what}."  # that nothing is known of today's energy is said by it
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
    if isinstance(entry, Drunk | TubeFed):
        return f"{numbers.short2(entry.ml)} mL of {entry.name}{energy}"
    return f"{entry.name}{energy}"


def again(entry: Taken) -> str:
    """How the same again is offered: Half of Turkey bolognese, 255 kcal."""
    return numbers.capital(described(entry))


def none_then(slot: str, on: date, today: date) -> str:
    """No lunch was written down yesterday."""
    return f"no {slot} was written down {numbers.day_seen_from(on, today)}"


def entries(number: int) -> str:
    """1 entry, 5 entries."""
    return "1 entry" if number == 1 else f"{number} entries"


def past(one: "Past", today: date) -> tuple[str, str]:
    """A past meal or day that can be copied: Yesterday's supper; and what it held."""
    seen = numbers.day_seen_from(one.on, today)
    energy = f"{numbers.kcal(one.kcal)}{'' if one.fits else f'; {NOT_ALL_FITS}'}"
    if one.slot is None:
        return f"All of {seen.removeprefix('on ')}", f"{entries(len(one.entries))}, {energy}"
    what = numbers.listed([entry.name for entry in one.entries])
    day = "Yesterday's" if seen == "yesterday" else f"{numbers.capital(seen.removeprefix('on '))},"
    return f"{day} {one.slot}", f"{what}, {energy}"


def energy_line(day: "DayIntake") -> str:
    """1,405 of at least 1,900 kcal; without a target, the sum alone; not known, of at least 1,900 kcal."""
    kcal, target = day.day.taken.kcal, day.targets.energy.kcal
    eaten = numbers.whole(kcal)
    if kcal is None:
        return eaten if target is None else f"{eaten}, of at least {numbers.whole(target)} kcal"
    return f"{eaten} kcal" if target is None else f"{eaten} of at least {numbers.whole(target)} kcal"


def to_go(day: "DayIntake") -> str:
    """495 kcal to go; or that the floor is reached; empty where the target or the sum is not known."""
    target, kcal = day.targets.energy.kcal, day.day.taken.kcal
    if target is None or kcal is None:
        return ""
    remaining = left(target, kcal)
    return "floor reached" if remaining <= 0 else f"{numbers.whole(remaining)} kcal to go"


def protein(day: "DayIntake") -> str:
    """58 g; 30 g, 8 not known; not known where nothing of it is."""
    return ", ".join(part for part in (numbers.grams(day.day.taken.protein_g), protein_unknown(day)) if part)


def protein_unknown(day: "DayIntake") -> str:
    """8 not known, beside the sum that leaves them out; empty where there is none, or no sum."""
    unknown = day.day.unknown_protein
    return f"{unknown} {numbers.UNKNOWN}" if unknown and day.day.taken.protein_g is not None else ""


def fluid_unknown(day: "DayIntake") -> str:
    """2 not known: drinks and feeds whose fluid the sum leaves out; empty where there is none, or no sum."""
    unknown = day.day.unknown_fluid
    return f"{unknown} {numbers.UNKNOWN}" if unknown and day.day.taken.fluid_ml is not None else ""


def protein_range(targets: "Targets") -> str:
    """45 to 85 g; not known without a weight."""
    protein = targets.protein
    if protein is None:
        return numbers.UNKNOWN
    return f"{numbers.whole(protein.low_g)} to {numbers.whole(protein.high_g)} g"


def energy_source(targets: "Targets") -> str:
    """Whose number the energy target is: set by J. Okafor, 2 March."""
    source = targets.energy.source
    if source is None:
        return "no target yet"
    decided = targets.decided
    who, when = (decided.decided_by, numbers.day(decided.at)) if decided else ("", "")
    return SOURCES[source].format(who=who, when=when)


def spared(day: "DayIntake") -> str:
    """Advice about protein, empty where there is nothing to say that the energy still to go does not say."""
    if day.spared.advice == "add_carb_or_fat" and day.spared.fuelled:
        return ""
    return {
        "add_carb_or_fat": "Add carbohydrate or fat: it spares protein.",
        "add_protein": "A little more protein would help.",
        "above_range": "Protein is above the range asked for; add carbohydrate or fat beside it.",
    }.get(day.spared.advice or "", "")
