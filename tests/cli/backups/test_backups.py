"""companion backup and restore: a diary moves house, and what was there is kept."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from cli.backups.conftest import everything, refused, restored

from companion.bootstrap import open_companion
from companion.store.archive import opened, packed

pytestmark = pytest.mark.slow


def test_back_in_an_empty_folder_everything_is_the_same(lived, folder, file, tmp_path):
    there = tmp_path / "new" / "home"
    said = restored(lived, there, file)
    assert said.code == 0
    assert "The diary of Ruth" in said.out
    old, new = open_companion(folder), open_companion(there)
    assert new.diary.written() == old.diary.written()
    assert new.diary.history() == old.diary.history()
    assert new.settings == old.settings
    assert new.settings.theme == "paper"
    assert new.content.text("advice.own").text == "Rest, für heute."
    assert all(state.ok for state in new.diary.check())
    wanted = {name: raw for name, raw in everything(folder).items() if not name.startswith("backup/")}
    assert {n: raw for n, raw in everything(there).items() if not n.startswith("backup/")} == wanted
    assert sorted(path.name for path in there.parent.iterdir()) == ["home"]


def test_the_diary_that_was_there_is_kept_beside_it_and_said(lived, folder, file):
    assert lived("quick", "Later", "--kcal", "100").code == 0
    before = everything(folder)
    said = lived("restore", str(file), "--json").json
    assert said["restored"] is True
    kept = Path(said["before"])
    assert kept == folder / "before-restore-2026-04-14-1605"
    assert everything(kept) == before
    assert "Later" not in lived("history").out
    again = lived("restore", str(file)).out
    assert f"What was there before is kept in {kept}-2." in again
    assert str(kept) in lived("forget", "--before", "2026-04-01").out


def test_a_look_says_what_is_in_it_and_changes_nothing(lived, folder, file):
    before = everything(folder.parent)
    said = lived("restore", str(file), "--check", "--json").json
    assert (said["from"], said["to"], said["person"]) == ("2026-03-02", "2026-04-14", "Ruth")
    assert said["entries"] == len(open_companion(folder).diary.written())
    assert said["made"] == "2026-04-14T16:05:00+02:00"
    assert set(said["people"]) >= {"Ruth", "Maria"}
    assert (said["settings"], said["content"], said["restored"]) == (True, 1, False)
    told = lived("restore", str(file), "--check").out
    assert "from 2 March 2026 to 14 April 2026" in told
    assert "Nothing was changed" in told
    assert everything(folder.parent) == before


def test_a_damaged_diary_or_broken_settings_are_no_hindrance(lived, folder, file):
    (folder / "plan.json").write_bytes(b"\0")
    (folder / "settings.toml").write_bytes(b"\xff")
    assert lived("today").code != 0
    assert lived("restore", str(file)).code == 0
    assert lived("today").code == 0
    assert lived("check").code == 0


def test_a_backup_is_private_and_never_written_over(lived, folder, file, tmp_path):
    assert file.stat().st_mode & 0o777 == 0o600
    raw = file.read_bytes()
    said = lived("backup", str(file))
    assert (said.code, file.read_bytes()) == (5, raw)
    assert "another name" in said.err
    (tmp_path / "gone.zip").symlink_to(tmp_path / "nowhere")
    for there in (tmp_path, tmp_path / "gone.zip"):
        assert lived("backup", str(there)).code == 5
    assert not (tmp_path / "nowhere").exists()


def test_the_file_says_who_can_read_it(lived, tmp_path):
    said = lived("backup", str(tmp_path / "a.zip"))
    assert "Whoever has the file can read it" in said.err
    assert f"companion restore {tmp_path / 'a.zip'}" in said.out


def test_what_is_no_plain_file_stays_out_and_is_named(lived, folder, tmp_path):
    (folder / "content" / "link.txt").symlink_to("/etc/passwd")
    (folder / "content" / ".hidden.swp").write_text("x")
    said = lived("backup", str(tmp_path / "b.zip"))
    assert said.code == 0
    assert "content/link.txt" in said.err
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert [name for name in archive.namelist() if "content" in name] == ["content/texts/advice.toml"]


def test_a_restore_that_was_cut_off_is_said_and_the_doctor_puts_the_old_one_back(lived, folder, file):
    before, kept = everything(folder), folder / "before-restore-2026-04-13-1200"
    kept.mkdir()
    told = {"before": kept.name, "old": ["plan.json", "2026-03.json", "backup"], "new": ["2026-03.json"]}
    (folder / ".restoring").write_text(json.dumps(told))
    (folder / ".restoring-new").mkdir()
    for name in told["old"]:
        (folder / name).rename(kept / name)
    (folder / "2026-03.json").write_text("new")
    for line in ("today", "quick Tea --kcal 2", "plan show"):
        said = lived(*line.split())
        assert (said.code, said.out) == (1, ""), line
        assert "companion doctor --fix puts the old one back" in said.err
    assert lived("doctor", "--json").json["ok"] is False
    assert "rm" not in lived("doctor").out.split()
    assert "restore_settled" in {one["what"] for one in lived("doctor", "--fix", "--json").json["findings"]}
    assert everything(folder) == before
    assert lived("today").code == 0


def test_the_next_restore_begins_again_where_one_was_cut_off(lived, folder, file):
    before = everything(folder)
    told = {"before": "before-restore-2026-04-13-1200", "old": ["plan.json"], "new": []}
    (folder / ".restoring").write_text(json.dumps(told))
    (folder / told["before"]).mkdir()
    (folder / "plan.json").rename(folder / told["before"] / "plan.json")
    kept = Path(lived("restore", str(file), "--json").json["before"])
    assert everything(kept) == before
    assert lived("today").code == 0


def test_what_was_there_before_comes_back_as_it_is_said(lived, folder, file, tmp_path):
    lived("quick", "Tea", "--kcal", "2")
    held, again = open_companion(folder).diary.entries(), tmp_path / "again.zip"
    said = lived("restore", str(file)).out
    (before,) = folder.glob("before-restore-*")
    way = f"To have that again: companion --data-dir {before} backup FILE, then companion restore FILE"
    assert way in said
    assert way.removeprefix("To have that again: ") in lived("doctor").out
    assert open_companion(folder).diary.entries() != held
    assert lived("--data-dir", str(before), "backup", str(again)).code == 0
    assert lived("restore", str(again)).code == 0
    assert open_companion(folder).diary.entries() == held


def test_somebody_let_in_again_is_named(lived, folder, tmp_path):
    open_companion(folder).caregivers.add("Zoe Care")
    assert lived("backup", str(tmp_path / "b.zip")).code == 0
    assert lived("caregiver", "remove", "Zoe Care").code == 0
    told = "Let in by this, and not let in now: Zoe Care."
    assert told in lived("restore", str(tmp_path / "b.zip"), "--check").out
    said = lived("restore", str(tmp_path / "b.zip")).out
    assert told in said
    assert "companion caregiver remove 'Zoe Care'" in said
    assert "Zoe Care" not in lived("restore", str(tmp_path / "b.zip"), "--json").json["let_in"]


def test_the_demo_stays_invented_and_never_takes_the_place_of_a_diary(lived, folder, file, tmp_path):
    found = opened(file.read_bytes(), "b", 10**7)
    demo, there = tmp_path / "demo.zip", tmp_path / "new"
    demo.write_bytes(packed(found.members, found.about.made, "1", found.about.entries, demo=True))
    assert "a backup of the demo" in refused(lived, folder, demo, code=5)
    assert "all of it is invented" in lived("restore", str(demo), "--check").out
    assert "all of it is invented" in restored(lived, there, demo).out
    said = lived("--data-dir", str(there), "today", "--json", data_dir=False)
    assert (said.json["demo"], "DEMO" in said.err.upper()) == (True, True)
    again = tmp_path / "again.zip"
    assert lived("--data-dir", str(there), "backup", str(again), data_dir=False).code == 0
    assert opened(again.read_bytes(), "b", 10**7).about.demo
    assert restored(lived, there, file).code == 0
    assert lived("--data-dir", str(there), "today", "--json", data_dir=False).json["demo"] is False


def test_the_digest_is_of_the_bytes_before_the_comment(file):
    body, _, digest = file.read_bytes().rpartition(b"companion-backup 1 sha256:")
    assert hashlib.sha256(body).hexdigest().encode() == digest
