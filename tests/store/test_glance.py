"""Reads that belong together look once at the folder and at each file; the next look sees what came since."""

from threading import Thread

import pytest

from companion.domain.entries import QuickEaten
from companion.errors import Busy, Unknown
from companion.store.diary import Diary


def restore(folder):
    (folder / "backup").rename(folder / "backup.old")
    (folder / "backup").mkdir()


def names(diary):
    return [entry.name for entry in diary.of(QuickEaten)]


def test_within_a_steady_look_nothing_is_looked_at_twice(diary, quick, monkeypatch):
    diary.append(quick("toast"))
    asked = []
    for what in ("names", "signature"):
        plain = getattr(diary.shelf, what)
        monkeypatch.setattr(
            diary.shelf, what, lambda *a, what=what, plain=plain: asked.append((what, *a)) or plain(*a)
        )
    with diary.steady():
        assert names(diary) == names(diary) == ["toast"]
        assert diary.changed() == diary.changed()
        assert diary.entries()[0].name == "toast"
    assert sorted(asked) == sorted(set(asked))


def test_what_another_writes_is_seen_by_the_next_look_and_not_within_one(diary, shelf, clock, quick):
    diary.append(quick("toast"))
    with diary.steady():
        assert names(diary) == ["toast"]
        Diary(shelf, clock).append(quick("soup"))
        assert names(diary) == ["toast"]
    assert names(diary) == ["toast", "soup"]
    with diary.steady():
        assert names(diary) == ["toast", "soup"]


def test_what_is_written_within_is_seen_within(diary, shelf, clock, quick):
    with diary.steady(), diary.steady():
        assert names(diary) == []
        Diary(shelf, clock).append(quick("soup"))
        diary.append(quick("toast"))
        assert names(diary) == ["soup", "toast"]
    assert names(diary) == ["soup", "toast"]


def test_a_list_that_was_given_out_is_ones_own(diary, quick):
    diary.append(quick("toast"))
    with diary.steady():
        diary.entries("quick").clear()
        assert names(diary) == ["toast"]


def test_another_thread_is_not_bound_by_it(diary, shelf, clock, quick):
    seen = []
    with diary.steady():
        assert names(diary) == []
        Diary(shelf, clock).append(quick("soup"))
        other = Thread(target=lambda: seen.extend(names(diary)))
        other.start()
        other.join()
    assert seen == ["soup"]


def test_it_ends_with_what_went_wrong_in_it(diary, quick):
    with pytest.raises(Unknown), diary.steady():
        diary.find("nobody")
    diary.append(quick("toast"))
    assert names(diary) == ["toast"]


def test_a_restore_that_comes_between_is_told(kept, quick, folder):
    kept.append(quick("toast"))
    with pytest.raises(Busy), kept.steady():
        restore(folder)
