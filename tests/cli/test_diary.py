"""companion check, export and doctor."""

import csv
import io


def test_check_names_every_file(person):
    checked = person("check", "--json").json

    assert checked["ok"] is True
    assert [file["name"] for file in checked["files"]] == ["2026-04", "plan"]


def test_damage_is_named_with_the_way_out(person, folder):
    person("quick", "Toast", "--kcal", "120")
    month = folder / "2026-04.json"
    whole = month.read_bytes()
    month.write_bytes(whole[: len(whole) // 2])
    checked, listed = person("check"), person("export")

    assert (checked.code, listed.code) == (1, 1)
    assert "its end is missing" in checked.out
    assert "companion check --repair 2026-04" in checked.out
    assert "2026-04.json is damaged" in listed.err
    assert listed.out == ""
    assert person("check", "--repair", "2026-04").code == 0
    assert person("export").out.count("Toast") == 1


def test_a_month_edited_by_hand_is_taken_once_it_is_valid(person, folder):
    month = folder / "2026-04.json"
    month.write_bytes(month.read_bytes().replace(b"56.8", b"57.8"))

    assert person("today").code == 1
    assert person("check", "--accept", "2026-04").code == 0
    assert person("today", "--json").json["weight"]["kg"] == 57.8


def test_there_is_nothing_to_repair_in_a_whole_month(person):
    assert person("check", "--repair", "2026-04").code == 5
    assert person("check", "--repair", "nonsense").code == 3


def test_everything_is_exported_as_it_was_written(person):
    identity = person("quick", "Toast", "--kcal", "120", "--json").json["id"]
    person("edit", identity, "--kcal", "150")
    person("undo")
    everything = person("export").json
    entries = {entry["id"]: entry for entry in everything["entries"]}

    assert entries[identity]["kcal"] == 120
    assert entries[identity]["kind"] == "quick"
    assert [(e["action"], e["removed"]) for e in entries.values() if e["kind"] == "correction"] == [
        ("edit", True),
        ("undo", False),
    ]
    assert everything["person"]["name"] == "Ruth"
    assert [one["key"] for one in everything["plan"]] == ["food-level"]


def test_a_table_gives_a_spreadsheet_nothing_to_reckon(person):
    person("quick", "=HYPERLINK(1)", "--kcal", "120", "--note", "-2+3")
    rows = list(csv.DictReader(io.StringIO(person("export", "--format", "csv").out)))
    quick = next(row for row in rows if row["kind"] == "quick")

    assert (quick["name"], quick["note"], quick["kcal"]) == ("'=HYPERLINK(1)", "'-2+3", "120.0")


def test_the_doctor_mends_who_may_read(person, folder):
    (folder / "2026-04.json").chmod(0o644)
    found = person("doctor")
    mended = person("doctor", "--fix")

    assert found.code == 1
    assert "companion doctor --fix" in found.out
    assert mended.code == 0
    assert (folder / "2026-04.json").stat().st_mode & 0o777 == 0o600


def test_the_doctor_looks_at_a_broken_diary_too(person, folder):
    (folder / "settings.toml").write_text("theme = 3")
    (folder / "plan.json").write_text("")
    found = person("doctor", "--json")

    assert found.code == 1
    assert {"damaged", "broken"} <= {one["what"] for one in found.json["findings"] if not one["ok"]}
