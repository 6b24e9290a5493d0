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
    assert "so there are two now. `companion undo` takes yours back." in again.err
    assert "two now" not in again.out
    assert len(person("today", "--json").json["meals"]) == 2


def test_a_caregiver_nobody_vouched_for_is_marked(person):
    entry = person("meal", "log", "turkey_bolognese", "--by", "Maria", "--json").json["entry"]

    assert (entry["by"], entry["role"], entry["verified"]) == ("Maria", "caregiver", False)


def test_a_recipe_of_ones_own_is_listed_shown_and_eaten(person):
    added = person(
        "meal", "add", "Mash", "--ingredient", "potato_boiled=200", "--ingredient", "oil_olive=20",
        "--servings", "2", "--food-level", "4", "--texture-by", "K. Weber", "--json",
    ).json  # fmt: skip
    id = added["id"]
    assert added["sentence"] == (
        "Saved: Mash, 174 kcal and 2 g protein a serving. Food level 4, given by K. Weber."
    )

    meals = person("meal", "list", "--search", "mash", "--json").json["meals"]
    (listed,) = (meal for meal in meals if "own" in meal)
    assert (listed["id"], listed["own"], listed["texture_by"]) == (id, True, "K. Weber")
    assert "Your own. Texture given by K. Weber." in person("meal", "show", id).out
    assert person("meal", "log", id, "--eaten", "half", "--json").json["entry"]["kcal"] == pytest.approx(
        174.4
    )
    assert (
        "recipe of one's own: Mash, 2 ingredients, food level 4, given by K. Weber" in person("history").out
    )


@pytest.mark.parametrize("typed", ["butter", "butter=much", "=20"])
def test_an_ingredient_that_cannot_be_read_is_named(person, typed):
    result = person("meal", "add", "Mash", "--ingredient", typed)

    assert result.code in (2, 3)
    assert "Mash" not in person("history").out


def test_what_is_hidden_is_counted_in_words(person):
    whole = person("meal", "list", "--json").json
    assert "hidden" not in whole
    person("person", "set", "avoid", "milk")

    listed = person("meal", "list", "--json").json
    assert listed["hidden"]["meals"] == len(whole["meals"]) - len(listed["meals"]) > 0
    assert person("meal", "list").out.splitlines()[-1] == f"{listed['hidden']['meals']} hidden: milk."
    assert "Not suggested: milk." in person("meal", "show", "turkey_bolognese").out
