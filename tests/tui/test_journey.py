"""A person's day in a real terminal: plan, a session broken off and taken up again, a meal, a rating."""

import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from terminal import Terminal

from companion.bootstrap import open_companion
from companion.config.settings import Settings, save
from companion.domain.entries import StepDone

pytestmark = pytest.mark.slow

NOON = f"NOON{datetime.now(UTC).hour - 12:+d}"  # a zone in which it is lunch time; the clock is real
Open = Callable[[tuple[int, int]], Terminal]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new diary, the first questions behind it."""
    made = tmp_path / "diary"
    save(made, Settings(welcome=False))
    return made


@pytest.fixture
def program(folder: Path) -> Iterator[Open]:
    """Starts `companion` over the same folder again and again."""
    opened = []

    def start(size: tuple[int, int]) -> Terminal:
        opened.append(Terminal("-m", "companion", "--data-dir", str(folder), size=size, TZ=NOON))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


def decide(terminal: Terminal, which: str, level: str, said: str, *, first: bool) -> None:
    """A texture level: what, which, by whom."""
    terminal.see("Next")
    terminal.press("p")
    terminal.see("1 to 8 Change")
    terminal.press(which)
    terminal.see("level?")
    terminal.press(level)
    terminal.see("Who decided it?")
    if first:
        terminal.press("5")
        terminal.see("A name, and what they are")
        terminal.press("J. Okafor", "enter")
    else:
        terminal.press("enter")  # the last decider is under the cursor
    terminal.see(f"Saved: {said}, decided by J. Okafor.")
    terminal.press("0")
    terminal.see("Next")


def without_a_clock(terminal: Terminal) -> None:
    """Repetitions end when the person says so."""
    terminal.press("s")
    terminal.see("Weight unit: kilograms")
    terminal.press(*["down"] * 12)
    terminal.see("End of a movement: by the clock")
    terminal.press("enter")
    terminal.see("End of a movement?")
    terminal.press("2")
    terminal.see("Saved: end of a movement, when you say so.")
    terminal.press("0")
    terminal.see("Next")


def begin(terminal: Terminal) -> None:
    """Into the first session on offer, by way of the rating before it."""
    terminal.press("1")
    terminal.see("How tired are you right now?")
    terminal.press("2")
    terminal.see("Anything different today?")
    terminal.press("1")
    terminal.see("Choose a session")
    terminal.press("1")
    terminal.see("Step 1 of 10", "Space Start")


def one_part(terminal: Terminal) -> None:
    """Start, done, and the rest cut short."""
    terminal.press("space")
    terminal.see("Space Done")
    terminal.press("space")
    terminal.see("Space Start now")
    terminal.press("space")
    terminal.see("Space Start P")


def three_steps(terminal: Terminal) -> None:
    """To the fourth step, and into it."""
    while "Step 4 of 10" not in terminal.screen:
        one_part(terminal)
    terminal.press("space")
    terminal.see("Space Done")


def steps(folder: Path) -> int:
    """How many parts are in the diary, read by another process than the one that wrote them."""
    return sum(isinstance(entry, StepDone) for entry in open_companion(folder).diary.entries())


def go_on_and_stop(terminal: Terminal) -> None:
    """One key resumes; then end kindly."""
    terminal.see("Enter Go on at step 4")
    terminal.press("enter")
    terminal.see("Step 4 of 10", "Space Start")
    one_part(terminal)
    terminal.press("x")
    terminal.see("Why end here?")
    terminal.press("1")
    terminal.see("And now, how tired are you?")
    terminal.press("3")
    terminal.see("Tiredness went from 2 to 3.")


def half_a_meal(terminal: Terminal) -> None:
    """The meal under the cursor, half eaten."""
    terminal.press("2")
    terminal.see("Lunch", "Enter Eaten")
    terminal.press("enter")
    terminal.see("How much was eaten?")
    terminal.press("3")
    terminal.see("Saved: half of")
    terminal.press("0")
    terminal.see("Next meal: afternoon")


def quick_entry(terminal: Terminal) -> None:
    """A name and its energy."""
    terminal.press("k")
    terminal.see("What was it?")
    terminal.press("Toast", "enter")
    terminal.see("How much energy, in kcal?")
    terminal.press("120", "enter")
    terminal.see("Saved: Toast, 120 kcal.")


def tired(terminal: Terminal) -> None:
    """Seven of ten."""
    terminal.press("4")
    terminal.see("How tired are you right now?")
    terminal.press("7")
    terminal.see("Saved: tiredness 7 of 10", "●")
    terminal.press("q")
    terminal.see("Tiredness 7 of 10", "Leave")


def leave(terminal: Terminal) -> None:
    """Q, and the terminal is as it was."""
    terminal.press("q")
    assert terminal.end() == 0
    assert "Traceback" not in terminal.written


def hang_up(terminal: Terminal) -> None:
    """The line drops."""
    assert terminal.hang_up() == 128 + signal.SIGHUP


def kill(terminal: Terminal) -> None:
    """The power goes."""
    assert terminal.kill() == -signal.SIGKILL


def terminate(terminal: Terminal) -> None:
    """The computer is shut down."""
    assert terminal.kill(signal.SIGTERM) == 128 + signal.SIGTERM
    assert "Traceback" not in terminal.written


@pytest.mark.parametrize("broken_off", [hang_up, kill], ids=lambda how: how.__name__)
def test_a_day_with_a_lost_terminal(
    program: Open, folder: Path, broken_off: Callable[[Terminal], None]
) -> None:
    wide = (80, 24)
    first = program(wide)
    decide(first, "1", "5", "food level 5, minced and moist", first=True)
    decide(first, "2", "2", "drink level 2, mildly thick", first=False)
    without_a_clock(first)
    begin(first)
    three_steps(first)
    broken_off(first)
    assert steps(folder) == 3

    second = program(wide)
    go_on_and_stop(second)
    half_a_meal(second)
    quick_entry(second)
    tired(second)
    marks = ("kcal", "Protein", "▀")
    lines = [line for line in second.screen.splitlines() if "Saved: " not in line]
    day = [line for line in lines if any(mark in line for mark in marks)]
    assert len(day) > len(marks)
    leave(second)

    third = program(wide)
    seen = third.see("Next meal: afternoon", "Tiredness 7 of 10")
    assert all(line in seen for line in day)
    leave(third)
    assert steps(folder) == 4


def test_the_same_on_a_telephone(program: Open, folder: Path) -> None:
    narrow = (40, 24)
    first = program(narrow)
    decide(first, "1", "5", "food level 5, minced and moist", first=True)
    without_a_clock(first)
    begin(first)
    three_steps(first)
    terminate(first)
    assert steps(folder) == 3

    second = program(narrow)
    go_on_and_stop(second)
    half_a_meal(second)
    tired(second)
    leave(second)
    assert steps(folder) == 4
