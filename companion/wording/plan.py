"""Decisions and clearances, in sentences: levels, programmes and exercises by their names."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from companion.domain.plan import ADVICE, limit_changes
from companion.wording import numbers, plan_limits

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.entries import Clearance, Decision
    from companion.services.plan import ClearanceSet, PlanSet

NAMES = {
    "food-level": "food level", "drink-level": "drink level", "thicker-ok": "thicker drinks",
    "energy": "energy", "protein": "protein", "fluid": "fluid",
    "programme": "programme", "stage": "stage", "limits": "limits",
    "chin-tuck": "chin tuck", "straw": "straw", "thickener": "thickener", "double-swallow": "double swallow",
}  # fmt: skip
UNITS = {"energy": "kcal", "protein": "g", "fluid": "mL"}
KINDS = {
    "rom": "Range of motion", "stretch": "Stretches", "breathing": "Breathing exercises",
    "mobility": "Moving about", "aerobic": "Endurance", "resistance": "Light resistance",
}  # fmt: skip
ADVISED = {True: "advised", False: "advised against"}
NOTHING_CHANGED = "Nothing was changed."
NOT_DECIDED = "not decided yet"
ALL_BACK = "all back to the program's numbers"
LOCKED = "What is locked can be loosened only by the same name."
BEGIN = "Nothing decided yet. 1 writes the food level down."


def not_yet(key: str) -> str:
    """For who does not know it: Nothing was changed. The food level is not known yet."""
    return f"{NOTHING_CHANGED} The {NAMES[key]} is not known yet."


def title(key: str) -> str:
    """Food level."""
    return numbers.capital(NAMES[key])


def question(key: str) -> str:
    """What is asked about a part of the plan, with its unit, such as "Energy a day, in kcal?"."""
    return f"{title(key)}{f' a day, in {UNITS[key]}' if key in UNITS else ''}?"


def value(key: str, kept: object, content: "Library | None" = None) -> str:
    """What was decided: 5, minced and moist; 1,900 kcal a day; a programme and a stage by name."""
    if kept is None:
        return NOT_DECIDED
    if key in UNITS and isinstance(kept, int | float):
        return f"{numbers.whole(kept)} {UNITS[key]} a day"
    if key == "thicker-ok":
        return "allowed" if kept else "not allowed"
    if key == "limits" and content is not None:
        return plan_limits.told(kept if isinstance(kept, Mapping) else limit_changes(str(kept)), content)
    if key in ADVICE:
        return ADVISED[bool(kept)]
    name = "" if content is None else _name(key, str(kept), content)
    if key in ("programme", "stage"):
        return name or numbers.plain(kept)
    return f"{numbers.plain(kept)}, {name[0].lower()}{name[1:]}" if name else numbers.plain(kept)


def _name(key: str, id: str, content: "Library") -> str:
    """What a level, a programme or a stage is called; "" for what has no name, or has it no longer."""
    if key == "programme":
        known = content.programmes.get(id)
        return known.name if known else numbers.capital(id.replace("_", " "))
    if key == "stage":
        return content.text(f"stage.{id}").title
    if key in ("food-level", "drink-level"):
        level = content.levels[id]
        return level.food if key == "food-level" else level.drink
    return ""


def chosen(key: str, kept: object, content: "Library") -> str:
    """Food level 5, minced and moist. Energy 1,900 kcal a day. Programme Energy-saving mini session."""
    return f"{title(key)}{_colon(key)} {value(key, kept, content)}."


def set_(result: "PlanSet", content: "Library | None" = None) -> str:
    """Saved: food level 5, minced and moist, decided by Dr Lee. Before: 6, soft and bite-sized.

    Of limits only those are told that became different.
    """
    entry, past = result.entry, result.before
    now: object = entry.value
    then: object = past.value if past else None
    if entry.key == "limits" and now != then:
        now, then = plan_limits.changes(entry.value, past.value if past else None)
    before = f" Before: {value(entry.key, then, content)}." if past else ""
    locked = f" {LOCKED}" if entry.locked else ""
    return f"Saved: {_decided(entry, now, content)}.{before}{locked}"


def no_longer_fit(dishes: int) -> str:
    """3 planned dishes no longer fit. Eaten shows them."""
    them = "it" if dishes == 1 else "them"
    verb = "fits" if dishes == 1 else "fit"
    return f"{dishes} planned dish{'' if dishes == 1 else 'es'} no longer {verb}. Eaten shows {them}."


def described(entry: "Decision", content: "Library | None" = None) -> str:
    """food level 5, minced and moist, decided by Dr Lee."""
    return _decided(entry, entry.value, content)


def _decided(entry: "Decision", kept: object, content: "Library | None") -> str:
    name = NAMES.get(entry.key, entry.key)
    told = ALL_BACK if entry.key == "limits" and kept is None else value(entry.key, kept, content)
    return f"{name}{_colon(entry.key)} {told}, decided by {entry.decided_by}"


def _colon(key: str) -> str:
    """Limits are named, each with its number: they need a break before them."""
    return ":" if key == "limits" else ""


def in_force(entry: "Decision | None", content: "Library | None" = None) -> str:
    """5, minced and moist, by Dr Lee, 2 March 2026; not decided yet."""
    if entry is None:
        return NOT_DECIDED
    return f"{value(entry.key, entry.value, content)}, by {entry.decided_by}, {numbers.dated(entry.at)}"


def limits_in_force(
    entry: "Decision | None", whose: Mapping[str, str], content: "Library | None" = None
) -> str:
    """Limits, each with who decided it; when the last of them was changed."""
    if entry is None or content is None:
        return in_force(entry, content)
    told = [
        f"{plan_limits.told({name: number}, content)}, by {whose.get(name, entry.decided_by)}"
        for name, number in limit_changes(entry.value).items()
    ]
    return f"{'; '.join(told)}; {numbers.dated(entry.at)}"


def now(key: str, entry: "Decision | None", content: "Library | None" = None) -> str:
    """Food level now: 6, soft and bite-sized, by Dr Lee, 2 March 2026."""
    return f"{title(key)} now: {in_force(entry, content)}."


def course(entries: Sequence["Decision"], content: "Library") -> list[str]:
    """Who decided what and when, the newest first: 5, minced and moist, by A. Lee, 2 March 2026."""
    return _course([(in_force(entry, content), entry.note) for entry in reversed(entries)])


def clearance_course(entries: Sequence["Clearance"]) -> list[str]:
    """Who allowed it or took that back, and when, the newest first."""
    told = [
        (f"{allowed(entry)}, by {entry.decided_by}, {numbers.dated(entry.at)}", entry.note)
        for entry in reversed(entries)
    ]
    return _course(told)


def _course(told: Sequence[tuple[str, str | None]]) -> list[str]:
    """A paragraph each, its note behind it; the older ones begin with Before."""
    return [
        f"{'Before: ' if n else ''}{line if n else numbers.capital(line)}.{f' {note}' if note else ''}"
        for n, (line, note) in enumerate(told)
    ]


def by_and_when(who: str, at: date, today: date) -> str:
    """J. Okafor, 2 Mar: the name up to its first comma; the year where it is another."""
    year = "" if at.year == today.year else f" {at.year}"
    return f"{who.partition(',')[0]}, {at.day} {at:%b}{year}"


def limits_set_by(name: str | None, may: str = "therapist") -> str:
    """Whose limits are in force: the program's, which a therapist or dietitian may change; or a person's."""
    if name is None:
        return f"The program set these limits; your {may} can change them."
    return f"{name} set limits of your own here; the program set the others."


def exercise(what: str, content: "Library | None" = None) -> str:
    """Light band row; Light resistance for a whole kind."""
    if what in KINDS:
        return KINDS[what]
    known = content.exercises.get(what) if content is not None else None
    return known.name if known else numbers.capital(what.replace("_", " "))


def allowed(entry: "Clearance") -> str:
    """Whether it is allowed."""
    return "allowed" if entry.given else "no longer allowed"


def cleared(result: "ClearanceSet", content: "Library | None" = None) -> str:
    """Saved: Light band row is allowed, decided by K. Weber."""
    return f"Saved: {described_clearance(result.entry, content)}."


def described_clearance(entry: "Clearance", content: "Library | None" = None) -> str:
    """Light band row is allowed, decided by K. Weber."""
    verb = "are" if entry.what in ("stretch", "breathing") else "is"
    return f"{exercise(entry.what, content)} {verb} {allowed(entry)}, decided by {entry.decided_by}"


def nothing_cleared() -> str:
    """For an empty list of clearances."""
    return "Nothing has been allowed yet that needs a therapist's word."
