"""Loading: lazily, with a folder of one's own over it, and with errors that name the place."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from companion.content import rows
from companion.content.check import check
from companion.content.kinds import KINDS
from companion.content.library import Library
from companion.errors import Failure, Unknown

SAYS = 'source = "Jo"\nreviewed = 2027-01-05\nreview = "Jo, physiotherapist"\n'
PROGRAMME = f"""
[defaults]
{SAYS}
[[programme]]
id = "jo_hands"
name = "Jo's hands"
version = "1"
for_whom = "person"
position = "sitting"
mode = "active"
stages = [1, 2]
description = "Wrists."
frequency = "Once a day"
items = [{{ exercise = "wrist_bend", mode = "active", reps = 3 }}]
"""
THRESHOLD = f"""
[[threshold]]
id = "session.more_rest_s"
value = 30
unit = "s"
set_by = "Jo"
{SAYS}"""


def put(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def fault_of(folder: Path, kind: str) -> dict[str, object]:
    with pytest.raises(Failure) as raised:
        Library(folder).usda() if kind == "usda" else getattr(Library(folder), kind)
    assert raised.value.code == "broken_content"
    return raised.value.facts


def test_loading_meals_does_not_load_exercises():
    library = Library()
    assert library.meals
    assert "exercises" not in vars(library)
    assert "programmes" not in vars(library)
    assert "foods" not in vars(library)


def test_one_text_reads_one_file(monkeypatch):
    opened: list[str] = []
    plain = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *a, **k: opened.append(self.name) or plain(self, *a, **k))
    library = Library()
    assert library.text("fatigue.0").text == "Not tired at all"
    assert library.text("fatigue.10").value == 10
    assert opened == ["fatigue.toml"]


def test_a_text_that_does_not_exist_is_unknown(library):
    for id_ in ("fatigue.11", "nothing.at.all", "../levels"):
        with pytest.raises(Unknown):
            library.text(id_)


def test_what_is_loaded_cannot_be_changed(library):
    with pytest.raises(TypeError):
        library.meals["new"] = library.meals["milk_fortified"]


def test_a_therapists_programme_is_a_file_drop(tmp_path):
    put(tmp_path, "programmes/jo.toml", PROGRAMME)
    library = Library(tmp_path)
    assert len(library.programmes) == 13
    assert library.programmes["jo_hands"].name == "Jo's hands"
    assert check(library) == []


def test_an_own_record_takes_the_place_of_the_packaged_one(tmp_path):
    put(tmp_path, "programmes.toml", PROGRAMME.replace("jo_hands", "hands_wrists"))
    library = Library(tmp_path)
    assert len(library.programmes) == 12
    assert library.programmes["hands_wrists"].review == "Jo, physiotherapist"
    assert list(library.programmes) == list(Library().programmes)


def test_own_numbers_texts_foods_words_and_equations_win(tmp_path):
    put(tmp_path, "thresholds.toml", THRESHOLD)
    put(tmp_path, "texts/fatigue.toml", f'[[text]]\nid = "fatigue.0"\ntext = "Fresh"\n{SAYS}')
    put(
        tmp_path,
        "foods.csv",
        "id,name,group,kcal,source\nbutter,Our butter,Fats,740,SR24\nskyr,Skyr,Dairy,63,SR24\n",
    )
    put(tmp_path, "food_words.toml", '[same]\nspud = "potato"\n')
    row = 'id = "mifflin_1990"\nsex = "m"\nages = [18, 99]\nweight = 1\nconstant = 2\n'
    put(tmp_path, "equations.toml", f"[[equation]]\n{row}{SAYS}")
    library = Library(tmp_path)
    assert library.limit("session.more_rest_s") == 30
    assert library.thresholds["session.more_rest_s"].set_by == "Jo"
    assert library.text("fatigue.0").text == "Fresh"
    assert library.text("fatigue.1").text == "Hardly tired"
    assert library.foods["butter"].kcal == 740
    assert library.foods["skyr"].protein_g is None
    assert library.food_words["spud"] == "potato"
    assert library.food_words["yoghurt"] == "yogurt"
    assert [row.constant for row in library.equations if row.id == "mifflin_1990"] == [2]
    assert sum(row.id == "henry_2005" for row in library.equations) == 6


def test_a_folder_that_is_not_there_changes_nothing(tmp_path):
    assert len(Library(tmp_path / "none").meals) == 98


@pytest.mark.parametrize(
    ("line", "broken_line", "key", "words"),
    [
        ('name = "Jo\'s hands"', "", "name", "required"),
        ("stages = [1, 2]", 'stages = [1, "two"]', "stages.1", "integer"),
        ('position = "sitting"', 'position = "flying"', "position", "sitting"),
        ("reps = 3", "reps = 0", "items.0.reps", "greater than or equal to 1"),
        ('version = "1"', 'version = "1"\nminuts = 4', "minuts", "not permitted"),
        (
            'exercise = "wrist_bend"',
            'exercise = "wrist_bent"',
            "items.0.exercise",
            "wrist_bent does not exist",
        ),
        ("reps = 3", "rest_s = -1", "items.0.rest_s", "greater than or equal to 0"),
        ('"wrist_bend", mode = "active"', '"shoulder_roll", mode = "passive"', "items.0.mode", "passive"),
        ('position = "sitting"', 'position = "standing"', "items.0.position", "standing"),
        ('id = "jo_hands"', 'id = "jo_hands"\neasier = "nap"', "easier", "nap does not exist"),
    ],
)
def test_a_broken_record_is_told_with_file_record_key_and_fault(tmp_path, line, broken_line, key, words):
    assert line in PROGRAMME
    file = put(tmp_path, "programmes/jo.toml", PROGRAMME.replace(line, broken_line))
    facts = fault_of(tmp_path, "programmes")
    assert facts["file"] == str(file)
    assert facts["record"] == "jo_hands"
    assert facts["key"] == key
    assert words in str(facts["fault"])


@pytest.mark.parametrize(
    ("name", "text", "record", "key", "words"),
    [
        ("meals.toml", "[[meal]\n", "", "", "line 1"),
        ("meals.toml", "[[mael]]\nid = 'x'\n", "", "mael", "[[meal]]"),
        ("meals.toml", "[defaults]\nslots = ['lunch']\n", "", "defaults", "inherited"),
        ("meals.toml", "meal = 3\n", "", "meal", "[[meal]]"),
        ("meals.toml", "meal = [3]\n", "", "meal", "[[meal]]"),
        ("mels.toml", "", "", "", "no kind of content"),
        ("udsa.csv", "", "", "", "no kind of content"),
        ("meals/soft/new.toml", "", "", "", "no kind of content"),
        ("flags.toml", f"[[flag]]\nid='a'\ntext='b'\n{SAYS}" * 2, "a", "id", "is also in"),
        ("thresholds.toml", THRESHOLD.replace("more", "mor"), "session.mor_rest_s", "id", "not a number"),
        ("food_words.toml", "[same]\nspud = 3\n", "spud", "same", "text"),
        ("food_words.toml", "same = 3\n", "", "same", "[same]"),
        ("food_words.toml", "[smae]\nspud = 'potato'\n", "", "smae", "[same]"),
    ],
)
def test_a_broken_file_is_told(tmp_path, name, text, record, key, words):
    file = put(tmp_path, name, text)
    kind = file.stem if file.stem in {"flags", "thresholds", "food_words"} else "meals"
    facts = fault_of(tmp_path, kind)
    assert (facts["file"], facts["record"], facts["key"]) == (str(file), record, key)
    assert words in str(facts["fault"])


@pytest.mark.parametrize(
    ("columns", "line", "record", "key", "words"),
    [
        ("", "skyr,Skyr,Dairy,much,SR24", "skyr", "kcal", "'much'"),
        ("", "skyr,Skyr,Dairy,-1,SR24", "skyr", "kcal", "'-1'"),
        ("", "skyr,Skyr,Dairy,nan,SR24", "skyr", "kcal", "'nan'"),
        ("", "skyr,Skyr,Dairy,,SR24", "skyr", "kcal", "empty"),
        ("", "skyr,Skyr", "skyr", "", "2 cells"),
        ("", "s,S,D,1,SR24\ns,S,D,1,SR24", "s", "id", "twice"),
        (",salt", "", "", "salt", "not a column"),
        (",portions", "s,S,D,1,SR24,cup", "s", "portions", "'cup'"),
        (",allergens", "s,S,D,1,SR24,nuts", "s", "allergens", "nuts"),
        (",diet", "s,S,D,1,SR24,fish", "s", "diet", "fish"),
    ],
)
def test_a_broken_food_table_is_told(tmp_path, columns, line, record, key, words):
    file = put(tmp_path, "foods.csv", f"id,name,group,kcal,source{columns}\n{line}\n")
    facts = fault_of(tmp_path, "foods")
    assert (facts["file"], facts["record"], facts["key"]) == (str(file), record, key)
    assert words in str(facts["fault"])


def test_a_food_table_needs_its_columns(tmp_path):
    put(tmp_path, "foods.csv", "id,name,group,kcal\n")
    facts = fault_of(tmp_path, "foods")
    assert (facts["key"], facts["fault"]) == ("source", "this column is missing")


def test_an_imported_table_takes_the_place_of_the_packaged_food_by_food(tmp_path):
    lines = "01001,01001,Our butter,Fats,740,SR24\nfdc-7,,Quince,Fruit,57,SR24\n"
    put(tmp_path, "usda.csv", f"id,ndb,name,group,kcal,source\n{lines}")
    put(tmp_path, "usda.before.csv", "what was there before that")
    table = {food.id: food for food in Library(tmp_path).usda()}
    assert (table["01001"].kcal, table["fdc-7"].name, len(table)) == (740, "Quince", 10_009)
    assert check(Library(tmp_path)) == []


@pytest.mark.parametrize(
    "text", ["", "id,name\n", "id,name,group,kcal,source\ns,S,D,1,SR24\n" * 2, f"id,{'x' * 200_000}"]
)
def test_a_broken_imported_table_is_told_where_it_is_read_and_by_the_check(tmp_path, text):
    file = put(tmp_path, "usda.csv", text)
    assert fault_of(tmp_path, "usda")["file"] == str(file)
    assert [failure.facts["file"] for failure in check(Library(tmp_path))] == [str(file)]


def test_bytes_that_are_no_text_are_told(tmp_path):
    (tmp_path / "meals.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "foods.csv").write_bytes(b"\xff\xfe")
    assert fault_of(tmp_path, "meals")["file"] == str(tmp_path / "meals.toml")
    assert fault_of(tmp_path, "foods")["file"] == str(tmp_path / "foods.csv")


def test_notes_and_hidden_files_in_the_own_folder_are_nobodys_business(tmp_path):
    put(tmp_path, "README.md", "Jo's folder")
    put(tmp_path, ".git/config.toml", "x = [")
    assert len(Library(tmp_path).meals) == 98


def test_limits_name_the_number_that_is_missing_or_of_the_wrong_kind(tmp_path):
    class Rest(BaseModel):
        more_rest_s: int
        nap_s: int = 0

    with pytest.raises(Failure) as missing:
        Library().limits(Rest, "session")
    assert missing.value.facts["record"] == "session.nap_s"

    class Whole(BaseModel):
        more_rest_s: int

    file = put(tmp_path, "thresholds.toml", THRESHOLD.replace("30", "[1, 2]"))
    with pytest.raises(Failure) as wrong:
        Library(tmp_path).limits(Whole, "session")
    assert (wrong.value.facts["file"], wrong.value.facts["record"]) == (str(file), "session.more_rest_s")
    with pytest.raises(Failure):
        Library(tmp_path).limit("session.more_rest_s")


def test_the_check_finds_what_a_run_does_not(tmp_path):
    meal = f"""[[meal]]
id = "toast"
name = "Toast"
kind = "food"
iddsi = ["5"]
slots = ["lunch"]
tags = ["vegan", "vegetarian"]
servings = 1
prep_minutes = 5
ingredients = [{{ food = "butter", grams = 10 }}]
method = ["Toast it.", "Butter it."]
tests = ["no_lumps"]
fortify = [{{ food = "salmon_cooked", grams = 10, note = "on top" }}]
{SAYS}"""
    file = put(tmp_path, "meals/own.toml", meal)
    put(tmp_path, "texts/fatigue.toml", f'[[text]]\nid = "effort.12"\ntext = "Odd"\n{SAYS}')
    library = Library(tmp_path)
    assert library.meals["toast"]
    found = check(library)
    assert {failure.facts["key"] for failure in found if failure.facts["record"] == "toast"} == {
        "allergens", "tags", "tests", "fortify",
    }  # fmt: skip
    assert {failure.facts["file"] for failure in found if failure.facts["record"] == "toast"} == {str(file)}
    assert [failure.facts["fault"] for failure in found if failure.facts["record"] == "effort.12"] == [
        "belongs in effort.toml"
    ]


def test_the_check_tells_broken_files_of_every_kind(tmp_path):
    put(tmp_path, "meals.toml", "[[")
    put(tmp_path, "foods.csv", "")
    files = {failure.facts["file"] for failure in check(Library(tmp_path))}
    assert files == {str(tmp_path / "meals.toml"), str(tmp_path / "foods.csv")}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"helper_hands": ""}, "helper_hands"),
        ({"clearance": False, "flags": ["pt_only"]}, "clearance"),
        ({"clearance": False, "category": "resistance"}, "clearance"),
        ({"stages": [0, 7]}, "stages"),
    ],
)
def test_an_exercise_that_is_not_careful_is_not_read(library, change, words):
    cautious = library.exercises["st_calf"]
    with pytest.raises(ValueError, match=words):
        type(cautious)(**{**cautious.model_dump(), **change})


@pytest.mark.parametrize("kind", [k.name for k in KINDS if k.name != "equations"])
def test_what_is_trusted_equals_what_is_validated(library, kind):
    assert dict(getattr(Library(trusting=True), kind)) == dict(getattr(library, kind))


def test_a_trusted_record_is_read_when_it_is_asked_for(monkeypatch):
    pieces: list[bytes] = []
    plain = rows.parsed
    monkeypatch.setattr(rows, "parsed", lambda file, inside: pieces.append(inside) or plain(file, inside))
    exercises = Library(trusting=True).exercises
    assert len(exercises) == len(Library().exercises)
    assert "st_calf" in exercises
    assert pieces == []
    assert exercises["st_calf"] is exercises["st_calf"]
    assert len(pieces) == 2  # what its file says of all, and the record itself
    assert b'"st_calf"' in pieces[0] + pieces[1]
