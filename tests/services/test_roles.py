"""Every public method of every service, in every role: it asks for what the table says, or writes nothing."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from services.conftest import ROLES

from companion.domain.entries import KINDS, Correction, Weighed
from companion.domain.people import MAY, Verb
from companion.errors import NotAllowed
from companion.flows.roles import ARRANGE, CORRECT, DECIDE, LOG
from companion.services.companion import Companion
from companion.services.service import Service
from companion.store.shelf import MemoryShelf

RUBBISH = "?"  # for every argument: who may not is told so before anything else is looked at
ADMIT: tuple[Verb, ...] = ("admit",)

# What a method asks for, before it looks at anything else. One that is in neither table fails the first test.
NEEDS: Mapping[str, tuple[Verb, ...]] = {
    **dict.fromkeys(
        ("caregivers.add", "caregivers.remove", "forget.before", "imports.look", "imports.take"), ADMIT
    ),
    **dict.fromkeys(
        (
            "people.set", "people.fact", "people.set_function", "welcome.keep", "welcome.over",
            "preferences.set", "preferences.add_slot", "preferences.move_slot", "preferences.rename_slot",
            "preferences.remove_slot", "foods.read_download", "foods.take_in",
        ),
        ARRANGE,
    ),
    **dict.fromkeys(
        (
            "plan.set", "plan.decision", "plan.clear", "plan.unclear", "programmes.save", "programmes.read",
            "programmes.previews",
        ),
        DECIDE,
    ),
    **dict.fromkeys(
        (
            "meals.log", "intake.log_food", "intake.quick", "intake.drink", "intake.again", "intake.copy",
            "intake.write", "tube.log", "foods.add", "recipes.add", "day_plan.plan", "day_plan.accept",
            "weight.log", "weight.weighed", "fatigue.log", "fatigue.explain", "sessions.log", "sessions.rest",
            "sessions.start", "sessions.resume", "sessions_before.keep", "sessions_after.log",
            "sessions_after.log_felt", "sessions_notes.note", "swallowing.tell", "tube_talk.answer",
        ),
        LOG,
    ),
    "reports.keep": (*LOG, *ARRANGE),
    **dict.fromkeys(
        ("history.undo", "history.edit", "history.remove", "history.take_back", "history.find"), CORRECT
    ),
}  # fmt: skip
# What only reads, or only works out; and the one way into the diary, which asks each entry what it needs.
READS: Mapping[str, str] = {
    "people": "age facts function newest person wished_since wishes",
    "caregivers": "find everybody listed called",
    "plan": "allow check clearance_decisions clearances decider decisions doubt held_since in_force loosens"
    " named",
    "plan.limits": "allow bounds group lock_all locked locks now record together whole whose",
    "meals": "against allowed avoided find known levels names nutrients outside outside_own picked standard"
    " tests unwelcome",
    "meals_next": "candidates fortify late lately more_energy need next shares tired",
    "day_plan": "instead pending planned propose",
    "foods": "find last named own per_serving prepare search",
    "recipes": "foods meals own part",
    "intake": "amount_key day days drink_food find moment past slot thinner usual",
    "intake_week": "protein view",
    "energy": "estimates targets",
    "weight": "course heaviest hold latest slip state states tare",
    "tube_talk": "answers due reasons",
    "fatigue": "before course daily drift drift_due own own_today state usual when_now",
    "programmes": "all by_stage faults find misses_stage preview versions",
    "sessions": "choices cleared ended_today parts planned programme stages steps unfinished",
    "sessions_before": "allowed felt rating unwell_today",
    "sessions_after": "answered due due_and_tell entries in_force offer softened tell",
    "sessions_notes": "asks_breath lately leaves standing",
    "tube": "last",
    "swallowing": "advice due flow_test raised_by state",
    "history": "editable everything hold lately may_change may_correct newest recent undone",
    "preferences": "for_now open_with refresh show",
    "today": "choices moved next view view_and_next",
    "reminders": "due_now planned session_planned weighing_due",
    "trends": "over",
    "reports": "gather",
    "welcome": "due waits",
    "news": "look wrote",
    "": "about keep require_let_in write day_of limits limits_by note past sign taken today_date within",
}


def kept(companion: Companion) -> tuple[Any, ...]:
    """Everything that a write would change."""
    assert isinstance(companion.unasked.shelf, MemoryShelf)
    return dict(companion.unasked.shelf.files), companion.settings


def services(companion: Companion) -> Iterator[tuple[str, Any]]:
    """Every service by its name, and the companion itself."""
    for name, kept in vars(Companion).items():
        if isinstance(kept, Service):
            yield f"{name}.", getattr(companion, name)
    yield "plan.limits.", companion.plan.limits
    yield "", companion


def methods(companion: Companion) -> dict[str, Callable[..., Any]]:
    """Every public method, by service and name."""
    return {
        f"{name}{own}": getattr(service, own)
        for name, service in services(companion)
        for own, what in inspect.getmembers(type(service), callable)
        if not own.startswith("_") and not inspect.isclass(what)
    }


def reading() -> set[str]:
    """The methods that only read."""
    return {f"{name}.{own}".lstrip(".") for name, own_ones in READS.items() for own in own_ones.split()}


def outcome(method: Callable[..., Any]) -> Exception | None:
    """What comes of calling it with rubbish for every argument that it needs."""
    given: list[str] = []
    named: dict[str, str] = {}
    for each in inspect.signature(method).parameters.values():
        if each.default is each.empty and each.kind in (each.POSITIONAL_OR_KEYWORD, each.VAR_POSITIONAL):
            given.append(RUBBISH)
        elif each.default is each.empty and each.kind is each.KEYWORD_ONLY:
            named[each.name] = RUBBISH
    try:
        method(*given, **named)
    except Exception as error:  # noqa: BLE001 - whatever comes first
        return error
    return None


def test_every_method_of_every_service_is_in_one_of_the_tables(companion):
    found = methods(companion)
    assert NEEDS.keys() & reading() == set()
    assert found.keys() == NEEDS.keys() | reading()


def test_a_method_that_is_said_to_read_has_no_line_that_writes(companion):
    writes = (".keep(", ".write(", "._write(", "._change(", ".append(self", "sign(")
    own = {"keep", "write", "sign"}  # the one way itself
    found = methods(companion)
    guilty = {
        name for name in reading() - own if any(line in inspect.getsource(found[name]) for line in writes)
    }
    # Where the answer cannot be kept, the face opens in it this once; entries that are signed for who writes.
    assert guilty == {"preferences.open_with", "sessions_after.entries"}


@pytest.mark.parametrize("role", [*ROLES, ""])
def test_who_may_not_is_told_so_before_anything_else_and_nothing_is_written(role, act_as):
    companion = act_as(role)
    before, wrong = kept(companion), {}
    for name, method in methods(companion).items():
        if name not in NEEDS or (role and set(NEEDS[name]) & MAY[role]):
            continue
        error = outcome(method)
        if not isinstance(error, NotAllowed):
            wrong[name] = error
    assert wrong == {}
    assert kept(companion) == before


@pytest.mark.parametrize("role", ROLES)
def test_who_may_is_never_told_that_the_role_does_not_include_it(role, act_as):
    companion = act_as(role)
    asked = {name: method for name, method in methods(companion).items() if name in NEEDS}
    may = {name: outcome(method) for name, method in asked.items() if set(NEEDS[name]) & MAY[role]}
    assert {name for name, error in may.items() if isinstance(error, NotAllowed)} == set()


@pytest.mark.parametrize("role", [*ROLES, ""])
def test_what_reads_writes_nothing(role, act_as):
    companion = act_as(role)
    before = kept(companion)[0]
    for name, method in methods(companion).items():
        if name in reading():
            outcome(method)
    assert kept(companion)[0] == before


# What it takes to write each kind of entry: caregivers.md, "Roles".
WRITES: Mapping[str, Verb] = {
    **dict.fromkeys(("decision", "programme", "clearance"), "decide"),
    "person": "arrange",
    "caregiver": "admit",
}


def test_a_plan_a_fact_and_who_is_let_in_take_more_than_an_entry_of_the_day():
    kinds = {name: kind for name, kind in KINDS.items() if kind is not Correction}
    assert WRITES.keys() <= kinds.keys()
    assert {name: kind.needs for name, kind in kinds.items()} == {
        name: WRITES.get(name, "log") for name in kinds
    }


@pytest.mark.parametrize("role", ["viewer", ""])
def test_no_kind_of_entry_is_written_by_who_may_write_none(role, act_as):
    companion = act_as(role)
    before = kept(companion)[0]
    target = next(one.entry for one in companion.unasked.written() if isinstance(one.entry, Weighed))
    signed = {"recorded": companion.clock(), "at": companion.clock(), "by": "Maria", "version": "0"}
    for kind in KINDS.values():
        facts = {"target": target.id, "action": "remove", "changes": {}} if kind is Correction else {}
        with pytest.raises(NotAllowed):
            companion.keep(kind.model_construct(**signed, **facts))
    assert kept(companion)[0] == before


def test_who_is_not_let_in_reads_nothing_of_the_day(act_as):
    companion = act_as("")
    for look in (
        companion.today.view,
        companion.today.next,
        companion.history.recent,
        companion.history.everything,
        companion.intake.day,
        companion.weight.state,
        companion.fatigue.state,
        companion.plan.in_force,
        companion.people.person,
        companion.sessions.unfinished,
    ):
        with pytest.raises(NotAllowed, match="not_admitted"):
            look()
