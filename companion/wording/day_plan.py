"""The meals planned for a day: the proposal, what stands of it, and what no longer fits."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from companion.wording import meals_next, numbers

if TYPE_CHECKING:
    from companion.domain.entries import Planned
    from companion.services.day_plan import Accepted, PlannedDish, PlannedItem, Proposal

ACCEPT, NOT_NOW, NOTHING = "Plan all of it", "Not now", "Nothing was planned."
REACHED_ALREADY = "What is eaten and planned reaches the target already."
NO_ROOM = "No part of this day is left to plan for."
NOT_EATEN = "This is planned, not eaten yet. Enter says how much was eaten, X takes it out."


def title(proposal: "Proposal", today: date) -> str:
    """Today: 1,930 of at least 1,900 kcal."""
    return f"{numbers.capital(day(proposal.on, today))}: {reach(proposal)}"


def day(on: date, today: date) -> str:
    """today; tomorrow."""
    return "today" if on == today else "tomorrow"


def reach(proposal: "Proposal") -> str:
    """1,930 of at least 1,900 kcal."""
    target = numbers.whole(proposal.targets.energy.kcal)
    return f"{numbers.whole(proposal.chosen.total.kcal or 0)} of at least {target} kcal"


def item(one: "PlannedItem") -> tuple[str, str]:
    """Supper: Turkey bolognese; 510 kcal, 31 g protein."""
    label = f"{numbers.capital(one.slot)}: {one.candidate.offer.meal.label}"
    return label, meals_next.phrase(one.candidate, one.why)


def sums(proposal: "Proposal") -> str:
    """What it reaches with what is eaten, against each target; and what it does not reach, why."""
    return f"In all {reach(proposal)}. {beside(proposal)}".strip()


def beside(proposal: "Proposal") -> str:
    """The same without the energy: what is eaten of it, protein, fluid, and what is not reached."""
    total, targets = proposal.chosen.total, proposal.targets
    eaten = proposal.eaten_kcal
    parts = [f"Eaten so far: {numbers.kcal(eaten)}."] if eaten else []
    if targets.protein:
        low, high = numbers.whole(targets.protein.low_g), numbers.whole(targets.protein.high_g)
        parts.append(f"Protein {numbers.grams(total.protein_g)}, range {low} to {high} g.")
    if targets.fluid:
        drunk = numbers.whole(total.fluid_ml or 0)
        rest = ", the rest from drinks in between" if (total.fluid_ml or 0) < targets.fluid.ml else ""
        parts.append(f"Fluid {drunk} of {numbers.whole(targets.fluid.ml)} mL{rest}.")
    return " ".join(part for part in (*parts, _short(proposal), _twice(proposal)) if part)


def _short(proposal: "Proposal") -> str:
    if proposal.chosen.reached:
        return ""
    if not proposal.items:
        return NO_ROOM
    return "What is allowed and what is left of the day do not bring more; adding energy to a dish helps."


def _twice(proposal: "Proposal") -> str:
    """That the same comes twice, since nothing else reaches the target."""
    if not proposal.chosen.repeated:
        return ""
    names = {one.candidate.id: one.candidate.offer.meal.label for one in proposal.items}
    twice = numbers.listed([names[id] for id in proposal.chosen.repeated if id in names])
    return f"{twice}: more than once, since without it the day does not reach the target." if twice else ""


def lines(proposal: "Proposal", today: date) -> list[str]:
    """The whole plan, a line for each dish."""
    told = [f"{numbers.capital(day(proposal.on, today))}, planned before: {dish(d)}." for d in proposal.kept]
    told += [": ".join(item(one)).replace(": ", ", ", 1) + "." for one in proposal.items]
    if not proposal.items and proposal.chosen.reached:
        told.append(REACHED_ALREADY)
    return [*told, sums(proposal)]


def accepted(result: "Accepted", today: date) -> str:
    """Planned for tomorrow: 5 dishes, 1,930 kcal. Undo takes them back."""
    what = _count(result.entries)
    if len(result.entries) == 1:
        one = result.entries[0]
        what = f"{one.name}, {numbers.kcal(one.kcal)}, for {one.slot}"
        return f"Planned for {day(result.on, today)}: {what}. Undo takes it back."
    return f"Planned for {day(result.on, today)}: {what}. Undo takes them back."


def _count(entries: Sequence["Planned"]) -> str:
    known = [entry.kcal for entry in entries if entry.kcal is not None]
    return f"{len(entries)} dishes, {numbers.kcal(sum(known) if known else None)}"


def described(entry: "Planned") -> str:
    """planned for supper on 14 April: Turkey bolognese, 510 kcal."""
    return f"planned for {entry.slot} on {numbers.day(entry.on)}: {entry.name}, {numbers.kcal(entry.kcal)}"


def dish(one: "PlannedDish") -> str:
    """supper, [Turkey bolognese, 510 kcal]; then why it no longer fits, if so."""
    entry = one.entry
    what = f"{entry.slot}, [{entry.name}, {numbers.kcal(entry.kcal)}]"
    return ", ".join(part for part in (what, misfit(one)) if part)


def facts(one: "PlannedDish") -> str:
    """Supper, 510 kcal, protein 31 g, planned by Maria. Then why it no longer fits, if so."""
    entry = one.entry
    grams = "" if entry.protein_g is None else f"protein {numbers.grams(entry.protein_g)}"
    by = f"planned by {entry.by}" if entry.role not in ("owner", "patient") else ""
    parts = (entry.slot, numbers.kcal(entry.kcal), grams, by, misfit(one))
    return numbers.sentence(numbers.capital(", ".join(part for part in parts if part)))


def misfit(one: "PlannedDish") -> str:
    """No longer fits food level 4; empty where it does."""
    match one.misfit:
        case "food" | "drink" as kind:
            return f"no longer fits {kind} level {one.level}" if one.level else f"no {kind} level is decided"
        case "not_wanted":
            return "no longer fits what is not eaten"
        case "gone":
            return "its recipe is no longer known"
    return ""


def name(one: "PlannedDish") -> str:
    """In a list: planned: Turkey bolognese; no longer fits: Turkey bolognese."""
    return f"{'no longer fits' if one.misfit else 'planned'}: {one.entry.name}"


def beneath(one: "PlannedDish", *, named: bool = False) -> list[str]:
    """Below a list: what is planned and what one can do with it, or what no longer fits."""
    grams = one.entry.protein_g
    said = (
        f"{one.entry.name}." if named else "",
        f"Planned by {one.entry.by}." if one.entry.role not in ("owner", "patient") else "",
        numbers.sentence(misfit(one)) or "Planned, not eaten yet.",
        "X takes it out." if one.misfit else "Enter says how much was eaten.",
        "" if grams is None else f"Protein {numbers.grams(grams)}.",
    )
    return [part for part in said if part]


def total(planned: Sequence["PlannedDish"]) -> float | None:
    """The energy of what still fits, else of all; None where none is known."""
    fits = [dish for dish in planned if not dish.misfit] or planned
    known = [dish.entry.kcal for dish in fits if dish.entry.kcal is not None]
    return sum(known) if known else None


def waiting(planned: Sequence["PlannedDish"]) -> str:
    """[864] planned: the energy of what still fits; empty where nothing does."""
    known = [dish.entry.kcal or 0.0 for dish in planned if not dish.misfit]
    return f"{energy(sum(known))} planned" if known else ""


def energy(kcal: float | None) -> str:
    """[510]; in a column of energy, what is only planned stands in brackets."""
    return f"[{numbers.figure(kcal)}]"
