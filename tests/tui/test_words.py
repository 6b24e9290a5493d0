"""Words and numbers as they are fitted and lined up before anything is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.tui.widgets.font import GLYPHS, blocks
from companion.tui.widgets.picker import Column, line
from companion.tui.widgets.rows import aligned
from companion.tui.widgets.words import fit, in_columns, in_lines, words

HEIGHTS = {1: 3, 2: 5, 3: 8, 4: 10}


@given(st.text("".join(GLYPHS), min_size=1, max_size=6), st.sampled_from(sorted(HEIGHTS)))
def test_block_letters_have_their_height_and_straight_edges(text: str, size: int) -> None:
    rows = blocks(text, size)
    assert len(rows) == HEIGHTS[size]
    assert len({len(row) for row in rows}) == 1
    assert set("".join(rows)) <= set("█▀▄ ")


def test_every_glyph_is_five_rows_of_one_width_and_unlike_the_others() -> None:
    assert [name for name, glyph in GLYPHS.items() if len({len(row) for row in glyph}) != 1] == []
    alike = {tuple(glyph) for name, glyph in GLYPHS.items() if name not in "0O5S"}
    assert len(alike) == len(GLYPHS) - len("0O5S")


def test_a_letter_that_is_not_there_is_a_question_mark() -> None:
    assert blocks("€", 1) == blocks("?", 1)


@given(st.text(max_size=30), st.integers(0, 20))
def test_fitted_text_has_its_width(text: str, width: int) -> None:
    from rich.cells import cell_len

    assert cell_len(fit(text, width)) == width


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("5, minced and moist", 19, "5, minced and moist"),
        ("5, minced and moist", 17, "5, minced and…"),
        ("Morning range of motion, whole body", 27, "Morning range of motion…"),
        ("Supercalifragilistic", 8, "Superca…"),
        ("Donaudampfschifffahrt and on", 8, "Donauda…"),
        ("A Donaudampfschifffahrt", 12, "A Donaudamp…"),
        ("Silky egg purée, 219 kcal", 22, "Silky egg purée…"),
        ("Silky egg purée (219 kcal)", 22, "Silky egg purée…"),
        ("Silky egg purée, 219 kcal", 3, "Si…"),
    ],
)
def test_what_is_cut_ends_behind_a_whole_word_and_no_comma_or_lone_number(
    text: str, width: int, cut: str
) -> None:
    assert fit(text, width) == cut.ljust(width)


@pytest.mark.parametrize(
    ("name", "kcal", "row"),
    [
        ("Mango lassi", "207", " Mango lassi     207"),
        ("Mango lassi, large", "1,207", " Mango lassi…  1,207"),
        ("Mango lassi, large", "17,207", " Mango lass…  17,207"),
        ("Mango lassi", "117,207", " Mango…      117,207"),
    ],
)
def test_a_number_too_long_for_its_column_takes_room_from_the_name(name: str, kcal: str, row: str) -> None:
    assert line([name, kcal], [Column("Meal", 12), Column("kcal", 5, right=True)]) == row


def test_amounts_of_the_same_units_stand_right_end_under_right_end() -> None:
    assert aligned(["244 g, 149 kcal", "30.5 g, 9 kcal", ""]) == [" 244 g, 149 kcal", "30.5 g,   9 kcal", ""]
    assert aligned(["150", "afternoon", "15:13"]) == ["150", "afternoon", "15:13"]


def test_values_of_a_list_begin_in_one_column_and_their_numbers_end_in_one() -> None:
    rows = [
        "Your usual, 2 to 4.",
        "Tue 14 April: 748 kcal so far",
        "Thu 9 April: 1,252 kcal",
        "Wed 8 April: none",
    ]
    assert in_columns(rows) == [
        "Your usual, 2 to 4.",
        "Tue 14 April:   748 kcal so far",
        "Thu 9 April:  1,252 kcal",
        "Wed 8 April:  none",
    ]


def test_a_number_keeps_its_unit_in_its_line_and_the_text_its_styles() -> None:
    text = words("at diagnosis: 60.1 kg or 5 % less", "bold")
    lines = in_lines(text, 18)
    assert [line.plain.rstrip() for line in lines] == ["at diagnosis:", "60.1 kg or 5 %", "less"]
    assert {span.style for line in lines for span in line.spans} == {"bold"}
