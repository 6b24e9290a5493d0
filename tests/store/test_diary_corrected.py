"""What is removed, edited or undone: how the diary reads then, and what it refuses."""

from datetime import date, timedelta

import pytest
from store.conftest import names

from companion.errors import Refused


def test_a_removed_entry_is_gone_and_undo_brings_it_back(diary, quick, correct):
    (soup,) = diary.append(quick("soup"))
    (removal,) = diary.append(correct(soup, "remove"))
    assert names(diary) == []
    diary.append(correct(removal, "undo"))
    assert names(diary) == ["soup"]


def test_an_edit_changes_what_is_read_and_undo_restores_it(diary, quick, correct):
    (soup,) = diary.append(quick("soup"))
    (edit,) = diary.append(correct(soup, "edit", name="broth", kcal="55"))
    assert [(entry.name, entry.kcal) for entry in diary.entries()] == [("broth", 55.0)]
    diary.append(correct(edit, "undo"))
    assert diary.entries() == [soup]


def test_an_edit_of_the_day_moves_the_entry_within_its_month(diary, quick, correct):
    (soup,) = diary.append(quick("soup"))
    diary.append(correct(soup, "edit", at="2026-11-03T08:00:00+01:00"))
    assert names(diary, until=date(2026, 11, 3)) == ["soup"]
    assert names(diary, since=date(2026, 11, 22)) == []


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"kcal": -1}, "kcal"),
        ({"nonsense": 1}, "nonsense"),
        ({"by": "ben"}, "by"),
        ({"at": "2026-10-03T08:00:00+01:00"}, "at"),
    ],
)
def test_an_edit_that_cannot_be_is_refused_and_not_kept(diary, shelf, quick, correct, changes, key):
    (soup,) = diary.append(quick("soup"))
    before = shelf.read("2026-11")
    with pytest.raises(Refused) as refused:
        diary.append(correct(soup, "edit", **changes))
    assert (refused.value.code, refused.value.facts["key"]) == ("bad_edit", key)
    assert shelf.read("2026-11") == before


def test_an_entry_that_was_never_validated_is_refused(diary, shelf, quick):
    with pytest.raises(Refused) as refused:
        diary.append(quick().model_copy(update={"kcal": -5}))
    assert refused.value.facts["key"] == "kcal"
    assert shelf.names() == []


def test_a_correction_lives_in_the_file_of_its_target(diary, shelf, clock, quick, correct):
    (old,) = diary.append(quick(at=clock() - timedelta(days=40)))
    diary.append(correct(old, "remove"))
    assert shelf.names() == ["2026-10"]
    assert diary.entries() == []


def test_moving_to_another_month_is_a_copy_and_a_removal_in_one_go(diary, clock, quick, correct):
    (soup,) = diary.append(quick("soup"))
    moved, _ = diary.append(
        soup.model_copy(update={"at": clock() - timedelta(days=40)}), correct(soup, "remove")
    )
    assert diary.entries() == [moved]
    assert moved.id != soup.id


def test_history_shows_everything_and_says_what_is_gone(diary, quick, correct):
    (soup,) = diary.append(quick("soup"))
    (removal,) = diary.append(correct(soup, "remove"))
    diary.append(quick("tea"))
    seen = [(kept.entry.kind, kept.removed) for kept in diary.history()]
    assert seen == [("quick", True), ("correction", False), ("quick", False)]
    diary.append(correct(removal, "undo"))
    assert [kept.removed for kept in diary.history()] == [False, True, False, False]


def test_history_of_some_days_holds_later_corrections_to_them(diary, clock, quick, correct):
    (soup,) = diary.append(quick("soup"))
    clock.turn(days=2)
    diary.append(correct(soup, "remove"), quick("tea"))
    seen = diary.history(until=date(2026, 11, 22))
    assert [kept.entry.kind for kept in seen] == ["quick", "correction"]


def test_an_edit_hands_out_tinydb_and_validates_what_was_touched(diary, quick):
    diary.append(quick("soup"), quick("tea"))
    with diary.edit("2026-11") as db:
        db.table("quick").remove(doc_ids=[1])
    assert names(diary) == ["tea"]
    with pytest.raises(Refused), diary.edit("2026-11") as db:
        db.table("quick").update({"kcal": "plenty"})
    assert names(diary) == ["tea"]
