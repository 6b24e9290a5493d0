"""What is noted about a rise: told beside its reason, and changing no level."""

from datetime import timedelta

import pytest
from services.mornings import a_month

from companion.errors import Refused
from companion.wording import fatigue, fatigue_course, today


def rise(companion, clock):
    """A month of 3, then three mornings of 7, the last of them today."""
    a_month(companion, clock)
    for _ in range(3):
        logged = companion.fatigue.log(7)
        clock.go(days=1)
    clock.go(days=-1)
    return logged


def test_an_explanation_changes_no_level_and_no_sum(companion, clock):
    rise(companion, clock)
    before = companion.fatigue.state().watch
    companion.fatigue.explain("unwell")
    assert companion.fatigue.state().watch == before
    clock.go(days=1)
    assert companion.fatigue.log(7).watch.reason.count == before.reason.count + 1


def test_an_explanation_is_told_beside_the_reason(companion, clock):
    rise(companion, clock)
    companion.fatigue.explain("poor_night")
    companion.fatigue.explain("poor_night", at=clock() - timedelta(days=1))
    companion.fatigue.explain("The heating was off")
    said = fatigue.watched(companion.fatigue.state())
    assert said[2] == "You noted: a poor night; The heating was off."


def test_what_was_noted_before_the_rise_is_not_told_with_it(companion, clock):
    rise(companion, clock)
    companion.fatigue.explain("busy_day", at=clock() - timedelta(days=20))
    assert companion.fatigue.state().explained == ()
    assert [one.reason for one in companion.fatigue.course(40).explained] == ["busy_day"]


def test_somebody_elses_explanation_names_who_noted_it(companion, clock):
    rise(companion, clock)
    companion.by = "Kim"
    companion.fatigue.explain("unwell")
    assert fatigue.noted(companion.fatigue.state().explained) == "You noted: unwell, or an infection."
    companion.by = None
    assert fatigue.noted(companion.fatigue.state().explained) == "Kim noted: unwell, or an infection."


def test_an_explained_day_says_so_in_the_list(companion, clock):
    rise(companion, clock)
    companion.fatigue.explain("poor_night")
    rows = fatigue_course.rows(companion.fatigue.course(40))
    assert rows[1].endswith(": 7 of 10, in a rise. You noted: a poor night.")
    assert rows[2].endswith(": 7 of 10, in a rise")


def test_an_explanation_that_was_undone_is_gone(companion, clock):
    rise(companion, clock)
    companion.fatigue.explain("poor_night")
    companion.history.undo()
    assert companion.fatigue.state().explained == ()


@pytest.mark.parametrize("nothing", ["", "  ", "\u202e"])
def test_an_explanation_needs_words(companion, nothing):
    with pytest.raises(Refused):
        companion.fatigue.explain(nothing)
    assert companion.diary.history() == []


def test_the_limits_are_told_in_numbers(companion, clock):
    rise(companion, clock)
    told = dict(fatigue_course.explained(companion.fatigue.course(40)))
    assert "2.1 steps are a notice and 3.35 a warning." in told["The limits in numbers"]
    assert "2.5 at most. 0.85 is taken off each time" in told["The limits in numbers"]
    assert "Both end 7 days after the notice began" in told["The limits"]


@pytest.mark.parametrize(("day", "now", "told"), [(7, 4, True), (8, 4, False), (7, 3, False), (1, 2, False)])
def test_a_slow_rise_is_due_on_the_first_days_of_a_month(companion, clock, day, now, told):
    clock.go(days=day - clock.now.day - 56)
    for rating in [3] * 28 + [now] * 28:
        clock.go(days=1)
        companion.fatigue.log(rating, when="morning")
    assert companion.today_date().day == day
    assert ("drift" in [remark.code for remark in companion.today.view().due]) == told


def test_what_was_noted_is_told_with_the_day(companion, clock):
    rise(companion, clock)
    companion.fatigue.explain("poor_night")
    view = companion.today.view()
    assert "Your usual is 3.0. You noted: a poor night. Choose " in " ".join(today.lines(view, "kg"))
    assert "You noted: a poor night." in today.why(view)[0][1]


def test_a_reason_is_asked_for_at_a_rise_and_no_more_once_one_is_noted(companion, clock):
    a_month(companion, clock)
    asked = []
    for _ in range(4):
        logged = companion.fatigue.log(6)
        asked.append((logged.rose, logged.asks_why))
        if logged.asks_why:
            companion.fatigue.explain("unwell")
        clock.go(days=1)
    assert asked == [(False, False), (True, True), (True, False), (False, False)]
