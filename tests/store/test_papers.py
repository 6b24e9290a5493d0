"""Files for others: whole, new, and nobody else's, whatever happens in the moment they are written."""

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from companion.errors import Failure, Malformed, Refused
from companion.store import disk, papers

RAW = b"whole"


def left(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_what_appears_while_a_file_is_written_stays_as_it_is(tmp_path, monkeypatch):
    made, path = disk.create, tmp_path / "r.html"

    def create(fresh: Path, raw: bytes, mode: int) -> None:
        made(fresh, raw, mode)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(disk, "create", create)
    with pytest.raises(Refused, match="file_there"):
        papers.hand_over(path, RAW)
    assert path.read_bytes() == b"theirs"
    assert left(tmp_path) == ["r.html"]


def test_an_empty_folder_that_appears_is_not_taken_either(tmp_path, monkeypatch):
    made, path = disk.create, tmp_path / "tables"

    def create(fresh: Path, raw: bytes, mode: int) -> None:
        made(fresh, raw, mode)
        path.mkdir()

    monkeypatch.setattr(disk, "create", create)
    with pytest.raises(Refused, match="file_there"):
        papers.hand_over_folder(path, {"days.csv": RAW})
    assert (left(tmp_path), left(path)) == (["tables"], [])


def test_where_there_are_no_links_it_is_written_all_the_same_and_over_nothing(tmp_path, monkeypatch):
    def link(*_args: object, **_how: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    path = tmp_path / "r.html"
    papers.hand_over(path, RAW)
    with pytest.raises(Refused, match="file_there"):
        papers.hand_over(path, b"another")
    assert (path.read_bytes(), left(tmp_path)) == (RAW, ["r.html"])


def test_what_a_dead_writer_left_is_in_nobodys_way_and_is_swept_when_it_is_old(tmp_path):
    mine = f".companion-{os.getpid()}-0a1b2c3d.tmp"
    old, young, other = ".companion-9-00000000.tmp", ".companion-9-11111111.tmp", ".companion-9.txt"
    for name in (mine, old, young, other):
        (tmp_path / name).touch()
    for name in (old, other):
        os.utime(tmp_path / name, (time.time() - 2 * papers.AN_HOUR,) * 2)
    papers.hand_over(tmp_path / "r.html", RAW)
    assert left(tmp_path) == sorted([mine, young, other, "r.html"])


def test_a_file_that_could_not_be_written_leaves_nothing(tmp_path, monkeypatch):
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Failure, match="disk_full"):
        papers.hand_over(tmp_path / "r.html", RAW)
    assert left(tmp_path) == []


def test_no_folder_is_said_also_for_a_name_too_long_to_be_one(tmp_path):
    for parent in ("none", "n" * 5000):
        with pytest.raises(Malformed, match="no_such_folder"):
            papers.hand_over(tmp_path / parent / "r.html", RAW)


def test_reports_are_not_kept_where_a_link_leads(tmp_path):
    home, elsewhere = tmp_path / "diary", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    (home / papers.FOLDER).symlink_to(elsewhere)
    with pytest.raises(Refused, match="reports_elsewhere"):
        papers.keep(home, "r.html", RAW)
    assert left(elsewhere) == []


@pytest.mark.parametrize(
    ("home_mode", "folder_mode", "file_mode"), [(0o700, 0o700, 0o600), (0o2770, 0o2770, 0o660)]
)
def test_reports_are_as_shared_as_the_diary_is(tmp_path, home_mode, folder_mode, file_mode):
    home = tmp_path / "diary"
    (home / papers.FOLDER).mkdir(parents=True)
    (home / papers.FOLDER).chmod(0o777)
    home.chmod(home_mode)
    kept = papers.keep(home, "r.html", RAW)
    assert [stat.S_IMODE(one.stat().st_mode) for one in (kept.parent, kept)] == [folder_mode, file_mode]
