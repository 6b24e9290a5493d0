"""The replay driver with a toy flow: whatever way one goes, the answers that stand count."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.errors import Refused
from companion.flows.conversation import Conversation
from companion.flows.steps import Choose, Clock, Confirm, Flow, Number, Option, Say

LENGTH = 4


class Toy:
    """Asks four numbers, says something after the second, and acts once at the end."""

    def __init__(self) -> None:
        self.acted: list[list[int]] = []

    def flow(self) -> Flow:
        given: list[int] = []
        for number in range(LENGTH):
            given.append((yield Number(id=f"n{number}", title="How many", low=0, high=9, whole=True)))
            if number == 1:
                yield Say("Halfway.")
        self.acted.append(given)
        return sum(given)


moves = st.lists(st.one_of(st.integers(0, 9), st.just("back")), max_size=30)


@given(moves)
def test_any_way_forth_and_back_ends_like_the_answers_that_stand(way: list[Any]) -> None:
    toy, stand, said = Toy(), [], 0
    talk = Conversation(toy.flow)
    for move in way:
        if talk.done:
            break
        if isinstance(talk.step, Say):
            said += 1
            talk.answer()
        if move == "back":
            assert talk.back() is bool(stand)
            if not stand:
                return
            stand.pop()
        else:
            talk.answer(move)
            stand.append(move)
        if not talk.done and not isinstance(talk.step, Say):
            assert talk.step.id == f"n{len(stand)}"
    assert talk.done is (len(stand) == LENGTH)
    assert toy.acted == ([stand] if talk.done else [])
    assert talk.result == (sum(stand) if talk.done else None)


def test_what_was_said_is_not_said_again_after_a_step_back() -> None:
    talk = Conversation(Toy().flow)
    talk.answer(1)
    talk.answer(2)
    assert isinstance(talk.step, Say)
    talk.answer()
    talk.answer(3)
    talk.back()
    assert talk.step.id == "n2"


def test_only_the_same_question_offers_the_answer_it_had() -> None:
    def flow() -> Flow:
        yield Choose(id="what", title="Breakfast", options=(Option("time", "Another time"),))
        yield Clock(id="when", title="Breakfast", default="08:00")

    talk = Conversation(flow)
    talk.answer("time")
    assert talk.step.default == "08:00"
    talk.back()
    assert talk.step.default == "time"


def test_a_refused_answer_leaves_the_step() -> None:
    talk = Conversation(Toy().flow)
    with pytest.raises(Refused):
        talk.answer(12)
    assert talk.step.id == "n0"
    talk.answer("3")
    assert talk.step.id == "n1"


def test_an_error_of_the_flow_passes_through() -> None:
    def flow() -> Flow:
        yield Confirm(id="sure", title="Sure")
        raise Refused("already_removed")

    talk = Conversation(flow)
    with pytest.raises(Refused, match="already_removed"):
        talk.answer(True)


def test_a_flow_without_questions_is_over_at_once() -> None:
    def flow() -> Flow:
        return 7
        yield

    talk = Conversation(flow)
    assert (talk.done, talk.result) == (True, 7)
    with pytest.raises(RuntimeError):
        talk.answer(1)
