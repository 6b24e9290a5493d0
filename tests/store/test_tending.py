"""What whoever looks after the folder of a diary sees there: its own files and nothing else."""

import os
from datetime import date
from pathlib import Path

import pytest

from companion.store import disk, tending
from companion.store.shelf import FolderShelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a month, its copy, and what is not the diary's."""
    place = tmp_path / "diary"
    place.mkdir()
    tending.make_backup(place)
    FolderShelf(place).replace("2026-04", b"{}", date(2026, 4, 14))
    for other in (
        "notes.json",
        "2026-04.json.damaged-1",
        "backup/plan.format-0.json",
        ".settings.toml.7.tmp",
    ):
        (place / other).touch()
    for number, path in enumerate(sorted(place.rglob("*"))):
        if path.is_file():
            os.utime(path, (number, number))
    return place


def test_only_files_and_dated_copies_are_told_with_their_times(folder: Path) -> None:
    assert tending.saved(folder) == [(folder / "2026-04.json").stat().st_mtime]
    assert tending.copied(folder) == [(folder / "backup" / "2026-04.2026-04-14.json").stat().st_mtime]
    assert tending.saved(folder / "nowhere") == []


def test_what_is_left_over_is_swept_once_it_is_old(folder: Path) -> None:
    cut = [folder / disk.TEMPORARY, folder / "backup" / disk.TEMPORARY]
    for path in cut:
        path.touch()
        os.utime(path, (100, 100))
    assert tending.left_over(folder, 100) == []
    assert tending.left_over(folder, 101) == cut
    left = tending.left_over(folder, 101, ".settings.toml.*.tmp")
    tending.sweep(left)
    assert len(left) == 3
    assert not [*folder.rglob("*.tmp")]


def test_modes_are_those_of_files_and_not_of_links(folder: Path) -> None:
    file, link = folder / "notes.json", folder / "link"
    link.symlink_to(file)
    file.chmod(0o644)
    assert tending.modes([file, link]) == {file: 0o644}
    tending.set_modes({file: 0o600})
    assert tending.modes([file]) == {file: 0o600}
    assert link in list(tending.inside(folder))
