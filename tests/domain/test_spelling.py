"""How far a typed word is from another, and the one form of one and many."""

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.foods_words import singular
from companion.domain.spelling import Spelling, slips

WORDS = st.text("abc", min_size=1, max_size=8)


def table(typed: str, word: str) -> list[list[int]]:
    """The textbook table of distances, slow and plain."""
    rows = [[i + j if not i * j else 0 for j in range(len(word) + 1)] for i in range(len(typed) + 1)]
    for i in range(1, len(typed) + 1):
        for j in range(1, len(word) + 1):
            costs = [
                rows[i - 1][j] + 1,
                rows[i][j - 1] + 1,
                rows[i - 1][j - 1] + (typed[i - 1] != word[j - 1]),
            ]
            if i > 1 and j > 1 and typed[i - 1] == word[j - 2] and typed[i - 2] == word[j - 1]:
                costs.append(rows[i - 2][j - 2] + 1)
            rows[i][j] = min(costs)
    return rows


@given(typed=WORDS, word=WORDS)
def test_slips_are_counted_as_the_textbook_counts_them(typed: str, word: str) -> None:
    last = table(typed, word)[-1]
    assert slips(typed, word) == (last[-1], min(last))


def test_swapped_neighbours_are_one_slip() -> None:
    assert slips("mlik", "milk") == (1, 1)


def test_a_slip_in_the_beginning_of_a_word_counts_only_what_is_typed() -> None:
    assert slips("bnana", "bananas") == (2, 1)


def test_an_exact_word_costs_nothing_and_a_longer_one_more() -> None:
    meanings = Spelling({"egg": "egg", "eggs": "egg", "eggplant": "eggplant"}).meanings("egg", "egg")
    assert meanings["egg"] == 0 < meanings["eggplant"]


def test_short_words_are_not_turned_into_others() -> None:
    assert Spelling({"ham": "ham"}).meanings("jam", "jam") == {}


def test_numbers_are_not_turned_into_others() -> None:
    assert Spelling({"2019": "2019"}).meanings("2018", "2018") == {}


def test_one_and_many_have_one_form() -> None:
    pairs = {
        "potatoes": "potato",
        "tomatoe": "tomato",
        "berries": "berry",
        "peaches": "peach",
        "boxes": "box",
    }
    assert {many: singular(many) for many in pairs} == pairs
    assert singular("cookies") == singular("cookie")
    assert [singular(word) for word in ("couscous", "swiss", "gas")] == ["couscous", "swiss", "gas"]
