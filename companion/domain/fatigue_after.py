"""What the hours and mornings after a session ask for, and what they leave of the next one.

Rules W5 to W8 and W11. Times are asked for when the program is next open, so an answer counts for the mark
that it comes after, however late it is. A rating that is missing is unknown, never fine, and unknown
neither softens a session nor makes it whole again.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from companion.domain.entries import Part
from companion.domain.fatigue import Offer, later, next_morning
from companion.domain.frozen import frozen

if TYPE_CHECKING:
    from companion.domain.limits import AfterLimits

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
GRAVER = ("W5", "W6", "W7", "W8")
Parts = tuple[Part, ...]
Usual = Callable[[date], float | None]


@frozen
class PastSession:
    """A session that is over: its day, when it ended, the rating at its start, and the answers since.

    `helper_view`: its start is a helper's view, and so are the ratings that are compared with it. An answer
    without a rating was asked for and not given, or is of the other kind: it is unknown.
    """

    id: str
    title: str
    on: date
    ended: datetime
    start: int | None
    answers: tuple[tuple[datetime, int | None], ...] = ()
    helper_view: bool = False

    def minutes(self, at: datetime) -> int:
        """How long it was over at a moment."""
        return (at - self.ended) // MINUTE


@frozen
class Morning:
    """What was answered on a morning: the rating, None where there is none, and whether weaker or sore."""

    rating: int | None = None
    weaker: bool = False
    sore: bool = False


@frozen
class Softer:
    """How the next session is softened: the share of it that is left, why, since when, until when.

    `good` of `needed` good mornings have come. `gentle`: today rest or the mini session; `no_load`: neither
    bands nor aerobic.
    """

    share: float
    offer: Offer
    since: date
    good: int
    needed: int
    gentle: bool = False
    no_load: bool = False


def due(past: PastSession, now: datetime, limits: "AfterLimits") -> int | None:
    """The mark, in minutes after the end, for which an answer is due now; None when there is none.

    Nobody is asked again once a later answer lies near the start, and nobody whose start is not known.
    """
    if past.start is None:
        return None
    marks = (limits.first_minutes, limits.second_minutes, limits.third_minutes)
    passed = [mark for mark in marks if mark <= past.minutes(now)]
    given = [(past.minutes(at), rating) for at, rating in past.answers]
    counted = [(minutes, rating) for minutes, rating in given if minutes >= limits.first_minutes]
    settled = any(r is not None and r - past.start <= limits.settled_within for _, r in counted)
    if not passed or settled or any(minutes >= passed[-1] for minutes, _ in counted):
        return None
    return passed[-1]


def judged(past: PastSession, limits: "AfterLimits") -> Offer | None:
    """The gravest that its answers led to; None where nothing is to be done."""
    offers = [later(past.start, rating, past.minutes(at), limits) for at, rating in past.answers]
    ruled = [offer for offer in offers if offer.rule is not None]
    return max(ruled, key=lambda offer: GRAVER.index(str(offer.rule)), default=None)


def softer(
    sessions: Sequence[PastSession],
    mornings: Mapping[date, Morning],
    usual: Usual,
    today: date,
    limits: "AfterLimits",
    high: int,
) -> Softer | None:
    """What holds today, walking from day to day: a morning first, then the sessions of its day.

    `high` is a hard morning while no usual is known. It holds until `good_mornings` mornings have come that
    are known and not above the usual one.
    """
    held: Softer | None = None
    days: dict[date, list[PastSession]] = {}
    for past in sessions:
        days.setdefault(past.on, []).append(past)
    first = min((*days, *mornings, today))
    for on in (first + timedelta(days=n) for n in range((today - first).days + 1)):
        exercised = on - DAY in days
        if on in mornings and (exercised or held is not None):
            offer = _morning_after(mornings[on], usual(on), limits, high)
            held = _after_morning(held, on, offer, limits, exercised=exercised)
        for past in days.get(on, ()):
            held = _after_session(held, past, limits)
    return None if held is None else replace(held, gentle=held.gentle and held.since == today)


def hard_mornings(
    mornings: Mapping[date, Morning], usual: Usual, limits: "AfterLimits", high: int
) -> list[date]:
    """The mornings that would soften the next session, had one been the day before."""
    return [on for on, one in mornings.items() if _morning_after(one, usual(on), limits, high).rule]


def _morning_after(morning: Morning, usual: float | None, limits: "AfterLimits", high: int) -> Offer:
    return next_morning(morning.rating, usual, limits, high, weaker=morning.weaker, sore=morning.sore)


def _after_morning(
    held: Softer | None, on: date, offer: Offer, limits: "AfterLimits", *, exercised: bool
) -> Softer | None:
    if offer.rule and exercised:
        return Softer(limits.much_shorter, offer, on, 0, limits.good_mornings, gentle=True, no_load=True)
    if held is None or offer.code == "unknown":
        return held
    good = 0 if offer.rule else held.good + 1
    return None if good >= held.needed else replace(held, good=good)


def _after_session(held: Softer | None, past: PastSession, limits: "AfterLimits") -> Softer | None:
    offer = judged(past, limits)
    if offer is None or offer.rule == "W5":
        return held
    half = offer.rule == "W7"
    share = limits.much_shorter if half else limits.shorter
    if held is not None and (held.share < share or held.gentle):
        return replace(held, good=0)
    return Softer(share, offer, past.on, 0, limits.good_mornings, no_load=half)


def slow_to_settle(
    sessions: Iterable[PastSession],
    mornings: Mapping[date, Morning],
    usual: Usual,
    limits: "AfterLimits",
    high: int,
) -> list[tuple[date, Offer]]:
    """Every time W6, W7 or W8 came up, by day: what W11 counts."""
    found: dict[tuple[date, str], Offer] = {}
    for past in sessions:
        if (offer := judged(past, limits)) and offer.rule and offer.rule != "W5":
            found[past.on, past.id] = offer
        on = past.on + DAY
        if on in mornings and (offer := _morning_after(mornings[on], usual(on), limits, high)).rule:
            found[on, "morning"] = offer
    return [(on, offer) for (on, _), offer in sorted(found.items(), key=lambda one: one[0])]


def without(parts: Parts, exercises: Collection[str]) -> Parts:
    """The parts of all other exercises, their steps counted anew from 1."""
    left = [part for part in parts if part.exercise not in exercises]
    steps = {step: n for n, step in enumerate(dict.fromkeys(part.step for part in left), 1)}
    return tuple(part.model_copy(update={"step": steps[part.step]}) for part in left)


def longer_rests(parts: Parts, factor: float) -> Parts:
    """The same with longer rests."""
    return tuple(part.model_copy(update={"rest_s": part.rest_s * factor}) for part in parts)


def shortened(parts: Parts, most: float, length: Callable[[Parts], float]) -> Parts:
    """What is left of the parts, so that they take at most `most` as `length` measures them.

    Sets go first, one by one where there are most of them; then whole exercises, from the end. One set of one
    exercise always stays.
    """
    while parts and length(parts) > most:
        longest = max(reversed(parts), key=lambda part: part.sets)
        last = parts[-1]
        if longest.sets > 1:
            parts = _one_set_less(parts, longest.step)
        elif last.step > parts[0].step:
            parts = tuple(part for part in parts if part.step < last.step)
        else:
            break
    return parts


def _one_set_less(parts: Parts, step: int) -> Parts:
    """The same with one set less of one exercise."""
    others = (part for part in parts if part.step != step or part.set < part.sets)
    return tuple(
        part.model_copy(update={"sets": part.sets - 1}) if part.step == step else part for part in others
    )
