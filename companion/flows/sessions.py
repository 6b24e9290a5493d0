"""Conversations around a guided session: choosing, starting, going on, writing down. No answer is wrong."""

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from companion.domain.frozen import frozen_by_name
from companion.errors import CompanionError
from companion.flows.ask import Ask
from companion.flows.sessions_after import ask_before, ask_whole
from companion.flows.steps import AnyStep, Choose, Flow, Option, Read, RunSession, Say
from companion.wording import fatigue, sessions, sessions_after, sessions_notes

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import Any

    from companion.domain.entries import Mode
    from companion.domain.fatigue_watch import WatchState
    from companion.flows.levels import Talk
    from companion.services.companion import Companion
    from companion.services.sessions_offered import Choices

REST, GO_ON = "rest", "go_on"


@frozen_by_name
class ChooseSession(Choose):
    """The choice of a session; its texts tell why these and, where anything is, what is held back."""

    choices: "Choices"


def start_session(
    companion: "Companion",
    *,
    programme: str | None = None,
    mode: "Mode | None" = None,
    rating: int | None = None,
) -> Flow:
    """The start rating and how somebody is, what today allows, then the session.

    One that is held back is asked again; one that is softened says why and may be done whole.
    """
    before = yield from ask_before(companion, rating)
    view = before.helper_view
    choices = companion.sessions.choices(
        before.rating, felt=before.felt, after=before.after, helper_view=view
    )
    if choices.offer.code == "do_not_start":
        yield from _told(companion.sessions_before.keep(before))
        yield Say(sessions_after.DO_NOT_START, "signs")
        return choices.offer
    if programme is None or choices.holds(programme):
        programme = yield from _choose(companion, choices)
    whole = yield from ask_whole(companion, choices, programme)
    yield from _told(companion.sessions_before.keep(before))
    if programme == REST:
        ended = companion.sessions.rest()
        yield Say(sessions.ended(ended, 0, 0))
        return ended
    running = companion.sessions.start(programme, mode, whole=whole, helper_view=view)
    for said in sessions_notes.starting(choices.standing, running.started.parts, companion.content):
        yield Say(said, "notice")
    yield RunSession(running)
    return running


def resume_session(companion: "Companion") -> Flow:
    """Go on with a session that was broken off, at the same step."""
    running = companion.sessions.resume()
    yield RunSession(running)
    return running


def offer_session(companion: "Companion") -> Flow:
    """At the start: what is kept of a session that was broken off, and to go on with it by one key."""
    found = companion.sessions.unfinished()
    if found is None:
        return None
    title = f"{found.started.title}. {sessions.closes(found)}"
    ways = [Option(GO_ON, sessions.go_on(found)), Option(None, "Not now")]
    step = Ask(companion).choose("broken_off", ways, title=title, default=GO_ON)
    if (yield replace(step, spoken=sessions.unfinished(found))) is None:
        return None
    return (yield from resume_session(companion))


def broken_off(companion: "Companion") -> "tuple[Talk, ...]":
    """What a face that shows one step at a time begins with while a session waits to be gone on with."""
    from companion.flows.levels import Talk

    try:
        waits = companion.actor.may("log") and companion.sessions.unfinished() is not None
    except CompanionError:
        return ()  # the menu says what is wrong
    return (Talk(offer_session),) if waits else ()


def log_session(
    companion: "Companion", *, programme: str | None = None, done: int | None = None, note: str | None = None
) -> Flow:
    """Write down a session that was done without guidance."""
    ask = Ask(companion)
    if programme is None:
        choices = companion.sessions.choices(None)
        tiring = (one.programme for one in choices.held if choices.holds(one.programme.id))
        done_or_not = [*(one.programme for one in choices.offered), *tiring]  # whatever today allows
        programme = yield ask.choose("programme", [Option(p.id, p.name) for p in done_or_not])
    if done is None:
        chosen = companion.sessions.programme(programme)
        done = yield replace(ask.number("done", "done", whole=True), high=companion.sessions.steps(chosen))
    result = companion.sessions.log(programme, done, note=note)
    yield Say(sessions.logged(result))
    return result


def _told(rose: "WatchState | None") -> "Iterator[AnyStep]":
    """What the watch says where a rating made its level higher."""
    if rose is not None:
        yield Say(fatigue.rose(rose), "warning" if rose.level == "warning" else "notice")


def _choose(companion: "Companion", choices: "Choices") -> "Generator[AnyStep, Any, str]":
    options = [
        Option(c.programme.id, c.programme.name, sessions.choice(c), c.programme.aloud)
        for c in choices.offered
    ]
    rest = Option(REST, "Rest today", "Nothing is lost. It is written down as your choice.")
    if why := sessions.reason(choices):
        yield Say(why, "notice")
    asked = Ask(companion).choose("programme", [*options, rest])
    asked = replace(asked, reads=_reads(companion, choices))
    answer: str = yield ChooseSession(
        **{f.name: getattr(asked, f.name) for f in fields(asked)}, choices=choices
    )
    return answer


def _reads(companion: "Companion", choices: "Choices") -> tuple[Read, ...]:
    """Why these and in this order; and what is held back, each with its reason."""
    why = Read(sessions.WHY_TITLE, tuple(("", text) for text in sessions.why_these(choices)))
    held = tuple(sessions.held_rows(choices, companion.content.exercises))
    return (why, Read(sessions.HELD_BACK, held)) if held else (why,)
