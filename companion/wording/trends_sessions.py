"""Sessions over weeks and years in sentences: done, shorter and why, rests by choice. Never missed ones."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from companion.wording import numbers, trends_days
from companion.wording.sessions import REASONS

if TYPE_CHECKING:
    from companion.domain.weight import Unit
    from companion.services.sessions_past import SessionPast
    from companion.services.trends import Span

SUGGESTED, LEFT_OUT, OPEN = "shorter as suggested", "parts left out", "left open"
OTHER = "another reason"  # own words are their owner's
NO_REASON = "no reason noted"
REST = "rest by choice"


def said(span: "Span", _: str, __: "Unit", *, for_team: bool = False) -> list[str]:
    """Sessions: 12 so far, 9 whole and 3 shorter. Then why, exercises, minutes, rests; empty without any.

    `for_team`: without the word to the person that a rest is a good choice.
    """
    if not span.sessions:
        return []
    begun = [one for one in span.sessions if not one.rested]
    rests = len(span.sessions) - len(begun)
    good = "" if for_team else ", and a good choice"
    rested = [f"{numbers.count(rests, 'rest')} by choice{good}."] if rests else []
    if not begun:
        return [f"Sessions: none {trends_days.within(span)}.", *rested]
    shorter = [one for one in begun if one.shortened]
    return [
        f"Sessions: {len(begun):,} {trends_days.within(span)}{_how(len(begun), len(shorter))}.",
        *([f"Why shorter: {_reasons(shorter)}."] if shorter else []),
        *rested,
        *_exercises(begun),
        *_minutes(begun),
    ]


def rows(span: "Span", _: str, __: "Unit") -> list[str]:
    """A line a session or rest, the newest first, with what was said of tiredness."""
    return [f"{trends_days.row(one.on, span)}: {_row(one)}" for one in reversed(span.sessions)]


def short(span: "Span", _: str, __: "Unit") -> str:
    """12 done; empty without any."""
    begun = sum(not one.rested for one in span.sessions)
    return str(begun) if begun else ""


def why(one: "SessionPast", *, own: bool = False) -> str:
    """Why a session was shorter; "" for a whole one. `own` words are said only where asked for."""
    if one.became in ("rested", "stopped"):
        if one.reason in REASONS:
            text = REASONS[one.reason]
            return text[0].lower() + text[1:]
        none = "" if one.rested else NO_REASON
        return (one.reason if own else OTHER) if one.reason else none
    if one.became == "left":
        return OPEN
    if one.softened is not None:
        return SUGGESTED
    return LEFT_OUT if one.shortened else ""


def _how(begun: int, shorter: int) -> str:
    """9 whole and 3 shorter."""
    if not shorter or shorter == begun:
        each = "" if begun == 1 else "all "
        return f", {each}{'shorter' if shorter else 'whole'}"
    return f", {begun - shorter:,} whole and {shorter:,} shorter"


def _reasons(shorter: Iterable["SessionPast"]) -> str:
    """Tired 2, something hurts 1; of a single one the reason alone."""
    counts = Counter(why(one) for one in shorter).most_common()
    if len(counts) == 1:
        return counts[0][0]
    return ", ".join(f"{reason} {count:,}" for reason, count in counts)


def _exercises(begun: Iterable["SessionPast"]) -> list[str]:
    done, steps = (sum(column) for column in zip(*((one.done, one.steps) for one in begun), strict=True))
    return [f"{done:,} of {numbers.count(steps, 'exercise')} done."] if steps else []


def _minutes(begun: Iterable["SessionPast"]) -> list[str]:
    timed = [one.minutes for one in begun if one.minutes is not None]
    if not timed:
        return []
    each = "" if len(timed) == 1 else " on average"
    return [f"A session took {numbers.minutes(sum(timed) / len(timed) * 60)}{each}."]


def _row(one: "SessionPast") -> str:
    """Hands and wrists, 4 of 6 exercises, tired; tiredness 3 before, 5 after, 4 the next morning."""
    reason = why(one, own=True)
    if one.rested:
        return f"{REST}{f': {reason}' if reason else ''}".removesuffix(".")
    parts = [one.title, f"{one.done} of {numbers.count(one.steps, 'exercise')}", reason]
    times = (
        (one.before, "before"), (one.during, "during"), (one.after, "after"),
        (one.later, "later"), (one.morning, "the next morning"),
    )  # fmt: skip
    ratings = ", ".join(f"{rating} {when}" for rating, when in times if rating is not None)
    view = ", a helper's view" if one.helper_view and ratings else ""
    tired = f"; tiredness {ratings}{view}" if ratings else ""
    return f"{', '.join(part for part in parts if part)}{tired}"
