"""Ratings, the watch and the offers around a session, in sentences: the numbers, the limit, whose it is."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from companion.wording import numbers, plan

if TYPE_CHECKING:
    from companion.domain.entries import Explained, Rated
    from companion.domain.fatigue import Offer
    from companion.domain.fatigue_watch import WatchState
    from companion.services.fatigue import Explanation, FatigueLogged, FatigueState

WHEN = {
    "morning": "this morning", "before": "before a session", "during": "during a session",
    "after": "after a session", "later": "later on", "day": "today",
}  # fmt: skip
THEN = {**WHEN, "morning": "in the morning", "day": "during the day"}  # of another day
AROUND = {
    "before": "before a session", "during": "during a session", "after": "after a session",
    "later": "after a session",
}  # fmt: skip
NUMBER_NEEDED = "A number is needed here. Q goes back."
AT_THE_START = "at the start"
IS_TEN = "is 10"
STAYS_OUT = "Ratings around sessions and a helper's view stay out."
CANNOT_TELL = "This note cannot tell why you feel this way. If you are worried, call your team."
TITLES = {"none": "", "notice": "Notice: more tired than usual", "warning": "Warning: more tired than usual"}
CAUSES = {"poor_night": "a poor night", "unwell": "unwell, or an infection", "busy_day": "a busy day"}
KEY_EXPLAINS = "E notes a reason."
COMMAND_EXPLAINS = "If you know a reason, `companion fatigue explain poor-night` notes one."
ONCE_MORE = "Nothing was written down. Press 0 once more if you are not tired at all."


def logged(result: "FatigueLogged") -> str:
    """Saved: tiredness 6 of 10, this morning. Then the watch, where it has something to say."""
    return f"Saved: {described(result.entry)}.{added(reason(result.watch))}"


def rose(state: "WatchState") -> str:
    """What a rating made the watch say: its level, the reason in numbers, and what one can do."""
    return f"{TITLES[state.level]}. {reason(state)} {advice(state)}"


def described(entry: "Rated") -> str:
    """tiredness 6 of 10, this morning; of another day that day, and a helper's view is said."""
    view = ", a helper's view" if entry.helper_view else ""
    when = WHEN[entry.when]
    if entry.at.date() != entry.recorded.date():
        when = f"{THEN[entry.when]} on {numbers.day_near(entry.at, entry.recorded)}"
    return f"tiredness {entry.rating} of 10, {when}{view}"


def reason(state: "WatchState", *, whose: str = "your") -> str:
    """Why the level is what it is, in numbers; while learning, how far that is.

    `whose` is "the" for others than the person.
    """
    if state.learning:
        so_far = f"{state.ratings_so_far} of {state.needed}"
        return f"Still learning {whose} usual, {so_far}; a rating counts after a few days."
    why = state.reason
    if why is None:
        return ""
    since, now, usual = numbers.day(why.since), f"{why.now:.1f}", f"{why.usual:.1f}"
    if why.kind == "climb":
        climbed = f"ratings have been climbing since {since}: about {usual} then, about {now} now."
        return f"{numbers.capital(whose)} {climbed}"
    what = "mornings after a session" if why.kind == "mornings_after_exercise" else "ratings"
    told = f"Since {since} {whose} last {why.count} {what} average {now}."
    return f"{told} {numbers.capital(whose)} usual is {usual}."


def cause(reason: str) -> str:
    """A known reason in words, or the person's own words."""
    return CAUSES.get(reason, reason)


def explanation(entry: "Explained") -> str:
    """Saved: a poor night. The watch goes on counting as before."""
    return f"Saved: {cause(entry.reason)}. The watch goes on counting as before."


def noted(explained: Sequence["Explanation"]) -> str:
    """You noted: a poor night. Kim noted: unwell, or an infection. Each once; empty without any."""
    by: dict[str, list[str]] = {}
    for one in explained:
        by.setdefault(one.by or "You", []).append(cause(one.reason))
    return " ".join(f"{who} noted: {'; '.join(dict.fromkeys(told))}." for who, told in by.items())


def advice(state: "WatchState") -> str:
    """What one can do; empty without a level."""
    return {
        "notice": "Choose shorter sessions for now. Tell your team if it goes on.",
        "warning": "Choose the mini session, help, or rest for now, and tell your team this week.",
    }.get(state.level, "")


def watched(state: "FatigueState") -> list[str]:
    """The level, why, what was noted, and what one can do, a line each."""
    watch = state.watch
    level = TITLES[watch.level] or ("Learning" if watch.learning else "No rise")
    beside_ = beside(state)
    newest = f"Newest rating: {latest(state)}{f', {beside_}' if beside_ and not watch.learning else ''}."
    parts = (f"{level}.", reason(watch), noted(state.explained), newest, advice(watch))
    return [part for part in parts if part]


def why(state: "WatchState") -> str:
    """Why am I seeing this: what is compared, whose limits these are, what it cannot know."""
    known = usual(state)
    told = f"Your usual is {known:.1f}. " if known is not None and state.reason is None else ""
    return (
        f"{reason(state)} {told}One rating a day is compared with your own last weeks. {STAYS_OUT} "
        f"{plan.limits_set_by(None)} {CANNOT_TELL}"
    ).strip()


def latest(state: "FatigueState") -> str:
    """6 of 10; 6 of 10, yesterday after a session; or not known."""
    if state.latest is None:
        return numbers.UNKNOWN
    when = " ".join(part for part in ("yesterday" if state.stale else "", around(state)) if part)
    view = "a helper's view" if state.latest.helper_view else ""
    return ", ".join(part for part in (f"{state.latest.rating} of 10", when, view) if part)


def told(state: "FatigueState") -> str:
    """6 of 10, above your usual 3.1. Notice: more tired than usual."""
    if state.latest is None and state.watch.level == "none":
        return "No answer yet today."
    now = ", ".join(part for part in (latest(state), beside(state)) if part)
    return " ".join(
        numbers.sentence(numbers.capital(part)) for part in (now, TITLES[state.watch.level]) if part
    )


def around(state: "FatigueState") -> str:
    """What the newest rating was about where that is no day: after a session; else empty."""
    return AROUND.get(state.latest.when, "") if state.latest else ""


def beside(state: "FatigueState") -> str:
    """What the newest rating is measured against."""
    watch = state.watch
    if watch.learning:
        return f"still learning your usual, {watch.ratings_so_far} of {watch.needed}"
    known = usual(watch)
    if known is None:
        return ""
    return f"{'above ' if above(state) else ''}your usual {known:.1f}"


def above(state: "FatigueState") -> bool:
    """Whether the watch speaks and the newest rating itself is above the usual."""
    known, newest = usual(state.watch), state.latest
    return state.watch.level != "none" and known is not None and newest is not None and newest.rating > known


def usual(state: "WatchState") -> float | None:
    """The usual that is said, the same in every sentence."""
    return state.said[0] if state.said else None


def offer(given: "Offer") -> str:
    """What an offer around a session says: numbers first, the limit and whose it is, then what one can do."""
    return OFFERS[given.code](given) if given.code in OFFERS else ""


def _gentle(given: "Offer") -> str:
    if given.rule == "W1b":
        return "Weaker than usual today. A gentler choice: the mini session, help with the movement, or rest."
    if given.above_usual and given.usual is not None:
        return (
            f"You answered {given.rating}. Your usual at this time is {given.usual:.1f}. From "
            f"{numbers.short(given.limit or 0)} above your usual, only what costs little is offered. "
            "The program set this limit."
        )
    return (
        f"You answered {given.rating}. From {numbers.short(given.limit or 0)} on, only what costs little "
        "is offered. The program set this limit."
    )


def _more_rest(given: "Offer") -> str:
    return f"{_rise(given)} Every rest is longer now."


def _choice(given: "Offer") -> str:
    return f"{_rise(given)} That is the mark for stopping. End here, or finish gently with help."


def _end(given: "Offer") -> str:
    return f"{_rise(given)} Let us end here."


def _rise(given: "Offer") -> str:
    if given.start is None or given.rating is None:
        return "" if given.rating is None else f"You answered {given.rating}."
    return f"You began at {given.start} and are at {given.rating}."


OFFERS: dict[str, Callable[["Offer"], str]] = {
    "gentle": _gentle,
    "more_rest": _more_rest,
    "choice": _choice,
    "end": _end,
    "do_not_start": lambda _: "Please do not start today. The warning signs say whom to call.",
}


def added(text: str) -> str:
    """One more sentence, or nothing."""
    return f" {text}" if text else ""
