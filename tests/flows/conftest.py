"""Ways to run a flow: answers given in advance, a guided session, one switch, a walk through menus."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest
from flows.hand import Hand
from flows.heard import Heard
from flows.rooms import Rooms

from companion.flows.steps import Flow, RunSession, Say, Step
from companion.flows.walk import Into, Walk
from companion.services.companion import Companion


@dataclass
class Talk:
    """What a conversation asked and said, and its result."""

    asked: list[Step] = field(default_factory=list)
    said: list[Say] = field(default_factory=list)
    session: Any = None
    result: Any = None

    @property
    def ids(self) -> list[str]:
        return [step.id for step in self.asked]

    @property
    def texts(self) -> list[str]:
        return [say.text for say in self.said]


@pytest.fixture
def talk() -> Callable[..., Talk]:
    """Answers each question in turn; fails when a flow asks more, or less, than was answered."""

    def run(flow: Flow, answers: Iterable[Any] = ()) -> Talk:
        talk, left = Talk(), list(answers)
        answer = None
        try:
            while True:
                step, answer = flow.send(answer), None
                if isinstance(step, Say):
                    talk.said.append(step)
                elif isinstance(step, RunSession):
                    talk.session = step.session
                else:
                    assert isinstance(step, Step)
                    talk.asked.append(step)
                    assert left, f"asked {step.id!r} and nothing was left to answer"
                    answer = step.accept(left.pop(0))
        except StopIteration as end:
            talk.result = end.value
        assert not left, f"never asked for {left}"
        return talk

    return run


@pytest.fixture
def levels(companion: Companion) -> Companion:
    """The companion of somebody whose food and drink level are decided."""
    companion.plan.set("food-level", "5", decided_by="A. Lee")
    companion.plan.set("drink-level", "2", decided_by="A. Lee")
    return companion


@pytest.fixture
def heard(companion: Companion, clock: Any) -> Callable[..., Heard]:
    """A guided session, just begun."""

    def start(programme: str = "morning_full_body", **options: Any) -> Heard:
        return Heard(companion, clock, programme, **options)

    return start


@pytest.fixture
def hand(ruth: Companion, clock: Any) -> Callable[..., Hand]:
    """One switch over a menu of these conversations."""
    return lambda *flows, **kept: Hand(ruth, clock, *flows, **kept)


@pytest.fixture
def rooms() -> Rooms:
    """A house of two menus."""
    return Rooms()


@pytest.fixture
def walk(companion: Companion, rooms: Rooms) -> Walk:
    """A walk through it."""
    return Walk(companion, Into(rooms.main))
