"""Targets for energy, protein and fluid: whose number is in force; the estimates behind it."""

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from companion.domain.energy import (
    Body,
    EnergyTarget,
    Estimate,
    FluidTarget,
    ProteinTarget,
    energy_target,
    estimates,
    fluid_target,
    protein_target,
)
from companion.domain.frozen import frozen
from companion.domain.limits import EnergyLimits, FluidLimits, ProteinLimits

if TYPE_CHECKING:
    from companion.domain.entries import Decision
    from companion.services.companion import Companion
TARGETS = ("energy", "protein", "fluid")


@frozen
class Targets:
    """What to reach in a day; `decided` is the decision behind the energy target, where there is one.

    `by_age`: the age is known, so that an estimate of fluid goes by it. `mask`: with a mask ventilator.
    `decisions` are those behind each target, by its key.
    """

    energy: EnergyTarget
    protein: ProteinTarget | None
    fluid: FluidTarget | None
    decided: "Decision | None"
    by_age: bool = False
    mask: bool = False
    decisions: Mapping[str, "Decision"] = field(default_factory=dict)


class Energy:
    """Works out targets; stores nothing."""

    def __init__(self, companion: "Companion") -> None:
        self._companion = companion

    def targets(self) -> Targets:
        """The dietitian's numbers where decided, else estimates from what is known, else not known."""
        plan, body = self._companion.plan.in_force(), self._body()
        limits, decided = self._companion.limits, _number(plan.energy)
        equations = self._companion.content.equations if decided is None else ()  # which a decision needs not
        return Targets(
            energy=energy_target(
                decided,
                body,
                self._companion.people.person().reference_weight_kg,
                equations,
                limits(EnergyLimits, "energy"),
            ),
            protein=protein_target(_number(plan.protein), body.kg, limits(ProteinLimits, "protein")),
            fluid=fluid_target(_number(plan.fluid), body.kg, body.age, limits(FluidLimits, "fluid")),
            decided=plan.energy,
            by_age=body.age is not None,
            mask=body.ventilation == "niv",
            decisions={key: kept for key in TARGETS if (kept := plan.decision(key))},
        )

    def estimates(self, body: Body) -> list[Estimate]:
        """Every published estimate for a body, side by side; raises Refused for impossible figures."""
        figures = {"weight_kg": body.kg, "height_cm": body.height_cm, "age": body.age}
        scores = {"alsfrs6": body.alsfrs6, "alsfrs_r": body.alsfrs_r}
        for what, value in (figures | scores).items():
            if value is not None:
                self._companion.within(what, value)
        content = self._companion.content
        return estimates(body, content.equations, self._companion.limits(EnergyLimits, "energy"))

    def _body(self) -> Body:
        people, weight = self._companion.people, self._companion.weight
        person, newest = people.person(), weight.latest()
        return Body(
            sex=person.sex,
            kg=weight.heaviest(),
            newest_kg=newest.kg if newest else None,
            height_cm=person.height_cm,
            age=people.age(),
            alsfrs6=person.alsfrs6,
            ventilation=person.ventilation,
        )


def _number(decision: "Decision | None") -> float | None:
    value = decision.value if decision else None
    return float(value) if isinstance(value, int | float) else None
