"""Undo, edit, remove."""

from datetime import timedelta
from functools import partial

import pytest

from companion.domain.sessions import Check
from companion.errors import Refused, Unknown
from companion.services.sessions_after import Answer


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


def test_a_weight_is_corrected_under_the_rule_for_slips(companion, clock):
    first = companion.weight.log(57.5).entry
    with pytest.raises(Refused) as caught:
        companion.history.edit(first.id, kg=115.0)
    assert caught.value.code == "weight_slip"
    assert companion.weight.latest().kg == 57.5
    assert companion.history.edit(first.id, confirmed=True, kg=115.0).now.kg == 115
    clock.go(days=7)


def test_a_slip_that_was_kept_is_corrected_without_a_question(companion, clock):
    companion.weight.log(57.5)
    clock.go(days=7)
    slipped = companion.weight.log(75.5, confirmed=True).entry
    assert companion.history.edit(slipped.id, kg=57.2).now.kg == 57.2


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


def test_a_session_takes_what_was_said_in_it_and_after_it_along(companion, clock):
    companion.fatigue.log(3, when="before")
    running = companion.sessions.start("hands_wrists")
    running.go_on()
    running.go_on()
    hurt = running.about.exercise
    running.rate(3, check=Check(effort=3))
    running.said(hurt, "pain", "sharp")
    running.stop("pain")
    clock.now = clock.now.replace(day=15, hour=8)
    companion.sessions_after.log(Answer(companion.sessions_after.due(), 3, "sore"))
    assert hurt in companion.sessions_notes.standing().held
    assert companion.sessions_after.in_force()
    companion.history.remove(running.id)
    assert companion.diary.entries("function_note", "check_in", "felt") == []
    assert companion.sessions_notes.standing().held == {}
    assert companion.sessions_after.in_force() is None


def test_a_session_goes_and_comes_back_whole(companion):
    companion.sessions.log("hands_wrists", done=2)
    (started,) = companion.diary.entries("session")
    assert companion.sessions.ended_today()
    companion.history.take_back(started.id)
    assert not companion.sessions.ended_today()
    assert companion.diary.entries("session", "step", "session_end") == []
    companion.history.take_back(started.id)
    assert companion.sessions.ended_today()
    assert len(companion.diary.entries("step")) >= 2


def decide(companion, *levels):
    for level in levels:
        companion.plan.set("food-level", level, decided_by="A. Lee", confirmed=True)
    return companion.diary.entries("decision")


@pytest.mark.parametrize("way", ["undo", "take_back", "remove"])
def test_a_correction_that_loosens_a_texture_must_be_confirmed(companion, way):
    newest = decide(companion, "7", "4")[-1]
    work = {
        "undo": companion.history.undo,
        "take_back": partial(companion.history.take_back, newest.id),
        "remove": partial(companion.history.remove, newest.id),
    }[way]
    with pytest.raises(Refused) as doubt:
        work()
    assert (doubt.value.code, doubt.value.facts["value"]) == ("needs_confirm", "7")
    assert companion.plan.in_force().value("food-level") == "4"
    work(confirmed=True)
    assert companion.plan.in_force().value("food-level") == "7"


def test_a_correction_that_tightens_a_texture_or_leaves_none_needs_no_word(companion):
    decide(companion, "4", "6")
    companion.history.undo()
    assert companion.plan.in_force().value("food-level") == "4"
    companion.history.take_back(companion.diary.entries("decision")[0].id)
    assert companion.plan.in_force().value("food-level") is None


def test_one_row_of_an_undone_copy_comes_back_alone(companion, clock):
    for name in ("Soup", "Bread"):
        companion.intake.quick(name, kcal=100, at=clock() - timedelta(days=1))
    copied = companion.intake.copy(companion.today_date() - timedelta(days=1)).entries
    companion.history.undo()
    companion.history.take_back(copied[0].id)
    assert [entry.name for entry in companion.intake.day().day.entries] == ["Soup"]


def test_what_is_so_already_is_refused_and_not_turned_round(companion):
    entry = companion.intake.quick("Soup", kcal=150).entry
    with pytest.raises(Refused):
        companion.history.take_back(entry.id, back=True)
    companion.history.take_back(entry.id, back=False)
    with pytest.raises(Refused):
        companion.history.take_back(entry.id, back=False)
    assert companion.intake.day().day.entries == ()


def test_taking_out_a_fact_that_may_be_unknown(companion):
    entry = companion.intake.quick("Soup", kcal=150, protein_g=5).entry
    assert companion.history.edit(entry.id, protein_g=None).now.protein_g is None


def test_what_is_brought_back_beside_the_same_says_so(ruth, clock):
    ruth.caregivers.add("Maria", "caregiver")
    ruth.by = "Maria"
    soup = ruth.intake.quick("Soup", kcal=150).entry
    assert ruth.history.undo().remarks == ()
    ruth.by = None
    hers = ruth.intake.quick("Soup", kcal=160).entry
    clock.go(minutes=3)
    ruth.by = "Maria"
    (remark,) = ruth.history.undo().remarks
    assert (remark.code, remark.facts["entry"].id, remark.facts["own"]) == ("again", hers.id, False)
    ruth.by = None
    ruth.history.take_back(soup.id)
    (remark,) = ruth.history.take_back(soup.id).remarks
    assert (remark.facts["entry"].id, remark.facts["own"]) == (hers.id, True)


def test_an_undone_change_is_no_second_meal(ruth):
    ruth.intake.quick("Soup", kcal=150)
    mine = ruth.intake.quick("Soup", kcal=160).entry
    ruth.history.edit(mine.id, kcal=170)
    assert ruth.history.undo().remarks == ()


def test_what_was_written_lately_is_ones_own_and_of_the_last_minutes(ruth, clock):
    entry = ruth.intake.quick("Soup", kcal=150).entry
    clock.go(minutes=14)
    assert ruth.history.lately().entry.id == entry.id
    ruth.by = "Maria"
    assert ruth.history.lately() is None
    ruth.by = None
    clock.go(minutes=1)
    assert ruth.history.lately() is None
