"""The same meal written down by two people, and a level that changed while one ate."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from companion.domain.entries import Drunk, Taken, TubeFed
from companion.wording import intake, numbers, plan

if TYPE_CHECKING:
    from companion.domain.entries import Decision
    from companion.services.remarks import Facts

ADD, WRITE, LEAVE = "Add it too", "Write it down", "Leave it"
INSTEAD, INSTEAD_OF_ALL = "Put it in its place", "Put it in their place"
BOTH_KEPT, NOTHING, OTHER_OUT = "Both are kept", "Nothing is written down", "Undo brings the other back"
NO_MEALS = frozenset({"morning", "afternoon", "evening", "night"})  # parts of the day that name none
HEARD = 105  # characters of the question for a listener: its three answers are heard with it
LEFT = "Nothing was written down."


def question(found: Sequence[Taken], now: datetime, *, several: bool) -> str:
    """Maria wrote down supper 2 minutes ago: Half of Cod, 201 kcal; and what becomes of it.

    The last of those found is named; `several` asks about all of them at once.
    """
    last, others = found[-1], len(found) - 1
    more = "" if not others else f", and {others} more" if several else f", one of {len(found)}"
    whose = "their" if several and others else "its"
    return f"{_wrote(last, now)}: {intake.again(last)}{more}. Add this, or put it in {whose} place?"


def heard(found: Sequence[Taken], now: datetime, changed: str = "", *, several: bool) -> str:
    """The same in few words: what Maria wrote down is named as fully as there is room for."""
    from companion.wording.spoken import spoken

    last, others = found[-1], len(found) - 1
    more = "" if not others else f", and {others} more" if several else f", one of {len(found)}"
    what = (f": {intake.again(last)}{more}", f": {last.name}{more}", "")
    ways = [f"{changed} {_wrote(last, now)}{way}.".strip() for way in what]
    return next((way for way in ways if len(spoken(way)) <= HEARD), ways[-1])


def instead(found: Sequence[Taken], *, several: bool) -> str:
    """The answer that takes what was found out."""
    return INSTEAD_OF_ALL if several and len(found) > 1 else INSTEAD


def left_alone(other: Taken) -> str:
    """Left, although what was to stand instead is gone by now: so nothing of the meal is in the diary."""
    return f"{LEFT} What {other.by} wrote down was taken back meanwhile, so it is not in the diary either."


def level_now(key: str, decision: "Decision | None", today: datetime) -> str:
    """The food level is 4 now, decided by Dr Lee at 18:05."""
    if decision is None:
        return f"No {plan.NAMES[key]} is decided any more."
    same_day = decision.at.date() == today.date()
    when = f"at {numbers.clock(decision.at)}" if same_day else f"on {numbers.day(decision.at)}"
    return f"The {plan.NAMES[key]} is {decision.value} now, decided by {decision.decided_by} {when}."


def all_the_same(said: str) -> str:
    """The question where only a level changed."""
    return f"{said} Write this down all the same?"


def twice(facts: "Facts", undo: str = "Undo") -> str:
    """Maria wrote down supper 2 minutes ago, so there are two now. Undo takes yours back."""
    entry, own = facts["entry"], facts["own"]
    wrote = f"You wrote down {entry.name} {numbers.since(entry.recorded, facts['now'])}" if own else ""
    many = "there is more of it" if facts["many"] else "there are two"
    which = "one" if own else "yours"
    return f"{wrote or _wrote(entry, facts['now'])}, so {many} now. {undo} takes {which} back."


def _wrote(entry: Taken, now: datetime) -> str:
    """Maria wrote down supper 2 minutes ago; or a drink, a feed, something for the afternoon."""
    meal = f"something for the {entry.slot}" if entry.slot in NO_MEALS else entry.slot
    what = {Drunk: "a drink", TubeFed: "a feed"}.get(type(entry), meal)
    return f"{numbers.capital(entry.by)} wrote down {what} {numbers.since(entry.recorded, now)}"
