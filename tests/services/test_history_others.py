"""Whose entries somebody may correct, and who is let in, which is no matter of an undo."""

from datetime import timedelta

import pytest

from companion.domain.entries import Correction
from companion.errors import NotAllowed, Refused


def test_undo_is_ones_own(companion):
    companion.by = "Maria"
    companion.intake.quick("Soup", kcal=150)
    companion.by = "Jon"
    with pytest.raises(Refused):
        companion.history.undo()


def test_a_caregiver_corrects_only_what_is_their_own(companion):
    entry = companion.intake.quick("Soup", kcal=150).entry
    companion.by = "Maria"
    with pytest.raises(NotAllowed):
        companion.history.remove(entry.id)
    mine = companion.intake.quick("Cake", kcal=90).entry
    companion.history.remove(mine.id)
    assert companion.intake.day().day.entries == (entry,)


def test_the_person_s_undo_reaches_what_was_written_under_another_name(companion):
    companion.people.set("name", "Ruth")
    companion.history.undo()
    assert companion.people.person().name is None
    assert companion.history.undo().again
    assert companion.people.person().name == "Ruth"


def test_a_caregiver_cannot_bring_back_what_the_person_took_out(companion):
    companion.by = "Maria"
    entry = companion.intake.quick("Soup", kcal=150).entry
    companion.by = None
    companion.history.take_back(entry.id)
    companion.by = "Maria"
    with pytest.raises(NotAllowed):
        companion.history.take_back(entry.id)


@pytest.mark.parametrize("name", ["the person", "Ruth"])
def test_a_caregiver_under_the_person_s_former_name_corrects_only_their_own(companion, name):
    companion.people.set("name", "Ruth")
    entry = companion.intake.quick("Soup", kcal=150).entry
    companion.people.set("name", "Ruth M.")
    companion.by = name
    with pytest.raises(NotAllowed):
        companion.history.remove(entry.id)
    with pytest.raises(Refused):
        companion.history.undo()


def test_a_caregiver_who_removes_their_session_leaves_the_person_s_ratings(companion):
    companion.by = "Maria"
    companion.sessions.log("hands_wrists", done=1)
    (started,) = companion.diary.entries("session")
    companion.by = None
    companion.fatigue.log(3, when="after", session=started.id)
    companion.by = "Maria"
    companion.history.remove(started.id)
    assert [e.kind for e in companion.diary.entries("session", "step", "session_end", "fatigue")] == [
        "fatigue"
    ]


def test_an_entry_moved_to_another_month_stays_its_writer_s(companion, clock):
    companion.by = "Tom"
    entry = companion.intake.quick("Soup", kcal=150).entry
    companion.by = None
    moved = companion.history.edit(entry.id, at=clock() - timedelta(days=40)).now
    assert (moved.by, moved.role, moved.verified) == ("Tom", "caregiver", False)


def test_who_is_let_in_is_no_matter_of_an_undo(ruth):
    ruth.intake.quick("Soup", kcal=150)
    ruth.caregivers.add("Maria", "caregiver")
    ruth.caregivers.remove("Maria")
    assert ruth.history.newest().name == "Soup"
    assert ruth.history.undo().target.name == "Soup"
    assert ruth.caregivers.find("Maria") is None
    assert ruth.history.undone()


def test_an_undo_from_before_of_who_is_let_in_is_passed_over_too(ruth):
    ruth.intake.quick("Soup", kcal=150)
    entry = ruth.caregivers.add("Maria", "caregiver").entry
    once = ruth.keep(ruth.sign(Correction, at=entry.at, target=entry.id, action="undo"))
    ruth.keep(ruth.sign(Correction, at=entry.at, target=once.id, action="undo"))
    assert ruth.history.undo().target.name == "Soup"
    assert ruth.caregivers.find("Maria") is not None


def test_an_entry_of_who_is_let_in_is_neither_taken_back_nor_removed_nor_changed(ruth):
    entry = ruth.caregivers.add("Maria", "caregiver").entry
    gone = ruth.caregivers.remove("Maria").entry
    history = ruth.history
    for change in (
        lambda: history.take_back(entry.id),
        lambda: history.remove(gone.id),
        lambda: history.edit(entry.id, note="x"),
        lambda: history.find(gone.id),
    ):
        with pytest.raises(Refused) as refused:
            change()
        assert refused.value.code == "let_in_elsewhere"
    assert not history.may_correct(entry)
    assert {entry.id, gone.id} <= {kept.entry.id for kept in history.recent() if not kept.removed}
