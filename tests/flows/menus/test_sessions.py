"""Moving by digits: straight to the choice, or on with what was broken off."""

import pytest

from companion.domain.entries import SessionEnded, SessionStarted
from companion.flows.menus import sessions, today
from companion.flows.sessions import REST
from companion.flows.steps import Read


@pytest.fixture
def broken_off(ruth, clock):
    """Ruth, whose session was broken off an hour ago."""
    ruth.fatigue.log(3, when="before")
    ruth.sessions.start("hands_wrists")
    clock.go(hours=1)
    return ruth


def test_on_a_usual_day_a_session_is_chosen_right_after_how_one_is(ruth, stand):
    walker = stand(ruth, today.main).take("Move", 3, "nothing")
    assert walker.step.title == "Choose a session"
    name = walker.labels[0]
    walker.take(name)
    assert [entry.title for entry in ruth.diary.of(SessionStarted)] == [name]


def test_why_these_and_what_is_held_back_are_read_before_one_chooses(ruth, stand):
    walker = stand(ruth, today.main).take("Move", 3, "nothing")
    for title in ("Why these sessions?", "Held back today"):
        walker.take(title)
        assert isinstance(walker.step, Read)
        assert all(text for _, text in walker.step.texts)
        walker.take(None)
        assert walker.step.title == "Choose a session"


def test_a_rest_is_kept(ruth, stand):
    stand(ruth, today.main).take("Move", 3, "nothing", REST)
    assert [ended.outcome for ended in ruth.diary.of(SessionEnded)] == ["rested"]


def test_a_session_broken_off_is_the_first_choice(broken_off, stand):
    walker = stand(broken_off, today.main)
    assert walker.details["Move"] == "go on at step 1, Hands and wrists"
    walker.take("Move")
    assert walker.details["Go on at step 1"] == "Hands and wrists"
    assert walker.labels == ["Go on at step 1", "Another session", "Session done"]
    walker.take("Go on at step 1")
    assert len(list(broken_off.diary.of(SessionStarted))) == 1


def test_a_session_done_without_guidance_is_written_down(ruth, stand):
    stand(ruth, sessions.menu).take("Session done", "hands_wrists", 2)
    assert [ended.outcome for ended in ruth.diary.of(SessionEnded)] == ["stopped"]
