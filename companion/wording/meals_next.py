"""What to eat next and why, and ways to bring more energy into a dish, in short phrases."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.wording import meals, numbers

if TYPE_CHECKING:
    from companion.domain.fortify import Hint
    from companion.domain.meals_next import Candidate, Need, Suggestion, Why

NOTHING = "Nothing at your levels fits this part of the day."
LEAVES = {"not_now": "Not now"}
EATEN, PLANNED = "Eaten", "Plan it"


def phrase(one: "Candidate", why: Sequence["Why"]) -> str:
    """420 kcal, much energy in few bites, ready in 8 minutes."""
    level = f"level {one.offer.level}, {meals.whose(one.offer)}" if one.offer.steps else ""
    return ", ".join(
        part for part in (numbers.kcal(one.per.kcal), *(_why(one, w) for w in why), level) if part
    )


def _why(one: "Candidate", why: "Why") -> str:
    match why:
        case "dense":
            return "much energy in few bites" if one.offer.meal.kind == "food" else "much energy in few sips"
        case "protein":
            return f"{numbers.grams(one.per.protein_g)} protein"
        case "fluid":
            return f"{numbers.millilitres(one.per.fluid_ml)} fluid"
        case "quick":
            return f"ready in {one.offer.meal.prep_minutes} minutes"
        case "lately":
            return "had lately"


def suggested(one: "Suggestion") -> str:
    """Turkey bolognese: 510 kcal, 31 g protein."""
    return f"{one.candidate.offer.meal.label}: {phrase(one.candidate, one.why)}"


def lines(found: Sequence["Suggestion"], need: "Need", slot: str) -> list[str]:
    """A line for the order, then one for each suggestion."""
    if not found:
        return [NOTHING]
    rows = [f"{one.candidate.id}  {suggested(one)}" for one in found]
    return [f"{numbers.capital(slot)}. {order(need)}", *rows]


def order(need: "Need") -> str:
    """Why they stand in this order: what the day still needs, and what is hard today."""
    if need.behind:
        first = "Most energy for each bite first, since much of the day's energy is still to come."
    elif need.tired:
        first = "Most energy for each bite first, since today is a tired day."
    elif need.kcal is not None and need.kcal <= 0:
        first = "The energy target is reached; protein and fluid come first."
    else:
        first = "Energy first, then protein, then fluid."
    left = f" {numbers.whole(need.kcal)} kcal to go." if need.kcal is not None and need.kcal > 0 else ""
    return f"{first}{left}"


def more_energy(hint: "Hint") -> str:
    """10 g olive oil: about 88 kcal more, stir in, then re-test."""
    name = f"{numbers.short2(hint.grams)} g {meals.brief(hint.food.name)}"
    named = f"{hint.name} ({numbers.short2(hint.grams)} g)" if hint.name else name
    more = "" if hint.kcal is None else f"about {numbers.whole(hint.kcal)} kcal more, "
    return f"{named}: {more}{hint.note}"
