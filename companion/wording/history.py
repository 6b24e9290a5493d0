"""What happened, one line an entry; corrections told by what they correct."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from companion.domain.entries import (
    CaregiverSet,
    CheckedIn,
    Clearance,
    Correction,
    Decision,
    Entry,
    Explained,
    Felt,
    FunctionNote,
    OwnFood,
    OwnRecipe,
    PersonFact,
    Planned,
    ProgrammeSet,
    Rated,
    SessionEnded,
    SessionPaced,
    SessionStarted,
    SessionTaken,
    StepDone,
    Taken,
    TeamTold,
    Textured,
    TubeTalk,
    Weighed,
)
from companion.wording import (
    caregivers,
    day_plan,
    fatigue,
    foods,
    intake,
    numbers,
    people,
    plan,
    programmes,
    sessions,
    sessions_after,
    swallowing,
    tube_talk,
    weight,
)

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.weight import Unit
    from companion.services.history_done import Corrected, Undone
    from companion.store.month import Kept

TAKE_OUT = "Take it out of the day"
# What can be corrected, in the order in which it is asked.
FACTS = {
    "eaten": "How much of it", "grams": "Grams", "servings": "Servings", "ml": "Millilitres",
    "kcal": "Energy", "protein_g": "Protein", "kg": "Weight", "rating": "How tired", "when": "About when",
    "slot": "Part of the day", "at": "Time", "minutes": "Minutes", "coughs": "Coughs",
    "helped": "Helped", "note": "Note",
}  # fmt: skip
WHEN = {
    "morning": "In the morning", "before": "Before a session", "during": "During a session",
    "after": "After a session", "later": "Later after a session", "day": "During the day",
}  # fmt: skip
# What a correction did; then what its undo did, and the undo of that.
DID = {
    "entry": ("", "took back", "brought back"),
    "remove": ("removed", "brought back", "removed again"),
    "edit": ("changed", "took back a change of", "changed again"),
}


def described(  # noqa: C901, PLR0912 - a case for each kind
    entry: Entry,
    content: "Library | None" = None,
    others: Mapping[str, Entry] | None = None,
    unit: "Unit" = "kg",
) -> str:
    """Any entry in a few words. Names come from the content; `others` are the entries corrections name.

    `unit` is the one of weights.
    """
    match entry:
        case Taken():
            return intake.described(entry)
        case Planned():
            return day_plan.described(entry)
        case TubeTalk():
            return tube_talk.described(entry)
        case TeamTold():
            return swallowing.described(entry)
        case Weighed():
            return f"weight {weight.described(entry, unit)}"
        case Rated():
            view = ", a helper's view" if entry.helper_view else ""
            return f"tiredness {entry.rating} of 10, {WHEN[entry.when].lower()}{view}"
        case Felt():
            return sessions_after.described(entry)
        case Explained():
            return f"a reason for tiredness: {fatigue.cause(entry.reason)}"
        case SessionStarted() | SessionTaken() | StepDone() | SessionPaced() | SessionEnded():
            return sessions.described(entry, content)
        case CheckedIn() | FunctionNote():
            return sessions.described(entry, content)
        case Decision() | ProgrammeSet():
            return _decided(entry, content)
        case Clearance():
            return plan.described_clearance(entry, content)
        case PersonFact():
            return people.described(entry)
        case CaregiverSet():
            return caregivers.described(entry)
        case OwnFood():
            held = f"{numbers.kcal(entry.kcal)} per {entry.per}"
            return f"food of one's own: {entry.name}, {held}{_texture(entry)}"
        case OwnRecipe():
            parts = numbers.count(len(entry.ingredients), "ingredient")
            return f"recipe of one's own: {entry.name}, {parts}{_texture(entry)}"
        case Correction():
            return _correction(entry, content, others or {}, unit)
    return entry.kind


def _decided(entry: Decision | ProgrammeSet, content: "Library | None") -> str:
    """A decision about the plan, or a version of a programme with what became different."""
    if isinstance(entry, ProgrammeSet):
        return programmes.described(entry, content)
    return plan.described(entry, content)


def _texture(entry: Textured) -> str:
    """What somebody said of the texture of something of one's own; nothing where nobody did."""
    return f", {foods.texture_given(entry)}" if entry.level else ""


def _correction(
    entry: Correction, content: "Library | None", others: Mapping[str, Entry], unit: "Unit"
) -> str:
    """removed: half of Turkey bolognese, 255 kcal. An undo is told by what it undid."""
    what: Entry | None = entry
    undos = 0
    while isinstance(what, Correction) and _undoes(what, others):
        what, undos = others.get(what.target), undos + 1
    done = what.action if isinstance(what, Correction) else "entry"
    told = DID[done][undos and (undos - 1) % 2 + 1]
    about = others.get(what.target) if isinstance(what, Correction) else what
    return f"{told}: {described(about, content, unit=unit)}" if about is not None else f"{told} an entry"


def _undoes(what: Correction, others: Mapping[str, Entry]) -> bool:
    """Whether a correction undoes; to remove a correction is to undo it."""
    return what.action == "undo" or isinstance(others.get(what.target), Correction)


def fact(key: str) -> str:
    """What a fact of an entry is called."""
    return FACTS[key]


def value(entry: Entry, key: str) -> str:
    """A fact as it is now."""
    now = getattr(entry, key)
    if now is None:
        return numbers.UNKNOWN if key != "note" else "none"
    if isinstance(now, datetime):
        return numbers.clock(now)
    if key == "eaten":
        return numbers.share(now)
    return WHEN[now] if key == "when" else numbers.plain(now)


def undone(result: "Undone", content: "Library | None" = None, unit: "Unit" = "kg") -> str:
    """Undone: half of Turkey bolognese, 255 kcal. Undo again brings it back."""
    several = len(result.targets) > 1
    entry = f"{len(result.targets)} entries" if several else described(result.target, content, unit=unit)
    match result.what:
        case Correction(action="edit"):
            return f"{'Changed again' if result.again else 'The change is undone'}. Now: {entry}."
        case Correction() if result.again:
            return f"Removed again: {entry}.{counts_again(result.made_room)}"
        case Correction():
            return f"Brought back: {entry}{in_place(result.made_room)}."
    if result.again:
        return f"Brought back: {entry}{in_place(result.made_room)}."
    room = _signed(result.made_room)
    stands = f" Back in its place: {numbers.listed(room)}." if room else ""
    return f"Undone: {entry}.{stands} Undo again brings {'them' if several else 'it'} back."


def counts_again(found: Iterable[Entry]) -> str:
    """Ruth's Soup counts again, of what another stood in the place of; nothing where there is none."""
    whose = [f"{one.by}'s {one.name}" for one in found if isinstance(one, Taken)]
    verb = "count" if len(whose) > 1 else "counts"
    return f" {numbers.capital(numbers.listed(whose))} {verb} again." if whose else ""


def in_place(found: Iterable[Entry]) -> str:
    """In place of Soup, 150 kcal, by Ruth; nothing where there is none."""
    room = _signed(found)
    return f", in place of {numbers.listed(room)}" if room else ""


def _signed(found: Iterable[Entry]) -> list[str]:
    return [f"{intake.described(one)}, by {one.by}" for one in found if isinstance(one, Taken)]


def corrected(result: "Corrected", content: "Library | None" = None, unit: "Unit" = "kg") -> str:
    """Changed: all of Turkey bolognese; now half of it. Or removed, with the way back."""
    before = described(result.before, content, unit=unit)
    if result.now is None:
        return f"Removed: {before}.{counts_again(result.places)} Undo brings it back."
    if result.now == result.before:
        return f"Brought back: {before}{in_place(result.places)}."
    now = described(result.now, content, unit=unit)
    if before != now:
        return f"Changed: {before}. Now: {now}."
    changed = [key for key in FACTS if getattr(result.now, key, None) != getattr(result.before, key, None)]
    facts = [f"{fact(key).lower()}: {value(result.now, key)}" for key in changed]
    return f"Changed: {now}. {numbers.sentence(numbers.listed(facts))}"


def line(
    kept: "Kept",
    content: "Library | None" = None,
    others: Mapping[str, Entry] | None = None,
    unit: "Unit" = "kg",
    today: date | None = None,
) -> str:
    """22 November 18:30  2k4fabc  Maria: half of Turkey bolognese, 255 kcal (taken back).

    A day of another year than today says the year.
    """
    entry = kept.entry
    gone = " (taken back)" if kept.removed else ""
    at = moment(entry)
    when = f"{numbers.day_near(at, today or at)} {numbers.clock(at)}"
    return f"{when}  {entry.id}  {entry.by}: {described(entry, content, others, unit)}{gone}"


def kept_last(
    kept: "Kept",
    acted: Sequence[Entry],
    now: datetime,
    content: "Library | None" = None,
    others: Mapping[str, Entry] | None = None,
    unit: "Unit" = "kg",
) -> str:
    """Saved last, 2 minutes ago: half of Cod with pea cream. `acted` are those written in one go with it."""
    written = sum(not isinstance(one, Correction) for one in acted)
    more = f" and {written - 1} more" if written > 1 else ""
    gone = ", taken back since" if kept.removed else ""
    what = described(kept.entry, content, others, unit)
    return f"Saved last, {numbers.since(kept.entry.recorded, now)}: {what}{more}{gone}."


def moment(entry: Entry) -> datetime:
    """When it happened: a correction when it was made, anything else when it is about."""
    return entry.recorded if isinstance(entry, Correction) else entry.at


def nothing() -> str:
    """For a history without entries."""
    return "Nothing was written down in these days."
