"""`companion session`: what today allows, one programme, and sessions guided or written down."""

from typing import TYPE_CHECKING, Any, get_args

import click

from companion.cli import given, shapes
from companion.cli.answers import converse
from companion.cli.faces import of_call
from companion.cli.launch import Launch
from companion.cli.verbs import Topic
from companion.domain.entries import Mode, Pain
from companion.errors import Failure, Malformed
from companion.flows.sessions import log_session, resume_session, start_session
from companion.flows.sessions_notes import note_pain
from companion.wording import sessions as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.cli.call import Call
    from companion.domain.exercises import Exercise
    from companion.domain.programmes import Item, Programme
    from companion.flows.steps import Flow
    from companion.services.companion import Companion


@click.group("session", cls=Topic)
def session() -> None:
    """Guided exercise sessions."""


@session.command("list")
@click.pass_obj
def list_(call: "Call") -> None:
    """What today allows, best first; what is held back is named with its reason."""
    choices = call.companion.sessions.choices()
    unfinished = call.companion.sessions.unfinished()
    document = {
        "reason": words.reason(choices) or None,
        "offered": [
            {**_head(c.programme), "minutes": shapes.amount(c.minutes), "left_out": list(c.left_out),
             "waits": list(c.waits)}
            for c in choices.offered
        ],
        "held": [{"id": h.programme.id, "name": h.programme.name, "why": h.why} for h in choices.held],
        "unfinished": None if unfinished is None else {
            "session": unfinished.started.id, "programme": unfinished.started.programme,
            "step": unfinished.part.step, "steps": unfinished.started.steps,
        },
    }  # fmt: skip
    waiting = words.waiting_rows(choices, call.companion.content.exercises)
    left_out = [f"Left out today: {names}. {why}" for names, why in waiting]
    call.tell(document, [*words.listed(choices, unfinished), *left_out])


@session.command("show")
@click.argument("id")
@click.pass_obj
def show(call: "Call", id: str) -> None:
    """One programme: its exercises in order, and what waits for a therapist."""
    companion = call.companion
    found, exercises = companion.sessions.programme(id), companion.content.exercises
    items = [(item, exercises[item.exercise]) for item in found.items]
    waiting = [exercise.id for _, exercise in items if not companion.sessions.cleared(exercise)]
    document = {**_head(found), "description": found.description, "exercises": [_item(*one) for one in items]}
    call.tell({**document, "left_out": waiting}, words.programme(found, items, waiting))


@session.command("start")
@click.argument("id")
@click.option("--mode", type=click.Choice(get_args(Mode)))
@click.pass_obj
def start(call: "Call", id: str, mode: Mode | None) -> Launch:
    """Be guided through a session, in the face that opens."""
    call.companion.sessions.programme(id)
    return _launch(call, lambda companion: start_session(companion, programme=id, mode=mode))


@session.command("resume")
@click.pass_obj
def resume(call: "Call") -> Launch:
    """Go on with a session that was broken off, in the face that opens."""
    if call.companion.sessions.unfinished() is None:
        converse(lambda: resume_session(call.companion))
    return _launch(call, resume_session)


@session.command("log")
@click.argument("id")
@click.option("--done", type=int, metavar="STEPS", help="How many of its exercises, from the first on.")
@given.note
@click.pass_obj
def log(call: "Call", id: str, done: int | None, note: str | None) -> None:
    """Write down a session that was done without guidance."""
    companion, text = call.companion, call.note(note)
    outcome = converse(lambda: log_session(companion, programme=id, done=done, note=text))
    shapes.saved(call, outcome, outcome.result.started, steps=outcome.result.steps)


@session.command("pain")
@click.argument("exercise")
@click.option("--kind", type=click.Choice(get_args(Pain)), required=True, help="How it hurt.")
@given.at
@given.note
@click.pass_obj
def pain(call: "Call", exercise: str, kind: Pain, at: str | None, note: str | None) -> None:
    """Write down that an exercise hurt: more than before, sharp, or lasting, it waits for the therapist."""
    companion, about, text = call.companion, given.moment(call.companion, at), call.note(note)
    outcome = converse(lambda: note_pain(companion, exercise=exercise, pain=kind, at=about, note=text))
    shapes.saved(call, outcome, outcome.result)


def _launch(call: "Call", flow: "Callable[[Companion], Flow]") -> Launch:
    face = of_call(call)
    if face == "day":
        raise Malformed("ssh_no_terminal") if call.gated else Failure("no_terminal")
    return Launch(call, flow, face)


def _head(programme: "Programme") -> dict[str, Any]:
    return {
        "id": programme.id, "name": programme.name, "position": programme.position, "mode": programme.mode,
        "version": programme.version, "source": programme.source,
    }  # fmt: skip


def _item(item: "Item", exercise: "Exercise") -> dict[str, Any]:
    dose = item.dose(exercise)
    return {
        "id": exercise.id, "name": exercise.name, "mode": item.mode, "reps": dose.reps, "sets": dose.sets,
        "sides": dose.sides, "move_s": dose.move_s, "hold_s": dose.hold_s, "rest_s": dose.rest_s,
        "steps": list(exercise.steps), "clearance": exercise.clearance,
    }  # fmt: skip
