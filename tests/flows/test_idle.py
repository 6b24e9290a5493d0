"""Nobody is there: it is said, a session is held, and it is left; any key keeps it open."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.config.settings import Settings
from companion.domain.idle import Idle, limits
from companion.flows.guided import WORKING
from companion.flows.idle import STUCK, Idleness, over_ssh
from companion.flows.menus.today import begin
from companion.flows.sessions import resume_session
from companion.flows.steps import Read, Say
from companion.flows.walk import Talk
from companion.wording import idle as words


class Alarm:
    """The hard end, as it would be set."""

    def __init__(self) -> None:
        self.set: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.set.append(seconds)


class Hand:
    """A clock of seconds that is moved by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def alarm() -> Alarm:
    return Alarm()


@pytest.fixture
def idle(hand: Hand, alarm: Alarm) -> Idleness:
    return Idleness(lambda in_session: limits(15, in_session=in_session), clock=hand, at_latest=alarm)


def test_it_is_said_once_a_minute_before_and_then_it_is_over(idle, hand):
    assert idle.wait() == 14 * 60
    hand.now += 14 * 60
    assert (idle.look(), idle.look()) == ("warned", "awake")
    assert idle.warning() == (
        "No key for a while. This closes in 1 minute. Everything saved is kept. Any key keeps it open."
    )
    assert idle.wait() == 60
    hand.now += 60
    assert idle.look() == "over"
    assert idle.over
    assert idle.farewell() == "Closed after 15 minutes without a key. Everything saved is kept."


def test_the_key_that_keeps_it_open_does_nothing_else(idle, hand):
    assert not idle.pressed()
    hand.now += 14 * 60
    idle.look()
    assert idle.pressed()
    assert not idle.pressed()
    assert (idle.wait(), idle.over) == (14 * 60, False)


def test_the_hard_end_moves_on_with_each_key_and_comes_after_the_soft_one(idle, hand, alarm):
    hand.now += 10
    idle.pressed()
    idle.wait(in_session=True)
    assert alarm.set == [15 * 60 + STUCK, 15 * 60 + STUCK, 60 * 60 + STUCK]


def test_never_has_no_hard_end_either(hand, alarm):
    idle = Idleness(lambda _: None, clock=hand, at_latest=alarm)
    idle.pressed()
    assert (idle.wait(), idle.look()) == (None, "awake")
    assert alarm.set == []


@given(st.booleans(), st.lists(st.tuples(st.floats(0, 400), st.booleans())))
def test_it_is_over_only_when_it_was_said_in_time_and_no_key_came(in_session, events):
    hand, found = Hand(), Idle(400, 300) if in_session else Idle(100, 60)
    idle = Idleness(lambda _: found, clock=hand, at_latest=lambda _: None)
    said = None
    for wait, key in events:
        hand.now += wait
        if key:
            assert idle.pressed() == (said is not None)
            said = None
        state = idle.look()
        if state == "warned":
            assert said is None
            said = hand.now
        elif state == "over":
            assert said is not None
            return
        elif said is not None:
            assert hand.now - said < found.leave - found.warn + 0.001


def test_who_was_stopped_beyond_the_time_is_told_and_has_the_minute(idle, hand):
    hand.now += 8 * 60 * 60
    assert idle.look() == "warned"
    assert round(idle.wait()) == 60
    assert idle.pressed()


def test_a_walk_says_it_and_is_over(ruth, idle, hand):
    walk = begin(ruth, idle=idle)
    assert walk.wait(news=False) == 14 * 60
    hand.now += walk.wait(news=False)
    step = walk.step
    assert [cue.text for cue in walk.due()] == [idle.warning()]
    assert (walk.step, walk.due()) == (step, [])
    hand.now += walk.wait(news=False)
    walk.due()
    assert walk.over


def test_a_sentence_that_waits_to_be_read_does_not_keep_it_open(ruth, idle, hand):
    walk = begin(ruth, idle=idle)
    walk.read(Read("Read me", (("", "A text"),)))
    for wait in (14 * 60, 60):
        assert walk.wait() == wait
        hand.now += wait
        walk.due()
    assert walk.over


def test_in_a_session_it_waits_an_hour_and_the_clock_is_held(ruth, clock, idle, hand):
    ruth.settings = Settings(welcome=False, wait_for_go=False)
    ruth.fatigue.log(3, when="before")
    ruth.sessions.start("morning_full_body")
    walk = begin(ruth, Talk(resume_session), idle=idle)
    walk.answer("go")
    assert walk.guides
    hand.now += 14 * 60
    assert walk.due() == []
    while (view := walk._levels[-1]._view).phase not in WORKING or view.seconds_left is None:
        clock.go(seconds=10)
        walk.due()
        if isinstance(walk.step, Say) or walk.wait() >= idle.wait():
            walk.answer(None if isinstance(walk.step, Say) else walk.step.options[0].value)
    hand.now += idle.wait()
    assert hand.now == 1000 + 55 * 60
    before = ruth.diary.entries("step")
    (cue,) = [cue for cue in walk.due() if "closes" in cue.text]
    assert "The session waits. This closes in 5 minutes." in cue.text
    for _ in range(60):
        clock.go(seconds=10)
        walk.due()
    assert ruth.diary.entries("step") == before
    hand.now += 5 * 60
    walk.due()
    assert walk.over
    assert ruth.sessions.unfinished() is not None
    assert idle.farewell() == "Closed after 60 minutes without a key. The session can be gone on with."


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_only_over_ssh(ruth, monkeypatch, name):
    for other in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"):
        monkeypatch.delenv(other, raising=False)
    assert over_ssh(ruth) is None
    monkeypatch.setenv(name, "there")
    assert over_ssh(ruth) is not None


def test_the_gate_is_ssh_whatever_is_around_it(ruth, monkeypatch):
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    ruth.gated = True
    assert over_ssh(ruth) is not None


def test_the_words_say_every_length():
    said = [words.farewell(seconds, in_session=False) for seconds in (30, 60, 900)]
    assert all(one != other for one, other in pairwise(said))
    assert "1 minute without" in said[1]
