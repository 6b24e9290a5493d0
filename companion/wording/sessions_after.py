"""Around a session: what is asked, what an answer leads to in numbers, and why a session is shorter."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from companion.wording import numbers

if TYPE_CHECKING:
    from companion.domain.entries import Felt
    from companion.domain.fatigue import Offer
    from companion.domain.fatigue_after import Softer
    from companion.services.sessions_after import Answered, Question
    from companion.services.sessions_offered import Choice, Choices

NOTHING_DUE = "Nothing is to be asked just now. After a session this asks how tired you are."
DO_NOT_START = (
    "Please do not start today. That is written down. The warning signs say whom to call, and when."
)
BEFORE = {
    "nothing": "Nothing different",
    "weaker": "Weaker than usual",
    "unwell": "Breathless at rest, chest pain, fever, or a fall today",
}
MORNING = {"nothing": "Neither", "weaker": "Weaker than usual", "sore": "Newly sore"}
SHORTER, ALL = "The shorter one", "All of it"
TITLE = "Notice: a softer session"
REST = "Rest for now. {when} after the end the same is asked again."
LATER_WHOLE = "Sessions stay shorter until then; you can choose all of one."
STAYS = "Sessions stay as soft as they are for now; you can choose all of one."
ROWS = {"later": "Tired after the session?", "morning": "How tired this morning?"}
WHEN = {"before": "before a session", "later": "later after a session", "morning": "in the morning"}
FELT = {
    "nothing": "nothing different",
    "weaker": "weaker than usual",
    "sore": "newly sore",
    "unwell": "a warning sign, not begun",
    "no_answer": "no answer",
}
LEFT = {0.75: "cut by a quarter", 0.5: "cut by half"}


def question(asked: "Question") -> str:
    """Hands and wrists ended at 14:05. How tired are you now? Or the same of a morning."""
    past = asked.session
    if past is None:
        return "This morning: how tired?"
    if asked.when == "morning":
        return f"This morning, after {past.title} yesterday: how tired?"
    return f"{past.title} ended at {numbers.clock(past.ended)}. How tired are you now?"


def offer(given: "Offer") -> str:
    """What an answer after a session leads to, the numbers first; empty where it leads to nothing."""
    if given.rule == "W5":
        return f"{_after(given)} {REST.format(when=numbers.ago(given.again or 0))}"
    return why(given, "") if given.rule else ""


def why(given: "Offer", on: str) -> str:
    """An hour after a session on 14 April you were at 5; you began at 3. `on` may be empty."""
    if given.rule != "W8":
        return _after(given, on)
    if given.limit is None:
        return f"You were weaker or newly sore{on or ' this morning'}, the day after a session."
    known = (
        f"your usual morning is {given.usual:.1f}"
        if given.usual is not None
        else (f"your usual one is not known yet, and from {given.limit:g} on a morning is a hard one")
    )
    return f"The morning after a session{on} was {given.rating}; {known}."


def _after(given: "Offer", on: str = "") -> str:
    passed = numbers.ago(given.minutes or 0)
    return f"{passed} after a session{on} you were at {given.rating}; you began at {given.start}."


def softer(held: "Softer") -> str:
    """Why sessions are softer, how, until when, and whose limit it is."""
    left = [LEFT.get(held.share, f"cut to {round(held.share * 100)} %"), "with longer rests"]
    left += ["without bands and aerobic work"] if held.no_load else []
    so_far = f": {held.good} so far" if held.good else ""
    today = " Today rest or the mini session is a good choice." if held.gentle else ""
    return (
        f"{why(held.offer, f' on {numbers.day(held.since)}')}{today} Sessions are {numbers.listed(left)}, "
        f"until {numbers.count(held.needed, 'good morning')}{so_far}. You can choose all of it."
    )


def length(choice: "Choice") -> str:
    """9 minutes, not 12; where it is whole, 12 minutes."""
    now = numbers.count(max(1, round(choice.minutes)), "minute")
    whole = choice.whole_minutes
    return now if whole is None or round(whole) == round(choice.minutes) else f"{now}, not {round(whole)}"


def shorter(choices: "Choices", choice: "Choice") -> str:
    """An hour after a session you were at 5; you began at 3. This one is 9 minutes, not 12."""
    assert choices.softer is not None
    load = ", without bands and aerobic work" if choices.softer.no_load else ""
    said = why(choices.softer.offer, f" on {numbers.day(choices.softer.since)}")
    return f"{said} This one is {length(choice)}, with longer rests{load}."


def all_of(choice: "Choice") -> str:
    """12 minutes, your choice."""
    whole = numbers.count(round(choice.whole_minutes or choice.minutes), "minute")
    return f"{whole}. It is written down as your choice."


def logged(result: "Answered", today: date) -> str:
    """Saved: tiredness 5 of 10, an hour on. Then what it means for the next session."""
    rated = [entry for entry in result.entries if entry.kind != "felt"]
    said = f"Saved: tiredness {getattr(rated[0], 'rating', '')} of 10." if rated else "Saved: no answer."
    return f"{said} {follows(result, today)}".strip()


def follows(result: "Answered", today: date) -> str:
    """What an answer means for the next session; empty where it means nothing."""
    held, parts = result.softer, list[str]()
    if result.offer.rule == "W5":
        parts.append(offer(result.offer))
    elif held is not None and held.since == today:
        parts.append(softer(held))
    elif held is not None and result.offer.rule:
        parts += [why(result.offer, ""), STAYS]
    elif held is not None and result.question.when == "morning":
        parts.append(f"{numbers.count(held.good, 'good morning')} of {held.needed}. {LATER_WHOLE}")
    parts += [tell(result.tell)] if result.tell else []
    return " ".join(parts)


def tell(days: Sequence[date]) -> str:
    """Why it is worth telling a therapist, with the days and where the answers stand (W11)."""
    named = numbers.listed([numbers.day(on) for on in dict.fromkeys(days)])
    times = numbers.count(len(days), "time")
    return (
        f"{numbers.capital(times)} in a week it took long to settle after a session: {named}. It is worth"
        " telling your physical therapist. The history has the answers to show."
    )


def described(entry: "Felt") -> str:
    """For the history: before a session: weaker than usual; a helper's view is said."""
    view = ", a helper's view" if entry.helper_view else ""
    return f"{WHEN[entry.when]}: {FELT[entry.what]}{view}"
