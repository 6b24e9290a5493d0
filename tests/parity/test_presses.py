"""Every way of one switch, gone by presses from the main menu of a person with a diary."""

import re

import pytest
from parity.presses import press_everywhere
from parity.test_linear_walk import LOOKED, NOW, WELCOME, copied, lived
from parity.test_parity import flows
from stepped import SteppedClock

from companion.config.settings import Settings
from companion.content.library import Library
from companion.resources import PACKAGE
from companion.services.companion import Companion
from companion.store.diary import Diary

LATER = {"ask_after"}  # comes some time after a session: tests/flows/test_sessions_after.py


@pytest.fixture(scope="module")
def pressed(library: Library):
    """Every page there is a way to, and every flow: none ends with an error or without a way back."""
    shelf, begun = lived(), set[str]()

    def fresh(clock: SteppedClock) -> Companion:
        return Companion(
            diary=Diary(copied(shelf), clock), content=library, settings=Settings(switch=True), clock=clock
        )

    return list(press_everywhere(fresh, SteppedClock(NOW), begun)), begun


def test_every_conversation_that_the_full_screen_begins_is_reached_by_presses(pressed):
    source = "\n".join(file.read_text(encoding="utf-8") for file in (PACKAGE / "tui").rglob("*.py"))
    needed = {name for name in flows() if re.search(rf"\b{name}\b", source)}
    assert len(pressed[0]) > 150
    assert needed - pressed[1] <= LOOKED | WELCOME | LATER


def test_nothing_is_taken_out_by_a_press_that_was_not_asked_about(pressed):
    assert {
        where: taken for way, here in pressed[0] for where, taken in [(way.path, here.taken_out)] if taken
    } == {}
