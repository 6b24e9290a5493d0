"""`companion plan` and `companion clearance`: what was decided, by whom, and what is allowed."""

from typing import TYPE_CHECKING, Any

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.verbs import Topic
from companion.domain.plan import KEYS
from companion.flows.plan import add_clearance, remove_clearance, set_plan
from companion.wording import plan as words

if TYPE_CHECKING:
    from companion.cli.call import Call
    from companion.domain.entries import Clearance, Decision
    from companion.services.programmes import Preview


SHAPE = """\b
FILE is TOML, at most 5 MB, with a table for each programme:
  [[programme]]
  id = "mornings"            # an id of yours, or of a programme to change
  name = "Mornings for Ruth"
  version = "1"
  for_whom = "person"        # or person_with_helper, caregiver
  position = "sitting"       # or lying, side_lying, standing
  mode = "active"            # or active_assisted, passive
  stages = [1, 2, 3]         # of Sinaki and Mulder
  description = "Slowly, with rests."
  frequency = "Once a day"
  items = [
    { exercise = "neck_turn", mode = "active", reps = 3, rest_s = 20 },
  ]
What else an item may say: position, sets, sides, move_s, hold_s, reposition_s.
`companion session show ID` lists the exercises of a programme with their ids.
"""


@click.group("plan", cls=Topic)
def plan() -> None:
    """Texture levels, targets, programme and limits."""


@plan.command("show")
@click.pass_obj
def show(call: "Call") -> None:
    """The plan in force."""
    found, content = call.companion.plan.in_force(), call.companion.programmes.library
    document = {"plan": {key: decided(found.decision(key)) for key in KEYS}}
    told = {key: words.in_force(found.decision(key), content) for key in KEYS}
    told["limits"] = words.limits_in_force(found.limits, call.companion.plan.limits.whose(), content)
    lines = [f"{words.title(key)}: {line}." for key, line in told.items()]
    call.tell(document, lines)


@plan.command("set")
@click.argument("key")
@click.argument("value")
@given.decided_by
@click.option("--confirm", is_flag=True, help="It was decided, although it loosens a texture.")
@click.option(
    "--lock/--no-lock", default=None, help="Limits: only this name may loosen them, or no longer so."
)
@given.note
@click.pass_obj
def set_(call: "Call", /, confirm: bool, note: str | None, **facts: Any) -> None:  # noqa: FBT001 - click's shape
    """Write down a decision: food-level, drink-level, energy, programme and so on.

    Limits: session.end_rating=7 sets one, session.end_rating= goes back to the program's; others stay.
    """
    companion, text = call.companion, call.note(note)
    outcome = converse(lambda: set_plan(companion, confirmed=confirm, note=text, **facts))
    shapes.saved(call, outcome, outcome.result.entry)


@plan.command("import", epilog=SHAPE)
@click.argument("file", type=click.Path(path_type=str))
@click.option("--check", is_flag=True, help="Only show what is added, changed, taken out and moved.")
@given.decided_by
@click.option("--confirm", is_flag=True, help="The changes were seen: save them.")
@given.note
@click.pass_obj
def import_(
    call: "Call",
    file: str,
    check: bool,  # noqa: FBT001 - click's shape
    decided_by: str | None,
    confirm: bool,  # noqa: FBT001
    note: str | None,
) -> None:
    """Take programmes from a therapist's file, each as a new version; the versions before are kept."""
    from pathlib import Path

    from companion.flows.programmes import import_programme
    from companion.wording import programmes as told

    companion, text = call.companion, call.note(note)
    previews = companion.programmes.previews(Path(file))
    lines = [line for one in previews for line in told.preview(one, companion.content)]
    document = {"programmes": [previewed(one) for one in previews]}
    if check:
        call.tell({**document, "saved": False}, lines)
        return
    if not call.json and not confirm:
        call.remark(*lines)
    outcome = converse(
        lambda: import_programme(companion, file=file, decided_by=decided_by, confirmed=confirm, note=text)
    )
    entries = [shapes.entry(one) for one in outcome.result.entries] if outcome.result else []
    call.tell(
        {**document, "saved": bool(entries), "entries": entries, "sentence": outcome.sentence},
        [outcome.sentence],
    )


@click.group("clearance", cls=Topic)
def clearance() -> None:
    """What a therapist or the respiratory team allowed."""


@clearance.command("add")
@click.argument("what")
@given.decided_by
@given.note
@click.pass_obj
def add(call: "Call", what: str, decided_by: str | None, note: str | None) -> None:
    """Write down that an exercise, or a kind of exercise, was allowed."""
    companion, text = call.companion, call.note(note)
    outcome = converse(lambda: add_clearance(companion, what=what, decided_by=decided_by, note=text))
    shapes.saved(call, outcome, outcome.result.entry)


@clearance.command("list")
@click.pass_obj
def list_(call: "Call") -> None:
    """What is allowed now."""
    found, content = call.companion.plan.clearances(), call.companion.content
    lines = [f"{words.described_clearance(c, content)}." for c in found.values()]
    call.tell({"clearances": [cleared(c) for c in found.values()]}, lines or [words.nothing_cleared()])


@clearance.command("remove")
@click.argument("what")
@given.decided_by
@click.pass_obj
def remove(call: "Call", what: str, decided_by: str | None) -> None:
    """Take a clearance back."""
    companion = call.companion
    outcome = converse(lambda: remove_clearance(companion, what=what, decided_by=decided_by))
    shapes.saved(call, outcome, outcome.result.entry)


def decided(found: "Decision | None") -> dict[str, Any] | None:
    """A decision as JSON; null where nobody decided."""
    if found is None:
        return None
    return {"value": found.value, "decided_by": found.decided_by, "at": found.at.isoformat(), "id": found.id}


def previewed(found: "Preview") -> dict[str, Any]:
    """What saving a programme would do, as JSON."""
    now, before = found.programme, found.before
    return {
        "id": now.id,
        "name": now.name,
        "version": now.version,
        "version_before": before.version if before else None,
        "minutes": shapes.amount(found.minutes),
        "minutes_before": shapes.amount(found.minutes_before),
        "changes": [change.model_dump(mode="json") for change in found.changes],
    }


def cleared(found: "Clearance") -> dict[str, Any]:
    """A clearance as JSON."""
    return {"what": found.what, "decided_by": found.decided_by, "at": found.at.isoformat(), "id": found.id}
