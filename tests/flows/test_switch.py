"""One switch: everything by presses alone, at most six rows with Back among them, and nothing by accident."""

import pytest
from flows.hand import RATING, asks

from companion.flows.meals import log_meal
from companion.flows.steps import Choose, Confirm, Flow, Menu, Option, Read
from companion.flows.switch import Switched
from companion.flows.switch_choosing import BACK, LETTERS_AT_ONCE, MOST
from companion.flows.walk import Into, Out, Talk, Walk
from companion.services.companion import Companion
from companion.wording import switch as words


def test_a_usual_meal_takes_at_most_three_presses(hand, ruth):
    person = hand(log_meal)
    person.press("log_meal")
    person.press(person.labels[0], "All")
    assert person.presses == 3
    (eaten,) = [entry for entry in ruth.diary.entries() if entry.kind == "meal"]
    assert eaten.eaten == 1.0


def test_a_rating_offers_the_answer_of_last_time_first(hand):
    kept: list = []
    person = hand(asks(Choose(id="r", title="How tired", options=RATING, default=4), kept))
    person.press("ask", "4, ")
    assert (kept, person.presses) == ([4], 2)


@pytest.mark.parametrize("value", range(11))
def test_every_rating_is_two_presses_away(hand, value):
    kept: list = []
    person = hand(asks(Choose(id="r", title="How tired", options=(*RATING, Option(None, "No answer"))), kept))
    person.press("ask", "0 to 3" if value < 4 else "4 to 7" if value < 8 else "8 to 10", f"{value}, ")
    assert (kept, person.presses) == ([value], 3)


def test_a_rating_can_be_left_open_and_gone_back_from(hand):
    kept: list = []
    step = Choose(id="r", title="How tired", options=(*RATING, Option(None, "No answer")))
    person = hand(asks(step, kept))
    person.press("ask", "8 to 10", "Back", "Back", "ask", "No answer")
    assert kept == [None]


def test_yes_and_no_begin_with_no(hand):
    kept: list = []
    person = hand(asks(Confirm(id="c", title="Take it back?"), kept))
    person.press("ask")
    assert person.labels == ["No", "Yes", "Back"]
    person.press("Yes")
    assert kept == [True]


def test_what_a_stray_press_should_not_do_is_asked_about_from_no_on(hand):
    kept: list = []
    step = Choose(
        id="c", title="What?", options=(Option("end", "End here", twice=True), Option("on", "Go on"))
    )
    person = hand(asks(step, kept))
    person.press("ask", "End here")
    assert (person.title, person.labels[0], kept) == ("End here: are you sure?", "No", [])
    person.press("No", "End here", "Yes")
    assert kept == ["end"]


def test_leaving_the_program_is_asked_about(hand):
    person = hand(log_meal)
    person.press("Leave", "No", "Leave")
    assert not person.walk.over
    person.press("Yes")
    assert person.walk.over


def test_a_text_is_read_in_pieces(hand):
    sentences = "Sit upright and take small sips. " * 40
    person = hand(rows=[Option(Read("Drinking", (("", sentences),)), "Read")])
    person.press("Read")
    pieces = []
    while "More" in person.labels:
        pieces.append(person.walk.step.told)
        person.press("More")
    pieces.append(person.walk.step.told)
    assert " ".join(pieces) == sentences.strip()
    assert max(map(len, pieces)) <= LETTERS_AT_ONCE
    person.press("Go on")
    assert person.title == "Main"


def test_more_about_a_choice_can_be_heard(hand):
    step = Choose(id="c", title="Which?", help="All are soft.", options=(Option(1, "Soup", "200 kcal"),))
    person = hand(asks(step))
    person.press("ask", words.HELP)
    assert person.walk.step.told == "All are soft. Soup: 200 kcal."
    person.press("Back")
    assert person.title == "Which?"


@pytest.mark.parametrize("count", [1, 4, 5, 6, 9, 10, 29, 30, 31, 140])
def test_every_choice_of_any_list_is_reached_six_rows_at_a_time(companion, count):
    step = Choose(id="c", title="Which?", options=tuple(Option(n, f"n{n}") for n in range(count)))
    reached: set[int] = set()

    def kept(_: Companion) -> Flow:
        reached.add((yield step))

    def ways(path: tuple[int, ...]) -> None:
        walk = Switched(Walk(companion, Into(lambda _: Menu(id="m", title="Main", options=())), Talk(kept)))
        for place in path:
            walk.answer(walk.step.options[place].value)
        if walk.depth == 0:
            return
        assert len(walk.step.options) <= MOST
        assert walk.step.options[-1].value is BACK
        for place in range(len(walk.step.options) - 1):
            ways((*path, place))

    ways(())
    assert reached == set(range(count))


def test_rows_may_be_their_labels_alone(companion):
    step = Menu(
        id="m", title="Main", options=(Option(Out(), "Leave"), Option(Read("T", ()), "Read", "All of it"))
    )
    for details, detail in ((True, "All of it"), (False, "")):
        walk = Switched(Walk(companion, Into(lambda _: step)), details=details)
        assert walk.step.options[0].detail == detail


def test_a_refused_answer_asks_again(hand):
    person = hand(asks(Choose(id="c", title="Which?", options=(Option(1, "One"),))))
    person.press("ask")
    with pytest.raises(Exception, match="unknown_option"):
        person.walk.answer("nothing")
    assert person.title == "Which?"
