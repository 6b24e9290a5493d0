"""Targets and energy estimates, in sentences."""

from companion.domain.energy import Estimate
from companion.services.energy import Targets
from companion.wording import intake, numbers

NAMES = {
    "harris_benedict_1919": "Harris-Benedict 1919, at rest",
    "roza_shizgal_1984": "Roza-Shizgal 1984, at rest",
    "mifflin_1990": "Mifflin-St Jeor 1990, at rest",
    "henry_2005": "Henry 2005, at rest",
    "kasarskis_2014": "Kasarskis 2014, whole day in ALS",
    "shimizu_2017": "Shimizu 2017, whole day in ALS",
    "per_kg_30": "By weight, whole day",
}
NOTES = {
    "needs_sex": "needs the sex", "needs_weight": "needs the weight", "needs_height": "needs the height",
    "needs_age": "needs the age", "age_not_covered": "not made for this age",
    "needs_alsfrs6": "needs the six answers", "needs_alsfrs_r": "needs the ALSFRS-R sum",
    "not_with_invasive": "not with invasive ventilation: the dietitian sets the number",
    "raised_to_resting": "raised to the resting need",
}  # fmt: skip


def estimate(found: Estimate) -> str:
    """Kasarskis 2014, whole day in ALS: 2,451 kcal, 1,951 to 2,951."""
    if found.kcal is None:
        return f"{NAMES[found.id]}: {NOTES[found.note] if found.note else numbers.UNKNOWN}"
    between = f", {numbers.whole(found.low)} to {numbers.whole(found.high)}" if found.low is not None else ""
    note = f" ({NOTES[found.note]})" if found.note else ""
    return f"{NAMES[found.id]}: {numbers.whole(found.kcal)} kcal{between}{note}"


def targets(found: Targets) -> list[str]:
    """Energy, protein and fluid a day, a line each, with whose numbers they are."""
    energy = found.energy
    if energy.kcal is None:
        first = f"Energy: not known yet{', ' + NOTES[energy.note] if energy.note else ''}."
    else:
        first = f"Energy: at least {numbers.whole(energy.kcal)} kcal a day, {intake.energy_source(found)}."
    fluid = f"{numbers.whole(found.fluid.ml)} mL a day" if found.fluid else numbers.UNKNOWN
    protein = f"{intake.protein_range(found)} a day" if found.protein else numbers.UNKNOWN
    return [first, f"Protein: {protein}.", f"Fluid: {fluid}."]
