"""What goes when the days before a date are forgotten for good, and what of the plan stays. Pure."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from companion.domain.entries import (
    CaregiverSet,
    Clearance,
    Decision,
    Entry,
    OwnFood,
    OwnRecipe,
    PersonFact,
    Planned,
    ProgrammeSet,
    TubeTalk,
)
from companion.domain.limits_locked import locks, whose
from companion.domain.people import same_name

LEVELS = ("food-level", "drink-level")


def day_of_entry(entry: Entry, day_start: int) -> date:
    """The day an entry is about: a planned dish is about the day it is planned for."""
    return entry.on if isinstance(entry, Planned) else entry.day(day_start)


def holding(ever: Iterable[tuple[Entry, bool]], is_old: Callable[[Entry], bool]) -> frozenset[str]:
    """The ids of old entries of the plan without which something of today would be different.

    `ever` is every entry and whether it was removed. Of each thing the newest in force holds, as far as it
    says something. The last texture level stays though it was taken out: a new one is held against it.
    """
    entries = sorted(ever, key=lambda one: (one[0].at, one[0].id))
    standing = [entry for entry, removed in entries if not removed]
    newest: dict[tuple[str, str], Entry] = {}
    for entry in standing:
        if (about_what := _subject(entry, newest)) is not None:
            newest[entry.kind, about_what] = entry
    held = [entry for entry in newest.values() if _says_something(entry)]
    held += [entry for entry in standing if isinstance(entry, OwnFood | OwnRecipe)]
    for key in LEVELS:
        held += _last_level(key, [entry for entry, _ in entries if isinstance(entry, Decision)], newest)
    held += _limits([entry for entry in standing if isinstance(entry, Decision)], is_old)
    return frozenset(entry.id for entry in held if is_old(entry))


def _subject(entry: Entry, newest: dict[tuple[str, str], Entry]) -> str | None:
    """What an entry of the plan decides, so that a newer one takes its place; None where none does."""
    match entry:
        case Decision(key=key) | PersonFact(key=key):
            return key
        case ProgrammeSet(programme=programme):
            return programme
        case Clearance(what=what):
            return what
        case CaregiverSet(caregiver=name):
            known = (one for kind, one in newest if kind == CaregiverSet.kind)
            return next((one for one in known if same_name(one, name)), name)
        case TubeTalk():
            return TubeTalk.kind
    return None


def _says_something(entry: Entry) -> bool:
    """Whether there would be a difference without it: what only takes back has nothing to take back."""
    match entry:
        case Decision(value=value) | PersonFact(value=value):
            return value is not None
        case Clearance(given=yes) | CaregiverSet(admitted=yes):
            return yes
    return True


def _last_level(key: str, ever: list[Decision], newest: dict[tuple[str, str], Entry]) -> list[Entry]:
    """Where no level is in force, the last there was, and the decision that took it out where one did."""
    levels = [one for one in ever if one.key == key and one.value]
    now = newest.get((Decision.kind, key))
    if not levels or (isinstance(now, Decision) and now.value is not None):
        return []
    return [levels[-1], now] if now else [levels[-1]]


def _limits(decisions: Sequence[Decision], is_old: Callable[[Entry], bool]) -> list[Entry]:
    """The decisions about limits without which a limit, who decided it or its lock would be another."""
    kept = [one for one in decisions if one.key == "limits"]
    now = _limits_now(kept)
    for one in [one for one in kept if is_old(one)]:
        without = [other for other in kept if other is not one]
        if _limits_now(without) == now:
            kept = without
    return list(kept)


def _limits_now(decisions: Sequence[Decision]) -> tuple[object, ...]:
    value = decisions[-1].value if decisions else None
    return value, locks(decisions), whose(decisions)
