"""companion import: what a person is told, and every file that is no export."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

DEEP = 100_000
ROW = b'{"schema": 1, "entries": [%s]}'
FILES: dict[str, tuple[bytes, str]] = {  # by the list of bad inputs, 32 to 36
    "32 empty": (b"", "is empty"),
    "32 brace": (b"{", "cannot be read as JSON, in line 1"),
    "32 list": (b"[]", "is not an export"),
    "32 null": (b"null", "is not an export"),
    "32 only a byte order mark": (b"\xef\xbb\xbf{}", "is not an export"),
    "32 UTF-16": ('{"schema": 1, "entries": []}'.encode("utf-16"), "is in UTF-16"),
    "32 UTF-16 without a mark": ('{"schema": 1, "entries": []}'.encode("utf-16-le"), "is in UTF-16"),
    "not UTF-8": (b'{"schema": 1, "entries": ["\xe9"]}', "is not text in UTF-8"),
    "NUL": (bytes(4096), "UTF-16"),
    "33 deep": (b"[" * DEEP, "more lists within lists"),
    "33 deep and closed": (ROW % (b"[" * DEEP + b"]" * DEEP), "more lists within lists"),
    "33 deep objects": (ROW % (b'{"a":' * DEEP + b"1" + b"}" * DEEP), "more lists within lists"),
    "33 not so deep": (ROW % (b'{"kind":"quick","a":' + b"[" * 60 + b"]" * 60 + b"}"), "more lists within"),
    "34 digits": (ROW % (b"1" * DEEP), "a number that nobody wrote down"),
    "34 digits behind the point": (ROW % (b'{"kind":"quick","kcal":1e%s}' % (b"9" * DEEP)), "a number"),
    "34 more than anything": (b'{"schema": 1, "entries": [], "settings": {"switch_ms": 1e999}}', "a number"),
    "34 a huge number": (ROW % b'{"kind":"quick","kcal":2e9}', "a number"),
    "NaN": (ROW % b'{"kind":"quick","kcal":NaN}', "a number"),
    "Infinity": (ROW % b'{"kind":"quick","kcal":-Infinity}', "a number"),
    "35 keys twice": (ROW % b'{"kind":"quick","id":"1","id":"2"}', "says id twice"),
    "35 entries twice": (b'{"schema": 1, "entries": [], "entries": []}', "says entries twice"),
    "lone half": (ROW % b'{"kind":"quick","name":"\\ud800"}', "half a letter"),
    "many keys": (ROW % (b'{%s"1":2}' % b"".join(b'"%d":1,' % n for n in range(1001))), "1,000 parts"),
    "brackets": (ROW % (b"{}," * 250_000 + b"{}"), "hardly more than brackets"),
    "a long text": (ROW % b'{"kind":"quick","name":"%s"}' % (b"x" * 10_000), "more than 4000 letters"),
    "no entry": (ROW % b"3", "that is no entry"),
    "an entry without a kind": (ROW % b'{"id":"1"}', "that is no entry"),
    "removed by words": (ROW % b'{"kind":"quick","removed":"no"}', "that is no entry"),
    "no schema": (b'{"entries": []}', "is not an export"),
    "a schema in words": (b'{"schema": "1", "entries": []}', "is not an export"),
    "a schema of true": (b'{"schema": true, "entries": []}', "is not an export"),
    "38 newer": (b'{"schema": 2, "entries": []}', "newer version"),
    "newer entries elsewhere": (b'{"schema": 2, "all": []}', "is not an export"),
    "a table": (b"id,kind,at,recorded\n1,quick,x,y\n", "is a table (CSV)"),
    "settings unknown": (b'{"schema": 1, "entries": [], "settings": {"spell": 1}}', "settings"),
    "settings that are none": (b'{"schema": 1, "entries": [], "settings": [1]}', "settings"),
}  # fmt: skip


def whole(folder: Path) -> dict[str, bytes]:
    """Every byte of a folder."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def refused(person, folder, tmp_path) -> Callable[..., str]:
    """Imports a file that is none: one sentence that names it, a hint, and every byte as before."""

    def run(file: Path, *options: str) -> str:
        before = whole(folder)
        said = person("import", str(file), *options)
        assert whole(folder) == before
        assert (said.code in (1, 5), said.out, len(said.err.splitlines())) == (True, "", 2), said
        assert said.err.startswith((str(file), f"An entry of {file}"))
        assert "Nothing was changed." in said.err
        return said.err

    return run


@pytest.mark.parametrize("options", [(), ("--check",)], ids=["import", "check"])
@pytest.mark.parametrize(("raw", "told"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_export(raw, told, options, refused, tmp_path):
    file = tmp_path / "all.json"
    file.write_bytes(raw)
    assert told in refused(file, *options)


def test_a_file_of_200_megabytes_is_not_read(refused, tmp_path):
    file = tmp_path / "all.json"
    with file.open("wb") as large:
        large.truncate(200_000_000)
    assert "larger than 40 MB" in refused(file)


def test_what_is_no_file_is_not_waited_for(refused, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "is a pipe" in refused(tmp_path / "pipe")
    assert "is a folder" in refused(tmp_path)
    assert "is a device" in refused(Path("/dev/zero"))
    assert "No such file" in refused(tmp_path / "nothing.json")
    assert "cannot be read" in refused(tmp_path / ("x" * 300))


def test_a_file_of_the_diary_itself_is_no_export(refused, folder):
    assert "a file of a diary itself" in refused(folder / "plan.json")


def test_everything_moves_to_another_folder(person, folder, tmp_path):
    identity = person("quick", "=Tea", "--kcal", "90", "--note", "two\nlines", "--json").json["id"]
    person("edit", identity, "--kcal", "95")
    person("undo")
    person("settings", "set", "weight-unit", "lb")
    person("caregiver", "add", "Maria", "--role", "viewer")
    out = person("export").out
    file, there = tmp_path / "all.json", tmp_path / "there"
    file.write_text("\ufeff" + out, encoding="utf-8")

    def elsewhere(*args: str):
        return person("--data-dir", str(there), *args, data_dir=False)

    look = elsewhere("import", str(file), "--check")
    assert "This would come in:" in look.out
    assert not there.exists() or not whole(there)
    moved = elsewhere("import", str(file))
    assert moved.code == 0
    for told in ("Imported:", "14 April 2026", "1 quick entry", "Written by: Ruth", "The settings came"):
        assert told in moved.out
    assert json.loads(elsewhere("export").out) == json.loads(out)
    assert elsewhere("today").out == person("today").out
    assert elsewhere("check").code == 0
    before = whole(there)
    again = elsewhere("import", str(file), "--json")
    assert (again.json["entries"], again.json["saved"], again.json["settings"]) == (0, False, "none")
    assert whole(there) == before


def test_it_says_the_same_in_json(person, tmp_path):
    file = tmp_path / "all.json"
    file.write_text(person("export").out)
    there = ("--data-dir", str(tmp_path / "there"), "import", str(file), "--json")
    look = person(*there, "--check", data_dir=False).json
    done = person(*there, data_dir=False).json
    assert look["saved"] is False
    assert done["saved"] is True
    assert {**look, "saved": 1, "sentence": ""} == {**done, "saved": 1, "sentence": ""}
    assert done["schema"] == 1
    assert done["kinds"] == {"person": 3, "decision": 1, "weight": 1}
    assert sum(done["by"].values()) == done["entries"] == 5
    assert (done["first"], done["last"]) == ("2026-04-14", "2026-04-14")


def test_a_looser_texture_is_told_by_check_and_waits_for_confirm(person, tmp_path):
    file, there = tmp_path / "all.json", ("--data-dir", str(tmp_path / "there"), "import")
    file.write_text(person("export").out)
    assert person(*there, str(file), data_dir=False).code == 0
    person("plan", "set", "food-level", "7", "--decided-by", "A. Lee", "--confirm")
    file.write_text(person("export").out)
    look = person(*there, str(file), "--check", data_dir=False)
    assert "That would loosen a texture, so the import waits for --confirm." in look.out
    sentence, hint = person(*there, str(file), data_dir=False).err.splitlines()
    assert sentence.startswith("This would loosen the food level from level 5, minced and moist, to level 7,")
    assert "--confirm" in hint
    assert "That loosens a texture." in person(*there, str(file), "--confirm", data_dir=False).out


def test_what_is_invented_stays_marked_and_nothing_real_comes_into_it(person, tmp_path):
    demo, real = tmp_path / "demo.json", tmp_path / "real.json"
    real.write_text(person("export").out)
    demo.write_text(json.dumps({**json.loads(real.read_text()), "demo": True}))
    there = ("--data-dir", str(tmp_path / "there"))
    assert "all of it is invented" in person(*there, "import", str(demo), data_dir=False).out
    assert "DEMO" in person(*there, "today", data_dir=False).err
    person("quick", "Tea", "--kcal", "10")
    real.write_text(person("export").out)
    refused = person(*there, "import", str(real), data_dir=False)
    assert (refused.code, refused.err.splitlines()[-2].startswith("The demo is invented")) == (5, True)


def test_a_caregiver_at_this_computer_does_not_import(person, folder, tmp_path):
    file = tmp_path / "all.json"
    file.write_text(person("export").out)
    before = whole(folder)
    assert person("--by", "Maria", "import", str(file)).code == 77
    assert whole(folder) == before


@pytest.mark.parametrize("blank", ["", " ", "\t", "\r\n", "\u00a0", "\u200d", "\u200d\u00a0", "\u3000"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"])
def test_no_cell_of_the_table_is_reckoned_with(blank, sign):
    from companion.cli.export import cell

    assert cell(f"{blank}{sign}1+1").startswith("'")
    assert cell(-1.5) == -1.5
