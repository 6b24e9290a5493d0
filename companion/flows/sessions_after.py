"""Conversations around a session: what is asked before it, in the hours after it, and the morning after."""

from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from companion.flows.ask import Ask
from companion.flows.fatigue import WHO, weaker_or_sore
from companion.flows.steps import AnyStep, Choose, Flow, Option, Say
from companion.services.sessions_after import Answer, Question
from companion.services.sessions_before import Before
from companion.wording import fatigue
from companion.wording import sessions_after as words

if TYPE_CHECKING:
    from companion.domain.entries import Feeling
    from companion.services.companion import Companion
    from companion.services.sessions_offered import Choices

WEAKER, SORE, UNWELL, NOTHING = "weaker", "sore", "unwell", "nothing"


def ask_after(companion: "Companion") -> Flow:
    """What is due after a session or on the morning after it: how tired; then what that means."""
    question = companion.sessions_after.due()
    if question is None:
        yield Say(words.NOTHING_DUE)
        return None
    answer = yield from _answer(Ask(companion), companion, question)
    result = companion.sessions_after.log(answer)
    level = "notice" if result.offer.rule or result.tell else "info"
    yield Say(words.logged(result, companion.today_date()), level)
    if result.rose is not None:
        yield Say(fatigue.rose(result.rose), "warning" if result.rose.level == "warning" else "notice")
    return result


def ask_before(companion: "Companion", rating: int | None) -> Generator[AnyStep, Any, Before]:
    """How tired, and whether anything is different; first what is due after the last session.

    On the morning after a session one rating answers both. A helper is asked once whose view it all is.
    """
    ask, after, settling = Ask(companion), None, companion.sessions_after
    view = bool(companion.actor.helps and (yield ask.choose("helper_view", WHO, default=False)))
    question = settling.due()
    both = question is not None and question.when == "morning" and companion.fatigue.when_now() == "morning"
    if question is not None and not both:
        after = yield from _answer(ask, companion, question, helper_view=view)
        given = settling.offer(after)
        if given.rule == "W5":
            yield Say(words.offer(given), "notice")
    held = companion.sessions_before.rating(helper_view=view) if rating is None else rating
    if held is None:
        latest = companion.fatigue.state().latest
        default = latest.rating if latest and latest.helper_view == view else None
        rating = held = yield ask.rating("fatigue", text="fatigue_before", default=default)
    felt: Feeling | None = None
    if companion.sessions_before.felt() is None:
        felt = yield ask.choose(
            "different", _different(question if both else None), default=_first(companion)
        )
    if both and question is not None:
        after = Answer(question, held, None if felt == UNWELL else felt, view)
    return Before(rating, felt, after, view)


def ask_whole(companion: "Companion", choices: "Choices", programme: str) -> Generator[AnyStep, Any, bool]:
    """Why this session is shorter, in numbers, and whether it shall be all the same; nothing to ask is no."""
    choice = choices.choice(programme)
    if choices.softer is None or choice is None or choice.whole_minutes is None:
        return False
    options = [Option(False, words.SHORTER), Option(True, words.ALL, words.all_of(choice))]
    whole: bool = yield Ask(companion).choose(
        "whole", options, title=words.shorter(choices, choice), default=False
    )
    return whole


def _answer(
    ask: Ask, companion: "Companion", question: Question, *, helper_view: bool | None = None
) -> Generator[AnyStep, Any, Answer]:
    """How tired; the morning after a session also whether weaker or newly sore; whose view, if not known."""
    start = question.session.start if question.when == "later" and question.session else None
    step: Choose = ask.rating("fatigue", text=f"fatigue_{question.when}", start=start)
    title = words.question(question)
    rating = yield replace(step, title=title, spoken=title)
    felt = None
    if question.when == "morning" and question.session is not None:
        felt = yield weaker_or_sore(ask)
    if helper_view is None and rating is not None and companion.actor.helps:
        helper_view = yield ask.choose("helper_view", WHO, default=False)
    return Answer(question, rating, felt, bool(helper_view))


def _first(companion: "Companion") -> "Feeling":
    """The answer that the question begins on: a fall or warning sign of today is not asked for twice."""
    return "unwell" if companion.sessions_before.unwell_today() else "nothing"


def _different(morning: Question | None) -> list[Option]:
    """Newly sore is asked on the morning after a session only."""
    asked = dict(words.BEFORE)
    if morning is not None and morning.session is not None:
        asked = {
            NOTHING: asked[NOTHING],
            WEAKER: asked[WEAKER],
            SORE: words.MORNING[SORE],
            UNWELL: asked[UNWELL],
        }
    return [Option(value, label) for value, label in asked.items()]
