"""companion report: on standard output or as a new file, for its owner alone, never over another."""

import errno
import io
import json
import stat
import sys
import zipfile
from pathlib import Path

import pytest

from companion.cli.main import run
from companion.reports.columns import COLUMNS
from companion.store import disk

FORMATS = ("html", "text", "csv", "fhir", "ics")


def packed(folder: Path, *args: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What the command writes on standard output, byte for byte."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    monkeypatch.setattr(sys, "stdout", out)
    assert run(["--data-dir", str(folder), "report", *args]) == 0
    return out.buffer.getvalue()


@pytest.fixture
def lived(person):
    for line in ("quick Soup --kcal 150 --note Zinnober", "fatigue log 4", "drink log 200"):
        assert person(*line.split()).code == 0
    return person


def test_each_format_begins_as_its_readers_expect(lived, folder, monkeypatch):
    begins = {"html": b"<!DOCTYPE html>", "text": b"Report", "csv": b"PK", "fhir": b"{", "ics": b"BEGIN:VCAL"}
    for form in FORMATS:
        made = packed(folder, "--format", form, monkeypatch=monkeypatch)
        assert made.lower().startswith(begins[form].lower()), form
    assert packed(folder, monkeypatch=monkeypatch).lower().startswith(b"<!doctype html>")


def test_the_tables_come_in_a_zip_with_their_guide(lived, folder, monkeypatch):
    made = packed(folder, "--format", "csv", monkeypatch=monkeypatch)
    with zipfile.ZipFile(io.BytesIO(made)) as box:
        assert set(box.namelist()) == {f"{name}.csv" for name in (*COLUMNS, "columns")}
        assert b"Water, tap" in box.read("eaten.csv")


def test_a_file_is_new_and_private_and_its_place_is_said(lived, tmp_path):
    for form in FORMATS:
        path = tmp_path / f"r.{form}"
        told = lived("report", "--format", form, "--out", str(path))
        assert told.code == 0
        place = path / "eaten.csv" if form == "csv" else path
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
        assert str(path) in told.out


def test_what_is_there_stays_as_it_is(lived, tmp_path):
    path = tmp_path / "r.html"
    path.write_text("mine")
    told = lived("report", "--out", str(path))
    assert (told.code, path.read_text()) == (5, "mine")
    assert "Nothing was written" in told.err
    assert lived("report", "--format", "csv", "--out", str(tmp_path)).code == 5
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith((".companion", "r"))] == ["r.html"]


@pytest.mark.parametrize("place", ["", "none/r.html", "r\0.html"])
def test_a_folder_that_is_not_there_is_not_made(lived, tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    told = lived("report", "--out", place)
    assert told.code == 2
    assert not (tmp_path / "none").exists()


def test_a_zip_can_be_named(lived, tmp_path):
    path = tmp_path / "tables.zip"
    assert lived("report", "--format", "csv", "--out", str(path)).code == 0
    assert zipfile.is_zipfile(path)


def test_nothing_is_written_into_the_folder_of_the_diary(lived, folder, tmp_path, monkeypatch):
    (tmp_path / "way").symlink_to(folder)
    before = sorted(folder.rglob("*"))
    for line in (
        f"--format fhir --out {folder / '2027-01.json'}",
        f"--format csv --out {folder / 'content'}",
        f"--out {tmp_path / 'way' / 'r.html'}",
    ):
        told = lived("report", *line.split())
        assert (told.code, "folder of the diary" in told.err) == (5, True)
    monkeypatch.chdir(folder)
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    monkeypatch.setattr(out, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdout", out)
    assert run(["--data-dir", str(folder), "report"]) == 5
    assert sorted(folder.rglob("*")) == before


def test_a_dash_is_standard_output(lived, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert lived("report", "--format", "text", "--out", "-").out.startswith("Report")
    assert not (tmp_path / "-").exists()


def test_a_file_is_written_as_its_name_ends(lived, tmp_path):
    begins = {
        "txt": b"Report",
        "JSON": b"{",
        "ics": b"BEGIN:VCAL",
        "htm": b"<!doc",
        "zip": b"PK",
        "11": b"<!doc",
    }
    for ending, begin in begins.items():
        path = tmp_path / f"r.{ending}"
        assert lived("report", "--out", str(path)).code == 0
        assert path.read_bytes().lower().startswith(begin.lower()), ending


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--out", "r.pdf"), "A browser prints .html, also to a PDF."),
        (("--format", "html", "--out", "r.txt"), "ends in .txt, and a report as html does not"),
        (("--format", "csv", "--out", "r.html"), "can end in .zip"),
    ],
)
def test_an_ending_of_something_else_is_refused(lived, tmp_path, monkeypatch, args, said):
    monkeypatch.chdir(tmp_path)
    told = lived("report", *args)
    assert (told.code, said in told.err) == (2, True)
    assert not list(tmp_path.glob("r.*"))


def test_a_spreadsheet_is_told_that_tables_are_in_utf8(lived, folder, tmp_path, monkeypatch):
    lived("quick", "purée", "--kcal", "90")
    mark, path = "\ufeff".encode(), tmp_path / "tables"
    assert lived("report", "--format", "csv", "--out", str(path), "--with-notes").code == 0
    assert {one.read_bytes()[: len(mark)] for one in path.iterdir()} == {mark}
    assert "purée" in (path / "eaten.csv").read_text("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(packed(folder, "--format", "csv", monkeypatch=monkeypatch))) as box:
        assert {box.read(name)[: len(mark)] for name in box.namelist()} == {mark}


@pytest.mark.parametrize("weeks", ["0", "-1", "521", "99999999999"])
def test_weeks_that_cannot_be_are_refused(lived, weeks):
    assert lived("report", "--weeks", weeks).code == 5


def test_at_a_terminal_a_page_becomes_a_file_with_a_number_where_its_name_is_taken(
    lived, folder, tmp_path, monkeypatch
):
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for _ in range(2):
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        monkeypatch.setattr(out, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(sys, "stdout", out)
        assert run(["--data-dir", str(folder), "report"]) == 0
        assert b"Saved: " in out.buffer.getvalue()
    assert sorted(one.name for one in here.iterdir()) == [
        "report-2026-04-14-4-weeks-2.html", "report-2026-04-14-4-weeks.html",
    ]  # fmt: skip


def test_json_holds_the_report_or_says_where_it_is(lived, tmp_path):
    assert lived("report", "--format", "fhir", "--json").json["report"]["resourceType"] == "Bundle"
    told = lived("report", "--weeks", "2", "--out", str(tmp_path / "r.html"), "--json").json
    assert (told["schema"], told["weeks"], told["last"]) == (1, 2, "2026-04-14")
    assert told["file"] == str(tmp_path / "r.html")


def test_tables_are_written_all_or_none(lived, tmp_path, monkeypatch):
    made = []

    def full(path: Path, raw: bytes, mode: int) -> None:
        made.append(path)
        if len(made) > 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        path.write_bytes(raw)

    monkeypatch.setattr(disk, "create", full)
    told = lived("report", "--format", "csv", "--out", str(tmp_path / "tables"))
    assert (told.code, len(made)) == (1, 3)
    assert not [
        one for one in tmp_path.iterdir() if "tables" in one.name or one.name.startswith(".companion")
    ]


def test_notes_and_names_are_there_only_where_they_were_asked_for(lived):
    plain = lived("report", "--format", "text").out
    told = lived("report", "--format", "text", "--with-names", "--with-notes").out
    assert "Zinnober" not in plain
    assert "Ruth" not in plain
    assert "Zinnober" in told
    assert "Ruth, the person" in told


def test_forgetting_removes_the_kept_reports_of_that_time_and_no_others(lived, folder):
    kept = folder / "reports"
    kept.mkdir()
    old, new, mine = (
        kept / name
        for name in ("report-2026-03-01-4-weeks.html", "report-2026-04-14-1-weeks-2.txt", "mine.txt")
    )
    for path in (old, new, mine):
        path.write_text("x")
    assert lived("forget", "--before", "2026-04-01").code == 2
    assert old.exists()
    told = lived("forget", "--before", "2026-04-01", "--confirm")
    assert "1 report of that time" in told.out
    assert [path.exists() for path in (old, new, mine)] == [False, True, True]


def test_the_doctor_looks_at_who_may_read_them(lived, folder):
    kept = folder / "reports"
    kept.mkdir(mode=0o700)
    (kept / "report-2026-04-14-4-weeks.html").touch(mode=0o600)
    (kept / "report-2026-04-14-4-weeks.html").chmod(0o644)
    found = {one["what"]: one["ok"] for one in json.loads(lived("doctor", "--json").out)["findings"]}
    assert found["open"] is False
    assert lived("doctor", "--fix").code in (0, 1)
    assert stat.S_IMODE((kept / "report-2026-04-14-4-weeks.html").stat().st_mode) == 0o600
