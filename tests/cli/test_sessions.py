"""companion session."""

import pytest

from companion.cli import sessions
from companion.flows.steps import Choose


def test_the_list_says_what_today_allows_and_what_is_held_back(companion):
    listed = companion("session", "list", "--json").json

    assert listed["offered"][0]["id"] == "morning_full_body"
    assert listed["unfinished"] is None
    assert {"id", "name", "why"} == set(listed["held"][0]) if listed["held"] else True


def test_a_programme_shows_its_exercises(companion):
    shown = companion("session", "show", "morning_full_body", "--json").json

    assert shown["exercises"][0]["reps"] > 0
    assert "1. " in companion("session", "show", "morning_full_body").out


def test_a_session_done_without_guidance_is_written_down(companion):
    logged = companion("session", "log", "morning_full_body", "--done", "4", "--json").json

    assert logged["steps"] == 4
    assert "4 of 10 steps" in logged["sentence"]


def test_starting_needs_a_terminal(companion, kept):
    result = companion("session", "start", "morning_full_body")

    assert result.code == 1
    assert "needs a terminal" in result.err
    assert kept() == {}


def test_on_a_terminal_starting_asks_for_a_face(companion, library, monkeypatch):
    monkeypatch.setattr(sessions, "of_call", lambda _: "full")
    launch = companion("session", "start", "morning_full_body", "--mode", "passive").launch

    assert launch is not None
    assert launch.face == "full"
    assert isinstance(next(launch.flow(launch.call.companion)), Choose)


@pytest.mark.parametrize("command", [("start", "mornig_full_body"), ("show", "mornig_full_body")])
def test_an_unknown_programme_is_met_with_a_guess(companion, command):
    result = companion("session", *command)

    assert result.code == 3
    assert "Did you mean morning_full_body" in result.err


def test_nothing_to_go_on_with(companion):
    assert companion("session", "resume").code == 5
