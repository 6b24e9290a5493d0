"""companion backup and restore: a diary moves house, and what is no backup changes nothing."""

import hashlib
import json
import os
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from companion.bootstrap import open_companion
from companion.store.archive import opened, packed

pytestmark = pytest.mark.slow

OWN = """
[[text]]
id = "advice.own"
title = "Own"
text = "{}"
source = "own"
reviewed = 2026-01-01
review = "by Dr Lee"
"""


def everything(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".lock")]
    inside = {str(path.relative_to(folder)): path.read_bytes() for path in found}
    return {name: raw for name, raw in inside.items() if not name.startswith("before-restore-")}


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Where the diary of this module is kept once it was lived, and its backup."""
    return tmp_path_factory.mktemp("made")


@pytest.fixture
def lived(companion, request, made, folder, monkeypatch):
    """Two months, a correction, settings and content of one's own."""
    if not (made / "diary").exists():
        person = request.getfixturevalue("person")
        for day in ("2026-03-02", "2026-04-14"):
            monkeypatch.setenv("COMPANION_NOW", f"{day}T16:05:00+02:00")
            for line in ("quick Soup --kcal 150 --note Zinnober", "weight log 56.8", "fatigue log 4", "undo"):
                assert person(*line.split()).code == 0
        assert person("settings", "set", "theme", "paper").code == 0
        assert person("quick", "Tea", "--kcal", "2", "--by", "Maria").code == 0
        own = folder / "content" / "texts"
        own.mkdir(parents=True)
        (own / "advice.toml").write_text(OWN.format("Rest, für heute."), encoding="utf-8")
        assert person("backup", str(made / "out.zip")).code == 0
        folder.rename(made / "diary")
    shutil.copytree(made / "diary", folder)
    return companion


@pytest.fixture
def file(lived, made, tmp_path) -> Path:
    return Path(shutil.copy(made / "out.zip", tmp_path / "out.zip"))


def restored(run, folder: Path, *args: object):
    return run("--data-dir", str(folder), "restore", *map(str, args), data_dir=False)


def refused(run, folder: Path, *args: object, code: int = 2) -> str:
    """That it is refused with a sentence and a hint, and that not a byte of the folder changed."""
    before, beside = everything(folder), sorted(folder.parent.iterdir())
    found = restored(run, folder, *args)
    assert (found.code, found.out) == (code, ""), found
    assert 1 <= len(found.err.splitlines()) <= 2
    assert everything(folder) == before
    assert sorted(folder.parent.iterdir()) == beside
    return found.err


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


@pytest.mark.parametrize(
    ("place", "code"), [("diary/b.zip", 5), ("diary/backup/b.zip", 5), ("nowhere/b.zip", 2), ("a\0b", 2)]
)
def test_a_place_that_cannot_be_is_refused(lived, folder, place, code):
    before = everything(folder.parent)
    assert lived("backup", str(folder.parent / place)).code == code
    assert everything(folder.parent) == before


def test_a_folder_that_is_not_there_is_named(lived, folder):
    nowhere = folder.parent / "nowhere"
    assert f"There is no folder {nowhere}." in lived("backup", str(nowhere / "b.zip")).err


def test_nothing_and_a_damaged_diary_are_not_backed_up(companion, person, folder, tmp_path):
    there = tmp_path / "b.zip"
    empty = companion("--data-dir", str(tmp_path / "empty"), "backup", str(there), data_dir=False)
    assert empty.code == 5
    assert not (tmp_path / "empty").exists()
    (folder / "2026-04.json").write_bytes(b"{")
    said = person("backup", str(there))
    assert said.code == 1
    assert "check --repair 2026-04" in said.err
    assert not there.exists()


def test_what_is_no_plain_file_stays_out_and_is_named(lived, folder, tmp_path):
    (folder / "content" / "link.txt").symlink_to("/etc/passwd")
    (folder / "content" / ".hidden.swp").write_text("x")
    said = lived("backup", str(tmp_path / "b.zip"))
    assert said.code == 0
    assert "content/link.txt" in said.err
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert [name for name in archive.namelist() if "content" in name] == ["content/texts/advice.toml"]


def test_only_the_owner_and_never_the_demo(lived, folder, file, tmp_path):
    assert lived("backup", str(tmp_path / "b.zip"), "--by", "Maria").code == 77
    assert not (tmp_path / "b.zip").exists()
    assert "caregiver" in refused(lived, folder, file, "--by", "Maria", code=77)
    said = lived("restore", str(file), "--demo", data_dir=False)
    assert said.code == 2
    assert "demo" in said.err


def test_cut_or_changed_it_is_refused(lived, folder, file, tmp_path):
    raw, spoilt = file.read_bytes(), tmp_path / "spoilt.zip"
    for place in range(0, len(raw), len(raw) // 12):
        for bad in (raw[:place], raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]):
            spoilt.write_bytes(bad)
            assert "cannot be used as a backup" in refused(lived, folder, spoilt)


def fitted(file: Path, **members: bytes | None) -> None:
    """The same backup with other members, sealed as ours is."""
    found = opened(file.read_bytes(), "b", 10**7)
    changed = {**found.members, **{name.replace("__", "/"): raw for name, raw in members.items()}}
    inside = {name: raw for name, raw in changed.items() if raw is not None}
    file.write_bytes(packed(inside, found.about.made, "1", found.about.entries))


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("plan.json", b"{}", "does not begin as a diary does"),
        ("plan.json", None, "not what it says"),
        ("2026-04.json", b"", "it is empty"),
        ("2026-04.json", b"[" * 100_000, "does not begin"),
        ("settings.toml", b"theme = 5", "settings.toml"),
        ("settings.toml", b"\xff", "settings.toml"),
        ("settings.toml", b"a=" + b"[" * 100_000, "settings.toml"),
        ("content__texts__advice.toml", b"[[text]]\nid = 5", "content/texts/advice.toml"),
        ("content__stray.toml", b"", "content/stray.toml"),
    ],
)
def test_what_the_program_could_not_use_is_not_put_in_place(lived, folder, file, name, raw, words):
    fitted(file, **{name: raw})
    assert words in refused(lived, folder, file)


def test_an_entry_that_is_not_valid_is_refused(lived, folder, file):
    found = opened(file.read_bytes(), "b", 10**7)
    from companion.store.layout import encode

    entry = b'"1": {"id": "01", "kind": "quick"}'
    fitted(file, **{"2026-04.json": encode({"quick": entry}, "01")})
    assert "an entry in it is not valid" in refused(lived, folder, file)
    fitted(file, **{"2026-04.json": encode({}, "", schema=9), "plan.json": found.members["plan.json"]})
    assert "newer version" in refused(lived, folder, file, code=1)


@pytest.mark.parametrize("kind", ["absent", "folder", "pipe", "device", "text", "zip", "huge", "empty"])
def test_anything_else_is_refused_at_once(lived, folder, tmp_path, kind):
    other = tmp_path / "other"
    if kind == "folder":
        other.mkdir()
    elif kind == "pipe":
        os.mkfifo(other)
    elif kind == "device":
        other = Path("/dev/zero")
    elif kind == "zip":
        with zipfile.ZipFile(other, "w") as archive:
            archive.writestr("plan.json", "{}")
    elif kind == "huge":
        with other.open("wb") as file:
            file.truncate(201_000_000)
    elif kind != "absent":
        other.write_text("[[programme]]" if kind == "text" else "")
    assert "cannot be used as a backup" in refused(lived, folder, other)


def test_a_link_in_the_place_of_the_folder_is_left_alone(lived, folder, file, tmp_path):
    (tmp_path / "link").symlink_to(folder)
    before = everything(folder)
    said = restored(lived, tmp_path / "link", file)
    assert said.code == 5
    assert "is a link" in said.err
    assert everything(folder) == before


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


@pytest.mark.parametrize(("name", "size"), [("settings.toml", 100_001), ("content/texts/own.toml", 500_001)])
def test_settings_and_content_larger_than_anybody_writes_are_not_read(lived, folder, file, name, size):
    found = opened(file.read_bytes(), "b", 10**7)
    members = {**found.members, name: os.urandom(size // 2).hex().encode() + b"##"}
    file.write_bytes(packed(members, found.about.made, "1", found.about.entries))
    assert f"larger than anybody writes ({name})" in refused(lived, folder, file)


def test_a_full_temporary_folder_is_said_as_what_it_is(lived, folder, file, monkeypatch):
    def full(path: Path, raw: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert tempfile.gettempdir() in refused(lived, folder, file, code=1)


class TestEncrypted:
    """With the optional part that knows age."""

    @pytest.fixture
    def age(self):
        return pytest.importorskip("pyrage")

    @pytest.fixture
    def key(self, age, tmp_path):
        secret = age.x25519.Identity.generate()
        (tmp_path / "key.txt").write_text(f"# mine\n{secret}\n")
        return str(secret.to_public())

    def test_only_its_key_opens_it(self, age, lived, folder, tmp_path, key):
        file, other = tmp_path / "b.age", tmp_path / "other.txt"
        said = lived("backup", str(file), "--encrypt-to", key, "--json")
        assert said.json["encrypted"] is True
        assert file.read_bytes().startswith(b"age-encryption.org/v1")
        other.write_text(str(age.x25519.Identity.generate()))
        assert "--identity" in refused(lived, folder, file)
        assert "does not open" in refused(lived, folder, file, "--identity", other)
        assert "no secret key" in refused(lived, folder, file, "--identity", file)
        assert "no secret key" in refused(lived, folder, file, "--identity", tmp_path / "none")
        there = tmp_path / "new"
        assert restored(lived, there, file, "--identity", tmp_path / "key.txt").code == 0
        assert open_companion(there).diary.written() == open_companion(folder).diary.written()

    def test_cut_or_changed_it_is_refused(self, lived, folder, tmp_path, key):
        file = tmp_path / "b.age"
        assert lived("backup", str(file), "--encrypt-to", key).code == 0
        raw = file.read_bytes()
        for place in range(1, len(raw), len(raw) // 8):
            for bad in (raw[:place], raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :], raw + b"x"):
                file.write_bytes(bad)
                refused(lived, folder, file, "--identity", tmp_path / "key.txt")

    def test_a_file_of_keys_is_read(self, lived, tmp_path, key):
        (tmp_path / "keys").write_text(f"# ours\n{key}\n")
        assert lived("backup", str(tmp_path / "b.age"), "--encrypt-to", str(tmp_path / "keys")).code == 0
        said = lived("restore", str(tmp_path / "b.age"), "--check", "--identity", str(tmp_path / "key.txt"))
        assert said.code == 0

    @pytest.mark.parametrize(
        "given", ["age1x", "ssh-ed25519 AAAA", "", "nokey", "AGE-SECRET-KEY-1X", "age1\udc80"]
    )
    def test_what_is_no_key_writes_nothing(self, age, lived, tmp_path, given):
        said = lived("backup", str(tmp_path / "b.age"), "--encrypt-to", given)
        assert said.code == 2
        assert "key" in said.err
        assert not (tmp_path / "b.age").exists()

    def test_without_the_part_it_says_how_to_have_it(self, lived, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "pyrage", None)
        said = lived("backup", str(tmp_path / "b.age"), "--encrypt-to", "age1x")
        assert said.code == 1
        assert "pip install 'companion-als[encrypt]'" in said.err
        assert not (tmp_path / "b.age").exists()


def test_the_digest_is_of_the_bytes_before_the_comment(file):
    body, _, digest = file.read_bytes().rpartition(b"companion-backup 1 sha256:")
    assert hashlib.sha256(body).hexdigest().encode() == digest
