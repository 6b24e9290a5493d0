"""One switch in lines: a row a line, one at a time; a press takes it; a pause is silent."""

import pytest
from listening import Heard, listen
from stepped import SteppedClock

from companion.flows.meals import log_meal
from companion.flows.menus.today import FIRST
from companion.flows.preferences import set_preference
from companion.flows.steps import Choose, Menu, Option, Say
from companion.flows.walk import Cue, Into, Talk, Walk
from companion.services.companion import Companion
from companion.wording import switch as words

TWO = Choose(id="c", title="Which", options=(Option("one", "One"), Option("two", "Two")))


def which(_: Companion):
    yield Say(f"It is {(yield TWO)}.")


def bare(_: Companion) -> Menu:
    return Menu(id="bare", title="Bare", options=(Option(Talk(which), "Ask"), Option(Talk(log_meal), "Eat")))


@pytest.fixture
def switch(ruth: Companion, clock: SteppedClock):
    """What is said while the switch is pressed, a key or letters, and seconds go by."""
    ruth.preferences.set("switch", "yes")

    def run(*pieces: str | float, menu=bare, walk=None) -> Heard:
        return listen(ruth, walk or Walk(ruth, Into(menu)), *pieces, clock=clock)

    return run


def rows(said: str, *labels: str) -> list[str]:
    return [line for line in said.splitlines() if line in labels]


def test_each_row_is_a_line_of_its_own_in_its_time(switch):
    said = switch(8.5)
    assert said.splitlines()[:5] == ["Bare.", words.HOW, "Ask", "Eat", "Leave"]


def test_a_press_takes_the_row_that_was_said_last(switch):
    said = switch(1.0, " ", 5.0, " ", 1.0)
    assert rows(said, "Ask", "One", "Two") == ["Ask", "One", "Two", "Ask"]
    assert "It is two.\nBare.\nAsk" in said
    assert said.count(words.HOW) == 1


@pytest.mark.parametrize("key", [" ", "\r", "x", "1", "0", "?"])
def test_every_key_is_the_switch_and_nothing_else(switch, key):
    said = switch(1.0, key, 1.0)
    assert "Which." in said
    assert f"\n{key}" not in said


def test_only_the_chosen_key_is_the_switch(switch, ruth):
    ruth.preferences.set("switch-key", "space")
    assert "Which." not in switch(1.0, "\r", 1.0, "1", 1.0)
    assert "Which." in switch(1.0, " ", 1.0)


def test_it_pauses_once_is_silent_and_goes_on(switch):
    said = switch(600.0, " ", 1.0)
    assert said.count(words.PAUSED) == 1
    assert rows(said, "Ask", "Eat", "Leave", words.PAUSED) == ["Ask", "Eat", "Leave"] * 3 + [
        words.PAUSED,
        "Ask",
    ]


def test_bounces_and_a_held_key_choose_once_and_then_one_hears_where_one_is(switch):
    held = [piece for _ in range(60) for piece in (" ", 1 / 30)]
    said = switch(1.0, *held, 2.0)
    assert "It is" not in said
    assert said.count("Which.") == 1


def test_leaving_is_asked_about_from_no_on(switch):
    said = switch(9.0, " ", 1.0, " ", 7.0, " ", 6.0, " ")
    assert rows(said, "Leave the program?", "No", "Yes") == [
        "Leave the program?", "No", "Leave the program?", "No", "Yes"
    ]  # fmt: skip
    assert said.endswith("Goodbye.\n")


def test_a_usual_meal_in_three_presses_from_the_main_menu(ruth, clock, switch):
    first_row = 1.0
    said = switch(7.5, " ", first_row, " ", first_row, " ", 1.0, walk=Walk(ruth, FIRST))
    assert [entry.eaten for entry in ruth.diary.entries() if entry.kind == "meal"] == [1.0], said


def test_what_time_brings_is_said_between_rows_and_they_go_on(ruth, clock):
    class Ticking(Walk):
        told = False

        def due(self, *, news=True):
            late = not self.told and (clock() - began).total_seconds() >= 2
            self.told = self.told or late
            return [Cue("30 seconds.", 1)] if late else []

        def wait(self, **_):
            return None if self.told else max(0.0, 2 - (clock() - began).total_seconds())

    ruth.preferences.set("switch", "yes")
    began = clock()
    said = listen(ruth, Ticking(ruth, Into(bare)), 9.0, clock=clock)
    assert rows(said, "Ask", "Eat", "\a30 seconds.") == ["Ask", "\a30 seconds.", "Eat"]


def test_a_switch_that_is_turned_off_leaves_plain_lines(ruth, clock, switch):
    def off(companion):
        yield from set_preference(companion, key="switch", value="no")

    said = switch(
        1.0, " ", 1.0, menu=lambda _: Menu(id="m", title="Main", options=(Option(Talk(off), "Off"),))
    )
    assert "Main. 1 choice." in said


def test_a_switch_that_is_turned_on_offers_its_pace(ruth, clock):
    def on(companion):
        yield from set_preference(companion, key="switch", value="yes")

    menu = Into(lambda _: Menu(id="m", title="Main", options=(Option(Talk(on), "On"),)))
    said = listen(ruth, Walk(ruth, menu), "1", 1.0, clock=clock)
    assert f"Main.\n{words.HOW}\n{words.SET_PACE}\n" in said


def test_no_escape_and_no_bell_of_its_own(switch):
    said = switch(100.0)
    assert "\x1b" not in said
    assert "\a" not in said
