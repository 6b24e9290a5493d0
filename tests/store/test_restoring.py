"""Whatever ends a restore, the old diary is in its place or can be put back, whole."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from companion.errors import Busy, Failure, Refused
from companion.store import disk, restoring
from companion.store.archive import packed
from companion.store.gathering import gather
from companion.store.moving import kept_before
from companion.store.restoring import is_cut, left_over, place, put, require_own, settle
from companion.store.shelf import FolderShelf

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
NEW = {"plan.json": b"new plan", "2026-11.json": b"new month", "content/meals/own.toml": b"own"}


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock" and path.name != ".lock"
        if not str(path.relative_to(folder)).startswith("before-restore-")
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
    assert before == folder / "before-restore-2026-11-22-1200"
    assert files(before) == old
    again = put(folder, NEW, "ruth", clock())
    assert again == folder / "before-restore-2026-11-22-1200-2"
    assert files(before) == old
    assert kept_before(folder) == [before, again]


def test_the_new_one_is_private_and_has_copies(folder, clock):
    assert put(folder, NEW, "ruth", clock()) is None
    assert {path.stat().st_mode & 0o077 for path in (folder, *folder.rglob("*"))} == {0}
    assert files(folder / "backup") == {
        "2026-11.2026-11-22.json": b"new month", "plan.2026-11-22.json": b"new plan",
    }  # fmt: skip
    names = {".lock", ".note.lock", "backup", "content", "plan.json", "2026-11.json"}
    assert {path.name for path in folder.iterdir()} == names


def test_a_folder_that_several_share_stays_shared(old, folder, clock):
    folder.chmod(0o2770)
    before = put(folder, NEW, "ruth", clock())
    assert {path.stat().st_mode & 0o7777 for path in (folder, before, folder / "backup")} == {0o2770}
    made = [*folder.glob("*.json"), *(folder / "backup").glob("*.json")]
    assert {path.stat().st_mode & 0o777 for path in made} == {0o660}


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


@pytest.mark.parametrize("last", ["plan.json", "content", "backup"])
def test_where_a_step_fails_the_old_one_is_back(old, folder, clock, monkeypatch, last):
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == folder / restoring.FRESH / last:
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(Failure):
        put(folder, NEW, "ruth", clock())
    assert files(folder) == old
    assert {path.name for path in folder.iterdir()} == {".lock", ".note.lock", "2026-11.json", "backup"}


def test_nobody_gets_in_between_and_what_appears_there_is_set_aside(
    old, folder, clock, kept, quick, monkeypatch
):
    rename, met = Path.rename, list[bool]()

    def meet(path: Path, target: Path) -> Path:
        if path == folder / restoring.FRESH / "content" and not met:
            met.append(True)
            for use in (lambda: kept.append(quick("between")), kept.entries):
                with pytest.raises(Busy):
                    use()
            (folder / "content" / "own").mkdir(parents=True)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", meet)
    before = put(folder, NEW, "ruth", clock())
    assert files(before) == old
    assert is_new(folder)
    assert (folder / "content.aside" / "own").is_dir()


def test_a_folder_that_is_a_disk_of_its_own_can_be_restored_into(old, folder, clock, monkeypatch):
    rename = Path.rename

    def busy(path: Path, target: Path) -> Path:
        if folder in (path, target) or not path.is_relative_to(folder):
            raise OSError(errno.EBUSY, "Device or resource busy")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", busy)
    (folder / "lost+found").mkdir()
    assert files(put(folder, NEW, "ruth", clock())) == old
    assert is_new(folder)
    assert (folder / "lost+found").is_dir()


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
def test_killed_before_any_file_operation_the_old_diary_is_in_place_or_put_back(old, folder, tmp_path, clock):
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
        kind = "cut" if is_cut(diary) else "restored" if kept_before(diary) and is_new(diary) else "in place"
        seen.add(kind)
        if kind == "cut":
            with pytest.raises(Failure, match="restore_cut"):
                FolderShelf(diary).names()
            with pytest.raises(Failure, match="restore_cut"), FolderShelf(diary).lock("ruth", clock()):
                pass
            assert settle(diary, "ruth", clock())
        if kind != "restored":
            assert {n: raw for n, raw in files(diary).items() if not n.startswith(".")} == old, one.name
        before = put(diary, NEW, "ruth", clock())
        assert is_new(diary), one.name
        assert left_over(diary) == []
        assert before is not None
        assert any(files(kept) == old for kept in kept_before(diary)), one.name
    assert seen == {"in place", "cut", "restored"}
