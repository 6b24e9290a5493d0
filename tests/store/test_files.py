"""The files themselves: layout, copies, rights, and a disk that says no."""

import errno
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB, where
from tinydb.table import Document

from companion.domain.entries import QuickEaten
from companion.errors import Failure
from companion.store.diary import Diary
from companion.store.ids import mint
from companion.store.layout import encode
from companion.store.shelf import FolderShelf

MONTH = "2026-11"


def test_stock_tinydb_opens_the_file(kept, folder, quick):
    kept.append(quick("soup"), quick("tea\nwith a new line"))
    with TinyDB(folder / f"{MONTH}.json") as db:
        assert [one["name"] for one in db.table("quick").all()] == ["soup", "tea\nwith a new line"]
        assert db.table("_meta").get(where("schema") == 1)["newest"] == kept.entries()[-1].id


def test_there_is_one_document_a_line(kept, folder, quick):
    kept.append(*(quick(f"soup {n}\n}},\n") for n in range(5)))
    lines = (folder / f"{MONTH}.json").read_text().splitlines()
    assert lines[0].startswith('{"_meta": {"1": {"schema": 1, "crc32": "')
    assert sum(line.startswith('"') and '"id":"' in line for line in lines) == 5
    assert len(kept.entries()) == 5


def test_numbers_go_on_past_those_taken(kept, folder, quick):
    kept.append(quick("a"), quick("b"))
    with kept.edit(MONTH) as db:
        first, second = db.table("quick").all()
        db.table("quick").truncate()
        db.storage.write({"quick": {"7": dict(second), "6": dict(first)}})
    kept.append(quick("c"))
    assert [entry.name for entry in kept.entries()] == ["a", "b", "c"]


def test_a_numbered_document_keeps_its_number(kept, folder, quick):
    (soup,) = kept.append(quick("soup"))
    with kept.edit(MONTH) as db:
        db.table("quick").insert(Document({**db.table("quick").get(doc_id=1), "id": mint(soup.at)}, doc_id=5))
    with kept.edit(MONTH) as db:
        assert [one.doc_id for one in db.table("quick").all()] == [1, 5]


def test_seven_days_of_copies_are_kept_of_each_month(kept, folder, clock, quick):
    kept.append(quick(at=clock() - timedelta(days=40)))
    for _ in range(9):
        kept.append(quick())
        kept.append(quick())
        clock.turn(days=1)
        clock.now = clock.now.replace(month=11)
    names = sorted(path.name for path in (folder / "backup").iterdir())
    assert names == ["2026-10.2026-11-22.json", *sorted(name for name in names if name[:7] == MONTH)]
    assert len(names) == 8


def test_a_copy_is_the_file_as_last_saved_even_after_it_shrank(kept, folder, quick):
    kept.append(quick("a" * 70), quick("b"))
    with kept.edit(MONTH) as db:
        db.table("quick").remove(doc_ids=[1])
    copy = folder / "backup" / f"{MONTH}.2026-11-22.json"
    assert copy.read_bytes() == (folder / f"{MONTH}.json").read_bytes()


def test_a_copy_that_fails_is_a_remark_and_the_entry_is_saved(kept, folder, quick):
    kept.append(quick("soup"))
    copy = folder / "backup" / f"{MONTH}.2026-11-22.json"
    copy.unlink()
    copy.mkdir()
    kept.append(quick("tea"))
    assert len(kept.entries()) == 2
    assert "backup" in kept.remarks[0]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o277])
def test_nobody_else_may_read_whatever_the_umask(kept, folder, quick, umask):
    before = os.umask(umask)
    try:
        kept.append(quick())
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "backup").stat().st_mode & 0o777 == 0o700
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) == 4
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_shared_folder_stays_shared_whatever_the_umask(kept, folder, quick, umask):
    folder.mkdir()
    folder.chmod(0o2770)
    before = os.umask(umask)
    try:
        kept.append(quick())
    finally:
        os.umask(before)
    assert (folder / "backup").stat().st_mode & 0o7777 == 0o2770
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o660}


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.EIO, "unwritable"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "open"])
def test_a_disk_that_says_no_leaves_everything_as_it_was(
    kept, folder, quick, monkeypatch, call, number, code
):
    kept.append(quick("soup"))
    before = (folder / f"{MONTH}.json").read_bytes()
    real = getattr(os, call)

    def refuse(target, *args, **kwargs):
        if call == "open" and Path(str(target)).name != ".saving.tmp":
            return real(target, *args, **kwargs)
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(Failure) as failure:
            kept.append(quick("tea"))
    assert failure.value.code == code
    assert failure.value.facts["file"] == str(folder / f"{MONTH}.json")
    assert (folder / f"{MONTH}.json").read_bytes() == before
    assert not list(folder.rglob("*.tmp"))
    kept.append(quick("tea"))
    assert len(kept.entries()) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_can_still_be_read(kept, folder, quick):
    kept.append(quick("soup"))
    folder.chmod(0o500)
    try:
        with pytest.raises(Failure) as failure:
            kept.append(quick("tea"))
        assert failure.value.code == "read_only"
        assert len(kept.entries()) == 1
    finally:
        folder.chmod(0o700)


def test_what_a_dead_writer_left_is_swept(kept, folder, quick):
    kept.append(quick("soup"))
    (folder / ".saving.tmp").write_bytes(b"half a mon")
    with pytest.raises(ZeroDivisionError), kept.edit("2026-10"):
        raise ZeroDivisionError
    assert not list(folder.rglob("*.tmp"))


def test_a_diary_that_is_not_there_yet_is_empty_and_reading_makes_nothing(kept, folder):
    assert kept.entries() == []
    assert kept.check() == []
    assert not folder.exists()


def test_other_files_in_the_folder_are_not_ours(kept, folder, quick):
    kept.append(quick("soup"))
    (folder / "notes.json").write_text("mine")
    (folder / "backup" / "2026-10.format-0.json").write_text("old")
    assert kept.shelf.names() == [MONTH]


def rename_energy(tables):
    return {"quick": {n: {**doc, "kcal": doc.pop("calories")} for n, doc in tables["snack"].items()}}


def test_an_older_format_is_read_through_a_copy_and_kept_at_the_first_save(kept, folder, clock, quick):
    (soup,) = kept.append(quick("soup"))
    now = (folder / f"{MONTH}.json").read_bytes()
    body = now.partition(b'"quick": {\n')[2].removesuffix(b"\n}\n}\n").replace(b'"kcal"', b'"calories"')
    old = encode({"snack": body}, soup.id, 0)
    (folder / f"{MONTH}.json").write_bytes(old)
    diary = Diary(FolderShelf(folder), clock, migrations={0: rename_energy})
    assert [(entry.name, entry.kcal) for entry in diary.entries()] == [("soup", 100)]
    assert (folder / f"{MONTH}.json").read_bytes() == old
    diary.append(quick("tea"))
    assert (folder / "backup" / f"{MONTH}.format-0.json").read_bytes() == old
    assert [entry.name for entry in Diary(FolderShelf(folder), clock).entries()] == ["soup", "tea"]


def test_a_format_without_its_migration_is_not_guessed_at(kept, folder, quick):
    kept.append(quick("soup"))
    (folder / f"{MONTH}.json").write_bytes(encode({"snack": b'"1": {"id":"a"}'}, "a", 0))
    with pytest.raises(Failure) as failure:
        kept.entries()
    assert failure.value.facts["fault"] == "format"


def renamed(folder, away):
    folder.rename(away)


def unmounted(folder, away):
    """The empty folder on which a disk was mounted stays."""
    folder.rename(away)
    folder.mkdir()


@pytest.mark.parametrize("go", [renamed, unmounted])
def test_where_the_folder_goes_away_nothing_is_read_or_written_until_it_is_back(kept, quick, folder, go):
    kept.append(quick("toast"))
    away = folder.with_name("away")
    go(folder, away)
    for act in (kept.entries, kept.changed, kept.history, lambda: kept.append(quick("soup"))):
        with pytest.raises(Failure) as gone:
            act()
        assert (gone.value.code, gone.value.facts) == ("folder_gone", {"folder": str(folder)})
    with pytest.raises(Failure), kept.steady():
        kept.append(quick("soup"))
    assert not folder.exists() or not list(folder.iterdir())
    if folder.exists():
        folder.rmdir()
    away.rename(folder)
    kept.append(quick("soup"))
    assert [entry.name for entry in kept.of(QuickEaten)] == ["toast", "soup"]


def test_who_only_read_the_plan_is_told_as_well(kept, quick, clock, folder):
    kept.append(quick("toast"))
    (folder / "2026-11.json").rename(folder / "plan.json")
    other = FolderShelf(folder, wait=0)
    assert other.read("plan")
    folder.rename(folder.with_name("away"))
    with pytest.raises(Failure):
        other.read("plan")


def test_a_diary_whose_every_entry_another_window_forgot_goes_on(kept, quick, clock, folder):
    kept.append(quick("toast"))
    other = FolderShelf(folder, wait=0)
    with other.lock("ben", clock()):
        other.remove(other.spares(), other.names())
    assert kept.entries() == []
    kept.append(quick("soup"))
    assert [entry.name for entry in kept.of(QuickEaten)] == ["soup"]


def test_a_diary_without_its_copies_is_still_there(kept, quick, folder):
    kept.append(quick("toast"))
    shutil.rmtree(folder / "backup")
    assert [entry.name for entry in kept.of(QuickEaten)] == ["toast"]
    kept.append(quick("soup"))
    assert len(kept.of(QuickEaten)) == 2
