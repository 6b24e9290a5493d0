"""An entry in the place of another's, taken out and brought back: one of the two counts, never neither."""

from datetime import timedelta

import pytest

from companion.services.intake_twins import Beside
from companion.wording import history as words


@pytest.fixture
def placed(ruth, clock):
    """Maria put her broth in the place of Ruth's soup."""
    ruth.caregivers.add("Maria", "caregiver")
    ruth.soup = ruth.intake.quick("Soup", kcal=150, slot="lunch").entry
    clock.go(minutes=2)
    ruth.by = "Maria"
    ruth.broth = ruth.intake.quick("Broth", kcal=90, slot="lunch", beside=instead(ruth.soup)).entry
    assert standing(ruth) == ["Broth"]
    return ruth


def instead(*others):
    return Beside(instead_of=tuple(one.id for one in others))


def standing(companion):
    return [entry.name for entry in companion.intake.day().day.entries]


def test_removed_the_other_counts_again_and_it_is_said(placed):
    told = words.corrected(placed.history.remove(placed.broth.id))
    assert standing(placed) == ["Soup"]
    assert told == "Removed: Broth, 90 kcal. Ruth's Soup counts again. Undo brings it back."


def test_undo_and_redo_of_that_hold(placed):
    placed.history.remove(placed.broth.id)
    back = placed.history.undo()
    assert (standing(placed), back.again) == (["Broth"], False)
    assert words.undone(back) == "Brought back: Broth, 90 kcal, in place of Soup, 150 kcal, by Ruth."
    once_more = placed.history.undo()
    assert (standing(placed), once_more.again) == (["Soup"], True)
    assert words.undone(once_more) == "Removed again: Broth, 90 kcal. Ruth's Soup counts again."
    placed.history.undo()
    assert standing(placed) == ["Broth"]


@pytest.mark.parametrize("who", ["Maria", None], ids=["she", "the person"])
def test_taken_back_by_its_id_and_brought_back(placed, who):
    placed.by = who
    out = placed.history.take_back(placed.broth.id)
    assert (standing(placed), [one.name for one in out.places]) == (["Soup"], ["Soup"])
    back = placed.history.take_back(placed.broth.id, back=True)
    assert (standing(placed), [one.name for one in back.places]) == (["Broth"], ["Soup"])
    placed.history.take_back(out.entry.id, back=True)
    assert standing(placed) == ["Soup"]


def test_brought_back_by_its_id_after_an_undo(placed):
    placed.history.undo()
    assert standing(placed) == ["Soup"]
    back = placed.history.take_back(placed.broth.id)
    assert standing(placed) == ["Broth"]
    assert words.corrected(back) == "Brought back: Broth, 90 kcal, in place of Soup, 150 kcal, by Ruth."


def test_what_was_taken_back_for_itself_stays_out(placed):
    placed.by = None
    placed.history.take_back(placed.soup.id, back=True)
    placed.history.remove(placed.soup.id)
    assert standing(placed) == ["Broth"]
    assert placed.history.remove(placed.broth.id).places == ()
    assert standing(placed) == []


def test_moved_to_another_month_it_still_makes_room(placed, clock):
    moved = placed.history.edit(placed.broth.id, at=clock() - timedelta(days=20)).now
    assert standing(placed) == []
    placed.history.remove(moved.id)
    assert standing(placed) == ["Soup"]


def test_an_entry_moved_to_another_month_does_not_come_back_with_its_old_self(ruth, clock):
    soup = ruth.intake.quick("Soup", kcal=150, slot="lunch").entry
    moved = ruth.history.edit(soup.id, at=clock() - timedelta(days=20)).now
    assert ruth.history.remove(moved.id).places == ()
    assert standing(ruth) == []


def test_several_make_room_once_the_last_of_them_is_out(ruth, clock):
    yesterday = ruth.today_date() - timedelta(days=1)
    for name in ("Soup", "Bread"):
        ruth.intake.quick(name, kcal=100, slot="lunch", at=clock() - timedelta(days=1))
    ruth.by = "Maria"
    theirs = [ruth.intake.quick(name, kcal=90, slot="lunch").entry for name in ("Broth", "Roll")]
    ruth.by = None
    first, last = ruth.intake.copy(yesterday, slot="lunch", beside=instead(*theirs)).entries
    ruth.history.remove(first.id)
    assert standing(ruth) == ["Bread"]
    ruth.history.remove(last.id)
    assert standing(ruth) == ["Broth", "Roll"]
