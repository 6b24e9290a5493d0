"""Reads that belong together look once at the folder and at each file; the next look sees what came since."""

from datetime import timedelta
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


def test_what_is_written_within_is_seen_within_and_takes_nothing_of_anothers(diary, shelf, clock, quick):
    """A save starts from the file as it is under the lock, not as it was seen before."""
    diary.append(quick("bread"))
    with diary.steady(), diary.steady():
        assert names(diary) == ["bread"]
        Diary(shelf, clock).append(quick("soup"))
        diary.append(quick("toast"))
        assert names(diary) == ["bread", "soup", "toast"]
    assert names(diary) == ["bread", "soup", "toast"]


def test_after_a_save_within_the_diary_has_changed(diary, quick):
    diary.append(quick("bread"))
    with diary.steady():
        before = diary.changed()
        diary.append(quick("toast"))
        assert diary.changed() != before


def test_what_was_read_during_a_save_is_read_again_after_it(diary, quick):
    diary.append(quick("bread"))
    with diary.steady():
        with diary.edit("2026-11") as db:
            assert names(diary) == ["bread"]
            table = db.table("quick")
            table.update({"name": "rusk"}, doc_ids=[one.doc_id for one in table.all()])
        assert names(diary) == ["rusk"]


def test_each_question_has_its_own_answer(diary, clock, quick):
    """Other days or other kinds are another question."""
    monday = clock().date()
    diary.append(quick("bread"))
    clock.turn(days=1)
    diary.append(quick("soup"))
    clock.turn(days=1)
    diary.append(quick("toast"))
    tuesday = monday + timedelta(days=1)

    def found(*kinds, **days):
        return [entry.name for entry in diary.entries(*kinds, **days)]

    with diary.steady():
        assert found("quick") == ["bread", "soup", "toast"]
        assert found("quick", since=tuesday) == ["soup", "toast"]
        assert found("quick", until=tuesday) == ["bread", "soup"]
        assert found("quick", since=tuesday, until=tuesday) == ["soup"]
        assert found("weight") == []


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
