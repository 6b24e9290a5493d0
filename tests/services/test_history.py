"""Undo, edit, remove."""

from datetime import timedelta

import pytest

from companion.errors import NotAllowed, Refused, Unknown


def test_undo_takes_back_the_newest_and_undo_again_brings_it_back(companion):
    companion.intake.quick("Soup", kcal=150)
    companion.intake.quick("Cake", kcal=90)
    assert companion.history.undo().target.name == "Cake"
    assert companion.intake.day().day.total.kcal == 150
    again = companion.history.undo()
    assert (again.target.name, again.again) == ("Cake", True)
    assert companion.intake.day().day.total.kcal == 240


def test_undo_goes_to_and_fro_and_says_which(companion):
    companion.intake.quick("Soup", kcal=150)
    told = [companion.history.undo() for _ in range(4)]
    assert [(undone.target.name, undone.again) for undone in told] == [
        ("Soup", False), ("Soup", True), ("Soup", False), ("Soup", True)
    ]  # fmt: skip


def test_undoing_a_removal_brings_the_entry_back(companion):
    entry = companion.intake.quick("Soup", kcal=150).entry
    companion.history.remove(entry.id)
    undone = companion.history.undo()
    assert (undone.what.action, undone.target.id) == ("remove", entry.id)
    assert companion.intake.day().day.total.kcal == 150


def test_undo_is_ones_own(companion):
    companion.by = "Maria"
    companion.intake.quick("Soup", kcal=150)
    companion.by = "Jon"
    with pytest.raises(Refused):
        companion.history.undo()


def test_undo_reaches_an_entry_about_an_earlier_month(companion, clock):
    companion.intake.quick("Soup", kcal=150)
    companion.intake.quick("Forgotten", kcal=90, at=clock() - timedelta(days=40))
    assert companion.history.undo().target.name == "Forgotten"


def test_nothing_to_undo_is_said(companion):
    with pytest.raises(Refused):
        companion.history.undo()


def test_an_edit_changes_the_sum_and_keeps_what_was(companion):
    entry = companion.intake.quick("Soup", kcal=150).entry
    result = companion.history.edit(entry.id, kcal=200.0)
    assert (result.before.kcal, result.now.kcal) == (150, 200)
    assert companion.intake.day().day.total.kcal == 200
    companion.history.undo()
    assert companion.intake.day().day.total.kcal == 150


def test_an_edit_to_another_month_moves_the_entry(companion, clock):
    entry = companion.intake.quick("Soup", kcal=150).entry
    companion.history.edit(entry.id, at=clock() - timedelta(days=40))
    assert companion.intake.day().day.total.kcal is None
    assert companion.intake.day(companion.today_date() - timedelta(days=40)).day.total.kcal == 150


def test_a_removed_entry_stays_in_the_history(companion):
    entry = companion.intake.quick("Soup", kcal=150).entry
    companion.history.remove(entry.id)
    assert [(k.entry.kind, k.removed) for k in companion.history.recent()] == [
        ("correction", False),
        ("quick", True),
    ]
    with pytest.raises(Refused):
        companion.history.remove(entry.id)


@pytest.mark.parametrize(
    "changes", [{"kcal": 99999.0}, {"kcal": float("nan")}, {"name": "Cake"}, {}, {"by": "Eve"}]
)
def test_an_impossible_edit_is_refused(companion, changes):
    entry = companion.intake.quick("Soup", kcal=150).entry
    with pytest.raises(Refused):
        companion.history.edit(entry.id, **changes)
    assert companion.intake.day().day.entries == (entry,)


def test_an_unknown_id_is_named(companion):
    with pytest.raises(Unknown):
        companion.history.remove("nope")


def test_a_caregiver_corrects_only_what_is_their_own(companion):
    entry = companion.intake.quick("Soup", kcal=150).entry
    companion.by = "Maria"
    with pytest.raises(NotAllowed):
        companion.history.remove(entry.id)
    mine = companion.intake.quick("Cake", kcal=90).entry
    companion.history.remove(mine.id)
    assert companion.intake.day().day.entries == (entry,)
