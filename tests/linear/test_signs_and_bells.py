"""The warning signs from every prompt, and silence where the settings have no bell."""

import pytest
from listening import listen
from stepped import SteppedClock

from companion.config.settings import Settings
from companion.flows.menus.today import FIRST
from companion.flows.steps import Choose, Confirm, Number, Option, Read, RunSession, Say, Text
from companion.flows.walk import Cue, Talk, Walk

TWO = (Option("one", "One"), Option("two", "Two"))
KINDS = [
    Choose(id="c", title="Which", options=TWO),
    Choose(id="c", title="How tired", options=tuple(Option(n, str(n)) for n in range(11))),
    Number(id="n", title="How much", low=1, high=9),
    Text(id="t", title="Name"),
    Confirm(id="y", title="Really"),
    Say("Hear this.", "warning"),
    Read("Text", (("", "Words."),)),
]
SIGNS, ENDED = "Warning signs.\n", "0"


def asking(*steps):
    def flow(_):
        for step in steps:
            yield Say(f"It is {(yield step)}.")

    return flow


class Ringing(Walk):
    """A walk in which a bell is due after half a minute, whatever the settings."""

    def __init__(self, companion):
        self._began, self._rung = companion.clock(), False
        super().__init__(companion, FIRST, Talk(asking(KINDS[0])))

    def wait(self):
        gone = (self._companion.clock() - self._began).total_seconds()
        return None if self._rung else max(0, 30 - gone)

    def due(self):
        if self._rung or self.wait():
            return []
        self._rung = True
        return [Cue("Rest over.", 1)]


@pytest.mark.parametrize("enter", [False, True])
@pytest.mark.parametrize("step", KINDS, ids=lambda step: type(step).__name__)
def test_an_exclamation_mark_shows_the_warning_signs_and_the_same_is_asked_again(
    lines, companion, step, enter
):
    companion.settings = Settings(enter_after_digit=enter)
    rating = getattr(step, "is_rating", False)
    typed = "\r" if enter or rating or isinstance(step, Number | Text) else ""
    said = lines(asking(step), f"!{typed}", f"{ENDED}\r" if enter else ENDED)
    before, _, after = said.partition(SIGNS)
    assert "112" in after or "emergency" in after
    again = before.rstrip("!\n").replace("\a", "")
    assert again in after
    assert after.index("1 more, 0 ends: ") < after.rindex(again)


def test_what_was_answered_before_the_warning_signs_stays(lines):
    said = lines(asking(*KINDS[2:4]), "3\r", "!\r", ENDED, "Ann\r")
    assert "It is Ann." in said


def test_an_exclamation_mark_within_a_text_is_a_letter(lines):
    said = lines(asking(KINDS[3]), "Help!\r")
    assert "It is Help!." in said
    assert SIGNS not in said


def test_even_who_is_asked_whether_to_leave_comes_to_the_warning_signs(companion, clock):
    said = listen(companion, Walk(companion, FIRST), "0", "!", ENDED, "0", "y", clock=clock)
    assert said.count("Leave the program?") == 2
    assert SIGNS in said
    assert said.endswith("Goodbye.\n")


def test_the_help_says_how_to_come_to_the_warning_signs(lines):
    assert "An exclamation mark shows the warning signs." in lines(asking(KINDS[0]), "?")


def test_the_warning_signs_hold_a_movement(companion, clock):
    companion.fatigue.log(3, when="before")

    def flow(companion):
        yield RunSession(companion.sessions.start("hands_wrists"))

    walk = Walk(companion, FIRST, Talk(flow))
    said = listen(companion, walk, "1", "!", 1200, ENDED, clock=clock)
    assert "1. Done" in said.partition(SIGNS)[0]
    assert "Paused." in said.partition(SIGNS)[2]


@pytest.mark.parametrize("bell", [True, False])
def test_nothing_rings_where_the_settings_have_no_bell(lines, companion, clock: SteppedClock, bell):
    companion.settings = Settings(bell=bell)
    said = lines(asking(KINDS[5]), "1")
    assert "Hear this." in said
    assert ("\a" in said) == bell
    said = listen(companion, Ringing(companion), 60, "1", clock=clock)
    assert "Rest over." in said
    assert ("\a" in said) == bell
