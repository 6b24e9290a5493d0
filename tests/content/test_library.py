"""Loading: lazily, and with a folder of one's own over it."""

from pathlib import Path

import pytest
from content.own import PROGRAMME, SAYS, THRESHOLD, put

from companion.content import rows
from companion.content.check import check
from companion.content.kinds import KINDS
from companion.content.library import Library
from companion.errors import Unknown


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


def test_an_imported_table_takes_the_place_of_the_packaged_food_by_food(tmp_path):
    lines = "01001,01001,Our butter,Fats,740,SR24\nfdc-7,,Quince,Fruit,57,SR24\n"
    put(tmp_path, "usda.csv", f"id,ndb,name,group,kcal,source\n{lines}")
    put(tmp_path, "usda.before.csv", "what was there before that")
    table = {food.id: food for food in Library(tmp_path).usda()}
    assert (table["01001"].kcal, table["fdc-7"].name, len(table)) == (740, "Quince", 10_009)
    assert check(Library(tmp_path)) == []


def test_notes_and_hidden_files_in_the_own_folder_are_nobodys_business(tmp_path):
    put(tmp_path, "README.md", "Jo's folder")
    put(tmp_path, ".git/config.toml", "x = [")
    assert len(Library(tmp_path).meals) == 98


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
