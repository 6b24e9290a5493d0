"""A session: how tired somebody is comes first, a rise is answered, and the end asks why."""

import pytest

from companion.flows import (
    sessions,
    sessions_running,
)
from companion.flows.conversation import Conversation


def test_a_session_asks_how_tired_then_which(companion, talk):
    told = talk(sessions.start_session(companion), [3, "nothing", "energy_mini"])
    assert told.ids == ["fatigue", "different", "programme"]
    assert told.session.started.start_rating == 3


def test_a_suggested_session_asks_only_how_tired(companion, talk):
    assert talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"]).ids == [
        "fatigue",
        "different",
    ]


def test_the_start_rating_is_not_asked_twice_within_half_an_hour(companion, clock, talk):
    talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"])
    clock.go(minutes=29)
    assert talk(sessions.start_session(companion, programme="energy_mini")).ids == []
    clock.go(minutes=2)
    assert talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"]).ids == [
        "fatigue",
        "different",
    ]


def test_on_a_tired_day_a_session_that_costs_more_is_asked_again_with_the_reason(companion, talk):
    told = talk(sessions.start_session(companion, programme="morning_full_body"), [8, "nothing", "rest"])
    assert told.ids == ["fatigue", "different", "programme"]
    assert "You answered 8." in told.texts[0]
    assert "morning_full_body" not in {option.value for option in told.asked[2].options}
    assert told.result.outcome == "rested"


@pytest.mark.parametrize(
    ("start", "now", "answers", "code"),
    [
        (3, 3, [], "go_on"),
        (3, 4, [], "more_rest"),
        (3, 5, ["gently"], "choice"),
        (3, 6, ["end"], "end"),
        (5, 8, ["end"], "end"),
    ],
)
def test_a_check_in_offers_what_the_rise_asks_for(companion, talk, start, now, answers, code):
    running = talk(sessions.start_session(companion, programme="energy_mini"), [start, "nothing"]).session
    said = [now] if code == "end" else [now, None]
    assert talk(sessions_running.check_in(companion, running), said).result.code == code
    assert [r.rating for r in companion.diary.entries("fatigue")] == [start, now]
    assert (running.waiting is not None) == bool(answers)
    if answers:
        talk(sessions_running.settle(companion, running), answers)
    assert (running.ended is not None) == ("end" in answers)


def test_no_answer_at_a_check_in_is_unknown_and_goes_on(companion, talk):
    running = talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"]).session
    question = next(sessions_running.check_in(companion, running))
    assert question.options[-1].value is None


def test_ending_asks_why_and_then_how_tired(companion, talk):
    running = talk(sessions.start_session(companion, programme="energy_mini"), [3, "nothing"]).session
    assert talk(sessions_running.stop_session(companion, running), ["tired"]).ids == ["stop"]
    told = talk(sessions_running.end_session(companion, running), [5])
    assert told.texts == [
        "Saved: 0 of 5 steps. Ending here is a good choice. Tiredness went from 3 to 5. Rest now."
    ]
    assert [r.when for r in companion.diary.entries("fatigue")] == ["before", "after"]


def test_a_session_without_guidance_is_written_down(companion, talk):
    told = talk(sessions.log_session(companion), ["hands_wrists", "4"])
    assert told.texts == ["Saved: Hands and wrists, 4 of 6 steps."]


def test_no_more_exercises_are_asked_for_than_a_session_has(companion):
    asked = Conversation(lambda: sessions.log_session(companion, programme="hands_wrists")).step
    assert asked.high == companion.sessions.steps(companion.sessions.programme("hands_wrists")) < 40
