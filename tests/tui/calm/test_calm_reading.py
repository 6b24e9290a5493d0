"""What is read over a movement holds its clock: help, and the warning signs."""

from collections.abc import Callable
from typing import Any

import pytest

from companion.config.settings import Settings
from companion.domain.sessions import Phase
from companion.flows.steps import Choose, Read, RunSession
from companion.services.companion import Companion
from companion.tui.calm.scanning import Scanning

Sit = Callable[..., Any]


@pytest.fixture
def moving(sit: Sit, companion: Companion) -> Any:
    """Somebody in the middle of a movement that the clock ends."""
    companion.fatigue.log(3, when="before")
    running = companion.sessions.start("hands_wrists")

    def flow(_: Companion) -> Any:
        yield RunSession(running)

    seat = sit(flow=flow)
    for _ in range(60):
        if running.view().under is Phase.MOVE and running.view().seconds_left is not None:
            break
        seat.press("1" if isinstance(seat.face.step, Choose) else "enter")
    seat.running = running
    return seat


@pytest.mark.parametrize("opens", ["signs", "help"])
def test_a_movement_stands_still_while_somebody_reads(moving: Any, clock: Any, opens: str) -> None:
    left = moving.running.view().seconds_left
    getattr(moving.face, opens)()
    clock.go(minutes=20)
    moving.face.tick()
    moving.press("0")
    assert moving.rows[0].startswith("Paused.")
    assert moving.running.view().seconds_left == left


def test_with_one_switch_the_rows_are_those_of_the_pause(moving: Any, companion: Companion) -> None:
    companion.settings = Settings(switch=True)
    scanning = Scanning(companion, moving.face, moving.face.walk, lambda: 0.0)
    scanning.look()
    moving.face.signs()
    moving.face.answer()
    assert moving.face.step.title.startswith("Paused.")


def test_from_any_page_one_press_leaves_and_another_is_a_page_back(sit: Sit) -> None:
    seat = sit(Read("List", tuple(("", f"{n}. {'Word ' * 30}") for n in range(60))))
    seat.press("1", "1")
    assert seat.press("2")[0].startswith("List. Page 2 of ")
    assert seat.press("1", "0")[0] == "Bare"


def test_help_over_a_question_holds_nothing(sit: Sit, companion: Companion) -> None:
    seat = sit(Choose(id="c", title="Which?", options=()))
    seat.face.help()
    seat.face.answer()
    assert seat.face.step.title == "Which?"
