"""What others wrote is a cue of its own: in menus at any time, elsewhere with the next step, never twice."""

import pytest

from companion.config.settings import Settings
from companion.flows.levels import Into, Out, Talk
from companion.flows.overheard import LOOK_EVERY
from companion.flows.steps import Menu, Number, Option, RunSession, Say
from companion.flows.switch import Scanner, Switched
from companion.flows.walk import Walk
from companion.services.companion import Companion
from companion.store.diary import Diary

SAID = "Maria wrote down Soup, 150 kcal."


@pytest.fixture
def maria(ruth, clock, library):
    """Somebody else at the same diary, in a process of their own."""
    diary = Diary(ruth.diary.shelf, clock)
    return Companion(diary=diary, content=library, settings=Settings(), clock=clock, by="Maria", via="ssh")


def bare(_):
    return Menu(id="bare", title="Bare", options=(Option(Out(), "Leave"), Option(Talk(two), "Two")))


def two(_):
    first = yield Number(id="n", title="First", low=1, high=9)
    second = yield Number(id="m", title="Second", low=1, high=9)
    yield Say(f"Saved: {first} and {second}.")


def texts(walk):
    return [cue.text for cue in walk.due()]


def test_in_a_menu_it_is_told_within_five_seconds_and_once(ruth, maria):
    walk = Walk(ruth, Into(bare))
    step = walk.step
    assert texts(walk) == []
    maria.intake.quick("Soup", kcal=150)
    assert walk.wait() == LOOK_EVERY <= 5
    assert texts(walk) == [SAID]
    assert texts(walk) == []
    assert walk.step is step


def test_in_a_question_it_waits_for_the_next_step_and_comes_before_no_result(ruth, maria):
    walk = Walk(ruth, Into(bare), Talk(two))
    walk.due()
    maria.intake.quick("Soup", kcal=150)
    assert walk.wait() is None
    assert texts(walk) == []
    walk.answer("1")
    assert texts(walk) == [SAID]
    maria.intake.quick("Soup", kcal=150)
    walk.answer("2")
    assert (walk.step, texts(walk)) == (Say("Saved: 1.0 and 2.0."), [])
    walk.answer()
    assert texts(walk) == [SAID]


def test_a_session_that_counts_is_not_disturbed(ruth, maria, clock):
    ruth.fatigue.log(3, when="before")

    def guide(companion):
        yield RunSession(companion.sessions.start("hands_wrists"))

    walk = Walk(ruth, Into(bare), Talk(guide))
    walk.answer(walk.step.options[0].value)
    assert walk.wait() is not None
    maria.intake.quick("Soup", kcal=150)
    for _ in range(5):
        clock.go(seconds=2)
        assert SAID not in texts(walk)


def test_what_a_clock_says_is_said_alone(ruth, maria, monkeypatch):
    walk = Walk(ruth, Into(bare))
    maria.intake.quick("Soup", kcal=150)
    from companion.flows.levels import Cue

    with monkeypatch.context() as patch:
        patch.setattr(walk._levels[-1], "due", lambda: [Cue("30 seconds.")])
        assert texts(walk) == ["30 seconds."]
    assert texts(walk) == [SAID]


def test_a_face_that_shows_something_else_over_the_step_is_left_alone(ruth, maria):
    walk = Walk(ruth, Into(bare))
    maria.intake.quick("Soup", kcal=150)
    assert (walk.due(news=False), walk.wait(news=False)) == ([], None)
    assert texts(walk) == [SAID]


def test_with_one_switch_it_waits_for_the_end_of_a_round(ruth, maria):
    walk = Switched(Walk(ruth, Into(bare)))
    scanner, at = Scanner(ruth, walk, aloud=False), 0.0
    walk.rests = lambda: scanner.rests(at)
    heard, rows = [], []
    maria.intake.quick("Soup", kcal=150)
    scanner.look(at)
    while not heard and at < 100:
        at += scanner.wait(at)
        heard += [cue.text for cue in walk.due()]
        rows += [scanner.row] if scanner.look(at) else []
    assert heard == [SAID]
    assert rows == [1, 0]
