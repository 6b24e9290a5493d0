"""Standing in a menu: choosing by the words of a choice, hearing what is said, looking into every way."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from companion.flows.levels import Into, Talk
from companion.flows.steps import Choose, Menu, Read, Say
from companion.flows.walk import Walk
from companion.services.companion import Companion

# Flows that ask nothing where they begin on an entry, and act at once.
ACT = {"undo", "remove", "take_back", "log_again", "remove_clearance"}
DEEP = 5


class Walker:
    """A walk from one menu on, and what it said."""

    def __init__(self, companion: Companion, menu: Callable[[Companion], Menu | None]) -> None:
        self.walk = Walk(companion, Into(menu))
        self.said: list[str] = []

    @property
    def step(self) -> Any:
        return self.walk.step

    @property
    def labels(self) -> list[str]:
        return [option.label for option in self.step.options]

    @property
    def details(self) -> dict[str, str]:
        return {option.label: option.detail for option in self.step.options}

    def take(self, *answers: Any) -> "Walker":
        """Answer: a choice by its words, anything else as it is. What is said is heard at once."""
        for answer in answers:
            step = self.step
            named = [o.value for o in step.options if o.label == answer] if isinstance(step, Choose) else []
            self.walk.answer(named[0] if named else answer)
            self.hear()
        return self

    def hear(self) -> None:
        while not self.walk.over and isinstance(self.step, Say):
            self.said.append(self.step.text)
            self.walk.answer()

    def back(self) -> "Walker":
        self.walk.back()
        return self


def flow_of(talk: Talk) -> str:
    """The name of the flow that a talk begins."""
    flow: Any = talk.flow
    while isinstance(flow, partial):
        flow = flow.func
    return str(flow.__name__)


def explore(walker: Walker, seen: set[tuple[str, ...]], deep: int = 0) -> Iterator[Menu]:
    """Every menu from here on; into every way that does not act at once, and out of it again."""
    menu = walker.step
    shape = (menu.id, *(option.label for option in menu.options))
    if shape in seen or deep == DEEP:
        return
    seen.add(shape)
    yield menu
    depth = walker.walk.depth
    for place, option in enumerate(menu.options):
        if isinstance(option.value, Talk) and flow_of(option.value) in ACT:
            continue
        walker.walk.answer(walker.step.options[place].value)
        if isinstance(walker.step, Menu):
            yield from explore(walker, seen, deep + 1)
        elif isinstance(walker.step, Read):
            assert walker.step.texts, option.label
        walker.back()
        assert (walker.step.id, walker.walk.depth) == (menu.id, depth), option.label


@pytest.fixture
def stand() -> Callable[..., Walker]:
    """Stands in a menu."""
    return Walker


@pytest.fixture
def explored() -> Callable[..., list[Menu]]:
    """Every menu that is reached from one, each way gone and come back from."""

    def run(companion: Companion, menu: Callable[[Companion], Menu]) -> list[Menu]:
        before = companion.diary.written()
        found = list(explore(Walker(companion, menu), set()))
        assert companion.diary.written() == before
        return found

    return run
