"""companion meal."""

import pytest


def test_the_list_keeps_to_the_plan_and_its_keys(person):
    listed = person("meal", "list", "--json").json

    assert list(listed) == ["schema", "food_level", "drink_level", "meals"]
    assert (listed["food_level"], listed["drink_level"]) == ("5", None)
    assert set(listed["meals"][0]) == {"id", "name", "kind", "iddsi", "slots", "tags", "per_serving"}
    assert set(listed["meals"][0]["per_serving"]) == {"kcal", "protein_g", "carb_g", "fat_g", "fluid_ml"}
    assert not any(set(meal["iddsi"]) <= {"6", "7EC", "7"} for meal in listed["meals"])


def test_no_level_suggests_nothing(companion):
    result = companion("meal", "list")

    assert result.code == 2
    assert "No texture level has been decided yet" in result.err


def test_searching_narrows_the_list(person):
    found = person("meal", "list", "--search", "bolognese", "--json").json["meals"]

    assert [meal["id"] for meal in found] == ["turkey_bolognese"]


def test_a_recipe_in_words_has_its_method_and_tests(companion):
    said = companion("meal", "show", "turkey_bolognese").out

    assert "1. " in said
    assert "Test: " in said


@pytest.mark.parametrize(
    ("typed", "share"),
    [("all", 1), ("three-quarters", 0.75), ("half", 0.5), ("quarter", 0.25), ("none", 0), ("1,25", 1.25)],
)
def test_a_share_is_a_word_or_a_number(person, typed, share):
    logged = person("meal", "log", "turkey_bolognese", "--eaten", typed, "--json").json

    assert logged["entry"]["eaten"] == share


def test_a_logged_meal_has_the_keys_of_the_contract(person):
    logged = person("meal", "log", "turkey_bolognese", "--json").json

    assert list(logged) == ["schema", "id", "entry", "warnings", "sentence", "today"]
    assert logged["id"] == logged["entry"]["id"]
    assert set(logged["today"]) == {"kcal", "target_kcal"}
    assert logged["entry"]["minutes"] is None
    assert logged["entry"]["eaten"] == 1


def test_a_second_supper_is_kept_with_a_warning(person):
    person("meal", "log", "turkey_bolognese")
    again = person("meal", "log", "turkey_bolognese", "--by", "Maria")

    assert again.code == 0
    assert "Both are kept" in again.err
    assert "Both are kept" not in again.out
    assert len(person("today", "--json").json["meals"]) == 2


def test_a_caregiver_nobody_vouched_for_is_marked(person):
    entry = person("meal", "log", "turkey_bolognese", "--by", "Maria", "--json").json["entry"]

    assert (entry["by"], entry["role"], entry["verified"]) == ("Maria", "caregiver", False)
