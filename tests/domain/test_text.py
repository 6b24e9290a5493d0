"""Text from people is hostile until cleaned."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.text import MARKS_IN_A_ROW, clean, decimal, flat, row, show


@pytest.mark.parametrize(
    ("hostile", "kept"),
    [
        ("\x1b]0;x\x07", "]0;x"),
        ("\x1b[2J\x1b[H", "[2J[H"),
        ("\u009b2J", "2J"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("[/nope]", "[/nope]"),  # never markup, so harmless as it is
        ("nul\x00l", "null"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("   ", ""),
        ("\u200b\u200d\u2060", ""),
        ("tab\tand\r\nline", "tab and line"),
        ("Cafe\u0301", "Café"),
        ("line\u2028separator", "lineseparator"),
        ("no\ufffe\ufdd0\ufdef\U0001ffffne", "none"),  # noncharacters
        ("x" + "\u0332" * 9, "x" + "\u0332" * 4),
    ],
)
def test_what_is_kept_of_hostile_text(hostile, kept):
    assert clean(hostile) == kept


def test_newlines_stay_only_where_lines_are_meant():
    assert clean("one\ntwo", lines=True) == "one\ntwo"
    assert clean("one\ntwo") == "one two"


def test_a_heap_of_marks_is_cut_to_a_few():
    heap = clean("e" + "\u0301" * 200)
    assert (
        sum(bool(unicodedata.combining(char)) for char in unicodedata.normalize("NFD", heap))
        <= MARKS_IN_A_ROW + 1
    )


def test_a_family_of_joined_signs_stays_joined():
    family = "👩\u200d👧"
    assert clean(family) == family


@given(st.text(alphabet=st.characters(), max_size=200), st.booleans())
def test_nothing_that_controls_a_terminal_is_ever_kept(text, lines):
    kept = clean(text, limit=100, lines=lines)
    assert len(kept) <= 100
    assert kept == clean(kept, limit=100, lines=lines), "cleaning twice changes nothing"
    for char in kept:
        assert unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"} or char == "\n"
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"


@given(st.text(max_size=200))
def test_what_is_shown_was_cleaned_again(text):
    assert "\x1b" not in show(text)
    assert show(show(text)) == show(text)


def test_a_row_is_one_row_whatever_its_text():
    assert row("Soup\r\n9. Leave\x1b[2J\n") == "Soup 9. Leave[2J"


def test_everything_but_a_note_is_one_line():
    found = flat({"name": "a\nb", "note": "a\nb", "parts": [{"name": "c\rd"}], "kcal": 1})
    assert found == {"name": "a b", "note": "a\nb", "parts": [{"name": "c d"}], "kcal": 1}


@pytest.mark.parametrize("typed", ["1_0", "", "x", "1,2,3"])
def test_what_is_no_number_to_a_person_is_none(typed):
    with pytest.raises(ValueError, match=r".*"):
        decimal(typed)
