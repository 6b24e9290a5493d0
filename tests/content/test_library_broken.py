"""What is broken in a file is told with the place: the file, the record, the key and what is wrong."""

import pytest
from content.own import PROGRAMME, SAYS, THRESHOLD, fault_of, put
from pydantic import BaseModel

from companion.content.check import check
from companion.content.library import Library
from companion.errors import Failure


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


@pytest.mark.parametrize("trusting", [False, True])  # the packaged numbers, never one's own
def test_limits_name_the_number_that_is_missing_or_of_the_wrong_kind(tmp_path, trusting):
    class Rest(BaseModel):
        more_rest_s: int
        nap_s: int = 0

    with pytest.raises(Failure) as missing:
        Library(trusting=trusting).limits(Rest, "session")
    assert missing.value.facts["record"] == "session.nap_s"

    class Whole(BaseModel):
        more_rest_s: int

    file = put(tmp_path, "thresholds.toml", THRESHOLD.replace("30", "[1, 2]"))
    with pytest.raises(Failure) as wrong:
        Library(tmp_path, trusting=trusting).limits(Whole, "session")
    assert (wrong.value.facts["file"], wrong.value.facts["record"]) == (str(file), "session.more_rest_s")
    with pytest.raises(Failure):
        Library(tmp_path, trusting=trusting).limit("session.more_rest_s")


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
