"""Conversations around and within a guided session. Every rule is an offer; no answer is wrong."""

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from companion.domain.entries import Mode
from companion.domain.fatigue import Offer
from companion.flows.ask import Ask
from companion.flows.steps import AnyStep, Choose, Flow, Option, RunSession, Say
from companion.services.sessions import Choices
from companion.services.sessions_running import RunningSession
from companion.wording import fatigue, sessions

if TYPE_CHECKING:
    from collections.abc import Generator
    from typing import Any

    from companion.services.companion import Companion

REST, END, GENTLY, GO_ON = "rest", "end", "gently", "go_on"
UNWELL = "unwell"
REASONS = tuple(Option(reason, words) for reason, words in sessions.REASONS.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseSession(Choose):
    """The choice of a session, for faces that show more than its rows: why, and what is held back."""

    choices: Choices


def start_session(
    companion: "Companion",
    *,
    programme: str | None = None,
    mode: Mode | None = None,
    rating: int | None = None,
) -> Flow:
    """The start rating, what today allows, then the session. One that is held back is asked again."""
    ask = Ask(companion)
    if rating is None and companion.sessions.rating_before() is None:
        latest = companion.fatigue.state().latest
        rating = yield ask.rating("fatigue", text="fatigue_before", default=latest.rating if latest else None)
    choices = companion.sessions.choices(rating)
    if programme is None or choices.holds(programme):
        programme = yield from _choose(ask, choices)
    if rating is not None:
        companion.fatigue.log(rating, when="before")
    if programme == REST:
        ended = companion.sessions.rest()
        yield Say(sessions.ended(ended, 0, 0))
        return ended
    running = companion.sessions.start(programme, mode)
    yield RunSession(running)
    return running


def resume_session(companion: "Companion") -> Flow:
    """Go on with a session that was broken off, at the same step."""
    running = companion.sessions.resume()
    yield RunSession(running)
    return running


def check_in(companion: "Companion", running: RunningSession) -> Flow:
    """How tired, in the middle or whenever asked for. The answer is kept before its offer is asked about."""
    ask = Ask(companion)
    start = running.started.start_rating
    rating = yield ask.rating("fatigue", text="fatigue_during", default=running.last_rating, start=start)
    offer = running.rate(rating)
    if running.waiting is None:
        running.answered()
    if offer.code == "more_rest":
        yield Say(fatigue.offer(offer), "notice")
    return offer


def settle(companion: "Companion", running: RunningSession) -> Flow:
    """What a rating offers: to end here, to finish gently, or to go on. Asked again after a break."""
    offer = running.waiting
    assert offer is not None
    answer = yield Ask(companion).choose("offer", _ways(offer), title=fatigue.offer(offer), default=END)
    if answer == END:
        running.stop("tired")
    elif answer == GENTLY:
        running.gentler()
    running.answered()
    return answer


def stop_session(companion: "Companion", running: RunningSession) -> Flow:
    """End here and why; dizzy or short of breath leads to the warning signs."""
    reason = yield Ask(companion).choose("stop", REASONS, default="enough")
    running.stop(reason)
    return reason


def end_session(companion: "Companion", running: RunningSession) -> Flow:
    """The end rating, which may be left out, and what was done."""
    start, last = running.started.start_rating, running.last_rating
    rating = yield Ask(companion).rating("after", text="fatigue_after", default=last, start=start)
    running.rate(rating, "after")
    yield Say(sessions.summary(running, rating))
    return running.ended


def log_session(
    companion: "Companion", *, programme: str | None = None, done: int | None = None, note: str | None = None
) -> Flow:
    """Write down a session that was done without guidance."""
    ask = Ask(companion)
    if programme is None:
        offered = [c.programme for c in companion.sessions.choices(None).offered]
        programme = yield ask.choose("programme", [Option(p.id, p.name) for p in offered])
    if done is None:
        chosen = companion.sessions.programme(programme)
        done = yield replace(ask.number("done", "done", whole=True), high=companion.sessions.steps(chosen))
    result = companion.sessions.log(programme, done, note=note)
    yield Say(sessions.logged(result))
    return result


def _choose(ask: Ask, choices: Choices) -> "Generator[AnyStep, Any, str]":
    options = [
        Option(c.programme.id, c.programme.name, sessions.choice(c), c.programme.aloud)
        for c in choices.offered
    ]
    rest = Option(REST, "Rest today", "Nothing is lost. It is written down as your choice.")
    if why := sessions.reason(choices):
        yield Say(why, "notice")
    asked = ask.choose("programme", [*options, rest])
    answer: str = yield ChooseSession(
        **{f.name: getattr(asked, f.name) for f in fields(asked)}, choices=choices
    )
    return answer


def _ways(offer: Offer) -> list[Option]:
    gently = Option(GENTLY, "Finish gently, with help", "No bands, longer rests, a helper does the work.")
    ways = [Option(END, "End here"), gently]
    return (
        [*ways, Option(GO_ON, "Go on as before")] if offer.code == "choice" and not offer.stop_now else ways
    )
