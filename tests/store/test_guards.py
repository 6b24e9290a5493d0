"""What the store itself holds to, whoever calls it: names, who wrote something, the plan before the rest."""

import pytest

from companion.domain.entries import Decision
from companion.errors import Refused
from companion.store.diary import Diary
from companion.store.gathering import gather
from companion.store.imports import take_in
from companion.store.restoring import put
from companion.store.shelf import MemoryShelf


def never(_: object) -> bool:
    return False


def test_content_whose_name_no_backup_may_hold_is_left_out_and_named(kept, folder, quick):
    kept.append(quick("old"))
    (folder / "content").mkdir()
    for name in ("own.toml", "-own.toml"):
        (folder / "content" / name).write_text("x")
    found = gather(kept, folder, "ruth")
    assert found.left_out == ("content/-own.toml",)
    assert set(found.members) == {"2026-11.json", "content/own.toml"}


def test_no_file_is_put_outside_of_the_folder(kept, folder, quick, clock):
    kept.append(quick("old"))
    with pytest.raises(ValueError, match="\\.\\./own"):
        put(folder, {"plan.json": b"new", "../own.toml": b"x"}, "ruth", clock())
    assert [path.name for path in folder.parent.iterdir()] == ["diary"]
    assert sorted(path.name for path in folder.iterdir() if not path.name.endswith(".lock")) == [
        "2026-11.json",
        "backup",
    ]


def test_no_correction_from_elsewhere_says_who_wrote_something(diary, clock, quick, correct):
    (first,) = Diary(MemoryShelf(), clock).append(quick("one"))
    edit = correct(first, "edit", by="Maria").model_copy(update={"id": f"{first.id[:9]}zzzzz"})
    with pytest.raises(Refused) as refused:
        take_in(diary, [first, edit], never)
    assert (refused.value.facts["key"], refused.value.facts["fault"]) == ("changes", "not_editable")
    assert diary.shelf.names() == []


def test_the_plan_comes_in_before_what_was_done_by_it(diary, shelf, clock, quick, monkeypatch):
    signed = quick("one").model_dump(include={"at", "recorded", "by", "role", "via", "version"})
    decision = Decision(**signed, key="food-level", value="5", decided_by="A. Lee")
    coming = Diary(MemoryShelf(), clock).append(quick("one"), decision)
    saved, replace = list[str](), shelf.replace

    def keep(name: str, *rest: object) -> object:
        saved.append(name)
        return replace(name, *rest)

    monkeypatch.setattr(shelf, "replace", keep)
    take_in(diary, coming, never)
    assert saved == ["plan", "2026-11"]
