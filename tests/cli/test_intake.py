"""companion food, quick, drink and copy."""

import pytest


def test_a_search_forgives_a_slip(companion):
    found = companion("food", "search", "buter", "--json").json

    assert set(found) == {"schema", "foods"}
    assert found["foods"][0] == {
        "id": "butter",
        "ndb": "01001",
        "name": "Butter, salted",
        "kcal_per_100g": 717,
    }


def test_a_food_by_its_ndb_number(companion):
    food = companion("food", "show", "01001", "--json").json

    assert list(food) == ["schema", "id", "ndb", "name", "per_100g", "portions", "source"]
    assert set(food["per_100g"]) == {"kcal", "protein_g", "carb_g", "fat_g", "fibre_g", "water_g"}
    assert food["portions"]["cup"] == 227


def test_a_food_needs_its_grams(companion, kept):
    result = companion("food", "log", "butter")

    assert result.code == 2
    assert "--grams" in result.err
    assert kept() == {}


def test_a_food_of_ones_own_can_be_eaten_by_the_serving(companion):
    added = companion("food", "add", "Oat cream", "--kcal", "150", "--per", "serving", "--json").json
    eaten = companion("food", "log", added["id"], "--servings", "2", "--json").json

    assert eaten["today"]["kcal"] == 300


def test_quick_needs_its_energy(companion, kept):
    result = companion("quick", "Toast")

    assert result.code == 2
    assert result.err == "One thing is not known yet: How much energy, in kcal?\nAdd --kcal.\n"
    assert kept() == {}


def test_a_note_comes_from_standard_input(companion):
    entry = companion(
        "quick", "Toast", "--kcal", "120", "--note", "-", "--json", stdin="with jam\nand butter\n"
    ).json["entry"]

    assert entry["note"] == "with jam\nand butter"


def test_water_has_no_energy_and_a_named_drink_an_unknown_one(companion):
    water = companion("drink", "log", "200", "--json").json
    broth = companion("drink", "log", "100", "--what", "Broth", "--json").json

    assert water["entry"]["kcal"] == 0
    assert broth["entry"]["kcal"] is None


@pytest.mark.parametrize("typed", ["2026-04-13", "yesterday"])
def test_a_past_day_is_copied(companion, typed):
    companion("quick", "Toast", "--kcal", "120", "--at", "2026-04-13T08:00+02:00")
    companion("quick", "Egg", "--kcal", "80", "--at", "2026-04-13T12:00+02:00")
    copied = companion("copy", typed, "--json").json

    assert [entry["name"] for entry in copied["entries"]] == ["Toast", "Egg"]
    assert copied["today"]["kcal"] == 200


def test_the_same_again_takes_an_id_and_another_amount(companion):
    first = companion("drink", "log", "200", "--json").json
    again = companion("again", first["id"], "--amount", "150", "--slot", "supper", "--json").json

    assert (again["entry"]["ml"], again["entry"]["slot"]) == (150, "supper")
    assert companion("again", "nosuchid0000000").code == 3


def test_a_meal_is_copied_to_another_day_and_taken_back_at_once(companion):
    for name in ("Soup", "Bread"):
        companion("quick", name, "--kcal", "100", "--at", "2026-04-12T12:30+02:00")
    copied = companion("copy", "2026-04-12", "--to", "2026-04-13", "--slot", "lunch", "--json").json

    assert [entry["at"][:16] for entry in copied["entries"]] == ["2026-04-13T12:00"] * 2
    assert companion("undo", "--json").json["sentence"].startswith("Undone: 2 entries.")
