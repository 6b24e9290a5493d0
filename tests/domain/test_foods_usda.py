"""What is taken from the tables of a download, and what of each food."""

from datetime import date

import pytest

from companion.domain.foods import Food
from companion.domain.foods_usda import Bounds, Gathering, Taken

BOUNDS = Bounds(kcal=(0, 950), grams=(0, 100), portion=(0.1, 5000), portions=2)
UNITS = {"1000": "cup", "1118": "RACC", "9999": "undetermined"}
BUTTER = ("1", "sr_legacy_food", "Butter", "1", "2019-04-01")


def packaged(id: str, name: str, ndb: str = "") -> Food:
    figures = {
        "kcal": 1.0,
        "protein_g": None,
        "carb_g": None,
        "fat_g": None,
        "fibre_g": None,
        "water_g": None,
    }
    return Food(id=id, ndb=ndb, name=name, aliases=(), group="Sweets", source="SR24", **figures)


def taken(
    *rows: tuple[str, ...], there: tuple[Food, ...] = (), numbers: tuple = (), figures=None, portions=()
):
    gathering = Gathering(BOUNDS)
    for row in rows:
        gathering.food(*row)
    for number in numbers:
        gathering.number(*number)
    gathering.figures([(row[0], "1008", "100") for row in rows] if figures is None else figures)
    for portion in portions:
        gathering.portion(portion, UNITS)
    return gathering.taken({"1": "Dairy and Egg Products", "2": "Moon food"}, there)


def only(found: Taken) -> Food:
    (food,) = found.foods
    return food


@pytest.mark.parametrize(
    ("amounts", "kcal"),
    [
        ({"1008": "717", "2048": "1", "2047": "2", "1062": "3000"}, 717),
        ({"2047": "2", "2048": "1"}, 1),
        ({"2047": "2", "1062": "3000"}, 2),
        ({"1008": "0"}, 0),
        ({"1008": "", "2047": "2"}, 2),
        ({"1008": "951", "2047": "2"}, 2),
    ],
)
def test_energy_is_in_kilocalories_and_the_specific_factors_go_before_the_general(amounts, kcal):
    assert only(taken(BUTTER, figures=[("1", *one) for one in amounts.items()])).kcal == kcal


def test_a_food_without_energy_is_left_out_and_counted():
    found = taken(BUTTER, figures=[("1", "1062", "3000"), ("1", "1003", "2")])
    assert (found.foods, found.no_energy) == ((), 1)


@pytest.mark.parametrize("amount", ["-0.5", "100.1", "nan", "inf", "much", "1e400"])
def test_a_figure_that_cannot_be_is_not_known_and_counted(amount):
    found = taken(BUTTER, figures=[("1", "1008", "717"), ("1", "1005", amount), ("1", "1003", "0.85")])
    assert (only(found).carb_g, only(found).protein_g, only(found).fibre_g) == (None, 0.85, None)
    assert found.impossible == 1


def test_only_foods_of_the_two_tables_come_in():
    kinds = ("branded_food", "survey_fndds_food", "sub_sample_food", "market_acquisition", "foundation_food")
    found = taken(*((str(n), kind, "Quince", "1", "") for n, kind in enumerate(kinds, 1)))
    assert (only(found).id, only(found).source) == ("fdc-5", "FDC Foundation")


@pytest.mark.parametrize(
    ("published", "source"),
    [
        ("2024-10-31", "FDC SR Legacy; published 2024-10-31"),
        ("4/1/2019", "FDC SR Legacy; published 2019-04-01"),
        ("", "FDC SR Legacy"), ("31/31/2019", "FDC SR Legacy"), ("soon", "FDC SR Legacy"),
    ],
)  # fmt: skip
def test_the_source_says_when_it_was_published(published, source):
    assert only(taken((*BUTTER[:4], published))).source == source


def test_the_newest_of_one_number_is_taken_and_numbers_have_five_digits():
    newer = ("2", "foundation_food", "Butter, stick", "1", "2024-10-31")
    found = taken(newer, BUTTER, numbers=(("1", "1001"), ("2", "01001")))
    assert (only(found).id, only(found).ndb, only(found).name) == ("01001", "01001", "Butter, stick")
    assert found.published == date(2024, 10, 31)


@pytest.mark.parametrize("ndb", ["0", "000", "", "-1", "1.5", "1" * 13, "butter", "\u0661"])
def test_what_is_no_number_is_none_and_no_id_is_that_of_a_kitchen_food(ndb):
    assert only(taken(BUTTER, numbers=(("1", ndb),))).id == "fdc-1"


def test_a_packaged_food_gives_way_by_number_and_where_it_has_none_by_name():
    there = (packaged("01001", "Salted butter", "01001"), packaged("srl-quince-tea", "Quince  Tea"))
    rows = (
        BUTTER,
        ("2", "sr_legacy_food", "QUINCE tea", "1", ""),
        ("3", "sr_legacy_food", "Salted butter", "1", ""),
    )
    there = (there[0], packaged("srl-quince-tea", "Quince tea"))
    found = taken(*rows, there=there, numbers=(("1", "1001"), ("2", "99907"), ("3", "99908")))
    assert {food.id: food.ndb for food in found.foods} == {
        "01001": "01001", "srl-quince-tea": "99907", "99908": "99908",
    }  # fmt: skip
    assert found.replaced == 2


def test_two_foods_called_like_one_packaged_food_both_stay():
    rows = (BUTTER, ("2", "sr_legacy_food", "Butter", "1", ""))
    found = taken(
        *rows, there=(packaged("fndds-butter", "Butter"),), numbers=(("1", "99901"), ("2", "99902"))
    )
    assert {food.id for food in found.foods} == {"fndds-butter", "99901"}


def test_of_two_figures_of_a_nutrient_the_first_counts():
    found = only(taken(BUTTER, figures=[("1", "1008", "717"), ("1", "1008", "1"), ("1", "1003", "2")]))
    assert (found.kcal, found.protein_g) == (717, 2)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("\x1b[2J\u202eSoup\x07\n9. Leave", "[2JSoup 9. Leave"), ("=1+1 cake", "1+1 cake"),
        ("x" * 500, "x" * 180),
        ("Oats (Includes foods for USDA's Food Distribution Program)", "Oats"),
    ],
)  # fmt: skip
def test_names_are_cleaned_and_bounded(name, kept):
    assert only(taken(("1", "sr_legacy_food", name, "1", ""))).name == kept


@pytest.mark.parametrize(
    "row", [("1", "sr_legacy_food", " 12 \x1b ", "1", ""), ("x", *BUTTER[1:]), ("", *BUTTER[1:])]
)
def test_what_has_no_name_or_no_number_is_no_food(row):
    assert taken(row).foods == ()


@pytest.mark.parametrize(
    ("category", "group"),
    [("1", "Dairy and eggs"), ("2", "Moon food"), ("3", "Other foods"), ("", "Other foods")],
)
def test_the_shelves_are_called_as_in_the_packaged_table(category, group):
    assert only(taken((*BUTTER[:3], category, ""))).group == group


def test_portions_are_grams_of_one_unit_in_their_order():
    found = taken(
        BUTTER,
        portions=[
            ("1", "2", "2", "1000", "", "sliced; thick", "300"),
            ("1", "1", "", "9999", "", "large", "50"),
            ("1", "1", "1", "1000", "", "sliced; thick", "999"),  # there already once it is reached
            ("1", "3", "1", "1118", "", "", "30"),
        ],
    )
    assert only(found).portions == {"cup, sliced, thick": 999, "large": 50}


@pytest.mark.parametrize(
    "portion",
    [
        ("1", "1", "1", "9999", "", "", "50"), ("1", "1", "1", "9999", "", "10205", "50"),
        ("1", "1", "0", "1000", "", "", "50"), ("1", "1", "1", "1000", "", "", ""),
        ("1", "1", "1", "1000", "", "", "-5"), ("1", "1", "1", "1000", "", "", "5001"),
        ("1", "1", "1", "1000", "", "", "nan"), ("7", "1", "1", "1000", "", "", "50"),
    ],
)  # fmt: skip
def test_a_portion_that_says_nothing_is_not_kept(portion):
    assert only(taken(BUTTER, portions=[portion])).portions == {}
