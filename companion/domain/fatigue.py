"""What a fatigue rating around a session leads to. Rules W0 to W8 and W11; scale 0 to 10.

Compared is the change from the person's own start and usual, as a start of 5 may be an ordinary day, and a
high ceiling. A rating that is missing is unknown, never fine. What the answers after a session leave of
the next one is worked out in fatigue_after.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.domain.entries import Rated, When
    from companion.domain.limits import AfterLimits, SessionLimits

Code = Literal[
    "go_on",
    "more_rest",  # the rests grow by rest_factor
    "choice",  # end here, or finish gently with help; no bands, no aerobic
    "end",
    "gentle",  # before: the mini session, passive, or rest; no bands, no aerobic
    "do_not_start",  # the page of warning signs
    "rest",  # half an hour after: rest, ask again at an hour
    "shorter_next",
    "half_next",
    "gentle_day",  # next morning: rest or mini today, then half until two good mornings
    "unknown",
]
Rule = Literal["W0", "W1", "W1b", "W2", "W3", "W4", "W5", "W6", "W7", "W8"]
SLOW_TO_SETTLE = ("W6", "W7", "W8")
TOO_MUCH = ("resistance", "aerobic")


@frozen
class Offer:
    """What is offered, by which rule, and the numbers that led to it.

    `limit` is the mark that was reached: a rating, or for a rise the points. `stop_now`: the exercise under
    way ends, whatever is chosen. `above_usual`: the limit counts from the usual. Of the time after a session,
    `minutes` is the mark that has passed, and `again` the one at which the same is asked again.
    """

    code: Code
    rule: Rule | None = None
    rating: int | None = None
    start: int | None = None
    usual: float | None = None
    limit: float | None = None
    stop_now: bool = False
    above_usual: bool = False
    minutes: int | None = None
    again: int | None = None


def before(
    rating: int | None,
    usual: float | None,
    limits: "SessionLimits",
    *,
    weaker: bool = False,
    unwell: bool = False,
) -> Offer:
    """Judge the start. `unwell`: breathless at rest, chest pain, fever, a fall; `weaker` than usual."""

    def offer(
        code: Code, rule: Rule | None = None, limit: float | None = None, *, above: bool = False
    ) -> Offer:
        return Offer(code, rule, rating=rating, usual=usual, limit=limit, above_usual=above)

    if unwell:
        return offer("do_not_start", "W0")
    if rating is not None and rating >= limits.before_rating:
        return offer("gentle", "W1", limits.before_rating)
    if rating is not None and usual is not None and rating - usual >= limits.before_above_usual:
        return offer("gentle", "W1", limits.before_above_usual, above=True)
    if weaker:
        return offer("gentle", "W1b")
    return offer("unknown" if rating is None else "go_on")


def during(
    start: int | None,
    now: int | None,
    limits: "SessionLimits",
    *,
    effort: int | None = None,
    talks: bool | None = None,
    unwell: bool = False,
    category: str | None = None,
) -> Offer:
    """Judge the check-in. `talks`: in sentences; `unwell`: new pain, dizziness or breathlessness."""

    def offer(code: Code, rule: Rule | None = None, limit: float | None = None) -> Offer:
        stop_now = code == "end" or (code == "choice" and category in TOO_MUCH)
        return Offer(code, rule, rating=now, start=start, limit=limit, stop_now=stop_now)

    rise = None if start is None or now is None else now - start
    if now is not None and now >= limits.end_rating:
        return offer("end", "W4", limits.end_rating)
    if rise is not None and rise >= limits.rise_end:
        return offer("end", "W4", limits.rise_end)
    if unwell:
        return offer("end", "W4")
    if rise is not None and rise >= limits.rise_choice:
        return offer("choice", "W3", limits.rise_choice)
    if effort is not None and effort >= limits.stop_effort:
        return offer("choice", "W3", limits.stop_effort)
    if talks is False:
        return offer("choice", "W3")
    if rise is not None and rise >= limits.rise_rest:
        return offer("more_rest", "W2", limits.rise_rest)
    return offer("unknown" if now is None else "go_on")


def later(start: int | None, now: int | None, minutes: int, limits: "AfterLimits") -> Offer:
    """Judge the time after: up for half an hour, then not settled at an hour, then at two."""
    if start is None or now is None:
        return Offer("unknown", rating=now, start=start)
    rise = now - start
    if minutes >= limits.third_minutes and rise > limits.settled_within:
        return Offer("half_next", "W7", now, start, limit=limits.settled_within, minutes=limits.third_minutes)
    if minutes >= limits.second_minutes and rise > limits.settled_within:
        return Offer(
            "shorter_next", "W6", now, start, limit=limits.settled_within, minutes=limits.second_minutes
        )
    if limits.first_minutes <= minutes < limits.second_minutes and rise >= limits.still_up:
        return Offer(
            "rest", "W5", now, start,
            limit=limits.still_up, minutes=limits.first_minutes, again=limits.second_minutes,
        )  # fmt: skip
    return Offer("go_on", rating=now, start=start)


def next_morning(
    now: int | None,
    usual: float | None,
    limits: "AfterLimits",
    high: int,
    *,
    weaker: bool = False,
    sore: bool = False,
) -> Offer:
    """Judge the morning after a session against the usual morning.

    While no usual is known, `high` is the rating from which a morning is a hard one; any other is unknown.
    """
    if now is not None and usual is not None and now - usual >= limits.morning_rise:
        return Offer("gentle_day", "W8", rating=now, usual=usual, limit=limits.morning_rise)
    if now is not None and usual is None and now >= high:
        return Offer("gentle_day", "W8", rating=now, limit=high)
    if weaker or sore:
        return Offer("gentle_day", "W8", rating=now, usual=usual)
    return Offer("unknown" if now is None or usual is None else "go_on", rating=now, usual=usual)


def tell_therapist(offers: Iterable[tuple[date, Offer]], today: date, limits: "AfterLimits") -> bool:
    """Tell whether W6, W7 or W8 came up often enough lately to suggest telling the therapist (W11)."""
    since = today - timedelta(days=limits.tell_days)
    lately = [on for on, offer in offers if offer.rule in SLOW_TO_SETTLE and since < on <= today]
    return len(lately) >= limits.tell_times


def usual_at(
    ratings: Sequence["Rated"], when: "When", now: datetime, limits: "SessionLimits"
) -> float | None:
    """Average the person's own ratings of this kind before now; None while there are too few.

    They come oldest first. A helper's view stays out, and whatever lies further back than `usual_days`.
    """
    return usual_of(ratings, when, limits)(now)


def usual_of(
    ratings: Sequence["Rated"], when: "When", limits: "SessionLimits"
) -> Callable[[datetime], float | None]:
    """The same for whoever asks about many moments: what was rated is added up once."""
    alike = [rated for rated in ratings if rated.when == when and not rated.helper_view]
    moments, sums = [rated.at.timestamp() for rated in alike], [0, *accumulate(one.rating for one in alike)]

    def usual(now: datetime) -> float | None:
        first = bisect_left(moments, (now - timedelta(days=limits.usual_days)).timestamp())
        last = bisect_left(moments, now.timestamp())
        many = last - first
        return (sums[last] - sums[first]) / many if many >= max(limits.usual_least, 1) else None

    return usual
