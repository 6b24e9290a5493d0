"""What tiredness allows before, during and after a session and the next morning, by the table of care."""

from datetime import UTC, date, datetime, timedelta

import pytest

from companion.domain.entries import Rated
from companion.domain.fatigue import Offer, before, during, later, next_morning, tell_therapist, usual_at

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("rating", "usual", "said", "code", "rule"),
    [  # research/clinical_exercise.md 4.2 and 4.4
        (7, 7, {}, "gentle", "W1"),  # 4.4: absolute
        (5, 3, {}, "gentle", "W1"),  # 4.4: relative
        (4, 4, {"weaker": True}, "gentle", "W1b"),  # 4.4
        (3, 3, {"unwell": True}, "do_not_start", "W0"),  # 4.4: breathless at rest
        (6, 4.1, {}, "go_on", None),
        (6, None, {}, "go_on", None),  # no usual yet: only the absolute limit
        (7, None, {}, "gentle", "W1"),
        (None, 3, {}, "unknown", None),  # 4.1: no data is never "fine"
        (None, 3, {"weaker": True}, "gentle", "W1b"),
        (9, 3, {"unwell": True, "weaker": True}, "do_not_start", "W0"),
    ],
)
def test_before(rating, usual, said, code, rule, session_limits):
    offer = before(rating, usual, session_limits, **said)
    assert (offer.code, offer.rule) == (code, rule)


@pytest.mark.parametrize(
    ("start", "now", "said", "code", "rule", "stop_now"),
    [
        (3, 4, {}, "more_rest", "W2", False),  # 4.4
        (3, 5, {"category": "rom"}, "choice", "W3", False),  # 4.4: choice offered
        (3, 5, {"category": "resistance"}, "choice", "W3", True),  # 4.4: band ends
        (3, 5, {"category": "aerobic"}, "choice", "W3", True),
        (6, 7, {}, "more_rest", "W2", False),  # 4.4: below 8
        (5, 8, {}, "end", "W4", True),  # 4.4
        (2, 2, {"effort": 5}, "choice", "W3", False),  # 4.4
        (2, 2, {"effort": 4}, "go_on", None, False),
        (2, 2, {"talks": False}, "choice", "W3", False),
        (2, 2, {"talks": True}, "go_on", None, False),
        (7, 8, {}, "end", "W4", True),  # 8 whatever the start
        (2, 5, {}, "end", "W4", True),  # +3
        (2, 2, {"unwell": True}, "end", "W4", True),
        (4, 3, {}, "go_on", None, False),
        (None, 7, {}, "go_on", None, False),
        (None, 8, {}, "end", "W4", True),
        (3, None, {}, "unknown", None, False),
        (3, None, {"unwell": True}, "end", "W4", True),
    ],
)
def test_during(start, now, said, code, rule, stop_now, session_limits):
    offer = during(start, now, session_limits, **said)
    assert (offer.code, offer.rule, offer.stop_now) == (code, rule, stop_now)


@pytest.mark.parametrize(
    ("minutes", "start", "now", "code", "rule"),
    [
        (60, 3, 4, "go_on", None),  # 4.4: within 1
        (60, 3, 5, "shorter_next", "W6"),  # 4.4
        (30, 3, 5, "rest", "W5"),
        (30, 3, 4, "go_on", None),
        (10, 3, 8, "go_on", None),  # nothing is said before half an hour
        (120, 3, 5, "half_next", "W7"),
        (120, 3, 4, "go_on", None),
        (119, 3, 5, "shorter_next", "W6"),
        (60, 3, None, "unknown", None),
        (60, None, 5, "unknown", None),
    ],
)
def test_later(minutes, start, now, code, rule, after_limits):
    offer = later(start, now, minutes, after_limits)
    assert (offer.code, offer.rule) == (code, rule)


@pytest.mark.parametrize(
    ("now", "usual", "said", "code"),
    [
        (None, 4, {}, "unknown"),  # 4.4: no answer
        (6, 4, {}, "gentle_day"),  # 4.4
        (5, 4, {}, "go_on"),
        (6, None, {}, "unknown"),  # no usual to compare with
        (7, None, {}, "gentle_day"),  # as high as before a session
        (9, 8, {}, "go_on"),  # a known usual is what counts
        (4, 4, {"weaker": True}, "gentle_day"),
        (4, 4, {"sore": True}, "gentle_day"),
    ],
)
def test_next_morning(now, usual, said, code, after_limits):
    assert next_morning(now, usual, after_limits, 7, **said).code == code


def test_an_offer_carries_the_numbers_for_its_words(session_limits):
    assert before(5, 3.0, session_limits) == Offer(
        "gentle", "W1", rating=5, usual=3.0, limit=2, above_usual=True
    )
    assert during(3, 5, session_limits) == Offer("choice", "W3", rating=5, start=3, limit=2)


@pytest.mark.parametrize(
    ("days", "rules", "tell"),
    [
        ((0, 6), ("W6", "W8"), True),
        ((0, 7), ("W6", "W8"), False),  # not within 7 days
        ((0, 1), ("W5", "W6"), False),  # half an hour is no such sign
        ((0,), ("W7",), False),
    ],
)
def test_twice_slow_to_settle_is_worth_telling(days, rules, tell, after_limits):
    offers = [
        (TODAY - timedelta(days=ago), Offer("rest", rule)) for ago, rule in zip(days, rules, strict=True)
    ]
    assert tell_therapist(offers, TODAY, after_limits) is tell


def rated(rating, days, when="before", **more):
    at = NOW - timedelta(days=days)
    who = {"by": "Ana", "role": "owner", "via": "command", "version": "1"}
    return Rated(at=at, recorded=at, rating=rating, when=when, **who, **more)


FIVE = [rated(rating, 6 - days) for days, rating in enumerate((2, 3, 4, 3, 3), 1)]


def test_the_usual_is_the_mean_of_like_ratings(session_limits):
    assert usual_at(FIVE, "before", NOW, session_limits) == 3


@pytest.mark.parametrize(
    "other",
    [
        rated(10, 1, helper_view=True),
        rated(10, 1, when="after"),
        rated(10, 57),
        rated(10, 0),  # the one being judged now
    ],
)
def test_what_stays_out_of_the_usual(other, session_limits):
    among = sorted([*FIVE, other], key=lambda rating: rating.at)
    assert usual_at(among, "before", NOW, session_limits) == 3


def test_too_few_ratings_have_no_usual(session_limits):
    assert usual_at(FIVE[:4], "before", NOW, session_limits) is None
