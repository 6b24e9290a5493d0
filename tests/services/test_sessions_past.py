"""What became of sessions: which were shorter, and how tired somebody was around them."""

from datetime import timedelta

import pytest

from companion.domain.entries import Part, Rated, SessionEnded, SessionStarted, StepDone
from companion.services.companion import Companion
from companion.services.sessions_past import SessionPast, SessionsPast
from companion.wording import trends_sessions

PARTS = tuple(
    Part(
        exercise="neck_turn", step=n, mode="active", position="sitting", reps=5, move_s=4, hold_s=2, rest_s=20
    )
    for n in (1, 2)
)


@pytest.fixture
def begun(companion: Companion, clock):
    """Begin a session so many days ago, with outcomes of its parts and an end, and find it again."""

    def begin(*outcomes: str, end: str | None = "finished", back: int = 3, **facts: object) -> SessionPast:
        at = clock() - timedelta(days=back)
        known = {"programme": "p", "title": "P", "programme_version": "1", "parts": PARTS} | facts
        (started,) = companion.write(companion.sign(SessionStarted, at=at, **known))
        rest: list[StepDone | SessionEnded] = [
            companion.sign(
                StepDone, at=at + timedelta(minutes=n + 1), session=started.id, part=n, exercise="neck_turn",
                side=None, mode="active", outcome=outcome,
            )
            for n, outcome in enumerate(outcomes)
        ]  # fmt: skip
        if end:
            rest.append(companion.sign(SessionEnded, at=at, session=started.id, outcome=end))
        if rest:
            companion.write(*rest)
        return next(one for one in companion.trends.over(28).sessions if one.id == started.id)

    return begin


@pytest.fixture
def rate(companion: Companion, clock):
    """Write down a rating of so many days ago."""

    def log(rating: int, when: str, *, back: int = 3, minutes: int = 0, **facts: object) -> None:
        at = clock() - timedelta(days=back) + timedelta(minutes=minutes)
        facts = {"helper_view": False, "session": None} | facts
        companion.write(companion.sign(Rated, at=at, rating=rating, when=when, **facts))

    return log


@pytest.mark.parametrize(
    ("outcomes", "end", "facts", "shortened"),
    [
        (("done", "done"), "finished", {}, False),
        (("done", "skipped"), "finished", {}, True),
        (("done", "done"), "finished", {"softened": 0.5}, True),
        (("done", "done"), "finished", {"softened": 0.5, "whole": True}, False),
        (("done", "done"), "stopped", {}, True),
        (("done", "done"), None, {}, True),
        ((), "finished", {}, False),  # nothing is known of its exercises
    ],
)
def test_a_shorter_session_is_shorter_everywhere(begun, companion, outcomes, end, facts, shortened) -> None:
    one = begun(*outcomes, end=end, **facts)
    assert one.shortened is shortened
    assert bool(trends_sessions.why(one)) is shortened
    assert ("shorter" in trends_sessions.said(companion.trends.over(28), "sessions", "kg")[0]) is shortened


def test_a_rest_by_choice_is_no_shorter_session(companion) -> None:
    companion.sessions.rest("tired")
    (one,) = companion.trends.over(7).sessions
    assert (one.became, one.shortened) == ("rested", False)


def test_only_what_was_done_is_counted_as_done(begun) -> None:
    one = begun("done", "skipped")
    assert (one.done, one.steps, one.skipped) == (1, 2, 1)


def test_the_morning_is_the_highest_own_one_of_the_next_day(begun, rate) -> None:
    for rating, back in ((9, 3), (8, 1)):
        rate(rating, "morning", back=back)
    rate(6, "morning", back=2)
    rate(4, "morning", back=2, minutes=5)
    rate(10, "morning", back=2, minutes=6, helper_view=True)
    assert begun("done", "done").morning == 6


def test_a_morning_after_the_last_day_asked_for_belongs_to_it(companion, begun, rate, clock) -> None:
    begun("done", "done", back=0)
    clock.go(days=1)
    rate(5, "morning", back=0)
    last = companion.today_date() - timedelta(days=1)
    assert [one.morning for one in SessionsPast(companion).between(last, last)] == [5]


@pytest.mark.parametrize(("view", "after"), [(True, 7), (False, 2)])
def test_a_helpers_view_is_compared_with_its_own_kind(companion, begun, rate, view, after) -> None:
    id = begun("done", "done", helper_view=view).id
    rate(7, "after", minutes=30, session=id, helper_view=True)
    rate(2, "after", minutes=20, session=id)
    rate(3 if view else 8, "after", minutes=40, session=id, helper_view=not view)
    (one,) = companion.trends.over(28).sessions
    assert one.after == after
