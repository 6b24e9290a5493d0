"""companion target and energy; the answers, weights and the talk behind them."""

import pytest

IDS = ["harris_benedict_1919", "roza_shizgal_1984", "mifflin_1990", "henry_2005", "kasarskis_2014",
       "shimizu_2017", "per_kg_30"]  # fmt: skip


def test_targets_have_the_keys_of_the_contract(person):
    found = person("target", "--json").json

    assert list(found) == ["schema", "energy", "protein", "fluid"]
    assert set(found["energy"]) == {"kcal", "low_kcal", "high_kcal", "source"}
    assert {"aim_g", "low_g", "high_g"} <= set(found["protein"])
    assert set(found["fluid"]) == {"ml", "source"}


def test_unknown_targets_are_null(companion):
    found = companion("target", "--json").json

    assert {value for topic in ("energy", "protein", "fluid") for value in found[topic].values()} == {None}


def test_every_estimate_stands_side_by_side(companion):
    facts = ("--sex", "f", "--weight", "60", "--height", "163", "--age", "66", "--alsfrs6", "18")
    found = companion("energy", *facts, "--json").json["estimates"]

    assert [one["id"] for one in found] == IDS
    assert set(found[0]) == {"id", "kcal", "low_kcal", "high_kcal", "source", "note"}
    assert next(one for one in found if one["id"] == "shimizu_2017")["kcal"] is None


def test_estimates_need_no_diary_and_make_none(companion, folder):
    folder.mkdir()
    (folder / "plan.json").write_text("damaged")
    found = companion("energy", "--weight", "60")

    assert found.code == 0
    assert "By weight, whole day: 1,800 kcal, 1,500 to 2,100." in found.out


def test_an_impossible_body_is_refused(companion):
    assert companion("energy", "--weight", "6000").code == 5


def kcal(found, name):
    """The energy of one estimate."""
    return next(one["kcal"] for one in found.json["estimates"] if one["id"] == name)


@pytest.mark.parametrize(
    ("age", "resting", "henry"),
    [("59", 1506.1, 1587.0), ("60", 1499.4, 1459.0), ("61", 1492.6, 1459.0)],  # nutrition.md 1.1: M 70 kg
)
def test_people_at_the_edge_of_an_age_band(companion, age, resting, henry):
    facts = ("--sex", "m", "--weight", "70", "--height", "175", "--age", age)
    found = companion("energy", *facts, "--json")

    assert (kcal(found, "harris_benedict_1919"), kcal(found, "henry_2005")) == (resting, henry)


@pytest.mark.parametrize(
    ("total", "expected"),
    [("0", 1214.0), ("3", 1214.0), ("4", 1269.9), ("24", 2389.1)],  # nutrition.md 1.8: never under 1214.03
)
def test_answers_that_sum_to_little_never_go_under_the_resting_need(companion, total, expected):
    facts = ("--sex", "m", "--weight", "55", "--height", "170", "--age", "68", "--alsfrs6", total)
    found = companion("energy", *facts, "--json")

    assert kcal(found, "kasarskis_2014") == expected
    assert kcal(found, "kasarskis_2014") >= kcal(found, "harris_benedict_1919")


@pytest.mark.parametrize("option", ["25", "-1"])
def test_a_sum_that_six_answers_cannot_have_is_refused(companion, option):
    assert companion("energy", "--alsfrs6", option).code == 5


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("1.72", "In centimetres: 172."), ("1.725", "In centimetres: 172.5."), ("1,72", "172.")],
)
def test_a_height_in_metres_is_refused_with_the_centimetres(companion, typed, hint):
    for command in (("energy", "--height", typed), ("person", "set", "height-cm", typed)):
        found = companion(*command)

        assert found.code == 5
        assert hint in found.err


@pytest.mark.parametrize("typed", ["0.5", "3", "17.2"])
def test_another_impossible_height_gets_no_such_hint(companion, typed):
    assert "centimetres" not in companion("energy", "--height", typed).err


@pytest.mark.parametrize(("kg", "code"), [("19.9", 5), ("20", 0), ("300", 0), ("300.1", 5)])
def test_weights_at_the_edge_of_what_is_possible(companion, kg, code):
    assert companion("energy", "--weight", kg).code == code


def test_a_target_tells_whose_it_is_its_range_and_what_one_can_do(person):
    energy, protein, fluid = person("target").out.splitlines()

    assert energy.startswith(
        "Energy: at least 1,800 kcal a day, estimated from the weight; the range is 1,500 to 2,100."
    )
    assert (
        "The formula of the six answers is not used: it needs the sex, the age and the six answers." in energy
    )
    assert "Your dietitian can set another number." in energy
    assert protein.startswith("Protein: 45 to 85 g a day, aim 68 g, estimated from the weight.")
    assert fluid.startswith("Fluid: 1,700 mL a day, estimated from the weight.")


def test_decided_targets_name_who_and_when(person):
    for key, value in (("energy", "1900"), ("protein", "70"), ("fluid", "1500")):
        person("plan", "set", key, value, "--decided-by", "J. Okafor")

    assert [line.count("set by J. Okafor, 14 April") for line in person("target").out.splitlines()] == [
        1,
        1,
        1,
    ]


def test_a_formula_is_marked_as_to_be_confirmed(person):
    for key, value in (("sex", "f"), ("birth-year", "1960"), ("alsfrs6", "14")):
        person("person", "set", key, value)

    assert "To be confirmed by your team." in person("target").out
    facts = ("--sex", "f", "--weight", "60", "--height", "163", "--age", "66", "--alsfrs6", "18")
    assert "(to be confirmed by your team)" in person("energy", *facts).out


def test_the_six_answers_by_command(person):
    given = ("--speech", "3", "--handwriting", "2", "--dressing", "2", "--bed", "3", "--walking", "1")
    assert "not used" in person("person", "function", *given).out
    found = person("person", "function", "--breath", "1", "--json").json

    assert (found["sum"], found["function"]["bed"]) == (12, 3)
    assert found["warnings"] == ["Short of breath at rest, and it is new or worse: open the warning signs."]
    shown = person("person", "show")
    assert "Turning in bed: 3. Slower or less neatly, on my own." in shown.out
    assert person("person", "function", "--bed", "-", "--json").json["sum"] is None
    assert person("person", "function", "--bed", "5").code == 2


def test_the_six_questions_are_printed_for_who_types_the_answers(person):
    shown = person("person", "function").out

    assert shown.count("--") == 6
    assert "--walking: Walking: how do you get about?" in shown


def test_the_talk_about_a_feeding_tube_by_command(person):
    assert "Nothing in your diary asks for it now" in person("tube", "talk").out
    saved = person("tube", "talk", "later", "--json").json

    assert saved["entry"]["answer"] == "later"
    assert person("tube", "talk", "--json").json["answers"][0]["id"] == saved["id"]
    assert person("tube", "talk", "maybe").code == 2


def test_the_weights_and_why_by_command(person):
    shown = person("weight", "show")

    assert (
        "What is compared: The reference is the weight before the illness, else at diagnosis: 60.0 kg."
        in shown.out
    )
    found = person("weight", "show", "--json").json
    assert (found["level"], found["reasons"][0]["what"], found["reasons"][0]["limit"]) == (
        "amber",
        "percent",
        5,
    )
