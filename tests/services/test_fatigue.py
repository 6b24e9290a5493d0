"""Ratings and the watch, through the service."""

import pytest

from companion.errors import Refused


def a_month(companion, clock, rating=3, days=30):
    clock.go(hours=-8)  # mornings
    for _ in range(days):
        companion.fatigue.log(rating)
        clock.go(days=1)


def test_the_watch_says_so_while_it_is_learning(companion):
    result = companion.fatigue.log(9)
    assert result.watch.level == "none"
    assert result.watch.learning


def test_a_rise_is_told_in_numbers(companion, clock):
    a_month(companion, clock)
    for _ in range(4):
        level = companion.fatigue.log(7).watch
        clock.go(days=1)
    assert level.level in ("notice", "warning")
    assert level.reason.usual == pytest.approx(3, abs=0.5)


def test_a_helpers_view_and_ratings_around_sessions_stay_out(companion, clock):
    a_month(companion, clock)
    for _ in range(4):
        companion.fatigue.log(9, helper_view=True)
        companion.fatigue.log(9, when="before")
        companion.fatigue.log(9, when="after")
        clock.go(days=1)
    assert companion.fatigue.state().watch.level == "none"


def test_of_two_ratings_a_day_the_morning_counts(companion, clock):
    a_month(companion, clock)
    companion.fatigue.log(3, when="morning")
    companion.fatigue.log(9, when="day")
    assert companion.fatigue.daily(1)[companion.today_date()].rating == 3


@pytest.mark.parametrize("rating", [-1, 11])
def test_a_rating_outside_the_scale_is_refused(companion, rating):
    with pytest.raises(Refused):
        companion.fatigue.log(rating)
    assert companion.diary.history() == []


def test_a_rating_before_noon_is_the_mornings(companion, clock):
    assert companion.fatigue.log(3).entry.when == "day"
    clock.go(hours=-8)
    assert companion.fatigue.log(3).entry.when == "morning"


def test_the_persons_own_rating_is_the_one_that_is_told(companion, clock):
    companion.fatigue.log(7)
    clock.go(minutes=5)
    companion.fatigue.log(3, helper_view=True)
    assert companion.fatigue.state().latest.rating == 7


def test_a_rating_of_today_already_decides_what_is_offered(companion):
    assert companion.sessions.choices().offer.code == "unknown"
    companion.fatigue.log(7)
    choices = companion.sessions.choices()
    assert (choices.offer.code, choices.offer.rating) == ("gentle", 7)
    assert companion.today.next().code == "gentle"


def test_a_helpers_view_does_not_decide_it(companion):
    companion.fatigue.log(7, helper_view=True)
    assert companion.sessions.choices().offer.code == "unknown"
