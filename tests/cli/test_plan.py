"""companion plan, clearance, person and settings."""


def test_a_decision_needs_a_name(companion, kept):
    result = companion("plan", "set", "food-level", "6")

    assert result.code == 2
    assert "--decided-by" in result.err
    assert kept() == {}


def test_loosening_needs_to_be_confirmed(person, kept):
    before = kept()
    loosened = ("plan", "set", "food-level", "6", "--decided-by", "Dr Lee")

    assert person(*loosened).code == 5
    assert kept() == before
    assert person(*loosened, "--confirm").code == 0
    assert person("plan", "show", "--json").json["plan"]["food-level"]["value"] == "6"


def test_what_nobody_decided_is_null(companion):
    assert set(companion("plan", "show", "--json").json["plan"].values()) == {None}


def test_a_clearance_is_given_and_taken_back(companion):
    companion("clearance", "add", "resistance", "--decided-by", "K. Weber")
    given = companion("clearance", "list", "--json").json["clearances"]
    companion("clearance", "remove", "resistance")

    assert [(one["what"], one["decided_by"]) for one in given] == [("resistance", "K. Weber")]
    assert companion("clearance", "list", "--json").json["clearances"] == []


def test_a_fact_about_the_person(companion):
    companion("person", "set", "height-cm", "163")

    assert companion("person", "show", "--json").json["person"]["height_cm"] == 163
    assert "Height: 163 cm." in companion("person", "show").out


def test_a_setting_is_kept(companion):
    companion("settings", "set", "weight-unit", "lb")

    assert companion("settings", "show", "--json").json["settings"]["weight_unit"] == "lb"
    assert "weight-unit: lb" in companion("settings", "show").out
