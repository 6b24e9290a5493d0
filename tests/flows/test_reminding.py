"""What is told beside the screen: only where asked for, not in a session, and in plain lines with a bell."""

from datetime import timedelta

import pytest
from listening import listen

from companion.config.settings import Settings
from companion.flows.levels import Into, Out, Talk
from companion.flows.menus.today import FIRST
from companion.flows.reminding import Reminding
from companion.flows.steps import Menu, Option, RunSession
from companion.flows.walk import Walk
from companion.services.companion import Companion
from companion.store.diary import Diary
from companion.wording.reminders import DUE, NEWS


@pytest.fixture
def maria(ruth, clock, library):
    diary = Diary(ruth.diary.shelf, clock)
    return Companion(diary=diary, content=library, settings=Settings(), clock=clock, by="Maria")


@pytest.fixture
def told(ruth, clock):
    """What was told so far. It is five to ten; a session is planned for ten."""
    clock.go(hours=-6, minutes=-20)
    ruth.plan.set("programme", "hands_wrists", decided_by="P. Lind", confirmed=True)
    ruth.weight.log(56.8, at=clock() - timedelta(days=1))
    return []


def bare(_):
    return Menu(id="bare", title="Bare", options=(Option(Out(), "Leave"),))


def test_the_planned_session_is_told_once_at_its_time(ruth, clock, told):
    ruth.settings = Settings(notify="message")
    reminding = Reminding(ruth, told.append)
    for _ in range(180):
        reminding.look()
        clock.go(minutes=1)
    assert told == [DUE]


def test_news_is_told_as_news(ruth, clock, told):
    ruth.settings = Settings(notify="bell")
    reminding = Reminding(ruth, told.append)
    reminding.look(news=True)
    clock.go(minutes=59)
    reminding.look(news=True)
    assert told == [NEWS]


def test_off_tells_nothing_and_looks_at_nothing(ruth, clock, told, monkeypatch):
    monkeypatch.setattr(ruth.reminders, "due_now", lambda: told.append("looked"))
    reminding = Reminding(ruth, told.append)
    for _ in range(3):
        reminding.look(news=True)
        clock.go(hours=1)
    assert told == []


@pytest.mark.parametrize("text", [DUE, NEWS])
def test_nothing_of_it_is_about_health(text):
    assert not any(word in text for word in ("session", "weigh", "tired", "Ruth"))


def test_in_a_session_nothing_else_rings(ruth, clock, told, monkeypatch):
    def session(companion):
        return (yield RunSession(companion.sessions.start("energy_mini")))

    ruth.settings = Settings(notify="bell")
    walk = Walk(ruth, Into(bare), Talk(session))
    walk.reminding.knock = told.append
    assert walk.guides
    monkeypatch.setattr(ruth.reminders, "due_now", lambda: ["weight"])
    clock.go(minutes=10)
    walk.due()
    walk.answer("go")  # a movement at one's own pace: no clock runs, and news would be told
    walk.due()
    assert told == []


@pytest.mark.parametrize("way", ["bell", "message"])
def test_plain_lines_ring_once_and_never_hold_an_escape(ruth, clock, told, way):
    ruth.settings = Settings(notify=way)
    said = listen(ruth, Walk(ruth, FIRST), 1200.0, "0", "2", clock=clock)
    assert said.count("\a") == 1
    assert "\x1b" not in said
    assert "something is due" not in said


def test_plain_lines_are_silent_without_the_setting(ruth, clock, told):
    assert "\a" not in listen(ruth, Walk(ruth, FIRST), 1200.0, "0", "2", clock=clock)
