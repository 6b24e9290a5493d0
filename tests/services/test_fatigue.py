"""Ratings and the watch, through the service."""

import pytest
from services.mornings import a_month

from companion.errors import Refused
from companion.wording import fatigue, fatigue_course


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


def test_a_helpers_view_makes_no_meal_a_tired_one(companion):
    companion.fatigue.log(9, helper_view=True)
    assert not companion.meals_next.tired()
    companion.fatigue.log(9)
    assert companion.meals_next.tired()


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


def test_the_course_has_one_mark_a_day_and_none_for_a_day_without_an_answer(companion, clock):
    clock.go(hours=-8)
    companion.fatigue.log(3)
    companion.fatigue.log(9, when="before")
    clock.go(days=1)
    companion.fatigue.log(4, helper_view=True)
    clock.go(days=2)
    companion.fatigue.log(8, helper_view=True)
    companion.fatigue.log(5)
    companion.fatigue.log(2, when="day")
    course = companion.fatigue.course(7)
    marks = [((course.last - mark.date).days, mark.rating, mark.helper_view) for mark in course.days]
    assert marks == [(3, 3, False), (2, 4, True), (0, 5, False)]
    assert (course.last - course.first).days == 6


def test_the_marks_of_a_rise_are_those_that_its_reason_counts(companion, clock):
    a_month(companion, clock)
    for _ in range(5):
        companion.fatigue.log(7)
        clock.go(days=1)
    clock.go(days=-1)
    course = companion.fatigue.course(40)
    risen = [mark.rating for mark in course.days if mark.level != "none"]
    reason = course.state.watch.reason
    assert (len(risen), set(risen)) == (reason.count, {7})
    assert reason.now == 7


def test_a_helpers_view_is_no_part_of_a_rise(companion, clock):
    a_month(companion, clock)
    for rating in (7, 7, 7, 7, 1):
        companion.fatigue.log(rating, helper_view=rating == 1)
        clock.go(days=1)
    clock.go(days=-1)
    course = companion.fatigue.course(40)
    assert course.state.watch.level != "none"
    assert (course.days[-1].helper_view, course.days[-1].level) == (True, "none")
    assert {mark.rating for mark in course.days if mark.level != "none"} == {7}
    assert fatigue_course.rows(course)[1].endswith(": 1 of 10, a helper's view")
    assert fatigue_course.rows(course)[2].endswith(": 7 of 10, in a rise")


def test_of_mornings_after_exercise_only_those_are_marked(companion, clock):
    """Every other day has a session; only the mornings after them rise."""
    clock.go(hours=-8)
    for day in range(44):
        companion.fatigue.log(6 if day % 2 and day > 33 else 3)
        if day % 2 == 0:
            companion.sessions.log("hands_wrists", 1)
        clock.go(days=1)
    clock.go(days=-1)
    course = companion.fatigue.course(44)
    reason = course.state.watch.reason
    assert reason.kind == "mornings_after_exercise"
    marked = [mark for mark in course.days if mark.level != "none"]
    assert len(marked) == reason.count
    assert {(course.last - mark.date).days % 2 for mark in marked} == {0}


def test_a_level_rises_once_and_then_only_goes_on(companion, clock):
    a_month(companion, clock)
    told = []
    for _ in range(7):
        logged = companion.fatigue.log(8)
        told.append((logged.watch.level, logged.rose))
        clock.go(days=1)
    assert [level for level, rose in told if rose] == ["notice", "warning"]
    assert told.count(("warning", False)) > 1


def test_the_course_says_what_today_says(companion, clock):
    a_month(companion, clock, days=100)
    assert (
        companion.fatigue.course(7).state == companion.fatigue.course(84).state == companion.fatigue.state()
    )


def test_whose_the_limits_are_is_told_by_group(companion):
    companion.plan.set("limits", "session.before_rating=6", decided_by="P. Ray")
    assert companion.fatigue.course(7).limits_by is None
    companion.plan.set("limits", "watch.hold_days=5", decided_by="P. Ray")
    course = companion.fatigue.course(7)
    assert (course.limits_by, course.limits.hold_days) == ("P. Ray", 5)


@pytest.mark.parametrize(("answers", "so_far"), [(1, 0), (4, 1), (8, 5), (10, 7)])
def test_before_eight_ratings_it_says_how_far_the_learning_is(companion, clock, answers, so_far):
    a_month(companion, clock, days=answers)
    clock.go(days=-1)
    state = companion.fatigue.state()
    assert (state.watch.learning, state.watch.level) == (True, "none")
    assert f"Still learning your usual, {so_far} of 8" in fatigue.reason(state.watch)


def test_from_eight_ratings_on_the_usual_is_known(companion, clock):
    a_month(companion, clock, days=11)
    clock.go(days=-1)
    assert companion.fatigue.state().watch.usual == 3


def test_a_helpers_views_teach_nothing(companion, clock):
    clock.go(hours=-8)
    for _ in range(20):
        companion.fatigue.log(6, helper_view=True)
        clock.go(days=1)
    assert companion.fatigue.state().watch.ratings_so_far == 0
    assert companion.fatigue.drift() is None


def test_slow_drift_compares_months_and_leaves_a_helpers_view_out(companion, clock):
    a_month(companion, clock, days=28)
    clock.go(hours=8)
    a_month(companion, clock, rating=4, days=28)
    clock.go(days=-1)
    companion.fatigue.log(10, helper_view=True)
    found = companion.fatigue.drift()
    assert (found.before.mean, found.now.mean, found.back) == (3, 4, None)
    assert companion.fatigue.course(7).drift == found


def test_slow_drift_is_told_with_numbers_and_what_one_can_do(companion, clock):
    for rating in (2, 3, 4):
        a_month(companion, clock, rating=rating, days=28)
        clock.go(hours=8)
    clock.go(days=-1)
    assert fatigue_course.drift(companion.fatigue.drift()) == (
        "Your last 28 days average 4.0; the 28 before, 3.0; the 28 from 14 April, 2.0. That is higher than "
        "before. Sleep and breathing are worth a thought, and a word to your team."
    )
