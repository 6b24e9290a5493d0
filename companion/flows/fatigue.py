"""Conversations about tiredness."""

from datetime import datetime
from typing import TYPE_CHECKING

from companion.flows.ask import Ask
from companion.flows.steps import Choose, Flow, Option, Say
from companion.wording import fatigue, numbers, sessions_after

if TYPE_CHECKING:
    from companion.domain.entries import Feeling, When
    from companion.services.companion import Companion

OTHER = "own"
WHO = (Option(False, "The person said so"), Option(True, "It is my own view"))


def log_fatigue(
    companion: "Companion",
    *,
    rating: int | None = None,
    when: "When | None" = None,
    helper_view: bool | None = None,
    at: datetime | None = None,
    note: str | None = None,
    felt: "Feeling | None" = None,
) -> Flow:
    """Write down how tired, 0 to 10; the watch speaks up where ratings rise. No answer writes nothing.

    A helper is asked whether the person said so, since a helper's own view stays out of the usual. Whoever
    is asked for the rating of a morning after a session is asked for weaker and newly sore as well.
    """
    ask, asked = Ask(companion), rating is None
    if rating is None:
        rating = yield ask.rating("fatigue")
        if rating is None:
            return None
    if helper_view is None and companion.actor.helps:
        helper_view = yield ask.choose("helper_view", WHO, default=False)
    due = companion.sessions_after.due() if at is None else None
    answers = due if due is not None and due.when == (when or companion.fatigue.when_now()) else None
    session = answers.session.id if answers is not None and answers.session is not None else None
    if asked and felt is None and session is not None and answers is not None and answers.when == "morning":
        felt = yield weaker_or_sore(ask)
    result = companion.fatigue.log(
        rating, when=when, helper_view=bool(helper_view), at=at, note=note, session=session
    )
    if felt is not None:
        companion.sessions_after.log_felt(felt, result.entry)
    level = "info" if result.watch.level == "none" else "notice"
    warns = result.watch.level == "warning" and result.rose  # what was told already waits for nobody
    yield Say(fatigue.logged(result), "warning" if warns else level)
    if answers is not None:
        led_to = companion.sessions_after.answered(answers, result.entry)
        if said := sessions_after.follows(led_to, companion.today_date()):
            yield Say(said, "notice")
    return result


def weaker_or_sore(ask: Ask) -> Choose:
    """What the morning after a session is asked beside the rating."""
    options = [Option(value, label) for value, label in sessions_after.MORNING.items()]
    return ask.choose("felt", options, default="nothing")


def explain_rise(
    companion: "Companion", *, reason: str | None = None, at: datetime | None = None, note: str | None = None
) -> Flow:
    """Note a reason for being more tired; none that is known writes nothing. The watch counts as before."""
    ask = Ask(companion)
    if reason is None:
        known = [Option(cause, numbers.capital(words)) for cause, words in fatigue.CAUSES.items()]
        options = [*known, Option(OTHER, "Something else"), Option(None, "No reason that I know")]
        reason = yield ask.choose("explanation", options)
        if reason is None:
            return None
        if reason == OTHER:
            reason = yield ask.text("explanation_words")
    entry = companion.fatigue.explain(reason, at=at, note=note)
    yield Say(fatigue.explanation(entry))
    return entry
