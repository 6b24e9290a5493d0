"""Whatever ends a restore, the old diary is in its place or beside it, whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from companion.errors import Busy, Failure, Refused
from companion.store import disk
from companion.store.archive import packed
from companion.store.gathering import gather
from companion.store.restoring import kept_before, left_over, place, put, require_own

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
NEW = {"plan.json": b"new plan", "2026-11.json": b"new month", "content/meals/own.toml": b"own"}


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock" and path.name != ".lock"
    }


@pytest.fixture
def old(kept, quick, folder) -> dict[str, bytes]:
    kept.append(quick("old"))
    return files(folder)


def is_new(folder: Path) -> bool:
    return {name: raw for name, raw in files(folder).items() if not name.startswith("backup")} == NEW


def test_the_folder_from_before_is_kept_as_it_was(old, folder, clock):
    before = put(folder, NEW, "ruth", clock())
    assert is_new(folder)
    assert before == folder.with_name("diary.before-restore-2026-11-22-1200")
    assert files(before) == old
    again = put(folder, NEW, "ruth", clock())
    assert again == folder.with_name("diary.before-restore-2026-11-22-1200-2")
    assert files(before) == old


def test_the_new_one_is_private_and_has_copies(folder, clock):
    assert put(folder, NEW, "ruth", clock()) is None
    assert {path.stat().st_mode & 0o077 for path in (folder, *folder.rglob("*"))} == {0}
    assert files(folder / "backup") == {
        "2026-11.2026-11-22.json": b"new month", "plan.2026-11-22.json": b"new plan",
    }  # fmt: skip
    assert [path.name for path in folder.parent.iterdir()] == ["diary"]


def test_a_folder_that_several_share_stays_shared(old, folder, clock):
    folder.chmod(0o2770)
    put(folder, NEW, "ruth", clock())
    assert {path.stat().st_mode & 0o7777 for path in (folder, folder / "backup")} == {0o2770}
    assert {path.stat().st_mode & 0o777 for path in folder.rglob("*.json")} == {0o660}


def test_a_folder_is_named_in_any_way(tmp_path, monkeypatch):
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    for name in (".", "../b", "../../a/b", str(tmp_path / "a" / "b")):
        assert place(Path(name)) == tmp_path / "a" / "b"
    assert place(Path("..")) == tmp_path / "a"
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert place(tmp_path / "link") == tmp_path / "link"


def test_nobody_saves_meanwhile(old, folder, clock, kept, monkeypatch):
    monkeypatch.setattr("companion.store.lock.WAIT_SECONDS", 0)
    with kept.shelf.lock("anna", clock()), pytest.raises(Busy):
        put(folder, NEW, "ruth", clock())
    assert files(folder) == old
    assert [path.name for path in folder.parent.iterdir()] == ["diary"]


def test_whoever_opened_the_diary_before_goes_on_in_the_new_one(old, folder, clock, kept, quick, tmp_path):
    raw = gather(kept, folder, "ruth").members
    kept.append(quick("later"))
    put(folder, raw, "ruth", clock())
    kept.append(quick("after"))
    assert [entry.name for entry in kept.entries()] == ["old", "after"]
    assert all(state.ok for state in kept.check())


def test_where_the_last_step_fails_the_old_one_is_back(old, folder, clock, monkeypatch):
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if ".restoring-" in path.name:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(Failure):
        put(folder, NEW, "ruth", clock())
    assert files(folder) == old
    assert [path.name for path in folder.parent.iterdir()] == ["diary"]


def test_a_full_disk_changes_nothing(old, folder, clock, monkeypatch):
    def full(path: Path, raw: bytes, mode: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk, "create", full)
    with pytest.raises(Failure) as refused:
        put(folder, NEW, "ruth", clock())
    assert refused.value.code == "disk_full"
    assert files(folder) == old
    assert left_over(folder) == []


def test_a_link_a_file_and_a_folder_for_anything_else_are_refused(tmp_path, monkeypatch):
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    (tmp_path / "file").write_text("")
    for name, fault in (("link", "link"), ("file", "no_folder")):
        with pytest.raises(Refused) as refused:
            require_own(tmp_path / name)
        assert refused.value.facts["fault"] == fault
    require_own(tmp_path / "there")
    require_own(tmp_path / "absent")
    (tmp_path / "there" / "letter.odt").write_text("")
    with pytest.raises(Refused) as refused:
        require_own(tmp_path / "there")
    assert refused.value.facts["fault"] == "other"
    (tmp_path / "there" / "2026-11.json").write_text("damaged")
    require_own(tmp_path / "there")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(Refused):
        require_own(tmp_path / "there")


@pytest.mark.slow
def test_killed_before_any_file_operation_the_old_diary_is_in_place_or_beside(old, folder, tmp_path, clock):
    work, backup = tmp_path / "work", tmp_path / "b.zip"
    work.mkdir()
    backup.write_bytes(packed(NEW, clock(), "1", 1))
    done = subprocess.run(
        [sys.executable, str(HERE / "restorer.py"), folder, backup, work], cwd=ROOT, timeout=120, check=False
    )
    assert done.returncode == 0
    left = sorted(work.iterdir(), key=lambda path: int(path.name))
    assert len(left) > 20
    seen = set()
    for one in left:
        diary = one / "diary"
        before = kept_before(diary)
        if not diary.exists():
            assert before is not None
            assert files(before) == old, one.name
            seen.add("beside")
        elif before is None:
            assert files(diary) == old, one.name
            seen.add("in place")
        else:
            assert is_new(diary), one.name
            assert files(before) == old, one.name
            seen.add("restored")
        kept = put(diary, NEW, "ruth", clock())
        assert is_new(diary)
        assert left_over(diary) == []
        assert kept is not None
        assert any(files(kind) == old for kind in one.iterdir() if "before" in kind.name), one.name
    assert seen == {"in place", "beside", "restored"}
