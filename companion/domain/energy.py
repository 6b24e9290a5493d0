"""How much energy, protein and fluid a day. Estimates side by side, and the target in force."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Literal

from companion.domain.frozen import frozen
from companion.domain.records import Record
from companion.domain.weight import bmi

if TYPE_CHECKING:
    from companion.domain.limits import EnergyLimits, FluidLimits, ProteinLimits

Note = Literal[
    "needs_sex", "needs_weight", "needs_height", "needs_age", "age_not_covered",
    "needs_alsfrs6", "needs_alsfrs_r", "not_with_invasive", "raised_to_resting",
]  # fmt: skip
Source = Literal["dietitian", "kasarskis_2014", "per_kg_30"]
BASE = "harris_benedict_1919"  # what Kasarskis and Shimizu are read to build on
RESTING = (BASE, "roza_shizgal_1984", "mifflin_1990", "henry_2005")


class Equation(Record):
    """A resting equation for one sex, for ages from the first up to below the second.

    kcal a day = weight × kg + height × cm + age × years + constant. Centimetres: a page that gives metres
    for these coefficients is wrong.
    """

    sex: Literal["m", "f"]
    ages: tuple[int, int]
    weight: float
    height: float = 0
    age: float = 0
    constant: float


Equations = Sequence[Equation]


@frozen
class Body:
    """What the estimates need to know; None is unknown. ALSFRS-6 is 0 to 24, ALSFRS-R 0 to 48.

    `kg` is the weight that they stand on, `newest_kg` the newest one where that is another.
    """

    sex: Literal["m", "f"] | None = None
    kg: float | None = None
    height_cm: float | None = None
    age: int | None = None
    alsfrs6: int | None = None
    alsfrs_r: int | None = None
    ventilation: Literal["none", "niv", "invasive"] = "none"
    newest_kg: float | None = None


@frozen
class Estimate:
    """One estimate in kcal a day, unrounded, with its range where it has one; or why there is none."""

    id: str
    kcal: float | None = None
    low: float | None = None
    high: float | None = None
    note: Note | None = None


@frozen
class EnergyTarget:
    """The target in kcal a day and whose it is. A floor: never lowered by the program.

    `kg` is the weight behind a number by weight, `by_reference` whether that is the reference one.
    `unfitted` says why the formula of the six answers was not used, where the weight was instead; `missing`
    is all that it lacks.
    """

    kcal: float | None
    source: Source | None
    low: float | None = None
    high: float | None = None
    note: Note | None = None
    kg: float | None = None
    by_reference: bool = False
    unfitted: Note | None = None
    missing: tuple[Note, ...] = ()


@frozen
class ProteinTarget:
    """Grams a day: the range and the aim in it."""

    low_g: float
    aim_g: float
    high_g: float
    source: Literal["dietitian", "per_kg"]


@frozen
class FluidTarget:
    """Millilitres a day."""

    ml: float
    source: Literal["dietitian", "per_kg"]


def resting(name: str, body: Body, equations: Equations) -> Estimate:
    """Estimate the resting need by the equation of this name."""
    rows = [row for row in equations if row.id == name and row.sex == body.sex]
    if body.sex is None:
        return Estimate(name, note="needs_sex")
    if body.kg is None:
        return Estimate(name, note="needs_weight")
    if body.height_cm is None and any(row.height for row in rows):
        return Estimate(name, note="needs_height")
    if body.age is None:
        return Estimate(name, note="needs_age")
    row = next((row for row in rows if row.ages[0] <= body.age < row.ages[1]), None)
    if row is None:
        return Estimate(name, note="age_not_covered")
    by_height = row.height * (body.height_cm or 0)
    return Estimate(name, row.weight * body.kg + by_height + row.age * body.age + row.constant)


def _base(name: str, body: Body, equations: Equations) -> Estimate:
    """The resting need that an estimate of the whole need builds on, or why that one cannot be made."""
    if body.ventilation == "invasive":
        return Estimate(name, note="not_with_invasive")
    return replace(resting(BASE, body, equations), id=name)


def kasarskis(body: Body, equations: Equations, limits: "EnergyLimits") -> Estimate:
    """Estimate the whole need from Harris-Benedict 1919 and the six answers; never below the resting need."""
    name = "kasarskis_2014"
    rest = _base(name, body, equations)
    if rest.kcal is None:
        return rest
    if body.alsfrs6 is None or not 0 <= body.alsfrs6 <= limits.alsfrs6_max:
        return Estimate(name, note="needs_alsfrs6")
    raw = rest.kcal + limits.kasarskis_slope * body.alsfrs6 + limits.kasarskis_intercept
    kcal = max(rest.kcal, raw)
    low = max(rest.kcal, kcal - limits.kasarskis_range)
    note: Note | None = "raised_to_resting" if raw < rest.kcal else None
    return Estimate(name, kcal, low, kcal + limits.kasarskis_range, note)


def lacking(body: Body, limits: "EnergyLimits") -> tuple[Note, ...]:
    """All that Kasarskis needs and that is not known; nothing where it is not made at all."""
    if body.ventilation == "invasive":
        return ()
    answered = body.alsfrs6 is not None and 0 <= body.alsfrs6 <= limits.alsfrs6_max
    known: dict[Note, bool] = {
        "needs_sex": body.sex is not None,
        "needs_weight": body.kg is not None,
        "needs_height": body.height_cm is not None,
        "needs_age": body.age is not None,
        "needs_alsfrs6": answered,
    }
    return tuple(note for note, there in known.items() if not there)


def shimizu(body: Body, equations: Equations, limits: "EnergyLimits") -> Estimate:
    """Estimate the whole need from Harris-Benedict 1919 and the ALSFRS-R."""
    name = "shimizu_2017"
    rest = _base(name, body, equations)
    if rest.kcal is None:
        return rest
    if body.alsfrs_r is None or not 0 <= body.alsfrs_r <= limits.alsfrs_r_max:
        return Estimate(name, note="needs_alsfrs_r")
    score = limits.shimizu_slope * body.alsfrs_r
    return Estimate(name, limits.shimizu_factor * rest.kcal + score + limits.shimizu_intercept)


def per_kg(body: Body, limits: "EnergyLimits") -> Estimate:
    """Estimate the whole need by weight alone, with its range, a narrower one with a mask ventilator."""
    name = "per_kg_30"
    if body.ventilation == "invasive":
        return Estimate(name, note="not_with_invasive")
    if body.kg is None:
        return Estimate(name, note="needs_weight")
    low, high = limits.per_kg_range_low, limits.per_kg_range_high
    if body.ventilation == "niv":
        low, high = limits.per_kg_low, limits.per_kg_high
    return Estimate(name, limits.per_kg * body.kg, low * body.kg, high * body.kg)


def estimates(body: Body, equations: Equations, limits: "EnergyLimits") -> list[Estimate]:
    """Put all seven estimates side by side."""
    return [
        *(resting(name, body, equations) for name in RESTING),
        kasarskis(body, equations, limits),
        shimizu(body, equations, limits),
        per_kg(body, limits),
    ]


def energy_target(
    decided_kcal: float | None,
    body: Body,
    reference_kg: float | None,
    equations: Equations,
    limits: "EnergyLimits",
) -> EnergyTarget:
    """Take the dietitian's number, else Kasarskis, else the weight.

    Below the BMI up to which nobody should lose, a loss since the reference weight was not a wanted one: then
    the number stands on the reference weight, and does not fall with the person.
    """
    if decided_kcal is not None:
        return EnergyTarget(decided_kcal, "dietitian")
    fitted = kasarskis(body, equations, limits)
    if fitted.kcal is not None and fitted.low is not None:
        floor = fitted.kcal if fitted.note else fitted.low
        return _rounded(fitted, "kasarskis_2014", limits.round_to, floor)
    kg = body.kg
    newest = body.newest_kg or kg
    to_gain = newest and body.height_cm and bmi(newest, body.height_cm) < limits.under_bmi
    if to_gain and reference_kg is not None:
        kg = max(reference_kg, kg or 0)
    by_weight = per_kg(Body(kg=kg, ventilation=body.ventilation), limits)
    if by_weight.kcal is None:
        return EnergyTarget(None, None, note=by_weight.note, missing=lacking(body, limits))
    rounded = _rounded(by_weight, "per_kg_30", limits.round_to)
    return replace(
        rounded, kg=kg, by_reference=kg != body.kg, unfitted=fitted.note, missing=lacking(body, limits)
    )


def _rounded(estimate: Estimate, source: Source, step: float, floor: float = 0) -> EnergyTarget:
    """Round to whole steps, up where the nearest would be under the floor."""

    def near(kcal: float | None) -> float | None:
        if kcal is None:
            return None
        nearest = round(kcal / step) * step
        return nearest if nearest >= floor else ceil(kcal / step) * step

    return EnergyTarget(near(estimate.kcal), source, near(estimate.low), near(estimate.high), estimate.note)


def protein_target(
    decided_g: float | None, kg: float | None, limits: "ProteinLimits"
) -> ProteinTarget | None:
    """Give the range and aim by weight; a dietitian's number is the aim, and widens the range if need be."""
    if kg is None:
        return None if decided_g is None else ProteinTarget(decided_g, decided_g, decided_g, "dietitian")
    low, aim, high = (g * kg for g in (limits.low_g_per_kg, limits.aim_g_per_kg, limits.high_g_per_kg))
    if decided_g is None:
        return ProteinTarget(low, aim, high, "per_kg")
    return ProteinTarget(min(low, decided_g), decided_g, max(high, decided_g), "dietitian")


def fluid_target(
    decided_ml: float | None, kg: float | None, age: int | None, limits: "FluidLimits"
) -> FluidTarget | None:
    """Give millilitres by weight and age, of unknown age the lower, to the nearest step; or as decided."""
    if decided_ml is not None:
        return FluidTarget(decided_ml, "dietitian")
    if kg is None:
        return None
    young = age is not None and age < limits.old_from_years
    ml = kg * (limits.young_ml_per_kg if young else limits.old_ml_per_kg)
    return FluidTarget(round(ml / limits.round_to) * limits.round_to, "per_kg")
