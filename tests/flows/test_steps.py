"""Steps take answers as people give them, and refuse what cannot be."""

import pytest

from companion.errors import Refused, Unknown
from companion.flows.steps import Choose, Clock, Confirm, Number, Option, Text
from companion.wording.errors import sentence


@pytest.mark.parametrize(("answer", "value"), [("56.8", 56.8), ("56,8", 56.8), (" 57 ", 57.0), (57, 57.0)])
def test_a_number_is_read_as_people_write_it(answer, value):
    assert Number(id="kg", title="Weight", low=20, high=300).accept(answer) == value


@pytest.mark.parametrize("answer", ["", "many", "nan", "inf", "-1", "301", "1e308", None, "12 34"])
def test_what_is_no_possible_number_is_refused(answer):
    with pytest.raises(Refused):
        Number(id="kg", title="Weight", low=20, high=300).accept(answer)


def test_a_whole_number_is_whole():
    minutes = Number(id="minutes", title="Minutes", low=0, high=240, whole=True)
    assert minutes.accept("25") == 25
    with pytest.raises(Refused):
        minutes.accept("2.5")


def test_nothing_is_an_answer_only_where_it_is_optional():
    assert Number(id="coughs", title="Coughs", low=0, high=99, optional=True).accept("") is None
    assert Number(id="coughs", title="Coughs", low=0, high=99, optional=True).accept("0") == 0


def test_an_option_is_chosen_by_its_value_or_its_text():
    step = Choose(
        id="eaten",
        title="Eaten",
        options=(Option(1.0, "All"), Option(0.5, "Half"), Option(None, "No answer")),
    )
    assert step.accept(0.5) == 0.5
    assert step.accept("0.5") == 0.5
    assert step.accept(None) is None
    with pytest.raises(Unknown):
        step.accept("most")


def test_text_is_cleaned_and_must_hold_something():
    step = Text(id="name", title="Name")
    assert step.accept("\x1b[1mToast ") == "[1mToast"
    with pytest.raises(Refused):
        step.accept(" \u200b")


def test_no_is_the_default():
    assert Confirm(id="confirm", title="Sure?").default is False


def test_a_time_of_day_is_asked_for_without_a_date():
    with pytest.raises(Refused, match="bad_clock") as refused:
        Clock(id="at", title="When?").accept("soon")
    assert "2026" not in sentence(refused.value)
