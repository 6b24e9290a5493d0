"""companion doctor: each fault is made for real on the disk, named, and said how to mend."""

import os
from pathlib import Path

import pytest
from cli.doctor.conftest import back, faults

from companion.wording.health import OPEN_FOLDER

NOBODY = 65534
ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files to another account")


def test_all_is_well(look):
    assert faults(look()) == set()


def test_nothing_written_down_yet_is_well(companion, folder):
    assert companion("doctor").code == 0
    assert not folder.exists()


@pytest.mark.parametrize(("mode", "code"), [(0o644, "open"), (0o622, "writable")])
def test_files_that_others_may_read_or_change(look, folder, mode, code):
    (folder / "backup" / "plan.2026-04-14.json").chmod(mode)
    found = look()

    assert faults(found) == {code}
    assert "companion doctor --fix" in found[code]["mend"]
    assert faults(look("--fix")) == set()
    assert (folder / "backup" / "plan.2026-04-14.json").stat().st_mode & 0o777 == mode & 0o700
    assert faults(look()) == set()


def test_the_folder_itself_is_remarked_on_at_every_command(person, look, folder):
    folder.chmod(0o755)

    assert faults(look()) == {"open"}
    said = person("today")
    assert (said.code, said.err) == (0, f"{OPEN_FOLDER}\n")
    look("--fix")
    assert person("today").err == ""
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_a_group_shares_is_well(look, folder):
    folder.chmod(0o2770)
    assert faults(look()) == set()


def test_a_folder_above_in_which_others_may_write(look, folder):
    folder.parent.chmod(0o777)
    found = look("--fix")

    assert faults(found) == {"above_open"}
    assert found["above_open"]["mend"] == f"chmod go-w {folder.parent}"
    folder.parent.chmod(0o1777)  # as /tmp: only its owner may rename what is in it
    assert faults(look()) == set()


@ROOT_ONLY
def test_a_folder_above_that_belongs_to_another(look, folder):
    os.chown(folder.parent, NOBODY, -1)
    assert faults(look()) == {"above_foreign"}


@ROOT_ONLY
def test_files_of_another_account(look, folder):
    os.chown(folder / "2026-04.json", NOBODY, -1)
    found = look()

    assert faults(found) == {"foreign"}
    assert "2026-04.json" in found["foreign"]["text"]


@ROOT_ONLY
def test_a_link_to_a_folder_of_another_account(look, folder):
    real = folder.rename(folder.with_name("theirs"))
    folder.symlink_to(real)
    assert faults(look()) == set()
    os.chown(real, NOBODY, -1)
    assert faults(look()) == {"elsewhere"}


def spoil_pipe(path: Path) -> None:
    os.mkfifo(path, 0o600)


def spoil_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def spoil_folder(path: Path) -> None:
    path.mkdir(0o700)


def spoil_link(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


ODD = {"a pipe": spoil_pipe, "a device": spoil_device, "a folder": spoil_folder}


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("file", ["2026-04.json", "plan.json"])
def test_what_is_no_file_is_named_and_never_waited_for(person, look, folder, kind, file):
    (folder / file).unlink()
    ODD[kind](folder / file)
    said = person("today")

    assert (said.code, said.out) == (1, "")
    assert f"{file} is {kind}, where a file should be." in said.err
    for line in ("check", "quick Tea --kcal 90", "export"):
        assert person(*line.split()).code == 1
    found = look()
    assert "odd" in faults(found)
    assert f"{file} is {kind}" in found["odd"]["text"]


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("file", ["backup/2026-04.2026-04-14.json", ".note.lock"])
def test_neither_is_a_copy_or_the_note_of_the_lock(person, look, folder, kind, file):
    (folder / file).unlink()
    ODD[kind](folder / file)
    assert person("quick", "Tea", "--kcal", "90").code == 0
    assert "odd" in faults(look())


def test_a_link_to_nothing(look, folder):
    spoil_link(folder / "2026-05.json")
    assert "odd" in faults(look())


def test_copies_that_are_older_than_the_diary(look, folder):
    for copy in (folder / "backup").iterdir():
        back(copy, days=3)
    found = look()

    assert faults(found) == {"old_copies"}
    assert "companion backup" in found["old_copies"]["mend"]


def test_a_diary_that_nobody_wrote_in_for_long_is_no_fault(look, folder):
    for path in (*folder.glob("*.json"), *(folder / "backup").iterdir()):
        back(path, days=90)
    assert faults(look()) == set()


def test_a_missing_folder_for_copies_is_made(look, folder):
    for copy in (folder / "backup").iterdir():
        copy.unlink()
    (folder / "backup").rmdir()

    assert faults(look()) == {"no_backup"}
    assert "backup_made" in look("--fix")
    assert (folder / "backup").stat().st_mode & 0o777 == 0o700


def test_a_file_in_the_place_of_the_folder_for_copies(person, look, folder):
    for copy in (folder / "backup").iterdir():
        copy.unlink()
    (folder / "backup").rmdir()
    (folder / "backup").touch(0o600)
    assert faults(look("--fix")) == {"backup_no_folder"}


def test_what_a_cut_save_left_is_removed_once_it_is_old(look, folder):
    for name in (".saving.tmp", ".settings.toml.77.tmp", "backup/.saving.tmp"):
        (folder / name).touch(0o600)
    assert faults(look()) == set()
    for path in (*folder.glob(".*.tmp"), folder / "backup" / ".saving.tmp"):
        back(path, minutes=5)
    assert faults(look()) == {"left_over"}
    assert look("--fix")["swept"]["ok"]
    assert not [*folder.rglob("*.tmp")]
