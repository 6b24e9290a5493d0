"""What comes in from elsewhere comes in whole, or every file is as it was."""

from datetime import timedelta

import pytest

from companion.domain.entries import Correction, Entry
from companion.errors import Failure, Refused
from companion.store.diary import Diary
from companion.store.imports import take_in
from companion.store.shelf import FolderShelf, MemoryShelf, Shelf


@pytest.fixture
def coming(clock, quick, correct) -> list[Entry]:
    """Three months of another diary, with corrections."""
    there = Diary(MemoryShelf(), clock)
    kept: list[Entry] = []
    for days in (70, 40, 0):
        first, second = there.append(
            quick("one", at=clock() - timedelta(days=days)), quick("two", at=clock() - timedelta(days=days))
        )
        kept += [
            first,
            second,
            *there.append(correct(first, "edit", name="other"), correct(second, "remove")),
        ]
    return kept


def never(_: Entry) -> bool:
    return False


def state(shelf: Shelf) -> dict[str, bytes | None]:
    """Every file, and whether the diary takes each for whole."""
    return {name: shelf.read(name) for name in shelf.names()}


def test_what_came_in_is_in_force_here_too(diary, coming):
    found = take_in(diary, coming, never)
    assert (len(found.fresh), found.there, found.beside) == (12, 0, False)
    assert [one.name for one in diary.entries("quick")] == ["other"] * 3
    assert [kept.entry.id for kept in diary.written()] == sorted(one.id for one in coming)
    assert all(one.ok for one in diary.check())


def test_what_is_written_next_comes_after_it(diary, coming, quick):
    take_in(diary, coming, never)
    (fresh,) = diary.append(quick("three"))
    assert fresh.id > max(one.id for one in coming)


def test_corrections_may_come_after_what_they_are_about(diary, coming):
    take_in(diary, [one for one in coming if not isinstance(one, Correction)], never)
    assert len(diary.entries("quick")) == 6
    found = take_in(diary, coming, never)
    assert (len(found.fresh), found.there, found.beside) == (6, 6, True)
    assert [one.name for one in diary.entries("quick")] == ["other"] * 3


def test_a_correction_of_what_is_nowhere_is_refused(diary, coming):
    with pytest.raises(Refused) as refused:
        take_in(diary, [one for one in coming if isinstance(one, Correction)], never)
    assert refused.value.facts["fault"] == "no_target"
    assert state(diary.shelf) == {}


@pytest.mark.parametrize("good", [0, 1, 2])
@pytest.mark.parametrize("fault", [Failure("disk_full", file="x"), KeyboardInterrupt()], ids=type)
def test_where_a_file_cannot_be_saved_every_file_is_as_it_was(
    good, fault, diary, shelf, coming, quick, monkeypatch
):
    diary.append(quick("here"))
    before, saved, replace = state(shelf), [], shelf.replace

    def fails(name: str, *args: object) -> object:
        saved.append(name)
        if len(saved) == good + 1:
            raise fault
        return replace(name, *args)

    monkeypatch.setattr(shelf, "replace", fails)
    with pytest.raises(type(fault)):
        take_in(diary, coming, never)
    monkeypatch.undo()
    assert state(shelf) == before
    assert all(one.ok for one in diary.check())
    assert [one.name for one in diary.entries()] == ["here"]
    assert len(take_in(diary, coming, never).fresh) == 12


def test_a_file_that_was_set_aside_stays(clock, folder, coming, quick):
    diary = Diary(FolderShelf(folder), clock)
    diary.append(quick("here", at=clock() - timedelta(days=70)))
    aside = diary.shelf.set_aside("2026-09", clock())
    for copy in (folder / "backup").glob("2026-09*"):
        copy.unlink()
    monkey = diary.shelf.replace
    diary.shelf.replace = lambda name, *rest: (_ for _ in ()).throw(Failure("disk_full", file=name))
    with pytest.raises(Failure):
        take_in(diary, coming, never)
    diary.shelf.replace = monkey
    assert aside is not None
    assert (folder / aside).exists()


def test_a_damaged_month_ends_it(clock, folder, coming, quick):
    diary = Diary(FolderShelf(folder), clock)
    diary.append(quick("here"))
    month = folder / "2026-11.json"
    month.write_bytes(month.read_bytes()[:-9])
    before = month.read_bytes()
    with pytest.raises(Failure, match="damaged_diary"):
        take_in(diary, coming, never)
    assert month.read_bytes() == before
    assert not (folder / "2026-09.json").exists()
