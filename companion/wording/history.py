"""What happened, one line an entry; corrections told by what they correct."""

from companion.domain.entries import (
    Clearance,
    Correction,
    Decision,
    Entry,
    OwnFood,
    PersonFact,
    Rated,
    SessionEnded,
    SessionPaced,
    SessionStarted,
    StepDone,
    Taken,
    Weighed,
)
from companion.services.history import Corrected, Undone
from companion.store.month import Kept
from companion.wording import fatigue, intake, numbers, people, plan, sessions, weight

VERBS = {"undo": "took back", "remove": "removed", "edit": "changed"}


def described(entry: Entry) -> str:
    """Any entry in a few words."""
    match entry:
        case Taken():
            return intake.described(entry)
        case Weighed():
            return weight.described(entry)
        case Rated():
            return fatigue.described(entry)
        case SessionStarted() | StepDone() | SessionPaced() | SessionEnded():
            return sessions.described(entry)
        case Decision():
            return plan.described(entry)
        case Clearance():
            return plan.described_clearance(entry)
        case PersonFact():
            return people.described(entry)
        case OwnFood():
            return f"food of one's own: {entry.name}, {numbers.kcal(entry.kcal)} per {entry.per}"
        case Correction():
            return f"{VERBS[entry.action]} {entry.target}"
    return entry.kind


def undone(result: Undone) -> str:
    """Undone: half of Turkey bolognese, 255 kcal. Undo again brings it back."""
    entry = described(result.target)
    match result.what:
        case Correction(action="edit"):
            return f"{'Changed again' if result.again else 'The change is undone'}. Now: {entry}."
        case Correction():
            return f"{'Removed again' if result.again else 'Brought back'}: {entry}."
    return f"Brought back: {entry}." if result.again else f"Undone: {entry}. Undo again brings it back."


def corrected(result: Corrected) -> str:
    """Changed: all of Turkey bolognese; now half of it. Or removed, with the way back."""
    if result.now is None:
        return f"Removed: {described(result.before)}. Undo brings it back."
    return f"Changed: {described(result.before)}. Now: {described(result.now)}."


def line(kept: Kept) -> str:
    """22 November 18:30  2k4fabc  Maria: half of Turkey bolognese, 255 kcal (taken back)."""
    entry = kept.entry
    gone = " (taken back)" if kept.removed else ""
    when = f"{numbers.day(entry.at)} {numbers.clock(entry.at)}"
    return f"{when}  {entry.id}  {entry.by}: {described(entry)}{gone}"


def nothing() -> str:
    """For a history without entries."""
    return "Nothing was written down in these days."
