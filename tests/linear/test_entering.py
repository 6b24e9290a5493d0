"""Numbers, words, ratings and texts in lines."""

import pytest

from companion.flows.ask import Ask
from companion.flows.steps import Clock, Number, Read, Say, Text
from companion.linear.reading import PIECE, pieces


def asked(step):
    def flow(companion):
        found = step(companion) if callable(step) else step
        yield Say(f"It is {(yield found)!r}.")

    return flow


def number(**facts):
    plain = {"id": "n", "title": "How much?", "low": 1, "high": 2000, "unit": "mL"}
    return asked(Number(**(plain | facts)))


def rating(**facts):
    return asked(lambda companion: Ask(companion).rating("fatigue", **facts))


def test_a_number_is_typed_and_kept_with_enter(lines):
    said = lines(number(), "2", "5", "9", "\x7f", "0", "\r")
    assert "How much? In millilitres.\nNumber: " in said
    assert "It is 250.0." in said


def test_a_unit_that_the_question_names_is_not_said_twice(lines):
    assert "How many millilitres?\nNumber: " in lines(number(title="How many mL?"))
    share = number(title="Which share of a serving?", unit="servings")
    assert "Which share of a serving?\nNumber: " in lines(share)


def test_a_unit_inside_another_word_is_said(lines):
    assert "How long a programme? In grams." in lines(number(title="How long a programme?", unit="g"))


def test_what_enter_alone_does_is_said(lines):
    assert "Enter keeps 250." in lines(number(default=250.0))
    assert "It is 250.0." in lines(number(default=250.0), "\r")
    assert "Enter leaves it out." in lines(number(optional=True))
    assert "It is None." in lines(number(optional=True), "\r")
    assert "Enter keeps 250. A minus leaves it out." in lines(number(optional=True, default=250.0))
    assert "It is None." in lines(number(optional=True, default=250.0), "-\r")


@pytest.mark.parametrize(("typed", "told"), [
    ("9999\r", "9999 is not possible"), ("soup\r", "Soup is not a number"), ("\r", "Nothing was typed"),
])  # fmt: skip
def test_what_is_no_number_is_said_and_asked_again(lines, typed, told):
    said = lines(number(), typed, "7\r")
    assert told in said.split("Number: ")[1]
    assert "It is 7.0." in said


@pytest.mark.parametrize(("low", "typed", "left"), [
    (1, "0\r", True), (1, "q\r", True), (0, "0\r", False), (0, "00\r", True), (0, "Q\r", True),
])  # fmt: skip
def test_zero_goes_back_where_it_is_no_number(lines, low, typed, left):
    assert ("It is" not in lines(number(low=low), typed)) is left


def test_words_are_typed_and_a_mistake_is_taken_back(lines):
    said = lines(asked(Text(id="t", title="Whose diary is this?")), "Ruthh", "\x7f", " W\x15", "Ruth Wéber\r")
    assert "Whose diary is this?\nWords: " in said
    assert "It is 'Ruth Wéber'." in said


def test_dots_and_question_marks_are_commands_only_by_themselves(lines):
    said = lines(asked(Text(id="t", title="Words", help="As you like.")), "?\r", ".\r", "What? Yes.\r")
    assert "As you like.\nType, then Enter." in said
    assert said.count("Words.\nWords: ") == 2
    assert "It is 'What? Yes.'." in said


def test_a_time_that_is_none_is_asked_again(lines):
    said = lines(asked(Clock(id="c", title="When?", limit=5)), "99\r", "18:30\r")
    assert said.count("Time: ") == 2
    assert "It is datetime.time(18, 30)." in said


@pytest.mark.parametrize(("typed", "known"), [("0", 0), ("10", 10), ("7", 7), ("11", None), ("n", None)])
def test_a_rating_is_typed_with_enter(lines, typed, known):
    assert f"It is {known}." in lines(rating(), f"{typed}\r")


@pytest.mark.parametrize("typed", ["12", "x", "-1", "1.5", "²", ""])
def test_what_is_no_rating_says_so_and_is_asked_again(lines, typed):
    said = lines(rating(), f"{typed}\r", "3\r")
    assert "Not a number from 0 to 10. 00 to go back." in said
    assert "It is 3." in said


@pytest.mark.parametrize("typed", ["00", "q"])
def test_out_of_a_rating(lines, typed):
    assert "It is" not in lines(rating(), f"{typed}\r")


def test_a_rating_says_what_its_ends_mean_and_help_says_every_number(lines):
    said = lines(rating(default=4), "?\r", "\r")
    first, helped, *_ = said.split("then Enter: ")
    assert "0 not tired at all, 10 the most tired I can imagine." in first
    assert "Enter keeps 4." in first
    assert "\n3. Somewhat tired\n" in helped
    assert "It is 4." in said


def test_a_warning_waits_and_rings_once(lines):
    def flow(_):
        yield Say("Breathing comes first.", "warning")
        yield Say("Warning: more tired than usual.", "warning")

    said = lines(flow, "x", "1", "\r")
    assert "\aWarning. Breathing comes first.\n1 goes on: x\n1 goes on.\n1 goes on: 1\n" in said
    assert "1\n\aWarning: more tired than usual.\n" in said
    assert said.count("\a") == 2


def test_warning_signs_are_read_after_a_sentence_that_leads_there(lines, library):
    def flow(_):
        yield Say("Stop here.", "signs")

    said = lines(flow, *"1" * 60)
    for sign in library.section("warn").values():
        assert sign.title in said
    assert "Bare. 2 choices." in said


def test_a_text_is_said_at_ones_own_pace_and_can_be_ended(lines):
    text = Read("About", (("First", "A sentence of some length here. " * 30), ("Second", "The end.")))

    def flow(_):
        yield text

    whole = lines(flow, *"1 \r" * 3)
    assert whole.count("1 more, 0 ends: ") >= 2
    assert "The end.\n1 goes on: " in whole
    assert "Second.\n" in whole
    ended = lines(flow, "0")
    assert "Second" not in ended
    assert "Bare." in ended


def test_pieces_hold_every_word_and_are_no_longer_than_can_be_listened_to():
    long = " ".join(f"This is sentence {n} of a text." for n in range(60))
    found = pieces(Read("About", (("Title", long), ("", "More.\n\nAnd more."))))
    assert all(sum(map(len, piece)) <= PIECE + len("Title.") for piece in found)
    assert " ".join(line for piece in found for line in piece) == f"About. Title. {long} More. And more."


def test_a_title_that_the_text_has_as_well_is_said_once():
    (piece,) = pieces(Read("Why gentle", (("Why gentle?", "Rest comes first."), ("More", "The end."))))
    assert piece == ["Why gentle.", "Rest comes first.", "More.", "The end."]
