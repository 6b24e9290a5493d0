"""Tiredness by digits: the newest answer, why, day by day, an answer and a reason for it."""

from datetime import timedelta

import pytest

from companion.domain.entries import Explained, Rated
from companion.flows.menus import fatigue
from companion.wording import fatigue_course


@pytest.fixture
def rising(ruth):
    """Forty quiet days, then three that are not: one more answer makes the watch rise."""
    for back in range(50, 0, -1):
        rating = 3 if back % 2 else 2
        ruth.fatigue.log(rating if back > 2 else 6, when="morning", at=ruth.clock() - timedelta(days=back))
    return ruth


def test_it_tells_the_newest_and_the_usual(rising, stand):
    rising.fatigue.log(3)
    told = stand(rising, fatigue.menu).step.told
    assert told.startswith(("3 of 10, your usual 2.", "3 of 10, above your usual 2."))
    assert len(told) <= 80


def test_without_an_answer_it_says_so(ruth, stand):
    assert stand(ruth, fatigue.menu).step.told == "No answer yet today."


def test_while_learning_it_says_how_far(ruth, stand):
    ruth.fatigue.log(4)
    assert stand(ruth, fatigue.menu).step.told.startswith("4 of 10, still learning your usual, ")


def test_an_answer_is_what_the_flow_writes(ruth, stand):
    walker = stand(ruth, fatigue.menu).take("Say how tired", 4)
    assert [(e.rating, e.helper_view) for e in ruth.diary.of(Rated)] == [(4, False)]
    assert walker.said[0].startswith("Saved: tiredness 4 of 10")
    assert walker.step.id == "fatigue"


def test_a_helper_is_asked_whose_view_it_is(ruth, stand):
    ruth.by = "Maria"
    stand(ruth, fatigue.menu).take("Say how tired", 7, "It is my own view")
    assert [(e.rating, e.helper_view) for e in ruth.diary.of(Rated)] == [(7, True)]


def test_a_rise_asks_for_a_reason_once_the_answer_is_saved(rising, stand):
    walker = stand(rising, fatigue.menu).take("Say how tired", 9)
    assert walker.step.id == "explanation"
    assert list(rising.diary.of(Rated))[-1].rating == 9
    walker.take("A poor night")
    assert [e.reason for e in rising.diary.of(Explained)] == ["poor_night"]
    assert walker.step.id == "fatigue"


def test_going_back_from_the_reason_keeps_the_one_answer(rising, stand):
    walker = stand(rising, fatigue.menu).take("Say how tired", 9)
    before = rising.diary.written()
    walker.back()
    assert walker.step.id == "fatigue"
    assert rising.diary.written() == before


def test_a_reason_can_be_noted_at_any_time(ruth, stand):
    stand(ruth, fatigue.menu).take("Note a reason", "Something else", "visitors")
    assert [e.reason for e in ruth.diary.of(Explained)] == ["visitors"]


def test_the_list_has_the_lines_of_the_room_a_week_at_a_time(rising, stand):
    walker = stand(rising, fatigue.menu).take("Day by day")
    lines = [line for _, text in walker.step.texts for line in text.splitlines()]
    assert lines[1:] == fatigue_course.rows(rising.fatigue.course(fatigue_course.DAYS))
    assert lines[0] == "50 of 70 days answered, from 2 to 6."
    assert all(len(text.splitlines()) <= 7 for _, text in walker.step.texts)


def test_a_list_without_an_answer_says_so_and_names_no_key(ruth, stand):
    assert stand(ruth, fatigue.menu).take("Day by day").step.texts == (("", "No answer yet."),)


def test_why_has_the_parts_of_the_room(rising, stand):
    walker = stand(rising, fatigue.menu).take("Why")
    assert next(title for title, _ in walker.step.texts) == "What it says now"


def test_undo_takes_the_answer_back(ruth, stand):
    stand(ruth, fatigue.menu).take("Say how tired", 4, "Undo")
    assert list(ruth.diary.of(Rated)) == []


def test_every_way_leads_back(rising, explored):
    assert [menu.id for menu in explored(rising, fatigue.menu)] == ["fatigue"]
