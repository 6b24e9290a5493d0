"""Body weight and its course, in sentences."""

from companion.domain.entries import Weighed
from companion.domain.weight import Unit, WeightReason, WeightState
from companion.services.weight import WeightLogged
from companion.wording import numbers


def logged(result: WeightLogged, unit: Unit) -> str:
    """Saved: 56.8 kg. Then the change since the reference and what it means."""
    return f"Saved: {described(result.entry, unit)}. {course(result.state)}".strip()


def described(entry: Weighed, unit: Unit = "kg") -> str:
    """56.8 kg; the tare is said."""
    tare = f", {numbers.kilograms(entry.tare_kg, unit)} taken off" if entry.tare_kg else ""
    return f"{numbers.kilograms(entry.kg, unit)}{tare}"


def course(state: WeightState) -> str:
    """The change since the reference and the gravest reason, each number once; may be empty."""
    gravest = _gravest(state)
    parts = (reason(state),) if gravest and gravest.code == "percent" else (change(state), reason(state))
    return " ".join(part for part in parts if part)


def change(state: WeightState) -> str:
    """5.5 % less than the reference; empty without one."""
    percent = state.change_percent
    if percent is None:
        return ""
    if abs(percent) < 0.05:
        return "The same as the reference weight."
    return f"{abs(percent):.1f} % {'less' if percent < 0 else 'more'} than the reference weight."


def reason(state: WeightState) -> str:
    """The gravest reason in numbers, the limit, and whom to tell; empty without one."""
    gravest = _gravest(state)
    return REASONS[gravest.code](gravest) if gravest else ""


def _gravest(state: WeightState) -> WeightReason | None:
    return next((r for r in state.reasons if r.level == state.level), None)


def _todo(r: WeightReason) -> str:
    return "phone your dietitian this week" if r.level == "red" else "it is worth telling your dietitian"


def _since(r: WeightReason) -> str:
    return f" since {numbers.day(r.since)}" if r.since else ""


def _percent(r: WeightReason) -> str:
    return f"{r.value:.1f} % less than the reference weight. From {numbers.short(r.limit)} % on, {_todo(r)}."


def _bmi(r: WeightReason) -> str:
    return f"The body mass index is {r.value:.1f}. Under {numbers.short(r.limit)}, {_todo(r)}."


def _fall(r: WeightReason) -> str:
    return f"The body mass index falls by {r.value:.1f} a month{_since(r)}. Please tell your dietitian."


def _month(r: WeightReason) -> str:
    from_on = f"From {numbers.short(r.limit)} % in a month"
    todo = "add a little at each meal" if r.level == "note" else _todo(r)
    return f"{r.value:.1f} % less{_since(r)}. {from_on}, {todo}."


def _gain(r: WeightReason) -> str:
    return f"{r.value:.1f} kg more{_since(r)}. That could be fluid; tell your team."


REASONS = {"percent": _percent, "bmi": _bmi, "bmi_fall": _fall, "month": _month, "gain": _gain}
