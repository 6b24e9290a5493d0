"""The calm screen over a companion in memory, without a terminal."""

from collections.abc import Callable
from typing import Any

import pytest
from tui.calm.steps import STEPS

from companion.flows.steps import Menu, Option
from companion.flows.walk import Into, Out, Talk, Walk
from companion.services.companion import Companion
from companion.tui.calm import keys
from companion.tui.calm.face import Face

NAMES = {" ": "space", "\r": "enter"}


def bare(_: Companion) -> Menu:
    """A menu with one way on and one out."""
    return Menu(id="bare", title="Bare", options=(Option(Into(bare), "Stay"), Option(Out(), "Leave")))


def flow_of(*steps: Any) -> Any:
    """A conversation that asks these; its result are the answers."""

    def flow(_: Companion) -> Any:
        answers = []
        for step in steps:
            answers.append((yield step))  # noqa: PERF401 - a comprehension cannot yield
        return answers

    return flow


class Seat:
    """Somebody before a calm screen: presses keys, looks at the rows."""

    def __init__(self, companion: Companion, size: tuple[int, int], *talks: Talk, menu: Any = bare) -> None:
        self.face = Face(companion, Walk(companion, Into(menu), *talks), size)

    def press(self, *names: str) -> list[str]:
        """Keys by name, or texts typed; the rows afterwards."""
        for name in names:
            if name in keys.MOVES or name in keys.ENDS or name in ("enter", "space", "escape", "backspace"):
                keys.press(self.face, name, " " if name == "space" else None)
            else:
                for character in name:
                    keys.press(self.face, NAMES.get(character, character), character)
        return self.rows

    @property
    def rows(self) -> list[str]:
        """The lines of the step."""
        return [line.text for line in self.face.sheet.lines]

    @property
    def row(self) -> str:
        """The one under the cursor."""
        return self.face.line.text

    @property
    def said(self) -> str:
        """The announcement."""
        return self.face.view.said


@pytest.fixture
def sit(companion: Companion) -> Callable[..., Seat]:
    """Sit down before steps, a flow, or a menu."""

    def down(*steps: Any, flow: Any = None, menu: Any = bare, size: tuple[int, int] = (80, 24)) -> Seat:
        made: list[list[Any]] = []
        talks = (Talk(flow or flow_of(*steps), lambda _, result: made.append(result) or ""),)
        seat = Seat(companion, size, *(talks if steps or flow else ()), menu=menu)
        seat.results = made  # type: ignore[attr-defined]
        return seat

    return down


@pytest.fixture(params=STEPS.values(), ids=STEPS.keys())
def step(request: pytest.FixtureRequest) -> Any:
    """A step of every kind in turn."""
    return request.param
