"""`companion food import`: one sentence for every file that is none, and nothing changed."""

import io
import os
import struct
import sys
import zipfile
from pathlib import Path

import downloads
import pytest

from companion.cli.call import Call
from companion.cli.foods_import import progress

SMALL = downloads.small()
WHOLE = downloads.packed(SMALL)
BRANDED = downloads.tables(downloads.food(9, "Quince bar", None, downloads.PLAIN, kind="branded_food"))
SURVEY = downloads.tables(
    downloads.food(9, "Quince pie", None, downloads.PLAIN, kind="survey_fndds_food"),
    downloads.food(8, "Quince pie", None, downloads.PLAIN, kind="sub_sample_food"),
)
NAMES = "id,unit_name\n" + "".join(f"{n},G\n" for n in range(10_002))
EMPTY = downloads.tables(downloads.food(9, "Quince", 99901, {1062: 300}))


def without(name: str) -> bytes:
    return downloads.packed({key: text for key, text in SMALL.items() if key != name})


def changed(name: str, old: str, new: str) -> bytes:
    assert old in SMALL[name]
    return downloads.packed({**SMALL, name: SMALL[name].replace(old, new, 1)})


def instead(name: str, text: str) -> bytes:
    return downloads.packed({**SMALL, name: text})


def encoded(how: str) -> bytes:
    return downloads.packed({**SMALL, "food.csv": SMALL["food.csv"].replace("Milk", "Cr\xe8me").encode(how)})


def twice() -> bytes:
    out = io.BytesIO(WHOLE)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("elsewhere/food.csv", SMALL["food.csv"])
    return out.getvalue()


def locked() -> bytes:
    """With the flag of a password on every member."""
    raw = bytearray(WHOLE)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            raw[at + flags] |= 1
            at = raw.find(mark, at + 4)
    return bytes(raw)


def false_sum() -> bytes:
    """With another checksum for food_portion.csv."""
    raw = bytearray(WHOLE)
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        info = archive.getinfo(f"{downloads.INSIDE}food_portion.csv")
    for mark, place in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        at = raw.find(mark)
        while at >= 0:
            if struct.unpack_from("<I", raw, at + place)[0] == info.CRC:
                raw[at + place] ^= 0xFF
            at = raw.find(mark, at + 4)
    return bytes(raw)


def bomb() -> bytes:
    return downloads.packed({**SMALL, "food_nutrient.csv": bytes(201_000_000)})


REFUSED = {
    "empty": (b"", "is no ZIP file"),
    "a text": (b"fdc_id,data_type\n", "is no ZIP file"),
    "without its end": (WHOLE[:-30], "is no ZIP file"),
    "a false sum": (false_sum(), "food_portion.csv is damaged or cut"),
    "no nutrients": (without("nutrient.csv"), "has no nutrient.csv in it"),
    "no figures": (without("food_nutrient.csv"), "has no food_nutrient.csv in it"),
    "no foods": (without("food.csv"), "has no food.csv in it"),
    "no categories": (without("food_category.csv"), "has no food_category.csv in it"),
    "no units": (without("measure_unit.csv"), "has no measure_unit.csv in it"),
    "no portions": (without("food_portion.csv"), "has no food_portion.csv in it"),
    "no numbers": (without("sr_legacy_food.csv"), "has no sr_legacy_food.csv in it"),
    "no column": (changed("food.csv", "description", "name"), "food.csv has no column description"),
    "no header": (instead("nutrient.csv", ""), "nutrient.csv has no column id"),
    "a short line": (changed("food_nutrient.csv", '"1003",', ""), "line 2 of food_nutrient.csv"),
    "a long cell": (changed("food.csv", "Milk", "Milk" * 50_000), "line 2 of food.csv"),
    "no end of quotes": (changed("food.csv", "it comes", 'it comes"x,' + "y" * 200_000), "of food.csv"),
    "kilojoules": (changed("nutrient.csv", "KCAL", "kJ"), "nutrient 1008 in another unit"),
    "NUL": (changed("food.csv", "Milk", "M\0lk"), "food.csv is not plain text"),
    "UTF-16": (encoded("utf-16"), "food.csv is not plain text"),
    "Latin 1": (encoded("latin-1"), "food.csv is not plain text"),
    "branded": (downloads.packed(BRANDED), "no food of Foundation Foods or SR Legacy, only branded foods"),
    "survey": (downloads.packed(SURVEY), "only survey dishes and samples"),
    "no energy": (downloads.packed(EMPTY), "says the energy of none of its foods"),
    "twice": (twice(), "has food.csv in it more than once"),
    "locked": (locked(), "is locked with a password"),
    "too large": (bytes(15_000_001), "is larger than 15 MB"),
    "one endless line": (instead("food.csv", "," * 5_000_000), "food.csv is not plain text"),
    "too many names": (instead("nutrient.csv", NAMES), "nutrient.csv has more than 10000 lines"),
    "a bomb": (bomb(), "holds more than 200 MB once unpacked"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("form", [(), ("--check",)])
def test_what_is_no_such_download_is_refused_in_one_sentence(companion, folder, tmp_path, case, form):
    raw, said = REFUSED[case]
    file = tmp_path / "given.zip"
    file.write_bytes(raw)
    result = companion("food", "import", str(file), *form)
    assert (result.code, result.out) == (2, "")
    sentence, hint = result.err.splitlines()
    assert said in sentence
    assert str(file) in sentence
    assert hint.startswith("Nothing was changed.")
    assert not (folder / "content").exists()


@pytest.mark.parametrize("what", ["folder", "pipe", "device", "nothing", "", "loop"])
def test_what_is_no_file_is_refused_at_once(companion, tmp_path, what):
    place = tmp_path / "given"
    if what == "folder":
        place.mkdir()
    elif what == "pipe":
        os.mkfifo(place)
    elif what == "loop":
        place.symlink_to(place)
    name = {"device": "/dev/zero", "": ""}.get(what, str(place))
    result = companion("food", "import", name)
    assert result.code in {1, 2}
    assert 1 <= len(result.err.splitlines()) <= 2
    assert "inside the program" not in result.err


def test_names_inside_are_never_paths(companion, folder, tmp_path):
    file = tmp_path / "given.zip"
    file.write_bytes(downloads.packed(SMALL, inside="../../../evil/"))
    before = sorted(tmp_path.rglob("*"))
    assert companion("food", "import", str(file)).code == 0
    made = set(tmp_path.rglob("*")) - set(before)
    assert all(path.is_relative_to(folder) for path in made)
    assert not [path for path in made if "evil" in str(path)]


def test_it_says_what_came_in_and_check_changes_nothing(companion, folder, tmp_path):
    file = tmp_path / "given.zip"
    file.write_bytes(WHOLE)
    would = companion("food", "import", str(file), "--check")
    assert would.out.splitlines() == [
        "3 foods of USDA SR Legacy, published 1 April 2019, would come in.",
        "1 would take the place of foods that the program brings, 2 would be new.",
        "Nothing was changed.",
    ]
    assert not (folder / "content").exists()
    done = companion("food", "import", str(file), "--json").json
    assert (done["foods"], done["new"], done["replaced"], done["published"]) == (3, 2, 1, "2019-04-01")
    assert (done["saved"], done["before"]) == (True, None)
    assert Path(done["file"]).is_file()
    assert companion("food", "search", "quince pudding").out.startswith(
        "99901  Quince pudding, cold, 120 kcal"
    )
    assert companion("food", "log", "99901", "--grams", "50").code == 0
    assert "Source: FDC SR Legacy; published 2019-04-01" in companion("food", "show", "99901").out
    same = companion("food", "import", str(file))
    assert (same.code, same.err.splitlines()[0]) == (5, "These foods are there already, exactly so.")
    file.write_bytes(downloads.packed(EMPTY | {"food_nutrient.csv": SMALL["food_nutrient.csv"]}))
    assert companion("food", "import", str(file)).code == 2
    assert companion("food", "search", "quince pudding").out.startswith("99901")


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "json", "lines"),
    [
        (Screen, False, ["25 % is read.", "50 % is read.", "75 % is read."]),
        (Screen, True, []),
        (io.StringIO, False, []),
    ],
)
def test_only_a_terminal_is_told_how_far_it_is(monkeypatch, stream, json, lines):
    monkeypatch.setattr(sys, "stderr", stream())
    heard = progress(Call(json=json))
    for share in (0.0, 0.2, 0.3, 0.6, 0.6, 0.9, 1.0):
        heard(share)
    assert sys.stderr.getvalue().splitlines() == lines


def test_a_caregiver_cannot_replace_the_table(companion, folder, tmp_path):
    file = tmp_path / "given.zip"
    file.write_bytes(WHOLE)
    assert companion("food", "import", str(file), "--by", "Kim").code == 77
    assert not (folder / "content").exists()


def test_the_doctor_tells_a_broken_table(companion, folder, tmp_path):
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "usda.csv").write_text("id,name\n")
    found = companion("doctor")
    assert found.code == 1
    assert str(folder / "content" / "usda.csv") in found.out
    searched = companion("food", "search", "milk")
    assert searched.code == 1
    assert searched.err.startswith(str(folder / "content" / "usda.csv"))
    file = tmp_path / "given.zip"
    file.write_bytes(WHOLE)
    assert companion("food", "import", str(file)).code == 0
    assert companion("food", "search", "milk").code == 0
