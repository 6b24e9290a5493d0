"""Numbers, words and yes or no on a calm screen: typed on the row of their label."""

from collections.abc import Callable
from typing import Any

from tui.calm.steps import AMOUNT, FEW, NAME, YES_NO

from companion.flows.steps import Confirm, Number, Text

Sit = Callable[..., Any]


def test_confirm_begins_on_no(sit: Sit) -> None:
    seat = sit(YES_NO)
    assert (seat.rows, seat.row) == (["Take it out?", "1. No", "2. Yes", "0. Back"], "1. No")
    seat.press("enter")
    assert seat.results == [[False]]


def test_what_a_question_is_about_is_read_before_it_where_it_is_long(sit: Sit) -> None:
    seat = sit(
        Confirm(
            id="sure",
            title="Keep it?",
            help="\n".join(f"This is change number {n}, from one level to another." for n in range(9)),
        )
    )
    assert seat.rows[-2:] == ["1. More", "0. Back"]
    seen = []
    for _ in range(20):
        if "1. No" in seat.rows:
            break
        seen += seat.rows
        seat.press("enter")
    assert "This is change number 8, from one level to another." in seen
    seat.press("2")
    assert seat.results == [[True]]


def test_a_short_explanation_stands_above_yes_and_no(sit: Sit) -> None:
    rows = sit(Confirm(id="sure", title="Keep it?", help="It is 3 kg less than on Sunday.")).rows
    assert rows[:2] == ["Keep it?", "It is 3 kilograms less than on Sunday."]


def test_a_number_is_typed_on_the_row_of_its_label(sit: Sit) -> None:
    seat = sit(AMOUNT)
    assert (seat.row, seat.face.typing) == ("Millilitres: ", True)
    seat.press("2", "5x", "0")
    assert seat.face.field.text == "250"
    seat.press("space")
    assert seat.results == [[250]]


def test_a_refused_number_says_so_and_the_next_digit_replaces_it(sit: Sit) -> None:
    seat = sit(AMOUNT)
    seat.press("9999", "enter")
    assert "2000" in seat.said
    seat.press("3")
    assert seat.face.field.text == "3"


def test_enter_on_nothing_keeps_what_is_offered(sit: Sit) -> None:
    step = Number(id="ml", title="How much?", low=1, high=2000, unit="mL", default=250)
    seat = sit(step)
    assert "Enter. Keep 250" in seat.rows
    seat.press("enter")
    assert seat.results == [[250]]


def test_enter_on_nothing_leaves_out_or_goes_back(sit: Sit) -> None:
    seat = sit(FEW, AMOUNT)
    seat.press("1", "enter")
    assert seat.rows[0] == "Which one?"
    optional = Number(id="g", title="How much?", low=0, high=9, optional=True)
    seat = sit(optional)
    assert "Enter. Leave it out" in seat.rows
    seat.press("enter")
    assert seat.results == [[None]]


def test_q_and_the_row_below_go_back_from_a_number(sit: Sit) -> None:
    for keys in (("q",), ("down", "q"), ("down", "down", "enter"), ("escape",)):
        seat = sit(FEW, AMOUNT)
        seat.press("1", *keys)
        assert seat.rows[0] == "Which one?"


def test_words_are_typed_mended_and_kept(sit: Sit) -> None:
    seat = sit(NAME)
    seat.press("Ru th0", "backspace", "enter")
    assert seat.results == [["Ru th"]]
    seat = sit(Text(id="note", title="A note?", default="Slept badly"))
    assert (seat.row, seat.face.field.text) == ("A note: ", "Slept badly")
    seat.press(".", "down", "enter")
    assert seat.results == [["Slept badly."]]


def test_a_paste_is_cut_and_does_nothing_outside_a_field(sit: Sit) -> None:
    from companion.tui.calm.keys import paste

    seat = sit(NAME, FEW)
    paste(seat.face, "\x1b[31mRuth\n" + "1" * 1_000_000)
    assert len(seat.face.field.text) == 80
    assert seat.face.field.text.isprintable()
    seat.press("enter")
    paste(seat.face, "111")
    assert (seat.rows[0], seat.results) == ("Which one?", [])


def test_help_over_a_field_keeps_what_was_typed(sit: Sit) -> None:
    seat = sit(AMOUNT)
    seat.press("25", "?")
    assert seat.rows[0] == "Help"
    seat.press("0", "0", "enter")
    assert seat.results == [[250]]


def test_nothing_is_said_while_somebody_types(sit: Sit) -> None:
    seat = sit(AMOUNT)
    seat.face.walk.wait = lambda typing=False, **_: None if typing else 1.0
    assert seat.face.wait() == 1.0
    seat.press("2")
    assert seat.face.wait() is None


def test_the_rows_beside_a_field_have_no_key_that_would_be_typed(sit: Sit) -> None:
    assert sit(AMOUNT).rows[-2:] == ["Enter. Keep", "q. Back"]
    assert sit(NAME).rows[-2:] == ["Enter. Leave it out", "Back"]
