"""Runs a flow with answers given in advance, as a face would."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from companion.flows.steps import Flow, RunSession, Say, Step
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
