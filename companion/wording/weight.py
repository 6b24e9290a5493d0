"""Body weight and its course, in sentences."""

from datetime import date
from typing import TYPE_CHECKING

from companion.domain.people import OWN
from companion.domain.weight import GRAVER, Mark, Slip, Unit, WeightReason, WeightState, to_kg
from companion.wording import numbers, plan

if TYPE_CHECKING:
    from companion.domain.entries import Weighed
    from companion.services.weight import WeightCourse, WeightLogged

LIST, DAYS = "Weight, one by one", 26 * 7  # of the list: half a year
NONE_YET = "No weight yet."
EMPTY = f"{NONE_YET} Enter writes one down."
COMING = "Its course will be here, and what a change means. Every week or two is enough."
NO_REFERENCE = "No weight from before the illness is known."
KEY_REFERENCE = "P on Today writes it down."
WORTH_TELLING = "it is worth telling your dietitian"
OLDER = "A later weight is known; what the course means is told of that one."
TITLES = {
    "percent": "weight below the reference", "bmi": "a low weight for the height",
    "bmi_fall": "falling month by month", "month": "less than a month ago", "gain": "a quick gain",
}  # fmt: skip


def logged(result: "WeightLogged", unit: Unit) -> str:
    """Saved: 56.8 kg. Then the change since the reference and what it means; of an older one the change."""
    state, saved = result.state, f"Saved: {described(result.entry, unit)}"
    if not result.newest:
        then = f"{saved}, for {numbers.dated(result.entry.at)}."
        return f"{then} {change(state) if state else ''} {OLDER}".replace("  ", " ")
    return f"{saved}. {course(state, unit) if state else ''}".strip()


def described(entry: "Weighed", unit: Unit = "kg") -> str:
    """56.8 kg; the tare is said."""
    tare = f", {numbers.kilograms(entry.tare_kg, unit)} taken off" if entry.tare_kg else ""
    return f"{numbers.kilograms(entry.kg, unit)}{tare}"


def course(state: WeightState, unit: Unit = "kg", *, advice: bool = True) -> str:
    """The change since the reference, the gravest reason, and a quick gain beside it; may be empty.

    Without `advice` it is what was found alone, in numbers, for those who would be told.
    """
    gravest = _gravest(state)
    parts = [] if gravest and gravest.code == "percent" else [change(state)]
    beside = [r for r in state.reasons if r.code == "gain" and r is not gravest]
    parts += [told(r, unit, advice=advice) for r in (gravest, *beside) if r]
    return " ".join(part for part in parts if part)


def change(state: WeightState) -> str:
    """5.5 % less than the reference; empty without one."""
    percent = state.change_percent
    if percent is None:
        return ""
    if abs(percent) < 0.05:
        return "The same as the reference weight."
    return f"{abs(percent):.1f} % {'less' if percent < 0 else 'more'} than the reference weight."


def reason(state: WeightState, unit: Unit = "kg") -> str:
    """The gravest reason in numbers, the limit, and whom to tell; empty without one."""
    gravest = _gravest(state)
    return told(gravest, unit) if gravest else ""


def told(r: WeightReason, unit: Unit = "kg", *, advice: bool = True) -> str:
    """One reason in numbers, with its limit and whom to tell; without `advice` the reason alone."""
    found, todo = _gain(r, unit) if r.code == "gain" else REASONS[r.code](r)
    return f"{found} {todo}" if advice else found


def title(state: WeightState) -> str:
    """The level in words: Notice: weight below the reference. Empty without one."""
    gravest = _gravest(state)
    return f"{'Warning' if state.level == 'red' else 'Notice'}: {TITLES[gravest.code]}" if gravest else ""


def amount(kg: float, unit: Unit) -> list[tuple[str, str]]:
    """The parts of a weight for big letters, each with its unit: 56.8 and kg; 8 and st, 13.2 and lb."""
    parts = numbers.kilograms(kg, unit).split()
    return list(zip(parts[::2], parts[1::2], strict=True))


def difference(kg: float, unit: Unit) -> str:
    """A few kilograms, up or down: 3.3 kg; under a stone in pounds."""
    return numbers.kilograms(abs(kg), "lb" if unit == "st" and abs(kg) < to_kg(1, "st") else unit)


def against(course: "WeightCourse", unit: Unit) -> str:
    """3.3 kg less than the reference weight, 60.1 kg; empty without one."""
    if course.state is None or course.reference_kg is None:
        return ""
    change_kg = course.state.kg - course.reference_kg
    if abs(change_kg) < 0.05:
        return "the same as the reference weight"
    than = f"than the reference weight, {numbers.kilograms(course.reference_kg, unit)}"
    return f"{difference(change_kg, unit)} {'less' if change_kg < 0 else 'more'} {than}"


def beside(course: "WeightCourse", unit: Unit, today: date) -> tuple[list[str], list[str]]:
    """Lines beside the newest weight, and shorter: when and by whom, the change, what was taken off."""
    newest = course.weighed[-1]
    when, change_ = numbers.day_seen_from(newest.at.date(), today), against(course, unit)
    who = "" if newest.role in OWN else f" by {newest.by}"
    tare = f"{numbers.kilograms(newest.tare_kg, unit)} taken off" if newest.tare_kg else ""
    return _shown(f"weighed {when}{who}", change_, tare), _shown(when, change_.partition(" than")[0])


def newest(course: "WeightCourse", unit: Unit, today: date) -> str:
    """56.8 kg today. 3.3 kg less than the reference weight. Or a notice in place of the change."""
    if course.state is None:
        return NONE_YET
    when = numbers.day_seen_from(course.weighed[-1].at.date(), today)
    change_ = title(course.state) or numbers.capital(against(course, unit).partition(",")[0])
    now = f"{numbers.kilograms(course.state.kg, unit)} {when}."
    return f"{now} {numbers.sentence(change_)}" if change_ else now


def _shown(*lines: str) -> list[str]:
    return [numbers.capital(line) for line in lines if line]


def axis(value: float, unit: Unit) -> str:
    """A round weight at the axis: 58, 126, 9 st 7 lb. In stones the value is in pounds."""
    if unit != "st":
        return numbers.short(value)
    return numbers.kilograms(to_kg(value, "lb"), "st").replace(".0 lb", " lb").removesuffix(" 0 lb")


def mark(named: Mark, unit: Unit, *, short: bool = False) -> str:
    """The name of a line: reference, 60.1 kg; 5 % less, 57.1 kg; on narrow screens without the weight."""
    name = f"{named.percent_below:g} % less" if named.percent_below else "reference"
    return name if short else f"{name}, {numbers.kilograms(named.kg, unit)}"


def summary(course: "WeightCourse", unit: Unit) -> str:
    """8 weights since 24 February: 59.3 kg then, 56.8 kg now. Of a single one, that it is the only one."""
    many = course.weighed
    if not many:
        return NONE_YET
    newest = many[-1]
    if len(many) == 1:
        return f"One weight so far: {numbers.kilograms(newest.kg, unit)} on {numbers.day(newest.at)}."
    then, now = (numbers.kilograms(entry.kg, unit) for entry in (many[0], newest))
    return f"{count(course)}: {then} then, {now} now."


def count(course: "WeightCourse") -> str:
    """8 weights since 24 February; empty for fewer than two."""
    many = course.weighed
    return f"{len(many)} weights since {numbers.day(many[0].at)}" if len(many) > 1 else ""


def starts_at(low: str, unit: Unit) -> str:
    """Where the axis starts, so that a fall does not look steeper than it is."""
    return f"The picture starts at {low}{'' if unit == 'st' else f' {unit}'}, not at 0."


def rows(course: "WeightCourse", unit: Unit) -> list[str]:
    """A line a weight, the newest first, with who wrote it down; then the reference and its marks."""
    told = [f"{e.at:%a} {numbers.day(e.at)}: {described(e, unit)}, {e.by}" for e in reversed(course.weighed)]
    named = [numbers.sentence(mark(each, unit)) for each in course.marks]
    return [*(told or [NONE_YET]), *named]


def explained(course: "WeightCourse", unit: Unit, can: str) -> list[tuple[str, str]]:
    """Why am I seeing this, in parts: the numbers, what is compared, the limits and whose, what to do."""
    state, limits, reference = course.state, course.limits, course.reference_kg
    reasons = sorted(state.reasons, key=lambda r: -GRAVER.index(r.level)) if state else []
    first = "" if state is None or any(r.code == "percent" for r in reasons) else change(state)
    now = " ".join(part for part in (first, *(told(r, unit) for r in reasons)) if part)
    compared = NO_REFERENCE
    if reference is not None:
        before = "The reference is the weight before the illness, else at diagnosis"
        compared = f"{before}: {numbers.kilograms(reference, unit)}."
    whose = plan.limits_set_by(course.limits_by, "dietitian")
    limit = (
        f"A note comes at {limits.note_percent:g} % in {limits.note_days} days. From "
        f"{limits.amber_percent:g} % below the reference, or under a body mass index of "
        f"{limits.amber_bmi:g}, it is worth telling your dietitian; from {limits.red_percent:g} %, or under "
        f"{limits.red_bmi:g}, it is worth a call this week. The index falling by {limits.amber_bmi_fall:g} a "
        f"month is worth telling as well; {difference(limits.gain_kg, unit)} more in {limits.gain_days} days "
        f"could be fluid. {whose}"
    )
    return [
        ("What it says now", NONE_YET if state is None else now or "No change that is worth a notice."),
        ("What is compared", compared),
        ("The limits", limit),
        ("What you can do", can),
    ]


def slip(doubt: Slip, unit: Unit = "kg") -> str:
    """What looks wrong about a weight, in one sentence, in the unit it was typed in."""
    typed = _typed(doubt.kg, unit)
    text = f"{typed} is unusual"
    if doubt.last_kg is not None:
        text = f"{typed} is far from the last weight, {numbers.kilograms(doubt.last_kg, unit)}"
    if doubt.likely_kg is not None:
        return f"{text}. Perhaps {numbers.kilograms(doubt.likely_kg, unit)} was meant."
    return f"{text}."


def is_it_right(doubt: Slip, unit: Unit) -> str:
    """The same, and then whether it is right; which one, where another weight was named."""
    it = "it" if doubt.likely_kg is None else _typed(doubt.kg, unit)
    return f"{slip(doubt, unit)} Is {it} right?"


def not_you(kg: float, unit: Unit) -> str:
    """The question what to take off, which names what the scales show: they come first."""
    return f"How much of the {_typed(kg, unit)} is not you?"


def _typed(kg: float, unit: Unit) -> str:
    """A weight as somebody typed it: 57 kg."""
    return f"{numbers.short2(kg)} kg" if unit == "kg" else numbers.kilograms(kg, unit)


def _gravest(state: WeightState) -> WeightReason | None:
    return next((r for r in state.reasons if r.level == state.level), None)


def _todo(r: WeightReason) -> str:
    return "it is worth a call to your dietitian this week" if r.level == "red" else WORTH_TELLING


def _since(r: WeightReason) -> str:
    return f" since {numbers.day(r.since)}" if r.since else ""


def _percent(r: WeightReason) -> tuple[str, str]:
    found = f"{r.value:.1f} % less than the reference weight."
    return found, f"From {numbers.short(r.limit)} % on, {_todo(r)}."


def _bmi(r: WeightReason) -> tuple[str, str]:
    return f"The body mass index is {r.value:.1f}.", f"Under {numbers.short(r.limit)}, {_todo(r)}."


def _fall(r: WeightReason) -> tuple[str, str]:
    falls = f"The body mass index falls by {r.value:.1f} a month{_since(r)}."
    return falls, f"From {numbers.short(r.limit)} on, {_todo(r)}."


def _month(r: WeightReason) -> tuple[str, str]:
    from_on = f"From {numbers.short(r.limit)} % in a month"
    todo = "a little more at each meal helps" if r.level == "note" else _todo(r)
    return f"{r.value:.1f} % less{_since(r)}.", f"{from_on}, {todo}."


def _gain(r: WeightReason, unit: Unit) -> tuple[str, str]:
    limit = f"From {difference(r.limit, unit)} in {r.days} days on"
    return f"{difference(r.value, unit)} more{_since(r)}.", f"{limit}, it could be fluid; tell your team."


REASONS = {"percent": _percent, "bmi": _bmi, "bmi_fall": _fall, "month": _month}
