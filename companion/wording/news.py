"""What others wrote while one looked elsewhere: one short sentence, changes of the plan one each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.domain.entries import (
    Clearance,
    Correction,
    Decision,
    Entry,
    Planned,
    ProgrammeSet,
    SessionEnded,
    SessionStarted,
    Taken,
)
from companion.domain.people import same_name
from companion.services.news import Piece, began
from companion.wording import history, numbers, plan

if TYPE_CHECKING:
    from companion.content.library import Library
    from companion.domain.weight import Unit

LONGEST = 90  # characters of a sentence: hardly more than two lines of a phone, and heard in one breath
ENDED = {"finished": "finished {}", "stopped": "ended {} early"}


def told(pieces: Sequence[Piece], content: "Library", unit: "Unit" = "kg") -> list[str]:
    """Dr Lee decided food level 4, pureed, at 18:05. Then Maria wrote down half of Soup, 150 kcal.

    Several are counted: Maria wrote down 3 things; the last: half of Soup, 150 kcal.
    """
    said = [_of_plan(piece, content) for piece in pieces if piece.changes_plan]
    others = [piece for piece in pieces if not piece.changes_plan]
    if not others:
        return said
    names = numbers.listed(list(dict.fromkeys(piece.entry.by for piece in others)))
    verb, what, short = _did(others[-1], content, unit)
    if len(others) == 1:
        return [*said, _fitted(names, f"{verb} {what}", f"{verb} {short}")]
    ways = (what, short) if verb.startswith("wrote down") else (f"{verb} {what}", f"{verb} {short}")
    return [*said, _fitted(names, *(f"wrote down {len(others)} things; the last: {way}" for way in ways))]


def left_out(count: int) -> str:
    """And 2 more changes: the plan shows them."""
    return f"And {numbers.count(count, 'more change')}: the plan shows {'it' if count == 1 else 'them'}."


def _of_plan(piece: Piece, content: "Library") -> str:
    """Dr Lee decided food level 4, pureed, at 18:05; with other names where somebody else took it back."""
    entry, about = piece.entry, piece.about
    if isinstance(entry, Correction):
        verb, what, short = _did(piece, content, "kg")
        return _fitted(entry.by, f"{verb} {what}", f"{verb} {short}")
    who = str(getattr(about, "decided_by", "")).partition(",")[0] or entry.by
    noted = "" if same_name(who, entry.by) else f", noted by {entry.by}"
    at = f"at {numbers.clock(entry.recorded)}{noted}"
    match about:
        case Decision(key="limits"):
            return _fitted(who, f"changed the limits {at}")
        case Decision(value=None):
            return _fitted(who, f"took back the {plan.NAMES.get(about.key, about.key)} {at}")
        case Decision():
            name = plan.NAMES.get(about.key, about.key)
            return _fitted(
                who,
                f"decided {name} {plan.value(about.key, about.value, content)}, {at}",
                f"decided {name} {plan.value(about.key, about.value, content)}{noted}",
                f"changed the {name} {at}",
            )
        case ProgrammeSet():
            return _fitted(who, f"changed {about.name} {at}", f"changed a programme {at}")
        case Clearance():
            allowed = "allowed" if about.given else "no longer allows"
            return _fitted(who, f"{allowed} {plan.exercise(about.what, content)}, {at}")
    return _fitted(who, f"changed the plan {at}")


def _did(piece: Piece, content: "Library", unit: "Unit") -> tuple[str, str, str]:
    """A verb with what somebody did, in words and in fewer words."""
    entry, session = piece.entry, began(piece)
    if isinstance(entry, Correction):
        verb, _, what = history.described(entry, content, piece.others, unit).partition(": ")
        title = session.title if session else what
        return verb, title, _brief(piece.about, title)
    match entry:
        case SessionStarted():
            return "began", entry.title, entry.title
        case SessionEnded() if session:
            verb, _, rest = ENDED.get(entry.outcome, "ended {}").partition(" {}")
            return verb, f"{session.title}{rest}", session.title
    what = history.described(entry, content, piece.others, unit)
    if isinstance(entry, Planned):
        return "planned", what.removeprefix("planned "), what.removeprefix("planned ").rpartition(", ")[0]
    return ("wrote down" if isinstance(entry, Taken) else "wrote down:"), what, _brief(entry, what)


def _brief(entry: Entry, what: str) -> str:
    """Without the energy at its end."""
    return what.rpartition(", ")[0] or what if isinstance(entry, Taken) else what


def _fitted(who: str, *ways: str) -> str:
    """The first of these sentences that is short enough; the last is cut between words, if need be."""
    for way in ways:
        if len(told := f"{who} {way}.") <= LONGEST:
            return told
    return f"{told[: LONGEST - 1].rpartition(' ')[0].rstrip(',;:')}…"
