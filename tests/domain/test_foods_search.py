"""Finding a food by what people type: slips, word order, plain foods first."""

import re
from dataclasses import dataclass

import pytest
from domain.typed import TYPED
from hypothesis import given
from hypothesis import strategies as st

from companion.content.library import Library
from companion.domain.foods import Food
from companion.domain.foods_search import FoodIndex


@pytest.fixture(scope="module")
def index(library: Library) -> FoodIndex[Food]:
    return FoodIndex([*library.foods.values(), *library.usda()], library.food_words)


@dataclass(frozen=True)
class Thing:
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    group: str = "Meals"
    source: str = "SRL18"


@pytest.mark.parametrize(("typed", "called"), TYPED, ids=[typed for typed, _ in TYPED])
def test_what_people_type_is_among_the_first_three(index: FoodIndex[Food], typed: str, called: str) -> None:
    names = [food.name for food in index.find(typed, 3)]
    assert any(re.match(called, name) for name in names), names


@pytest.mark.parametrize("whole", ["banana", "cottage cheese", "broccoli", "mashed potato", "custard"])
def test_once_found_while_typing_a_food_stays_found(index: FoodIndex[Food], whole: str) -> None:
    first = index.find(whole)[0]
    found = [first in index.find(whole[:typed]) for typed in range(1, len(whole) + 1)]
    assert all(found[found.index(True) :]), found
    assert found[len(whole) // 2], "by half of it"


@given(text=st.text(max_size=300), limit=st.integers(0, 30))
def test_any_text_gives_some_foods_of_the_table_once_each(
    index: FoodIndex[Food], text: str, limit: int
) -> None:
    found = [food.id for food in index.find(text, limit)]
    assert len(found) == len(set(found)) <= limit
    assert index.find(text, limit + 5)[:limit] == index.find(text, limit)


@given(words=st.permutations(["mashed", "sweet", "potato", "boiled"]))
def test_the_order_of_words_does_not_matter(index: FoodIndex[Food], words: list[str]) -> None:
    assert index.find(" ".join(words))[0].id == "sweet_potato_boiled"


@given(slip=st.integers(0, 8), letter=st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
def test_one_wrong_letter_is_forgiven(slip: int, letter: str) -> None:
    index = FoodIndex([Thing("c", "Chocolate"), Thing("m", "Marmalade")])
    assert [f.id for f in index.find("chocolate"[:slip] + letter + "chocolate"[slip + 1 :])] == ["c"]


@pytest.mark.parametrize("text", ["", "   ", "!!", "\x1b[?", "🍌", "zzzzqq", "\x00", "(((", ",,,", "\u0301"])
def test_a_text_without_a_word_near_any_food_finds_none(index: FoodIndex[Food], text: str) -> None:
    assert index.find(text) == []


def test_withdrawn_entries_and_dishes_come_after_the_plain_food() -> None:
    old, dish, plain = (Thing(s, "Soup, pea", source=s) for s in ("SR24-old", "FNDDS wd", "SR24"))
    assert FoodIndex([old, dish, plain]).find("pea soup") == [plain, dish, old]


def test_a_kitchen_food_comes_before_the_same_name_of_the_table() -> None:
    table, kitchen = Thing("1", "Pear"), Thing("pear", "Pear", ("ripe pear",))
    assert FoodIndex([table, kitchen]).find("pear") == [kitchen, table]


def test_a_dish_comes_first_where_its_words_are_typed() -> None:
    dish = Thing("d", "Soup, pea, with bacon", source="FNDDS wd")
    assert FoodIndex([Thing("p", "Soup, pea"), dish]).find("pea soup bacon") == [dish]


def test_without_a_name_that_has_all_words_those_with_most_are_found() -> None:
    pear, plum = Thing("1", "Pear"), Thing("2", "Plum")
    assert FoodIndex([pear, plum]).find("pear quixotic") == [pear]


def test_a_word_of_one_country_finds_the_name_of_the_other() -> None:
    courgette, zucchini = Thing("1", "Courgette"), Thing("2", "Zucchini")
    index = FoodIndex([courgette, zucchini], {"courgette": "zucchini"})
    assert index.find("zucch") == [courgette, zucchini]
    assert index.find("corgette") == [courgette, zucchini]
    assert FoodIndex([courgette, zucchini]).find("zucch") == [zucchini]


def test_every_word_of_the_packaged_list_finds_something(index: FoodIndex[Food], library: Library) -> None:
    assert [word for word in library.food_words if not index.find(word)] == []


def test_a_number_is_not_the_beginning_of_another() -> None:
    two, whole = Thing("2", "Milk, 2% fat"), Thing("3", "Milk, 3.25% fat")
    assert FoodIndex([whole, two]).find("2% milk") == [two]


def test_a_strict_index_forgives_no_slip_and_needs_every_word() -> None:
    soup, tofu = Thing("1", "Silk tofu"), Thing("2", "Milk soup")
    index = FoodIndex([soup, tofu], strict=True)
    assert index.find("milk") == index.find("so mi") == [tofu]
    assert index.find("mlik") == index.find("milk toast") == []
    assert FoodIndex([soup]).find("milk") == [soup]
