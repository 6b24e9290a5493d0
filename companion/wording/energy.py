"""Targets and energy estimates, in sentences: whose number it is, the range, what one can do."""

from typing import TYPE_CHECKING

from companion.wording import intake, numbers

if TYPE_CHECKING:
    from companion.domain.energy import EnergyTarget, Estimate
    from companion.services.energy import Targets

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
CONFIRM = "To be confirmed by your team."
FLOOR = "It is a floor: more is welcome."
CAN, CAN_SET = "Your dietitian can set another number.", "Your dietitian can set the number."
MASK = "With a mask ventilator the need is often lower; the dietitian's number matters more."
KASARSKIS = "The formula is Kasarskis 2014: the resting need and the six answers."
NO_FORMULA = "The formula of the six answers is not used: it {why}."
KIDNEYS = "With kidney disease, ask first."
HEART = "A limit set for heart or kidneys comes first."


def estimate(found: "Estimate") -> str:
    """Kasarskis 2014, whole day in ALS: 2,451 kcal, 1,951 to 2,951 (to be confirmed by your team)."""
    if found.kcal is None:
        return f"{NAMES[found.id]}: {NOTES[found.note] if found.note else numbers.UNKNOWN}"
    between = f", {numbers.whole(found.low)} to {numbers.whole(found.high)}" if found.low is not None else ""
    said = note(found)
    return f"{NAMES[found.id]}: {numbers.whole(found.kcal)} kcal{between}{f' ({said})' if said else ''}"


def note(found: "Estimate") -> str:
    """What is worth knowing beside an estimate: why there is none, or whose word it waits for; or nothing."""
    said = [NOTES[found.note]] if found.note else []
    if found.id == "kasarskis_2014" and found.kcal is not None:
        said.append("to be confirmed by your team")
    return "; ".join(said)


def targets(found: "Targets") -> list[str]:
    """Energy, protein and fluid a day, each with whose number it is, its range, and what one can do."""
    return [f"{told} {about}".strip() for told, about in (_energy(found), _protein(found), _fluid(found))]


def about(key: str, found: "Targets") -> str:
    """Whose number a target is, its range, and what one can do; for beside the number itself."""
    if key == "energy":
        between = _range(found)
        return f"{f'The range is {between}. ' if between else ''}{_energy(found)[1]}"
    return _protein(found)[1] if key == "protein" else _fluid(found)[1]


def _energy(found: "Targets") -> tuple[str, str]:
    """At least 1,800 kcal a day and whose number it is; then where it comes from and what one can do."""
    energy, between = found.energy, _range(found)
    if energy.kcal is None:
        why = f", {NOTES[energy.note]}" if energy.note else ""
        return f"Energy: not known yet{why}.", "" if energy.note == "not_with_invasive" else CAN_SET
    told = f"Energy: at least {numbers.whole(energy.kcal)} kcal a day, {intake.energy_source(found)}"
    return f"{told}{f'; the range is {between}' if between else ''}.", _behind(found)


def _behind(found: "Targets") -> str:
    energy = found.energy
    if energy.source == "dietitian":
        return FLOOR
    if energy.source == "kasarskis_2014":
        raised = " It was raised to the resting need." if energy.note else ""
        return f"{KASARSKIS}{raised} {CONFIRM} {FLOOR} {CAN}"
    which = "the weight before ALS" if energy.by_reference else "the highest weight of these months"
    by = f"By the usual advice for each kilogram, of {numbers.kilograms(energy.kg or 0)}, {which}."
    waits = NO_FORMULA.format(why=_lacks(energy, energy.unfitted)) if energy.unfitted else ""
    return " ".join(part for part in (by, MASK if found.mask else "", waits, FLOOR, CAN) if part)


def _lacks(energy: "EnergyTarget", why: str) -> str:
    """needs the sex, the weight and the six answers; else why the formula is not made."""
    if not energy.missing:
        return NOTES[why]
    return f"needs {numbers.listed([NOTES[note].removeprefix('needs ') for note in energy.missing])}"


def _range(found: "Targets") -> str:
    """1,500 to 2,100; empty where the number has none."""
    low, high = found.energy.low, found.energy.high
    return f"{numbers.whole(low)} to {numbers.whole(high)}" if low is not None else ""


def _protein(found: "Targets") -> tuple[str, str]:
    """45 to 85 g a day with the aim and whose number it is; then what one can do."""
    protein = found.protein
    if protein is None:
        return f"Protein: {numbers.UNKNOWN}.", "An estimate needs the weight."
    whose = _set_by("protein", found) or "estimated from the weight"
    told = f"Protein: {intake.protein_range(found)} a day, aim {numbers.grams(protein.aim_g)}, {whose}."
    return told, "" if protein.source == "dietitian" else f"{CAN} {KIDNEYS}"


def _fluid(found: "Targets") -> tuple[str, str]:
    """1,800 mL a day and whose number it is; then what one can do."""
    fluid = found.fluid
    if fluid is None:
        return f"Fluid: {numbers.UNKNOWN}.", "An estimate needs the weight."
    estimated = f"estimated from {'the weight and the age' if found.by_age else 'the weight'}"
    told = f"Fluid: {numbers.whole(fluid.ml)} mL a day, {_set_by('fluid', found) or estimated}."
    return told, "" if fluid.source == "dietitian" else f"{CAN} {HEART}"


def _set_by(key: str, found: "Targets") -> str:
    """Set by J. Okafor, 2 March; empty where nobody decided."""
    decision = found.decisions.get(key)
    return f"set by {decision.decided_by}, {numbers.day(decision.at)}" if decision else ""


def after_answers(before: "Targets", after: "Targets") -> str:
    """What the six answers changed: both numbers, that the team confirms it; or why the formula waits."""
    was, now = before.energy, after.energy
    if now.source == "dietitian":
        return f"The energy target stays as decided: {numbers.whole(now.kcal)} kcal a day."
    if now.source == "kasarskis_2014":
        earlier = f", before it was {numbers.whole(was.kcal)}" if was.kcal not in (None, now.kcal) else ""
        return (
            f"The energy estimate is now at least {numbers.whole(now.kcal)} kcal a day, {_range(after)}"
            f"{earlier}. {CONFIRM}"
        )
    why = now.unfitted or now.note
    left = f" The estimate goes by the weight: {numbers.whole(now.kcal)} kcal a day." if now.kcal else ""
    return f"The energy formula is not used{f': it {_lacks(now, why)}' if why else ''}.{left}"
