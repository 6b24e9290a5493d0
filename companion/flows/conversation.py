"""Walks a flow step by step and back again, for any face.

A flow asks first and acts last, so back is a replay with one answer fewer.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from companion.flows.steps import AnyStep, Choose, Flow, Number, Read, Say, Step, Text, Timer

MakeFlow = Callable[[], Flow]


class Conversation:
    """One run of a flow. Ask `step`, send `answer`, until `done`; then `result` is what the flow returned.

    A question that is asked again offers the answer it had. Errors of the flow pass through. Say and Read
    are steps like the others, answered with nothing, and never said again after a step back.
    """

    def __init__(self, make_flow: MakeFlow) -> None:
        self._make = make_flow
        self._answers: list[Any] = []
        self._given: dict[tuple[str, str], Any] = {}  # by the question and its words
        self.result: Any = None
        self._start()

    @property
    def done(self) -> bool:
        """Whether the flow has come to its end."""
        return self._step is None

    @property
    def step(self) -> AnyStep:
        """What the face presents now."""
        if self._step is None:
            raise RuntimeError("the conversation is over")
        step = self._step
        if isinstance(step, Choose | Number | Text) and _question(step) in self._given:
            return replace(step, default=self._given[_question(step)])
        if isinstance(step, Timer) and step.resumes and _question(step) in self._given:
            return replace(step, start=self._given[_question(step)])
        return step

    def answer(self, value: Any = None) -> None:
        """Send an answer; Refused or Unknown leave the step where it is."""
        step = self.step
        if isinstance(step, Step):
            value = step.accept(value)
        if not isinstance(step, Say | Read):
            self._answers.append(value)
            self._remember(step, value)
        self._send(value)

    def back(self) -> bool:
        """To the question before; False at the first one, where leaving is all that is left."""
        self._flow.close()
        if not self._answers:
            return False
        self._answers.pop()
        self._replay()
        return True

    def _remember(self, step: AnyStep, value: Any) -> None:
        if isinstance(step, Step) and value is not None:
            self._given[_question(step)] = value

    def _replay(self) -> None:
        """A fresh run up to the question after the kept answers; what was said stays said."""
        self._start()
        for kept in self._answers:
            self._pass_over_said()
            self._send(kept)
        self._pass_over_said()

    def _start(self) -> None:
        self._flow = self._make()
        self._send(None)

    def _pass_over_said(self) -> None:
        while isinstance(self._step, Say | Read):
            self._send(None)

    def _send(self, value: Any) -> None:
        try:
            self._step: AnyStep | None = self._flow.send(value)
        except StopIteration as end:
            self._step, self.result = None, end.value


def _question(step: Step) -> tuple[str, str]:
    return step.id, step.title
