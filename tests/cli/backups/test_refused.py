"""What is no backup, or has no place to go, is refused and changes nothing."""

import os
import tempfile
import zipfile
from pathlib import Path

import pytest
from cli.backups.conftest import everything, refused, restored

from companion.store.archive import opened, packed

pytestmark = pytest.mark.slow


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
