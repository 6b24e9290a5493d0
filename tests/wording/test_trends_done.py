"""Weeks in sentences: a rise of tiredness, sessions and meals."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from wording.conftest import ago, rows, said

from companion.services.sessions_past import SessionPast
from companion.wording import trends_sessions
from companion.wording.sessions import REASONS

LAST = date(2026, 5, 12)  # four weeks after the targets were decided


@pytest.fixture
def rose(companion, clock):
    """Somebody who was more tired for ten days, three weeks ago."""
    for day in range(60):
        clock.go(days=1)
        if day != 57:
            companion.fatigue.log(7 if 30 <= day < 40 else 3, when="morning")
            companion.fatigue.log(9, when="before")
    clock.go(days=1)
    return companion


def test_a_rise_that_is_over_is_told_with_its_dates_and_numbers(rose):
    first, usual, *alerts, missing = said(rose, "tiredness", 90)
    assert first == "Tiredness: 3.7 of 10 on average over 59 days with an answer, from 3 to 7."
    assert usual.startswith("Your usual is ")
    assert alerts[0].startswith("Warning from 16 to 29 May: ")
    assert "averaged 7.0, the usual was 3.0." in alerts[0]
    assert missing == "1 day has no answer."


def test_days_of_a_rise_are_marked_in_the_list(rose):
    listed = rows(rose, "tiredness", 90)
    assert "Fri 22 May: 7 of 10, during a warning" in listed
    assert listed[0] == "Sun 14 June: no answer"
    assert listed[-1] == "Wed 15 April: 3 of 10"


def session(became="finished", day=1, **facts):
    at = datetime(2026, 5, day, 9, 5, tzinfo=UTC)
    known = {"title": "Hands", "done": 6, "steps": 6} if became != "rested" else {}
    return SessionPast(f"{day}", at, at.date(), "Ruth", "owner", became, **{**known, **facts})


def sessions(*found):
    return SimpleNamespace(sessions=found, is_all=False, days=28, last=LAST)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ((session(),), ["Sessions: 1 in these 28 days, whole.", "6 of 6 exercises done."]),
        (
            (session(), session("stopped", reason="tired", done=4)),
            [
                "Sessions: 2 in these 28 days, 1 whole and 1 shorter.",
                "Why shorter: tired.",
                "10 of 12 exercises done.",
            ],
        ),
        (
            (
                session("stopped", reason="tired", done=4), session("stopped", reason="tired", done=1),
                session("stopped", reason="Jon came", done=1), session(softened=0.5), session("rested"),
            ),
            [
                "Sessions: 4 in these 28 days, all shorter.",
                "Why shorter: tired 2, another reason 1, shorter as suggested 1.",
                "1 rest by choice, and a good choice.",
                "12 of 24 exercises done.",
            ],
        ),
        (
            (session("rested"), session("rested", reason="tired")),
            ["Sessions: none in these 28 days.", "2 rests by choice, and a good choice."],
        ),
    ],
)  # fmt: skip
def test_sessions_are_done_or_shorter_and_never_missed(found, told):
    assert trends_sessions.said(sessions(*found), "sessions", "kg") == told


def test_every_reason_that_can_be_answered_has_its_words():
    for reason, words in REASONS.items():
        assert trends_sessions.why(session("stopped", reason=reason)).lower() == words.lower()


def test_a_session_in_the_list_says_how_tiredness_went():
    found = session("stopped", reason="Jon came", done=4, before=3, after=5, morning=4)
    (row,) = trends_sessions.rows(sessions(found), "sessions", "kg")
    ratings = "tiredness 3 before, 5 after, 4 the next morning"
    assert row == f"Fri 1 May: Hands, 4 of 6 exercises, Jon came; {ratings}"


def test_the_reason_of_a_rest_is_no_capital_amid_a_sentence():
    (row,) = trends_sessions.rows(sessions(session("rested", reason="A day out.")), "sessions", "kg")
    assert row == "Fri 1 May: rest by choice: A day out"


def test_meals_tell_length_and_coughs_where_they_were_asked(weeks):
    for back, minutes, coughs in ((3, 20, None), (2, 40, 2), (1, None, 0), (1, 30, 0)):
        weeks.meals.log("cod_white_sauce", minutes=minutes, coughs=coughs, slot="lunch", at=ago(weeks, back))
    assert said(weeks, "meals", 7) == [
        "Meals: 30 minutes on average over 3 that were timed, of 4; the longest 40 minutes on 10 May.",
        "1 was longer than 30 minutes.",
        "Coughing in 1 of the 3 meals where it was asked, 2 coughs in all.",
    ]
    assert any(row.endswith("not timed, no cough") for row in rows(weeks, "meals", 7))
