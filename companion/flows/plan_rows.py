"""The plan, the person and what is allowed as rows: all of them, and how one is changed."""

from functools import partial
from typing import TYPE_CHECKING

from companion.domain.plan import KEYS as PLAN_KEYS
from companion.flows.people import set_person
from companion.flows.plan import add_clearance, remove_clearance, set_plan
from companion.services.people import KEYS as PERSON_KEYS
from companion.services.people import SUM
from companion.wording import people, plan, plan_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.entries import Decision
    from companion.domain.people import Verb
    from companion.flows.steps import Flow
    from companion.services.companion import Companion
    from companion.wording.plan_rows import Row

VERBS: "dict[str, Verb]" = {"plan": "decide", "person": "arrange", "allow": "decide"}  # what a change takes


def sections(companion: "Companion") -> "dict[str, list[Row]]":
    """Everything that can be decided or said, by section; the last row allows something more."""
    return {"plan": of_plan(companion), "person": of_person(companion), "allow": of_allowed(companion)}


def of_plan(companion: "Companion") -> "list[Row]":
    """The parts of the plan."""
    content, today = companion.programmes.library, companion.today_date()
    in_force, targets = companion.plan.in_force(), companion.energy.targets()
    return [plan_rows.of_plan(key, in_force.decision(key), targets, content, today) for key in PLAN_KEYS]


def of_person(companion: "Companion") -> "list[Row]":
    """The facts about the person."""
    person, facts, today = companion.people.person(), companion.people.newest(), companion.today_date()
    unit, answers = companion.settings.weight_unit, people.answers_short(companion.people.function())
    return [
        plan_rows.of_person(
            key, getattr(person, field), facts.get(key), today, unit=unit, more=answers if key == SUM else ""
        )
        for key, field in PERSON_KEYS.items()
    ]


def of_allowed(companion: "Companion") -> "list[Row]":
    """What a therapist allowed, and the row for one more."""
    content, today = companion.programmes.library, companion.today_date()
    given = companion.plan.clearances().values()
    return [*(plan_rows.of_clearance(one, content, today) for one in given), plan_rows.one_more()]


def newest(companion: "Companion") -> "Decision | None":
    """The decision that was made last; None where nothing is decided."""
    in_force = companion.plan.in_force()
    decided = [made for key in PLAN_KEYS if (made := in_force.decision(key))]
    return max(decided, key=lambda made: made.at, default=None)


def course(companion: "Companion", row: "Row") -> list[tuple[str, str]]:
    """Who decided or said what a row is about, when, and what it was before."""
    section, what = row.about
    match section:
        case "plan":
            told = plan.course(companion.plan.decisions(what), companion.programmes.library)
        case "person":
            told = people.course(companion.people.facts(what))
        case _:
            told = plan.clearance_course(companion.plan.clearance_decisions(what))
    return [("", line) for line in told or row.lines]


def change(
    row: "Row", *, decider: str | None = None, before: "Decision | None" = None
) -> "Callable[[Companion], Flow]":
    """The conversation that changes a row. `decider` decided in this sitting; `before` came last at any time.

    Beside limits a name is typed and may lock them: only one of this sitting stands there.
    """
    section, what = row.about
    match section:
        case "plan":
            last = before.decided_by if before and what != "limits" else None
            return partial(set_plan, key=what, offered=decider or last)
        case "person":
            return partial(set_person, key=what)
        case _ if what:
            return partial(remove_clearance, what=what)
    return partial(add_clearance, offered=decider)
