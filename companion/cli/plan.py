"""`companion plan` and `companion clearance`: what was decided, by whom, and what is allowed."""

from typing import TYPE_CHECKING, Any

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.call import Call
from companion.cli.verbs import Topic
from companion.domain.plan import KEYS
from companion.flows.plan import add_clearance, remove_clearance, set_plan
from companion.wording import plan as words

if TYPE_CHECKING:
    from companion.domain.entries import Clearance, Decision


@click.group("plan", cls=Topic)
def plan() -> None:
    """Texture levels, targets, programme and limits."""


@plan.command("show")
@click.pass_obj
def show(call: Call) -> None:
    """The plan in force."""
    found, content = call.companion.plan.in_force(), call.companion.content
    document = {"plan": {key: decided(found.decision(key)) for key in KEYS}}
    lines = [f"{words.title(key)}: {words.in_force(found.decision(key), content)}." for key in KEYS]
    call.tell(document, lines)


@plan.command("set")
@click.argument("key")
@click.argument("value")
@given.decided_by
@click.option("--confirm", is_flag=True, help="It was decided, although it loosens a texture.")
@given.note
@click.pass_obj
def set_(call: Call, /, confirm: bool, note: str | None, **facts: Any) -> None:  # noqa: FBT001 - click's shape
    """Write down a decision: food-level, drink-level, energy, programme and so on."""
    companion, text = call.companion, call.note(note)
    outcome = converse(lambda: set_plan(companion, confirmed=confirm, note=text, **facts))
    shapes.saved(call, outcome, outcome.result.entry)


@click.group("clearance", cls=Topic)
def clearance() -> None:
    """What a therapist or the respiratory team allowed."""


@clearance.command("add")
@click.argument("what")
@given.decided_by
@given.note
@click.pass_obj
def add(call: Call, what: str, decided_by: str | None, note: str | None) -> None:
    """Write down that an exercise, or a kind of exercise, was allowed."""
    companion, text = call.companion, call.note(note)
    outcome = converse(lambda: add_clearance(companion, what=what, decided_by=decided_by, note=text))
    shapes.saved(call, outcome, outcome.result.entry)


@clearance.command("list")
@click.pass_obj
def list_(call: Call) -> None:
    """What is allowed now."""
    found, content = call.companion.plan.clearances(), call.companion.content
    lines = [f"{words.described_clearance(c, content)}." for c in found.values()]
    call.tell({"clearances": [cleared(c) for c in found.values()]}, lines or [words.nothing_cleared()])


@clearance.command("remove")
@click.argument("what")
@given.decided_by
@click.pass_obj
def remove(call: Call, what: str, decided_by: str | None) -> None:
    """Take a clearance back."""
    companion = call.companion
    outcome = converse(lambda: remove_clearance(companion, what=what, decided_by=decided_by))
    shapes.saved(call, outcome, outcome.result.entry)


def decided(found: "Decision | None") -> dict[str, Any] | None:
    """A decision as JSON; null where nobody decided."""
    if found is None:
        return None
    return {"value": found.value, "decided_by": found.decided_by, "at": found.at.isoformat(), "id": found.id}


def cleared(found: "Clearance") -> dict[str, Any]:
    """A clearance as JSON."""
    return {"what": found.what, "decided_by": found.decided_by, "at": found.at.isoformat(), "id": found.id}
