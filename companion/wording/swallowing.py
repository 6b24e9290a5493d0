"""Flow tests, advice about swallowing, and what the therapist was told, in sentences."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.wording import numbers, plan

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.entries import Decision, TeamTold
    from companion.domain.textures import FlowRead

THERAPIST = "the swallowing therapist"
ADVISED = "Advised to you"
CLOSE = "Close the tip now."
WHOLE = "4"  # how a syringe from which nothing ran out is read


def shown(found: "FlowRead", content: "Library") -> list[str]:
    """A flow test: what was left, the level it means, what that is against the plan, when to repeat it."""
    left = f"{numbers.short(found.left_ml)} mL left."
    if found.level is None:
        between = f"Levels {numbers.listed(found.between or ())} meet there."
        return [f"{left} {content.text('flow_test.line').text} {between}"]
    result = content.text(f"flow_test.result.{found.level}").text
    return [f"{left} {result}", against(found, content), content.text("flow_test.after").text]


def against(found: "FlowRead", content: "Library") -> str:
    """What the level is against the drink level in force; never a verdict on drinking it."""
    if found.prescribed is None or found.steps is None:
        return "No drink level has been decided yet, so there is none to hold it against."
    name = content.levels[found.prescribed].drink
    yours = f"your drink level is {found.prescribed}, {name[0].lower()}{name[1:]}"
    if found.level == WHOLE and found.prescribed in ("3", WHOLE):
        return f"{numbers.capital(yours)}: the fork and spoon tests show which of 3 and 4 this glass is."
    if found.steps == 0:
        return f"{numbers.capital(yours)}: this glass is at that level."
    if found.steps < 0:
        return (
            f"This glass is thinner than planned: {yours}. Make it thicker in the way you were shown,"
            " and test again before anybody drinks it."
        )
    return f"This glass is thicker than planned: {yours}. Add the thin part of the recipe, and test again."


def advice(entries: Sequence["Decision"], content: "Library") -> list[str]:
    """No straw. Advised by J. Okafor, 2 March 2026."""
    return [
        f"{content.text(f'advice.{entry.key}.{numbers.plain(entry.value)}').text}"
        f" Advised by {entry.decided_by}, {numbers.dated(entry.at)}."
        for entry in entries
    ]


def advice_short(entries: Sequence["Decision"]) -> str:
    """straw advised against (J. Okafor, 2 March 2026); thickener advised (J. Okafor, 2 March 2026)."""
    told = (
        f"{plan.NAMES[entry.key]} {plan.ADVISED[bool(entry.value)]}"
        f" ({entry.decided_by.partition(',')[0]}, {numbers.dated(entry.at)})"
        for entry in entries
    )
    return "; ".join(told)


def described(entry: "TeamTold") -> str:
    """the swallowing therapist was told of coughing or long meals."""
    return told_of(entry.whom)


def told_of(whom: str) -> str:
    """The same of whoever it was."""
    return f"{whom} was told of coughing or long meals"


def told(entry: "TeamTold", *, again: bool = False) -> str:
    """Saved, and that it is quiet now; Nothing new to tell since 2 November."""
    if again:
        return f"Nothing new to tell since {numbers.day(entry.at)}."
    return f"Saved: {described(entry)}. It is quiet here until there is more of it."
