"""What others wrote, in plain lines: one line, heard once, and the prompt again behind it."""

import pytest
from listening import listen

from companion.config.settings import Settings
from companion.flows.menus.today import FIRST
from companion.flows.walk import Walk
from companion.services.companion import Companion
from companion.store.diary import Diary

SAID = "Maria wrote down Soup, 150 kilocalories."


@pytest.fixture
def writes(ruth, clock, library, monkeypatch):
    """Maria writes soup down once the clock has gone so far."""

    def when(seconds):
        maria = Companion(
            diary=Diary(ruth.diary.shelf, clock),
            content=library,
            settings=Settings(),
            clock=clock,
            by="Maria",
        )
        go, left = clock.go, [seconds]

        def moved(**spans):
            go(**spans)
            left[0] -= spans["seconds"]
            if left[0] <= 0 and len(left) == 1:
                left.append(0)
                maria.intake.quick("Soup", kcal=150)

        monkeypatch.setattr(clock, "go", moved)

    return when


def test_it_is_heard_once_within_five_seconds_and_the_prompt_stands_again(ruth, clock, writes):
    writes(10)
    said = listen(ruth, Walk(ruth, FIRST), 15, "0", "2", clock=clock)
    assert said.count(SAID) == 1
    assert f"\n{SAID}\nYour choice: 0" in said
    assert said.count("Main menu.") == 1


def test_nothing_is_said_into_what_is_half_typed(ruth, clock, writes):
    ruth.settings = Settings(enter_after_digit=True)
    writes(4)
    said = listen(ruth, Walk(ruth, FIRST), 3, "4", 30, "\r", "0\r", "0\r", "2\r", clock=clock)
    before, _, after = said.partition(SAID)
    assert "Your choice: 4\n" in before
    assert after
    assert SAID not in after
