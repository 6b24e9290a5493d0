"""Conversations about what happened: undo, edit, remove, take back."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING, Any

from companion.domain.day import begins
from companion.domain.entries import Correction, Decision, Entry, MealEaten, Taken
from companion.errors import CompanionError, Refused
from companion.flows.ask import HELPED, SHARES, Ask
from companion.flows.steps import Flow, Number, Option, Say
from companion.services.intake import Intake
from companion.wording import errors, history, history_rows, numbers, plan, remarks, weight

if TYPE_CHECKING:
    from companion.services.companion import Companion
    from companion.services.history_done import Corrected
    from companion.services.remarks import Remark

DAYS = (7, 30, 90)  # that can be looked back on, more and more of them
AMOUNT = "amount"  # stands for whatever fact says how much
REMOVE = "remove"
CONFIRM = {"needs_confirm": "confirm_plan", "weight_slip": "confirm_weight"}  # doubts, and what is asked
# The question for a number: the content's limits it keeps to, its unit, whether it is whole.
NUMBERS = {
    "eaten": ("eaten", "servings", False),
    "grams": ("grams", "g", False),
    "servings": ("servings", "servings", False),
    "ml": ("ml", "mL", False),
    "kcal": ("kcal", "kcal", False),
    "protein_g": ("protein_g", "g", False),
    "minutes": ("minutes", "minutes", True),
    "coughs": ("coughs", "", True),
    "kg": ("weight_kg", "kg", False),
}


def rows(companion: "Companion", days: int, *, everything: bool = False) -> list[history_rows.Row]:
    """What was written down about the last days, the newest first; with `everything` each step as well."""
    content, settings = companion.programmes.library, companion.settings
    kept = companion.history.recent(days)
    return history_rows.rows(
        kept, content, settings.day_start, everything=everything, unit=settings.weight_unit
    )


def kept_last(companion: "Companion") -> str:
    """What one wrote last, before a line may have dropped, was kept; "" where that was not lately."""
    if not companion.gated:
        return ""
    try:
        kept = companion.history.lately()
        if kept is None:
            return ""
        others, about = dict[str, Entry](), kept.entry
        while isinstance(about, Correction):
            target = about.target
            about = others[target] = companion.diary.find(target).entry
        acted = companion.diary.act(kept.entry)
    except CompanionError:  # what cannot be read is said where it is read
        return ""
    content, unit = companion.programmes.library, companion.settings.weight_unit
    return history.kept_last(kept, acted, companion.clock(), content, others, unit)


def undo(companion: "Companion", *, confirmed: bool | None = None) -> Flow:
    """Take back one's newest doing; undoing an undo brings it back. Loosening a texture is asked about."""
    result = yield from _confirmed(companion, companion.history.undo, confirmed=confirmed)
    if result is not None:
        yield Say(history.undone(result, companion.programmes.library, companion.settings.weight_unit))
        yield from _noticed(result.remarks)
        yield from _plan_now(companion, result.targets)
    return result


def remove(companion: "Companion", *, id: str, confirmed: bool | None = None) -> Flow:
    """Take an entry out of the day."""
    result = yield from _confirmed(companion, partial(companion.history.remove, id), confirmed=confirmed)
    if result is not None:
        yield _corrected(companion, result)
        yield from _plan_now(companion, (result.before,))
    return result


def take_back(
    companion: "Companion", *, id: str, back: bool | None = None, confirmed: bool | None = None
) -> Flow:
    """Take any entry back or, where it was taken back before, bring it back; `back` says which is meant."""
    work = partial(companion.history.take_back, id, back=back)
    result = yield from _confirmed(companion, work, confirmed=confirmed)
    if result is not None:
        yield _corrected(companion, result)
        yield from _noticed(result.remarks)
        yield from _plan_now(companion, (result.before,))
    return result


def _confirmed(companion: "Companion", work: Callable[..., Any], *, confirmed: bool | None) -> Flow:
    """What was done; None where it would loosen a texture, or keep a slip, and nobody wants that."""
    try:
        return work(confirmed=bool(confirmed))
    except Refused as doubt:
        if doubt.code not in CONFIRM or confirmed is not None:
            raise
        facts: Mapping[str, Any] = doubt.facts
        text, question = CONFIRM[doubt.code], errors.words(doubt).sentence
        if doubt.code == "weight_slip":
            question = weight.is_it_right(facts["slip"], facts["unit"])
    if (yield Ask(companion).confirm("confirm", title=question, text=text)):
        return work(confirmed=True)
    yield Say(plan.NOTHING_CHANGED)
    return None


def _corrected(companion: "Companion", result: "Corrected") -> Say:
    """What was corrected, weights in the unit of the settings."""
    return Say(history.corrected(result, companion.programmes.library, companion.settings.weight_unit))


def _noticed(found: "Iterable[Remark]") -> Flow:
    """What is worth knowing beside it, such as that the same was written down meanwhile."""
    for remark in found:
        yield Say(remarks.sentence(remark), "notice")


def _plan_now(companion: "Companion", about: Iterable[Entry]) -> Flow:
    """What the plan says now, where a decision came or went."""
    for entry in about:
        if isinstance(entry, Decision):
            decision = companion.plan.in_force().decision(entry.key)
            yield Say(plan.now(entry.key, decision, companion.programmes.library))


def edit(
    companion: "Companion",
    *,
    id: str,
    key: str | None = None,
    changes: dict[str, Any] | None = None,
    confirmed: bool | None = None,
) -> Flow:
    """Correct a fact of an entry: which, and what it should be. `key` may be "amount", whatever the kind.

    A weight that looks like a slip is asked about first.
    """
    if not changes:
        entry = companion.history.find(id)
        ask = Ask(companion)
        if key is None:
            options = [Option(k, history.fact(k), history.value(entry, k)) for k in facts(companion, entry)]
            key = yield ask.choose("edit_key", [*options, Option(REMOVE, history.TAKE_OUT, twice=True)])
        if key == REMOVE:
            return (yield from remove(companion, id=id))
        fact = Intake.amount_key(entry) if key == AMOUNT and isinstance(entry, Taken) else key
        changes = {fact: (yield from _value(companion, ask, entry, fact))}
    work = partial(companion.history.edit, id, **changes)
    result = yield from _confirmed(companion, work, confirmed=confirmed)
    if result is not None:
        yield _corrected(companion, result)
    return result


def facts(companion: "Companion", entry: Entry) -> list[str]:
    """What can be corrected in an entry, in the order in which it is asked."""
    keys = companion.history.editable(entry)
    first = [Intake.amount_key(entry)] if isinstance(entry, Taken) else []
    return [*first, *(key for key in history.FACTS if key in keys and key not in first)]


def _value(companion: "Companion", ask: Ask, entry: Entry, key: str) -> Flow:
    """The question that fits the fact; what it is now stands in it."""
    now = getattr(entry, key, None)
    match key:
        case "slot":
            slots = [Option(slot, numbers.capital(slot)) for slot in companion.settings.slots]
            return (yield ask.choose("slot", slots, default=now))
        case "at":
            chosen: time = yield ask.clock("at", default=numbers.clock(entry.at))
            return _moved(companion, entry, chosen)
        case "note":
            limit = int(companion.content.limit("limits.note_characters"))
            return (yield ask.text("note", limit=limit, optional=True, default=now or ""))
        case "rating":
            return (yield ask.rating("rating", text="fatigue", default=now))
        case "helped":
            return (yield ask.choose("helped", HELPED, default=now))
        case "when":
            return (yield ask.choose("when", [Option(w, t) for w, t in history.WHEN.items()], default=now))
    if key == "eaten" and isinstance(entry, MealEaten):
        shares = [Option(s.value, s.label, numbers.kcal(_kcal(entry, s.value))) for s in SHARES]
        share = yield ask.choose("eaten", [*shares, Option(None, "Another share")], default=now)
        if share is not None:
            return share
    return (yield amount(ask, key, now))


def amount(ask: Ask, key: str, now: float | None) -> Number:
    """The question for a fact that is a number, what it is now standing in it."""
    limit, unit, whole = NUMBERS[key]
    text = {"eaten": "share", "kg": "kg_now"}.get(key, key)
    return ask.number(text, limit, unit=unit, whole=whole, default=now)


def _kcal(entry: MealEaten, share: float) -> float | None:
    return None if entry.kcal is None else entry.kcal * share


def _moved(companion: "Companion", entry: Entry, to: time) -> datetime:
    """The same day at another time."""
    day = companion.day_of(entry)
    return begins(day, f"{to:%H:%M}", companion.settings.day_start, entry.at.tzinfo)
