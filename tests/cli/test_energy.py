"""companion target and energy."""

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
    assert "By weight, whole day: 1,800 kcal." in found.out


def test_an_impossible_body_is_refused(companion):
    assert companion("energy", "--weight", "6000").code == 5
