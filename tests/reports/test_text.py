"""The report as plain text: narrow, without a trick, and a line that reads aloud for each row."""

from hypothesis import given, settings
from hypothesis import strategies as st

from companion.reports.paper import Paper, Picture, Section, Table
from companion.reports.sections import paper
from companion.reports.text import WIDE, text

DAYS = Table("Day by day", ("Day", "Energy (kcal)", "Note"), (("Mon", "1,405", ""), ("Tue", "no entry", "")))


def of(*sections: Section) -> str:
    return text(Paper("Title", ("Under",), sections, ("Small print.",)))


def test_a_row_is_a_line_in_which_each_value_has_its_word() -> None:
    lines = of(Section("a", "Food", tables=(DAYS,))).splitlines()
    assert lines[-6:-3] == ["Day by day:", "Mon: energy 1,405 kcal", "Tue: energy no entry"]


def test_of_two_columns_the_second_needs_no_word() -> None:
    made = of(Section("a", "Who", tables=(Table("Entries", ("Who", "Entries"), (("The person", "3"),)),)))
    assert "The person: 3" in made.splitlines()


def test_a_picture_is_its_sentence_once() -> None:
    picture = Picture("The mean was 5.", "kg", ())
    alone = of(Section("a", "One", pictures=(picture,)))
    beside = of(Section("a", "One", pictures=(picture,)), Section("b", "Two", ("The mean was 5.",)))
    assert alone.count("The mean was 5.") == beside.count("The mean was 5.") == 1


def test_no_line_is_wider_than_an_email_and_a_title_stands_alone(report) -> None:
    lines = text(paper(report)).splitlines()
    assert max(map(len, lines)) <= WIDE
    at = lines.index("Weight")
    assert (lines[at - 1], lines[at + 1]) == ("", "")


@given(st.text(max_size=200))
@settings(max_examples=40)
def test_whatever_somebody_wrote_steers_no_terminal(words: str) -> None:
    table = Table(words, ("Day", words or "x", "y"), ((words,) * 3,))
    made = of(Section("a", words, (words,), tables=(table,)))
    assert not [char for char in made if char != "\n" and (char < " " or "\x7f" <= char <= "\x9f")]


def test_a_line_end_in_a_title_forges_no_line() -> None:
    made = of(Section("a", "Ruth\nWarning: none", ("Ruth\nWarning: none",)))
    assert not [line for line in made.splitlines() if line.startswith("Warning")]


def test_what_the_caption_says_needs_no_word() -> None:
    now = Table("In force now", ("What", "Now", "By"), (("Fluid", "not decided yet", ""),))
    assert "Fluid: not decided yet" in of(Section("a", "Plan", tables=(now,))).splitlines()
