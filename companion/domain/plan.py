"""The plan in force: the newest decision for each setting, what a value may be, and what loosens."""

from collections.abc import Callable, Iterable, Mapping
from math import isfinite
from typing import TYPE_CHECKING

from companion.domain.frozen import frozen
from companion.domain.limits import GROUPS
from companion.domain.text import clean, decimal
from companion.domain.textures import drink_level, food_level, softness, thickness
from companion.errors import Refused, Unknown

if TYPE_CHECKING:
    from companion.domain.entries import Clearance, Decision, Scalar

ADVICE = ("chin-tuck", "straw", "thickener", "double-swallow")  # for or against, by a swallowing therapist
STAGES = range(1, 9)  # the stages in our own words, texts "stage.1" to "stage.8"


@frozen
class PlanInForce:
    """The decision in force for each setting; None where nobody decided."""

    food_level: "Decision | None" = None
    drink_level: "Decision | None" = None
    thicker_ok: "Decision | None" = None
    energy: "Decision | None" = None
    protein: "Decision | None" = None
    fluid: "Decision | None" = None
    programme: "Decision | None" = None
    stage: "Decision | None" = None
    limits: "Decision | None" = None
    chin_tuck: "Decision | None" = None
    straw: "Decision | None" = None
    thickener: "Decision | None" = None
    double_swallow: "Decision | None" = None

    def decision(self, key: str) -> "Decision | None":
        """Find the decision for a key such as "food-level"."""
        if key not in CHECKS:
            raise Unknown("unknown_key", value=key, known=list(CHECKS))
        found: Decision | None = getattr(self, key.replace("-", "_"))
        return found

    def value(self, key: str) -> "Scalar":
        """Find the value decided for a key; None where nobody decided."""
        decision = self.decision(key)
        return None if decision is None else decision.value


def plan_in_force(decisions: Iterable["Decision"]) -> PlanInForce:
    """Keep the latest decision per key, by when it applies and then by id; a value of None takes it back."""
    latest = {d.key: d for d in sorted(decisions, key=lambda d: (d.at, d.id)) if d.key in CHECKS}
    held = {key.replace("-", "_"): d for key, d in latest.items() if d.value is not None}
    return PlanInForce(**held)


def clearances(entries: Iterable["Clearance"]) -> dict[str, "Clearance"]:
    """Keep what is cleared now, by exercise or kind of exercise, with who allowed it."""
    latest = {entry.what: entry for entry in sorted(entries, key=lambda entry: (entry.at, entry.id))}
    return {what: entry for what, entry in latest.items() if entry.given}


def check_value(key: str, raw: "Scalar") -> "Scalar":
    """Turn what was typed into the value kept; raises Unknown for a key, Refused for a value."""
    if key not in CHECKS:
        raise Unknown("unknown_key", value=key, known=list(CHECKS))
    return CHECKS[key](key, raw)


def loosens(key: str, old: "Scalar", new: "Scalar") -> bool:
    """Tell whether a change lets through more than before: firmer food, thinner or also thicker drinks."""
    if key == "thicker-ok":
        return bool(new) and not old
    if key not in ("food-level", "drink-level") or old is None:
        return False
    if new is None:
        return True
    if key == "food-level":
        food = food_level(old)
        return food is not None and softness(food, str(new)) < 0
    drink = drink_level(old)
    return drink is not None and thickness(drink, str(new)) < 0


def limits_asked(value: "Scalar") -> dict[str, float | None]:
    """Read "session.before_rating=6, session.rise_end=" by id; None goes back to the content's number."""
    asked: dict[str, float | None] = {}
    for item in str(value).split(","):
        name, equals, number = (piece.strip() for piece in item.partition("="))
        group, _, field = name.partition(".")
        if not equals or group not in GROUPS or field not in GROUPS[group].model_fields:
            raise Refused("bad_limit", value=item.strip())
        if GROUPS[group].several(field):
            raise Refused("limit_of_several", limit=name)
        if name in asked:
            raise Refused("limit_twice", limit=name)
        asked[name] = _number("limits", number) if number else None
    return asked


def limit_changes(kept: "Scalar") -> dict[str, float]:
    """The numbers of a decision about limits as it was kept, by id; {} for one that takes all back."""
    pairs = (item.partition("=") for item in str(kept or "").split(",") if item.strip())
    return {name.strip(): float(number) for name, _, number in pairs}


def limits_kept(numbers: Mapping[str, float | None]) -> str | None:
    """Limits as a decision keeps them; None where no number is left."""
    kept = (f"{name}={number:g}" for name, number in sorted(numbers.items()) if number is not None)
    return ", ".join(kept) or None


def _number(key: str, raw: "Scalar") -> float:
    try:
        number = decimal(raw)
    except ValueError:
        raise Refused("not_a_number", what=key, value=raw) from None
    if not isfinite(number):
        raise Refused("not_a_number", what=key, value=raw)
    return number


def _food_level(key: str, raw: "Scalar") -> "Scalar":  # noqa: ARG001
    return food_level(raw)


def _drink_level(key: str, raw: "Scalar") -> "Scalar":  # noqa: ARG001
    return drink_level(raw)


def _yes(key: str, raw: "Scalar") -> "Scalar":
    answer = str(raw).strip().lower()
    if answer not in ("yes", "true", "no", "false"):
        raise Refused("not_yes_or_no", what=key, value=raw)
    return answer in ("yes", "true")


def _stage(key: str, raw: "Scalar") -> "Scalar":
    number = _number(key, raw)
    if number not in STAGES:
        raise Refused("out_of_range", what=key, value=raw, low=STAGES.start, high=STAGES.stop - 1)
    return int(number)


def _name(key: str, raw: "Scalar") -> "Scalar":
    name = clean(str(raw))
    if not name:
        raise Refused("empty_text", what=key)
    return name


def _limits(key: str, raw: "Scalar") -> "Scalar":  # noqa: ARG001
    return limits_kept(limits_asked(raw))


CHECKS: dict[str, Callable[[str, "Scalar"], "Scalar"]] = {
    "food-level": _food_level,
    "drink-level": _drink_level,
    "thicker-ok": _yes,
    "energy": _number,
    "protein": _number,
    "fluid": _number,
    "programme": _name,
    "stage": _stage,
    "limits": _limits,
    **dict.fromkeys(ADVICE, _yes),
}
KEYS = tuple(CHECKS)
