"""A restore that was cut off is only undone by what its mark can be believed to say, and loses nothing."""

import json
import os
from pathlib import Path

import pytest

from companion.config.settings import Settings, save
from companion.errors import Busy, Failure, Refused
from companion.services.health_folder import folder as looked_at
from companion.store import lock
from companion.store.moving import FRESH, kept_before, take_back
from companion.store.restoring import put, require_own, settle
from companion.wording import health
from companion.wording.errors import sentence

BEFORE = "before-restore-2026-11-22-1200"
OLD = {"plan.json": "old plan", "2026-11.json": "old month"}
NEW = {"plan.json": "new plan", "2026-11.json": "new month", "2026-10.json": "new"}


def everything(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(".lock")
    }


@pytest.fixture
def cut(folder):
    """A swap that was cut off after so many of its moves."""

    def build(moves: int, **changes: object) -> Path:
        before, fresh = folder / BEFORE, folder / FRESH
        for place, files in ((before, {}), (fresh, NEW), (folder, OLD)):
            place.mkdir(parents=True, exist_ok=True)
            for name, text in files.items():
                (place / name).write_text(text)
        told = {"before": BEFORE, "old": [*OLD], "new": [*NEW], **changes}
        (folder / ".restoring").write_text(json.dumps(told))
        ways = [(folder, before, name) for name in OLD] + [(fresh, folder, name) for name in NEW]
        for source, target, name in ways[:moves]:
            (source / name).rename(target / name)
        return folder

    return build


@pytest.mark.parametrize("moves", range(6))
@pytest.mark.parametrize("without_fresh", [False, True])
def test_what_was_old_is_in_place_again_also_where_the_unpacked_is_gone(cut, moves, without_fresh):
    folder = cut(moves)
    if without_fresh:
        for path in (folder / FRESH).iterdir():
            path.unlink()
        (folder / FRESH).rmdir()
    assert take_back(folder)
    assert everything(folder) == OLD


@pytest.mark.parametrize("moves", [1, 2, 3, 5])
def test_nothing_is_touched_where_something_old_is_nowhere(cut, moves, clock):
    folder = cut(moves)
    for path in (folder / BEFORE).iterdir():
        path.unlink()
    (folder / BEFORE).rmdir()
    left = everything(folder)
    for use in (lambda: settle(folder, "ruth", clock()), lambda: put(folder, {}, "ruth", clock())):
        with pytest.raises(Failure, match="restore_lost") as refused:
            use()
        assert everything(folder) == left
    assert str(folder / BEFORE) in sentence(refused.value)


def test_what_came_into_the_place_of_an_old_file_is_set_aside(cut):
    folder = cut(2)
    (folder / "plan.json").write_text("of somebody else")
    assert take_back(folder)
    assert everything(folder) == {**OLD, "plan.json.aside": "of somebody else"}


@pytest.mark.parametrize(
    "changes",
    [
        {"new": ["../outside"]}, {"old": [".."]}, {"old": ["."]}, {"old": [""]}, {"old": [3]},
        {"before": "../outside"}, {"before": "backup"}, {"before": "before-restore-x/../.."},
        {"new": [".lock"]}, {"old": [BEFORE]}, {"old": None},
    ],
)  # fmt: skip
def test_a_mark_that_names_anything_outside_is_not_followed(cut, tmp_path, changes):
    (tmp_path / "outside").write_text("not ours")
    folder = cut(3, **changes)
    left = everything(tmp_path)
    with pytest.raises(Failure, match="restore_mark"):
        take_back(folder)
    assert everything(tmp_path) == left


@pytest.mark.parametrize("name", [BEFORE, FRESH, ".restoring"])
def test_no_link_is_followed(cut, tmp_path, name):
    folder = cut(3)
    (folder / name).rename(tmp_path / "elsewhere")
    (folder / name).symlink_to(tmp_path / "elsewhere")
    left = everything(tmp_path)
    with pytest.raises(Failure, match="restore_mark"):
        take_back(folder)
    assert everything(tmp_path) == left


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("name", [".restoring", FRESH, BEFORE])
def test_the_mark_of_somebody_else_is_not_followed(cut, name):
    folder = cut(3)
    os.chown(folder / name, 12345, -1)
    left = everything(folder)
    with pytest.raises(Failure, match="restore_mark"):
        take_back(folder)
    assert everything(folder) == left


@pytest.mark.parametrize("inside", ["", "[]", "{", '{"old": []}', "[" * 100_000, None, "link"])
@pytest.mark.parametrize("moves", [0, 3])
def test_of_a_mark_that_cannot_be_read_the_doctor_says_the_way(cut, inside, moves, clock):
    folder = cut(moves)
    mark = folder / ".restoring"
    mark.unlink()
    if inside is None:
        mark.mkdir()
    elif inside == "link":
        mark.symlink_to("nowhere")
    else:
        mark.write_text(inside)
    with pytest.raises(Failure, match="restore_mark") as refused:
        settle(folder, "ruth", clock())
    said = sentence(refused.value)
    assert f"rm -r {mark}" in said
    assert (str(folder / BEFORE) in said) == (moves > 0)
    (found,) = [one for one in looked_at(folder, fix=True) if one.code.startswith("restore_")]
    assert (found.code, found.ok) == ("restore_stuck", False)
    assert str(mark) in health.finding(found)


def test_no_setting_is_saved_while_a_restore_is_half_done(cut):
    folder = cut(2)
    with pytest.raises(Failure, match="restore_cut"):
        save(folder, Settings(theme="paper"))
    assert not (folder / "settings.toml").exists()


@pytest.mark.parametrize("read", ["entries", "history", "facts"])
def test_nobody_reads_half_of_the_old_diary_and_half_of_the_new_one(
    kept, folder, quick, clock, read, monkeypatch
):
    kept.append(quick("old", at=clock().replace(month=10)), quick("old"))
    month, called = kept.binder.reading, list[str]()

    def meet(name: str) -> object:
        called.append(name)
        if len(called) == 2:
            put(folder, {"2026-11.json": (folder / "2026-11.json").read_bytes()}, "ruth", clock())
        return month(name)

    monkeypatch.setattr(kept.binder, "reading", meet)
    with pytest.raises(Busy):
        list(getattr(kept, read)(*(["quick", "name"] if read == "facts" else [])))
    assert len(called) == 2


def test_the_lock_in_a_folder_that_several_share_is_for_all_of_them(folder, clock):
    folder.mkdir()
    folder.chmod(0o2770)
    put(folder, {"plan.json": b"new"}, "ruth", clock())
    assert {(folder / name).stat().st_mode & 0o777 for name in (".lock", ".note.lock")} == {0o660}
    assert lock.holder(folder) is None


@pytest.mark.parametrize("name", ["settings.toml", "content"])
def test_what_others_have_too_makes_no_diary_of_their_folder(folder, name):
    (folder / name).mkdir(parents=True)
    require_own(folder)
    (folder / "letter.odt").write_text("")
    with pytest.raises(Refused):
        require_own(folder)


def test_the_folders_from_before_are_told_apart_by_their_numbers(folder):
    names = [BEFORE, f"{BEFORE}-2", f"{BEFORE}-9", f"{BEFORE}-10", "before-restore-2026-11-23-0900"]
    for name in reversed(names):
        (folder / name).mkdir(parents=True)
    assert [path.name for path in kept_before(folder)] == names
