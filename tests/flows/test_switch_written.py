"""Numbers, times and texts by one switch: built up, told, and what is found offered meanwhile."""

from datetime import time

import pytest
from flows.hand import asks

from companion.errors import Unknown
from companion.flows.intake import log_drink
from companion.flows.meals import log_meal
from companion.flows.menus import foods, meals
from companion.flows.steps import Choose, Clock, Menu, Number, Option, Text
from companion.flows.switch_pace import calibrate
from companion.flows.walk import FIND, Into, Talk
from companion.services.companion import Companion
from companion.wording.errors import sentence


def closer(companion: Companion) -> Menu:
    """Every meal, to be looked at."""
    return meals.every(companion, meals.Keeps("food", None), closer=True)


def found_alike(_: Companion) -> Menu:
    """Finds two things of one name, which cannot be told apart by it."""
    alike = Choose(id="c", title="Alike", options=(Option(1, "One"),))
    found = lambda _: (Option(Talk(asks(alike)), "Alike"), Option(Talk(asks(alike)), "Alike"))  # noqa: E731
    return Menu(id="m", title="Room", options=(Option(FIND, "Find"),), find=found)


def test_a_number_is_built_up_and_told(hand):
    kept: list = []
    person = hand(asks(Number(id="n", title="How much?", low=0, high=999, unit="mL", whole=True), kept))
    person.press("ask", "0 to 4", "2", "5 to 9", "5")
    assert person.title == "So far: 25"
    person.press("Take back", "5 to 9", "5", "0 to 4", "0")
    assert person.labels[0] == "Done"  # no digit more would do
    person.press("Done")
    assert kept == [250]


def test_a_drink_of_a_usual_amount_takes_no_digits(companion, hand):
    companion.intake.drink(180)
    drinking = hand(log_drink)
    drinking.press("log_drink")
    assert drinking.labels[:3] == ["180 mL", "150 mL", "200 mL"]
    drinking.press("200 mL")
    assert drinking.walk.step.id == "what"


def test_a_number_with_a_likely_value_takes_one_press(hand):
    kept: list = []
    step = Number(
        id="n", title="How much?", low=0, high=999, unit="mL", whole=True, default=250, optional=True
    )
    person = hand(asks(step, kept))
    person.press("ask")
    assert person.labels == ["Keep 250 mL", "Leave it out", "Another number", "Back"]
    person.press("Keep 250", "ask", "Leave it out", "ask", "Another", "Back", "Keep")
    assert kept == [250, None, 250]


def test_a_number_may_have_a_point_and_is_only_done_within_its_limits(hand):
    kept: list = []
    person = hand(asks(Number(id="n", title="Weight?", low=20, high=300), kept))
    person.press("ask", "5 to 9", "5")
    assert "Done" not in person.labels
    person.press("5 to 9", "6", "Point", "5 to 9", "8", "Done")
    assert kept == [56.8]


def test_a_time_that_was_given_before_is_kept_as_it_is_written(hand):
    kept: list = []
    person = hand(asks(Clock(id="c", title="When?", limit=5, default=time(8, 30)), kept))
    person.press("ask", "Keep 08:30")
    assert kept == [time(8, 30)]


def test_a_time_of_day(hand):
    kept: list = []
    person = hand(asks(Clock(id="c", title="When?", limit=5, default="18:00"), kept))
    person.press("ask", "Another time", "0 to 4", "1", "5 to 9", "8", "0 to 4", "3", "0 to 4", "0", "Done")
    assert str(kept) == "[datetime.time(18, 30)]"


def test_a_text_is_written_in_letters_spaces_and_signs(hand):
    kept: list = []
    person = hand(asks(Text(id="t", title="A note?", optional=True), kept))
    person.press("ask", "Write", "f to j", "h", "f to j", "i", "More", "Space", "More", "u to y", "y")
    assert person.title == "So far: hi y"
    person.press("More", "Take back", "More", "z, digits", "0 to 4", "4", "More", "Done")
    assert kept == ["Hi 4"]


def test_a_text_may_be_left_out_and_left(hand):
    kept: list = []
    person = hand(asks(Text(id="t", title="A note?", optional=True, default="soup"), kept))
    person.press("ask", "Leave it out", "ask", "Keep soup", "ask", "Write", "Back", "Back", "ask", "Leave")
    assert kept == ["", "soup", ""]


def test_what_is_found_is_offered_while_it_is_written(hand):
    foods = [Option(name, name) for name in ("Apple", "Apricot", "Bread", "Butter")]
    kept: list = []
    found = lambda typed: tuple(o for o in foods if o.label.lower().startswith(typed))  # noqa: E731
    person = hand(asks(Choose(id="food", title="Which?", options=tuple(foods[:1]), find=found), kept))
    person.press("ask", "Find", "a to e", "b", "p to t", "r")
    assert person.labels == ["Bread", "Write on", "Back"]
    person.press("Back", "p to t", "r", "Write on", "a to e", "e", "Bread")
    assert kept == ["Bread"]


S_A_L = ("p to t", "s", "a to e", "a", "k to o", "l")
Q_U_O = ("p to t", "q", "More", "u to y", "u", "k to o", "o")


@pytest.mark.parametrize(
    ("menu", "presses", "leads_to"),
    [
        (meals.menu, ("More", "Find", "Find", *S_A_L, "Salmon and tomato"), "How much was eaten?"),
        (closer, ("Find", *S_A_L, "Salmon and tomato"), "Salmon and tomato bisque"),
        (foods.menu, ("Find", *Q_U_O, "Nothing like that"), "How much energy"),
        (foods.menu, ("Find", *Q_U_O, "New food"), "What is the food called?"),
        (found_alike, ("Find", "a to e", "a", "a to e", "b", "Alike", "Alike"), "Alike"),
    ],
)
def test_what_is_found_in_a_room_is_taken_while_it_is_written(hand, menu, presses, leads_to):
    person = hand(rows=[Option(Into(menu), "Room")])
    person.press("Room", *presses)
    assert person.title.startswith(leads_to)
    assert person.said == []


def test_what_is_found_no_more_is_looked_for_again(hand):
    found = [[Option(Talk(log_meal), "Abacus")], []]
    menu = Menu(id="m", title="Room", options=(Option(FIND, "Find"),), find=lambda _: tuple(found.pop(0)))
    person = hand(rows=[Option(Into(lambda _: menu), "Room")])
    person.press("Room", "Find", "a to e", "a", "a to e", "b", "Abacus")
    assert "Abacus" not in person.labels
    person.press("Back")
    assert not person.walk.over


def test_a_way_that_is_not_there_is_no_answer_that_anybody_hears(ruth):
    menu = Menu(id="m", title="Room", options=(Option(Talk(log_meal), "Eat"),))
    for answer in (Talk(calibrate), "Talk"):
        with pytest.raises(Unknown) as error:
            menu.accept(answer)
        assert "Eat" in sentence(error.value) or "choose again" in sentence(error.value)
        assert "(" not in sentence(error.value)
